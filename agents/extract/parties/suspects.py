"""Suspects: people who are held as members of a force that is named behind them («240 رجلا يشتبه بأنهم من مقاتلي الجماعة»)."""

import re

from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

_AS = any_of("forces", "suspected")
_HELD_AS = re.compile(rf"[\s\"«»،]*(?:[^\s.،؛:]+\s){{0,3}}(?:{_AS})(?![\u0621-\u064a])(?:\s[^\s.،؛:]+){{0,5}}\s?[\"«(]*")
_REACH = 90  # characters
_OF = frozenset(["civilians", "person", "suspects", "prisoner", "armed", ""])
MEASURES = frozenset(["captured", "transferred"])


def force(people: People, context: Context, stop: int) -> str | None:
    """The force whose members people are said to be; None where nothing says so. stop: where their sentence ends."""
    if people.noun.whose not in _OF:
        return None
    for actor in context.actors_in(people.stop, min(people.stop + _REACH, stop)):
        if actor.cls in ("rebel", "militia") and _HELD_AS.fullmatch(context.text, people.stop, actor.start):
            return actor.actor
    return None

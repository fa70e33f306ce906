"""Suspects: people who are held as members of a force that is named behind them («240 رجلا يشتبه بأنهم من مقاتلي الجماعة»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_AS = any_of("forces", "suspected")
_HELD_AS = re.compile(rf"[\s\"«»،]*(?:[^\s.،؛:]+\s){{0,3}}(?:{_AS})(?![\u0621-\u064a])(?:\s[^\s.،؛:]+){{0,5}}\s?[\"«(]*")
_CELL = re.compile(  # «خلية تابعة لتنظيم كذا مكونة من 120 موقوفا», «خلية للتنظيم تضم 5 مواطنين»
    r"(?:خلي[هتا]|خلايا|شبك[هتا]|مجموعه|عصابه)\S*\s(?:[^\s.،؛:]+\s){0,3}?(?:(?:(?:ال)?(?:تابعه|مرتبطه|موالي[هة]|منتميه)|[يت]تبع|تنتمي)\s(?:الي\s|ب)?[\"«(]?|(?=ل))"
)
_MADE_OF = re.compile(r"[\s\"»«)]*(?:[^\s.،؛:]+\s){0,2}(?:مكونه|مؤلفه|تتكون|تتالف|تضم|قوامها)\s(?:من\s|نحو\s|اكثر من\s)?[\"(]?")
_GROUPS = ("جماعات ", "منظمات ", "تنظيمات ", "مجموعات ")  # of which none is named
_POINTING = ("actor.context", "actor.last")  # rules of words for any such force
_NEXT = 4  # characters
_REACH = 90  # characters
_OF = frozenset(["civilians", "person", "suspects", "prisoner", "armed", ""])
MEASURES = frozenset(["captured", "transferred"])


def force(people: People, context: Context, stop: int) -> str | None:
    """The force whose members people are said to be; None where nothing says so. stop: where their sentence ends."""
    if people.noun.whose not in _OF:
        return None
    if people.counted and (cell := _cell(people, context)):
        return cell
    for actor in context.actors_in(people.stop, min(people.stop + _REACH, stop)):
        if actor.cls in ("rebel", "militia") and _HELD_AS.fullmatch(context.text, people.stop, actor.start):
            unnamed = actor.rule in _POINTING and context.text.startswith(_GROUPS, actor.start)  # «لانتمائهم إلى جماعات إرهابية»
            return "unknown" if unnamed or _and_another(actor, context) else actor.actor
    return None


def _and_another(actor: "ActorMention", context: Context) -> bool:
    """«ينتمون لجماعة كذا ولحركة كذا»: whether another force is named beside one, so that of whom each is, is not said."""
    other = next(iter(context.actors_in(actor.stop, actor.stop + _NEXT)), None)
    return other is not None and other.actor != actor.actor and context.text[other.start] == "و"


def _cell(people: People, context: Context) -> str | None:
    """The irregular force whose cell is told right before those of whom it was made up; None where none is."""
    for actor in reversed(context.actors_in(people.start - _REACH, people.start)):
        if actor.cls not in ("rebel", "militia") or not _MADE_OF.fullmatch(context.text, actor.stop, people.start):
            continue
        if any(one.end() in (actor.start, actor.start + 1) for one in _CELL.finditer(context.text, actor.start - _REACH, actor.start + 1)):
            return actor.actor
    return None

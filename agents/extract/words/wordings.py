"""Wordings: words that say when, where or how, of which the rules know one for each meaning («أثناء» is read as «خلال»)."""

import re
from functools import cache
from typing import NamedTuple

import seeds
from agents.extract.words import drones
from agents.extract.words.letters import UNIFIED, standing

_LEADS = ("في ", "علي ", "الي ", "مع ")  # by what stands behind them they are sought sooner
_OBJECT = re.compile(r"(?:ها|هم|هما|هن|ه)?(?![\u0621-\u064a])")
_ALONE = re.compile(r"(?![\u0621-\u064a])")
_BEFORE, _APART = re.compile(r"(?<![\u0621-\u064a])[وف]?$"), re.compile(r"(?<![\u0621-\u064a])$")


class Other(NamedTuple):
    """What stands in a folded text in place of the usual words. usual: in the spelling of the lexicon."""

    start: int
    stop: int
    usual: str


class Way(NamedTuple):
    """A wording: the preposition it begins with, what follows, what is usual ("" where it stays), and what may stand beside it."""

    lead: str
    rest: str
    usual: str
    before: re.Pattern[str]
    behind: re.Pattern[str]


def found(text: str, *, flown: bool = False) -> list[Other]:
    """Such words of a folded text, in order and apart; of two at one place the longer. flown: it writes drones with their shadda."""
    others = [Other(*one) for one in drones.found(text, sure=flown)]
    sought, groups = _sought()
    for at, which in standing(sought, text):
        for lead, rest, usual, before, behind in groups[which]:
            start = at - len(lead)
            if text.startswith(rest, at) and (not lead or (start >= 0 and text.startswith(lead, start))):
                stop = at + len(rest)
                if behind.match(text, stop) and before.search(text, max(start - 2, 0), start):
                    others.append(Other(start, stop, usual))
                    break
    if len(others) > 1:
        others.sort(key=lambda one: (one.start, -one.stop))
    apart: list[Other] = []
    for one in others:
        if not apart or one.start >= apart[-1].stop:
            apart.append(one)
    return [one for one in apart if one.usual]


@cache
def begins() -> frozenset[str]:
    """The first words of all wordings, behind their prepositions: a text without them has none."""
    return frozenset(way.rest.split(" ")[0] for ways in _sought()[1] for way in ways)


@cache
def _sought() -> tuple[tuple[str, ...], tuple[tuple[Way, ...], ...]]:
    """What all wordings of one first word begin with behind their prepositions, and for each of these the wordings, longer ones first."""
    groups: dict[str, list[Way]] = {}
    for row in seeds.rows("lexicon/wordings.csv"):
        other = row["other"].translate(UNIFIED)
        lead = next((one for one in _LEADS if other.startswith(one)), "")
        rest = other.removeprefix(lead)
        usual = "" if row["usual"] == row["other"] else row["usual"]
        before = _APART if row["kind"] == "apart" else _BEFORE
        behind = _OBJECT if row["kind"] == "object" else _ALONE
        groups.setdefault(rest.split(" ")[0], []).append(Way(lead, rest, usual, before, behind))
    sought = tuple(_shared(ways) for ways in groups.values())
    return sought, tuple(tuple(sorted(ways, key=lambda way: -len(way.lead + way.rest))) for ways in groups.values())


def _shared(ways: list[Way]) -> str:
    """The letters that all of them begin with."""
    first, last = min(way.rest for way in ways), max(way.rest for way in ways)
    return first[: next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))]

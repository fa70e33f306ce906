"""Shares: people whom one clause counts in several places were harmed in as many occurrences («مقتل 5 في دوما و3 في عربين»)."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from agents.extract.acts import codes
from agents.extract.frames.where import placed
from agents.extract.harm.harm import SURE, TAKEN
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame
    from agents.extract.places.mention import PlaceMention

MEASURES = SURE | TAKEN
_AND = re.compile(r"(?:^|[\s،,])و(?:\s?\"|\S{2,}\s(?:عدد\s|نحو\s)?|\s)?$")  # «و3», «ومقتل 3»
_COMMA = re.compile(r"[\"»]?[،,؛]\s?(?:و\s?)?")  # «5 في كذا، 4 في كذا»: in a list of bare numbers, each with its place
_WORD = r"(?:\s(?!نقل|الي\s)[^\s،,.:؛و][^\s،,.:؛]*)"
_IN = re.compile(  # «آخرين في بلدة», «بغارة على»
    rf"{_WORD}{{0,2}}?\s(?:في|علي|قرب|داخل|جراء|اثر|خلال|بعد|من|شمالي?|جنوبي?|شرقي?|غربي?|ب[^\s،,.:؛]*)(?:\s?{_WORD}{{0,4}})?\s?[\"«(]?"
)
_FRONT = re.compile(  # «، وفي بلدة», «وأخرى في بلدة»
    r"[\s،,](و(?:(?:اخري|اخر|ثانيه|ثالثه|ثان|ثالث)\s(?:علي|في|قرب|استهدفت?)|في)\s(?:[^\s،,.:؛]+\s)?[\"«(]?)$"
)
_TOWARDS = re.compile(r"(?:شمالي?|جنوبي?|شرقي?|غربي?|وسط)\s")  # «خمسة في غارة شمالي العراق»: a name that says where by itself
_FROM = re.compile(r"\sمن\s(?:\S+\s)?[\"«(]?$")  # «18 شابا من بلدة كذا»


def apart(frame: "Frame", text: str) -> list["Frame"]:
    """The frame, or one for each place in which it counts people of their own."""
    if len(frame.figures) < 2 or len(frame.places) < 2 or frame.scope.scope != "incident":
        return [frame]
    starts = _starts(frame, text)
    ends = [frame.clause.start, *starts, frame.clause.stop]
    return [_part(frame, text, start, stop) for start, stop in pairwise(ends)] if starts else [frame]


def _starts(frame: "Frame", text: str) -> list[int]:
    """Where people begin who were harmed in another place than those before."""
    counted = [one for one in frame.figures if one.measure in MEASURES and one.subset is None]
    found: list[int] = []
    for last, one in pairwise(counted):
        first = found[-1] if found else frame.clause.start
        start, place = _elsewhere(frame, last, one, text)
        if place is None:
            continue
        before = [other for other in frame.places if first <= other.start < start and _is_of(text, last, other)]
        before = [other for other in before if other.place.geo_precision < nearness.COUNTRY] or before  # «في سوريا: 5 في كذا، 4 في كذا»
        own = found or start < one.start or any(other.start > last.start for other in before)
        if before and own and not any(nearness.may_be_one(other.place, place.place) for other in before):
            found.append(start)
    return found


def _elsewhere(frame: "Frame", last: "FigureMention", one: "FigureMention", text: str) -> tuple[int, "PlaceMention | None"]:
    """Where people, or the place in front of them, are joined to those before; and their place, None where it is not told."""
    fronted = next((place for place in reversed(frame.places) if last.stop <= place.start < one.start), None)
    if fronted is not None and fronted.cue in ("in", "near"):
        front = _FRONT.search(text, last.stop, fronted.start)
        if front:
            return front.start(1), fronted
    behind = next((place for place in frame.places if place.start >= one.stop), None)
    if behind is None or not (
        (_joined(text, last, one) or _listed(frame, last, one, text))
        and _is_of(text, one, behind)
        and _IN.fullmatch(text, one.stop, behind.start)
    ):
        return one.start, None
    return one.start, behind


def _joined(text: str, last: "FigureMention", one: "FigureMention") -> bool:
    """Whether «and» joins people to those before."""
    return text[one.start] == "و" or _AND.search(text, last.stop, one.start) is not None


def _listed(frame: "Frame", last: "FigureMention", one: "FigureMention", text: str) -> bool:
    """«5 في حلب، 4 في إدلب»: whether only the place of those before, and a comma, stand between two numbers of people."""
    between = next((place for place in frame.places if last.stop <= place.start < one.start), None)
    if between is None or not _is_of(text, last, between) or not _COMMA.fullmatch(text, between.stop, one.start):
        return False
    return _IN.fullmatch(text, last.stop, between.start) is not None


def _is_of(text: str, one: "FigureMention", place: "PlaceMention") -> bool:
    """Whether a place is where people were harmed, or from where they were taken."""
    if place.cue in ("in", "near"):
        return True
    if place.cue == "bare" and _TOWARDS.match(text, place.start):
        return True
    return one.measure in TAKEN and place.cue == "bare" and _FROM.search(text, one.stop, place.start) is not None


def _later(frame: "Frame", stop: int) -> bool:
    """«مقتل خمسة في عملية في دوما و3 في انفجار في عربين»: whether all that says what happened is told of those behind a share alone.

    Not «مقتل خمسة في دوما و3 في عربين في غارات», where it stands behind both places.
    """
    first = min((one.start for one in frame.triggers if one.part != "means"), default=-1)
    return first >= stop and not any(stop <= one.start < first for one in frame.places)


def _part(frame: "Frame", text: str, start: int, stop: int) -> "Frame":
    """The share of one place, with an act and days of its own where it tells any."""
    figures = [one for one in frame.figures if start <= one.start < stop]
    live = [one for one in frame.triggers if start <= one.start < stop]
    heads = [one for one in live if one.part != "means"]
    part = replace(
        frame,
        figures=figures,
        places=[one for one in frame.places if start <= one.start < stop],
        dates=[one for one in frame.dates if start <= one.start < stop] or frame.dates,
        listed=True,
    )
    if not heads:
        return placed(replace(part, code="harm", codes={"harm"}, rules=["event.harm", *frame.rules[1:]]) if _later(frame, stop) else part)
    code = codes.code(text, live, heads, figures)
    return placed(replace(part, code=code, codes={one.code for one in heads}, triggers=live, rules=[f"event.{code}", *frame.rules[1:]]))

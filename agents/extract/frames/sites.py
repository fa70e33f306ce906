"""Sites: where a clause says its act happened, without the places of what else it names."""

import re
from typing import TYPE_CHECKING

from agents.extract.frames import speech
from agents.extract.frames.layers import Clause, Layers, inside
from agents.extract.places import nearness
from agents.extract.words.letters import among
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.places.places import PlaceMention

_BESIDES = re.compile(
    r"\s(?:ب?التزامن مع|تزامنا مع|ردا علي|احتجاجا علي|تنديدا ب|رفضا ل|تضامنا مع|علي غرار|اسوه ب|بمناسبه|في ذكري)[^،,.:\n]{0,60}$"
)
_BESIDES_BY = ("تزامن", "ردا", "احتجاجا", "تنديدا", "رفضا", "تضامنا", "غرار", "اسوه", "بمناسبه", "ذكري")  # letters it needs


def of(layers: Layers, clause: Clause, act: int | None) -> list["PlaceMention"]:
    """The places of a clause without those of what happened beside it or caused it: «بالتزامن مع افتتاح … في …», «ردا على قصف …».

    act: where the first word begins that says what happened, None where none does.
    """
    places = list(inside(layers.places, clause.start, clause.stop))
    if places and among(_BESIDES_BY, layers.text, clause.start, clause.stop):
        own = [one for one in places if not _BESIDES.search(layers.text, max(clause.start, one.start - 80), one.start)]
        places = own or places
    places = _without_speakers(layers, clause, places)
    return places if act is None or len(places) < 2 else _behind(places, act)


def _behind(places: list["PlaceMention"], act: int) -> list["PlaceMention"]:
    """«أدان رئيس شركة بالرياض الهجوم الذي وقع في عسير»: an act has a place behind it: one elsewhere before it is of something else."""
    told = [one for one in places if one.start > act and one.cue == "in" and one.place.geo_precision <= nearness.COARSE]
    return [one for one in places if one.start > act or not told or any(_together(one.place, other.place) for other in told)]


def _together(one: Place, other: Place) -> bool:
    return nearness.may_be_one(one, other) or (one.admin1 is not None and one.admin1 == other.admin1)


def _without_speakers(layers: Layers, clause: Clause, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places without those of who tells of it, where others are named: «قال مصدر في مستشفى كذا إن … في حي كذا»."""
    if len(places) < 2:
        return places
    for verb in speech.verbs(layers, clause):
        that = speech.that(layers, clause, verb)
        if that is None:
            continue
        beside = [one for one in places if verb.stop <= one.start < that]
        told = [one for one in places if one not in beside and one.cue in ("in", "near", "bare")]
        return [one for one in places if one in told or any(nearness.within(one.place, held.place) for held in told)] if told else places
    return places

"""Apposed: places that only say where the known town lies («البلدة، قرب دمشق»), or are of what is to come («الذي سيساهم تحريره في»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.places.nearness import COARSE
from agents.extract.words.letters import search
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_CLASS = r"(?:بلده|قريه|مدينه|مخيم|مطار|قاعده|معسكر|ميناء)"
_KNOWN = re.compile(  # «على البلدة، وهي آخر معقل قرب كذا», «البلدة القريبة من كذا»
    rf"(?<![\u0621-\u064a])(?:ال|لل){_CLASS}[،,]?\s(?:و?(?:هي|هو)\s[^.:؛\n]{{0,60}}\s(?:ب?القرب|قرب)|القريبه?)\s(?:من\s)?(?:ال\S+\s)?$"
)
_KNOWN_BY = ("البلد", "القري", "المدين", "المخيم", "المطار", "القاعد", "المعسكر", "الميناء", "للبلد", "للقري", "للمدين", "للمطار")
_TO_COME = re.compile(  # «المطار، الذي سيساهم تحريره في تحرير مدينة كذا»
    r"(?<![\u0621-\u064a])(?:الذي|التي|الذين)\s(?:(?!سيطر|سته|ستين|سيار|سيد|سياس)س[يت][\u0621-\u064a]{3,}|سوف\s\S+)\s[^.:؛\n]{0,80}$"
)
_TO_COME_BY = ("الذي س", "التي س", "الذين س")
_REACH = 110  # characters before a place in which that stands


def without(layers: Layers, clause: Clause, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places of a clause but those; what the known town («البلدة») lies near only where a town was told of before."""
    text = layers.text
    kept = [one for one in places if not search(_TO_COME, _TO_COME_BY, text, max(one.start - _REACH, clause.start), one.start)]
    if (
        len(kept) == 1
        and kept[0].cue == "near"
        and search(_KNOWN, _KNOWN_BY, text, max(kept[0].start - _REACH, clause.start), kept[0].start)
    ):
        told = any(one.place.geo_precision < COARSE for one in inside(layers.places, 0, clause.start))
        return [] if told else kept
    return kept

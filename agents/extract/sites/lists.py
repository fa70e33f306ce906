"""Lists: of places that are told together those in which an act was: where ground was taken, and which of a list of unlisted names."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR
from agents.extract.places import joined, nearness

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.places.mention import PlaceMention

_WON = 60  # characters from a verb of taking ground to the place that was taken
_BREATH = re.compile(r"[،,.:؛]")
_QUARTERS = ("احياء ", 'احياء "', "حيي ", "حارات ")  # before the first of several
_SPOT = 2  # geo_precision of a town, and of what lies near one


def won(text: str, places: list["PlaceMention"], heads: Sequence["Trigger"]) -> list["PlaceMention"]:
    """«تقدمت القوات في كذا وسيطرت على بلدة كذا»: the places without those of the fight that led to it, where what was taken is named."""
    taken = next((one for one in heads if one.code == "territory" and (one.part == "verb" or one.done)), None)
    if taken is None or taken is heads[0]:
        return places
    behind = next((one for one in places if taken.stop <= one.start < taken.stop + _WON), None)
    if behind is None or behind.cue not in ("in", "near", "bare") or behind.place.geo_precision >= nearness.COARSE:
        return places
    return places if _BREATH.search(text, taken.stop, behind.start) else [one for one in places if one.start >= behind.start]


def without_joined(text: str, places: list["PlaceMention"], code: str, counted: Sequence[object]) -> list["PlaceMention"]:
    """The places without unknown names that «and» joins to one before them; what stands behind these only says where that lies.

    They stand where something was fired at them that harmed nobody counted: one act in each («غارات على قرى كذا وكذا»), but in quarters,
    which are of one town.
    """
    more = next((at for at, one in enumerate(places) if one.rule == joined.RULE), 0)
    if not more or (code in FROM_AFAR and not counted and not text.endswith(_QUARTERS, 0, places[more - 1].start)):
        return places
    beside = zip([places[0], *places], places, strict=False)
    return [one for last, one in beside if one.rule != joined.RULE and not (last.rule == joined.RULE and one.place.geo_precision > _SPOT)]

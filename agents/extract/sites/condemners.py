"""Condemners: where those are who condemn an act, which is no place of it («استنكر مشايخ في القصيم الهجوم على مسجد بأبها»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.places.mention import PlaceMention

_OF_IT = re.compile(
    r"[،,.:؛]|\s(?:الذي|التي|الذين|ما|و?قيام|اقدام)\s"
)  # behind which it is told of the act already: «استنكر ما نفذه مستوطنون في كذا»
_THERE = frozenset(["in", "near"])  # cues of places where an act is


def without(layers: Layers, clause: Clause, places: list["PlaceMention"], acts: Sequence["Trigger"]) -> list["PlaceMention"]:
    """The places of a clause without those between the word for condemning and the act, where another place elsewhere stands behind it.

    Not «استنكر أهالي البلدة قصف منازلهم في كذا»: which may be the same.
    """
    if len(places) < 2 or not acts or acts[0].part != "noun":
        return places
    act = acts[0].start
    said = next((one for one in layers.cues("condemn", clause) if one.stop <= act), None)
    if said is None:
        return places
    theirs = [one for one in places if said.stop <= one.start < act and not _OF_IT.search(layers.text, said.stop, one.start)]
    told = [one.place for one in places if one.start > act and _there(one)] if theirs else []
    if not told:
        return places
    return [one for one in places if one not in theirs or any(nearness.may_be_one(one.place, other) for other in told)]


def _there(one: "PlaceMention") -> bool:
    """Whether an act may be in a place: not «قصف تركيا لقرية», which did it."""
    return one.cue in _THERE or (one.cue == "bare" and one.place.geo_precision < nearness.COUNTRY)

"""Visits: where somebody was just then when he was attacked («تعرض الوزير لكمين أثناء زيارته لمدينة كذا»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_JUST_THEN = re.compile(r"(?:اثناء|خلال|لدي)\s(?:زياره|زيارت(?:ه|ها|هم|هما))$")
_BY = ("اثناء", "خلال", "لدي")  # letters without which it finds nothing
_BEFORE = 8  # characters before a visit in which they stand
_REACH = 60  # characters behind a visit in which its place stands


def of(layers: Layers, clause: Clause, places: list["PlaceMention"], act: int) -> list["PlaceMention"]:
    """«تعرض الوزير لكمين أثناء زيارته لمدينة كذا»: where who was attacked was just then, if no place is told right behind the act.

    Not where somebody speaks of it: «أدان الهجوم خلال زيارته لكذا».
    """
    visit = next((one for one in layers.cues("asides", clause) if one.start > act and one.value.startswith("visit")), None)
    if visit is None or not search(_JUST_THEN, _BY, layers.text, max(visit.start - _BEFORE, act), visit.stop):
        return []
    told = [*layers.cues("condemn", clause), *layers.cues("attribution", clause)]
    if any(one.start < visit.start for one in told) or any(act < one.start < visit.start for one in places):
        return []
    return [one for one in places if visit.stop <= one.start <= visit.stop + _REACH]

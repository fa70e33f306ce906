"""Condemned: an attack of which an article opens with what somebody says of it («أدان المجلس الهجوم الذي وقع في بلدة كذا»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.places.nearness import COUNTRY

if TYPE_CHECKING:
    from agents.extract.frames.frame import Frame

_OCCURRED = re.compile(  # its adjectives, and the verb that says that it took place
    r"(?:\sال[^\s،,.:؛]+){0,3}?\s(?:الذي|التي)\s(?:قد\s)?(?:وقعت?|حدثت?|حصلت?|جرت|جري|نفذت?|هزت?|ضربت?|شهدت\S*)\s"
)
_LIKE = re.compile(r"(?:تكرار|مثل|غرار|شبيه\S*|مشابه\S*|[يت]شبه|[وب]?تجنب|لتفادي|منع)\s$")  # «خشية تكرار الهجوم الذي وقع في كذا»
_BEFORE = 12  # characters before an attack in which that stands


def is_told(frame: "Frame", text: str) -> bool:
    """Whether a headline or first sentence tells of a known attack as done in a place that is named, nearer than a country.

    Not «الهجوم على كذا» alone, which may be threatened or feared.
    """
    if not (frame.title or frame.lede) or frame.where is None or frame.where.geo_precision >= COUNTRY:
        return False
    return any(
        one.code in VIOLENT
        and one.part == "noun"
        and _OCCURRED.match(text, one.stop) is not None
        and _LIKE.search(text, max(one.start - _BEFORE, 0), one.start) is None
        for one in frame.triggers
    )

"""Towns: which of several that stand together a name is of, and whether one is only named for what leads to it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.places import nearness
from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention


_BETWEEN = re.compile(r"(?:بين|رابط\w*|يربط|تربط|حدود)\s(?:(?:شمال|جنوب|شرق|غرب)ي?\s)?(?:\S+\s)?$")
_BETWEEN_BY = ("بين", "رابط", "ربط", "حدود")
_AND_LENGTH = 2  # characters of «و» between two places


def first(best: "PlaceMention", own: Sequence["PlaceMention"]) -> "PlaceMention":
    """«في بلدتي كذا وكذا»: of towns that «و» joins, up to a town, the first."""
    for one in reversed(own):
        if one.stop == best.start - _AND_LENGTH and one.cue == best.cue and one.place.geo_precision < nearness.COARSE:
            best = one
    return best


def is_end(text: str, start: int) -> bool:
    """«جسرا يربط كذا وكذا»: whether a place is only named for what leads to it."""
    return search(_BETWEEN, _BETWEEN_BY, text, max(start - 30, 0), start) is not None

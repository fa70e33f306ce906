"""Roads: places that are only the ends of a road, whence supplies come, or whence and whither somebody was on his way."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_ROAD = re.compile(  # «الطريق الرابط بين كذا وكذا»: the ends of a road
    r"(?<!\S)[وبل]?(?:ال)?(?:طريق|خط|خطوط)(?:\s(?!في\s)[^\s،,.:؛]+){0,4}\s(?:بين|(?:الراب|تر|ير)(?:ط|بط|طه)\w*|الواصل\w*)\s(?:[^\s،,.:؛]+\s){0,2}$"
)
_SUPPLY = re.compile(  # «قطعت طرق الإمداد بين كذا وكذا»: of roads that what was taken cuts
    r"(?:طريق|طرق|خط|خطوط)\s(?:ال)?امداد\S*\s(?:[^\s،,.:؛]+\s){0,2}بين\s(?:[^\s،,.:؛]+\s)?$"
)
_WAY = re.compile(r"(?<!\S)(?:في\sطريق(?:ه|ها|هم)|متجه\w*|متوجه\w*)\s(?:من\s(?:[^\s،,.:؛]+\s){0,4})?(?:الي\s)?(?:[^\s،,.:؛]+\s)?$")
_WAY_BY = ("طريق", "متجه", "متوجه")  # letters without which it finds nothing
ON_WAY = 60  # characters before a place in which that stands
_SUPPLIED = re.compile(  # «قطعت خطوط الإمداد التي تصل كذا من كذا», «خط إمداد الميليشيات القادم من كذا»: whence it comes
    r"(?:طريق|طرق|خط|خطوط)\s(?:ال)?امداد\S*\s(?:[^\s،,.:؛]+\s){0,6}من\s(?:(?:اتجاه|جهه)\s)?(?:(?:محافظ|مدين|مديري|منطق|بلد|جبه)\S{1,2}\s)?$"
)
_SUPPLY_BY = ("امداد",)
_ROAD_BY = ("طريق", "خط")  # letters without which it finds nothing
_ROAD_REACH, _ENDS_APART = 80, 12  # characters before the first end in which that stands; from one end to the other


def without_ways(text: str, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places without whence and whither somebody was on his way («في طريقها إلى عدن عبر أبين»), where one behind says where it was."""
    last = next((one.start for one in reversed(places) if one.cue in ("in", "near")), 0)
    return [one for one in places if one.start >= last or not search(_WAY, _WAY_BY, text, max(one.start - ON_WAY, 0), one.start)]


def without_ends(text: str, places: list["PlaceMention"], start: int) -> list["PlaceMention"]:
    """The places without the two ends of a road, where it is said behind them where on it («بين تعز والحديدة في منطقة البرح»).

    Those of roads for supplies lie elsewhere than the place before them: «سيطرت على كذا، ما يقطع خطوط الإمداد بين كذا وكذا», as does
    whence the supplies come.
    """
    for at, one in enumerate(places):
        if search(_SUPPLIED, _SUPPLY_BY, text, max(one.start - _ROAD_REACH, places[at - 1].stop if at else start), one.start):
            return places[:at] + [other for other in places[at + 1 :] if other.cue in ("in", "near")]
    for at, (one, other) in enumerate(pairwise(places)):
        if at and search(_SUPPLY, _SUPPLY_BY, text, max(one.start - _ROAD_REACH, places[at - 1].stop), one.start):
            return places[:at]
        further = places[at + 2 :]
        gap = text[one.stop : other.start].lstrip()
        if not further or not gap.startswith("و") or len(gap) > _ENDS_APART or further[0].cue not in ("in", "near"):
            continue
        if search(_ROAD, _ROAD_BY, text, max(one.start - _ROAD_REACH, start), one.start):
            return places[:at] + further
    return places

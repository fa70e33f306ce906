"""The country most of an article speaks of, without those that only condemn what happened elsewhere."""

from bisect import bisect_left
from collections.abc import Sequence

from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COUNTRY
from agents.extract.places.places import evidence

UNSAID = frozenset(["bare", "metonym", "origin"])  # cues of countries in which nothing is said to happen
CONDEMNER = 120  # characters from a word of condemning to the last of those who condemn


def main_country(places: Sequence[PlaceMention], condemned: Sequence[int] = ()) -> str:
    """The country of most places (ISO code), "" where none is named. condemned: where words of condemning begin, in order."""
    spoke = {one.place.country for one in places if _only_condemns(one, condemned)}
    spoke -= {one.place.country for one in places if one.cue not in UNSAID}
    counted = evidence([one for one in places if one.place.country not in spoke]) or evidence(places)
    return counted[0][0] if counted else ""


def condemns(condemned: Sequence[int], start: int, stop: int, reach: int) -> bool:
    """Whether a word of condemning begins up to ``reach`` characters before a name at [start, stop), or right behind it."""
    at = bisect_left(condemned, start - reach)
    return at < len(condemned) and condemned[at] <= stop + 2


def _only_condemns(place: PlaceMention, condemned: Sequence[int]) -> bool:
    """«أدانت البحرين وقطر التفجير»: whether a country stands near a word of condemning, and nothing is said to be in it."""
    state = place.cue in UNSAID and place.place.geo_precision >= COUNTRY
    return state and condemns(condemned, place.start, place.stop, CONDEMNER)

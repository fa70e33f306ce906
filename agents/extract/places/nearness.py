"""When two places may be one, and which of two says more."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from agents.extract.words.fold import fold_word
from streams.records import Place

SAME_KM = 15.0
NEXT_KM = 2.0
APART = 0.2  # degrees of latitude: more than SAME_KM lies between, whatever the longitude, which is sooner seen than worked out
REGION_KM = 120.0  # from the middle of a region to its towns
CITY, DISTRICT, COUNTRY = 1, 3, 6  # geo_precision
COARSE = 4  # geo_precision from which a place is a governorate, a region or a country


class Located(Protocol):
    """What has a latitude and a longitude, in degrees; None where it is not located."""

    @property
    def lat(self) -> float | None:
        """Degrees north."""

    @property
    def lon(self) -> float | None:
        """Degrees east."""


def km(one: Located, two: Located) -> float | None:
    """Great-circle distance in kilometres; None where one is not located."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (one.lat, one.lon, two.lat, two.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def same(one: Place, two: Place) -> bool:
    """Whether both name one spot."""
    if one.place_id and one.place_id == two.place_id:
        return True
    if (one.country == two.country or not (one.country and two.country)) and called_alike(one, two):
        return True
    if max(one.geo_precision, two.geo_precision) >= COARSE:
        return False
    if one.lat is not None and two.lat is not None and abs(one.lat - two.lat) > APART:
        return False
    away = km(one, two)
    listed = one.place_id and two.place_id  # one article that names two known places means two
    return away is not None and away <= (NEXT_KM if listed else SAME_KM)


def called_alike(one: Place, two: Place) -> bool:
    """Whether both are written alike, but for signs that some writers leave out: «طيبة الاسم», «طيبة الإسم»."""
    return one.name == two.name or (one.name is not None and two.name is not None and _folded(one.name) == _folded(two.name))


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold_word(name)


def within(fine: Place, coarse: Place) -> bool:
    """Whether ``fine`` may lie in ``coarse``, a governorate, region or country."""
    if coarse.geo_precision < COARSE:
        return False
    if coarse.geo_precision >= 5 or coarse.admin1 is None:
        return not (fine.country and coarse.country) or fine.country == coarse.country
    return fine.admin1 is None or fine.admin1 == coarse.admin1


def in_region(fine: Place, coarse: Place) -> bool:
    """Whether ``fine`` is a town of the district or region ``coarse``, or of the governorate that is called like that town."""
    if not fine.admin1 or fine.admin1 != coarse.admin1 or fine.geo_precision >= COARSE or fine.geo_precision > coarse.geo_precision:
        return False
    away = km(fine, coarse)
    return coarse.geo_precision in (CITY, DISTRICT) and away is not None and away <= REGION_KM


def part_of_its_region(fine: Place, town: Place) -> bool:
    """Whether ``fine`` is another place of the governorate of ``town``: news on top names the governorate by its chief town."""
    return fine.admin1 is not None and fine.admin1 == town.admin1 and fine.geo_precision < COARSE and not same(fine, town)


def may_be_one(one: Place | None, two: Place | None) -> bool:
    """Whether two accounts with these places may tell of one occurrence."""
    return one is None or two is None or same(one, two) or within(one, two) or within(two, one)

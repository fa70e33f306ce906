"""How the places of two incidents lie to each other."""

import math

from streams.records import Place

KM_A_DEGREE = 111.2
STRETCH, AREA = 3, 4  # geo_precision from which on a place is a stretch of land, and an area as large as a governorate
STRETCH_KM = 60  # how far from the point that stands for a stretch of land a place in it may be


def km_apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance of two points given in degrees, in km; flat-earth: right to 1 % within a degree."""
    north = (lat - other_lat) * KM_A_DEGREE
    east = (lon - other_lon) * KM_A_DEGREE * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(north, east)


def is_near(one: Place, other: Place, km: float) -> bool:
    """Whether two places of one country are the same, by id or name, or so near to each other."""
    if one.name == other.name or (one.place_id and one.place_id == other.place_id):
        return True
    return _are_within(one, other, km)


def may_hold(one: Place, other: Place) -> bool:
    """Whether one of two places of a country is an area, or a stretch of land, in which the other may lie."""
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return False
    widest = max(one.geo_precision, other.geo_precision)
    return widest >= AREA or (widest == STRETCH and _are_within(one, other, STRETCH_KM))


def _are_within(one: Place, other: Place, km: float) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return km_apart(one.lat, one.lon, other.lat, other.lon) <= km

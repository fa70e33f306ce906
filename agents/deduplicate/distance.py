"""Distance on the globe."""

import math

DIAMETER_KM = 12742


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance of two points given in degrees, in km."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return DIAMETER_KM * math.asin(min(1.0, math.sqrt(h)))

"""Distances on the globe."""

import pytest

from agents.deduplicate.distance import great_circle_km
from tests.notation import rows

TABLE = rows(__file__, "distance.tsv")


@pytest.mark.parametrize(("one", "two", "km", "note"), TABLE)
def test_a_distance_is_that_of_the_globe_either_way(one: str, two: str, km: str, note: str) -> None:
    here, there = tuple(map(float, one.split(" "))), tuple(map(float, two.split(" ")))
    for found in (great_circle_km(*here, *there), great_circle_km(*there, *here)):
        assert found == pytest.approx(float(km), rel=0.005, abs=1e-6), note

"""How places lie to each other."""

import pytest

from agents.alert.grounds import is_near, km_apart, may_hold
from tests.notation import places

NEAR = [
    ("saraqib", "saraqib", True),
    ("saraqib", "saraqib-again", True),
    ("saraqib", "sarmin", True),
    ("saraqib", "maarra", False),
    ("saraqib", "tamanah", False),
    ("badia", "badia-19", True),
    ("badia", "badia-21", False),
    ("kafrnabl", "kafr-nabl", False),
]
HELD = [
    ("idlib", "saraqib", True),
    ("idlib", "homs", False),
    ("homs-all", "homs", True),
    ("north", "homs", True),
    ("syria", "saraqib-bare", True),
    ("saraqib", "sarmin", False),
    ("hamad", "badia", False),
    ("saraqib-east", "saraqib", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), NEAR)
def test_a_place_is_near_by_its_id_its_name_or_its_distance(one: str, other: str, expected: bool) -> None:
    left, right = places()[one], places()[other]
    assert is_near(left, right, 20) is is_near(right, left, 20) is expected


@pytest.mark.parametrize(("one", "other", "expected"), HELD)
def test_an_area_may_hold_what_is_in_its_governorate_and_a_stretch_what_is_not_far(one: str, other: str, expected: bool) -> None:
    left, right = places()[one], places()[other]
    assert may_hold(left, right) is may_hold(right, left) is expected


def test_a_degree_north_is_longer_than_one_east() -> None:
    assert km_apart(35, 38, 36, 38) == pytest.approx(111.2, abs=0.1)
    assert km_apart(35, 38, 35, 39) == pytest.approx(91.1, abs=0.1)

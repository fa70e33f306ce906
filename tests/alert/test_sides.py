"""Whose the dead may be."""

import pytest

from agents.alert.sides import may_be_one

SIDES = [
    ("is", "is", True),
    ("is", "gov:SY", False),
    ("is", "unknown", True),
    ("civilians", "unknown", True),
    ("civilians", "protesters", True),
    ("civilians", "is", False),
    ("civilians", "rebel:gunmen", False),
    ("is", "rebel:gunmen", True),
    ("rebel:gunmen", "rebel:fighters", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), SIDES)
def test_people_without_arms_are_no_fighters_and_gunmen_of_no_name_anybodys(one: str, other: str, expected: bool) -> None:
    assert may_be_one(one, other) is may_be_one(other, one) is expected

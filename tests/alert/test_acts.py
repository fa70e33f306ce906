"""Which incidents of a week may be one act, by day, place, whose the dead are and how many."""

import pytest

from agents.alert.acts import told_twice
from agents.alert.tales import Tale
from tests.alert.test_tales import tale_of_cell

ACTS = [
    ("day=9; history=6", "day=9; history=8", True),
    ("day=9; history=6", "day=8; history=8", False),
    ("day=9; history=6", "day=9; history=8; place=sarmin", True),
    ("day=9; history=6", "day=9; history=8; place=maarra", False),
    ("day=9; history=6", "day=9; history=8; place=idlib", True),
    ("day=9; history=6", "day=10; history=8; place=idlib", False),
    ("day=9; history=6", "day=9; history=8; dead=is 8", True),
    ("day=9; history=6; dead=gov:SY 6", "day=9; history=8; dead=is 8", False),
    ("day=9; history=6; dead=gov:SY 6", "day=9; history=8; dead=is 5, gov:SY 3", True),
    ("day=9; history=6; dead=gov:SY 6", "day=9; history=8; dead=unknown 8", True),
    ("day=9; history=6; dead=gov:SY 6", "day=9; history=20; dead=-", True),
    ("day=9; history=14", "day=10; history=14; place=sarmin", True),
    ("day=9; history=14", "day=10; history=15; place=sarmin", False),
    ("day=9; history=7", "day=10; history=7", False),
    ("day=9; history=14", "day=10; history=14; place=maarra", False),
]


def acts(**cells: str) -> dict[str, Tale]:
    return {name: tale_of_cell(cell) for name, cell in cells.items()}


@pytest.mark.parametrize(("one", "other", "twice"), ACTS)
def test_one_act_has_one_day_one_place_and_one_side_or_as_many_dead(one: str, other: str, twice: bool) -> None:
    assert told_twice(acts(a=one, b=other), 20) == {"a": "a", "b": "a" if twice else "b"}
    assert told_twice(acts(b=one, a=other), 20) == {"a": "a", "b": "a" if twice else "b"}


def test_what_is_one_with_two_others_makes_them_one() -> None:
    told = acts(c="history=6; dead=is 6", b="history=6; dead=is 3, gov:SY 3", a="history=9; dead=gov:SY 9", d="history=4; place=maarra")
    assert told_twice(told, 20) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert told_twice({}, 20) == {}


def test_somewhere_in_an_area_is_the_deadliest_act_there_and_makes_no_two_one() -> None:
    told = acts(a="history=6; place=saraqib", b="history=9; place=maarra", c="history=30; place=idlib", d="history=8; place=homs")
    assert told_twice(told, 1) == {"a": "a", "b": "b", "c": "b", "d": "d"}

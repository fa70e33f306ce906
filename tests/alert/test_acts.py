"""Which incidents may be one act, by day, place, articles and whose the dead are."""

from datetime import date

import pytest

from agents.alert.acts import Act, told_twice


def act(cell: str) -> Act:
    """``9 idlib xy is,unknown``: day, place, articles, parties."""
    day, place, articles, *parties = cell.split(" ")
    return Act((date(2019, 3, int(day)), place), tuple(",".join(parties).split(",")) if parties else (), tuple(articles))


ACTS = [
    ("9 idlib x civilians", "9 idlib xy civilians", True),
    ("9 idlib x civilians", "9 idlib x is", False),
    ("9 idlib x civilians", "9 idlib x is,civilians", True),
    ("9 idlib x civilians", "9 idlib x unknown", True),
    ("9 idlib x", "9 idlib x is", True),
    ("9 idlib x civilians", "9 idlib y civilians", False),
    ("9 idlib x civilians", "8 idlib x civilians", False),
    ("9 idlib x civilians", "9 homs x civilians", False),
]


@pytest.mark.parametrize(("one", "other", "twice"), ACTS)
def test_one_act_has_one_day_one_place_one_article_and_one_side(one: str, other: str, twice: bool) -> None:
    assert told_twice({"a": act(one), "b": act(other)}) == {"a": "a", "b": "a" if twice else "b"}
    assert told_twice({"b": act(one), "a": act(other)}) == {"a": "a", "b": "a" if twice else "b"}


def test_what_is_one_with_two_others_makes_them_one() -> None:
    acts = {"c": act("9 idlib x is"), "b": act("9 idlib xy is"), "a": act("9 idlib y is"), "d": act("9 idlib z is")}
    assert told_twice(acts) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert told_twice({}) == {}

"""When two ids mean one party."""

import pytest

from agents.evaluate.parties import class_of, same_actor, same_party

CASES = [
    ("sdf", "sdf", True),
    ("sdf", "is", False),
    (None, "unknown", True),
    (None, "sdf", False),
    ("unknown", "sdf", False),
    ("gov:SY", "gov:IQ", False),
    ("rebel:جماعة", "is", True),  # not listed: its class decides
    ("militia:جماعة", "is", False),
    ("rebel:جماعة", "rebel:أخرى", True),
    ("state:قوة", "gov:SY", True),
]


@pytest.mark.parametrize(("one", "other", "same"), CASES)
def test_ids_mean_one_actor_where_equal_or_of_one_class_and_not_both_listed(one: str | None, other: str | None, same: bool) -> None:
    assert same_actor(one, other) is same
    assert same_actor(other, one) is same


def test_people_of_whom_nothing_is_said_may_be_called_civilians_but_not_the_other_way_round() -> None:
    assert same_party("unknown", "civilians")
    assert not same_party("civilians", "unknown")


def test_the_class_of_an_id_is_listed_or_its_head() -> None:
    assert [class_of(one) for one in ("is", "gov:FR", "militia:جماعة")] == ["rebel", "state", "militia"]

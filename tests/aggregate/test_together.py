"""Which incidents count together; how many persons they come to is in doubtful.tsv."""

import pytest

from agents.aggregate.together import groups
from tests.notation import near

GROUPS = [
    ("", ""),
    ("ab.7", "ab"),
    ("ab.7 bc.6", "ab"),  # c may be b, but nobody says that it may be a
    ("ab.6 bc.7", "bc"),  # the surest first
    ("ab.7 bc.7", "ab"),  # among equals the first by name
    ("ab.7 bc.6 ac.6", "abc"),
    ("ab.7 cd.7 bc.6 ac.6 ad.6", "ab cd"),  # b and d are two
    ("ab.7 cd.7 bc.6 ac.6 ad.6 bd.6", "abcd"),
]


@pytest.mark.parametrize(("found", "expected"), GROUPS)
def test_a_group_is_of_those_that_may_all_be_one(found: str, expected: str) -> None:
    names = {f"inc-{name}" for name in "abcd"}
    assert groups(names, near(found)) == [tuple(f"inc-{name}" for name in word) for word in expected.split()]


def test_only_those_that_are_counted_are_in_a_group() -> None:
    assert groups({"inc-b", "inc-c"}, near("ab.7 bc.6")) == [("inc-b", "inc-c")]
    assert groups({"inc-a", "inc-c"}, near("ab.7 bc.6")) == []

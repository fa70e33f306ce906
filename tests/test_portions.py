"""Portions: so many at once, fewer where they are large, in order, and as they come."""

import pytest

from agents.portions import portions


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([1] * 7, [3, 3, 1]),
        ([11, 11, 5, 5], [1, 1, 2]),
        ([5, 10, 5], [1, 1, 1]),
        ([5, 5, 5, 5, 5], [2, 2, 1]),
        ([0, 0, 0, 0], [3, 1]),
    ],
)
def test_portions_are_of_so_many_or_of_so_much(sizes: list[int], expected: list[int]) -> None:
    items = list(enumerate(sizes))
    found = list(portions(items, 3, lambda one: one[1], 10))
    assert [len(some) for some in found] == expected
    assert [one for some in found for one in some] == items


def test_a_portion_is_given_before_more_than_the_next_item_is_asked_for() -> None:
    items = iter(range(10))
    assert next(portions(items, 3, lambda _: 1, 10)) == [0, 1, 2]
    assert next(items) == 4

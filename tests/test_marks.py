"""Marks tell what was never seen, however much was."""

from collections.abc import Callable, Hashable

import pytest

from agents.marks import BITS, Marks

KEYS: dict[str, Callable[[int], Hashable]] = {
    "text": lambda number: f"article-{number}|a",
    "number": lambda number: number,
    "negative": lambda number: -7 * number,
    "place and day": lambda number: (f"town {number % 960}", number // 960),
}


@pytest.mark.parametrize("kind", KEYS)
def test_all_that_was_seen_is_marked_and_little_else(kind: str) -> None:
    marks, key = Marks(64), KEYS[kind]
    for number in range(5000):
        marks.add(hash(key(number)))
    assert all(hash(key(number)) in marks for number in range(5000))
    taken = sum(hash(key(number)) in marks for number in range(5000, 10000))
    assert taken < 800  # one in sixty of each of eight parts is some 550; hashes of text differ each time, and the first parts are small


def test_nothing_is_marked_at_first() -> None:
    assert 0 not in Marks() and hash("a") not in Marks()


def test_a_key_seen_again_takes_no_room() -> None:
    marks = Marks(64)
    for _ in range(1000):
        marks.add(hash("a"))
    assert len(marks._parts) == 1


def test_a_part_that_is_full_is_followed_by_one_twice_as_large() -> None:
    marks = Marks(64)
    for number in range(64 * 8 // BITS * 16):
        marks.add(number)
    sizes = [len(part) for part in marks._parts]
    assert len(sizes) > 2 and sizes == [64 << step for step in range(len(sizes))]

"""Marks tell what was never seen, however much was."""

from collections.abc import Callable
from hashlib import blake2b

import pytest

from agents.marks import BITS, Marks


def same(key: object) -> int:
    """A hash of a key that is the same in each process, as that of text is not: chance decides nothing here."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big", signed=True)


HASHES: dict[str, Callable[[int], int]] = {
    "text": lambda number: same(f"article-{number}|a"),
    "number": hash,
    "negative": lambda number: hash(-7 * number),
    "place and day": lambda number: same((f"town {number % 960}", number // 960)),
}


@pytest.mark.parametrize("kind", HASHES)
def test_all_that_was_seen_is_marked_and_little_else(kind: str) -> None:
    marks, made = Marks(64), HASHES[kind]
    for number in range(5000):
        marks.add(made(number))
    assert all(made(number) in marks for number in range(5000))
    assert sum(made(number) in marks for number in range(5000, 10000)) < 600  # one in sixty of each of eight parts


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

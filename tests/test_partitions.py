"""What a room holds for each partition."""

import pytest

from agents.partitions import Partitions


def counted() -> tuple[Partitions[list[int]], list[int]]:
    made = list[int]()

    def make(number: int) -> list[int]:
        made.append(number)
        return [number]

    return Partitions(make), made


def test_a_partition_is_made_once_when_it_is_first_spoken_of() -> None:
    partitions, made = counted()
    assert made == []
    assert [partitions[3], partitions[3], partitions[0]] == [[3], [3], [0]]
    assert made == [3, 0]


@pytest.mark.parametrize(("key", "number"), [("0/SY/inc-one/a", 0), ("3/", 3), ("12/SY/x", 12), ("7", 7), ("4/SY/سراقب", 4)])
def test_a_row_belongs_to_the_partition_its_key_begins_with(key: str, number: int) -> None:
    assert counted()[0].of(key.encode()) == [number]


@pytest.mark.parametrize("key", ["", "/SY", "SY/inc-one", "x3/SY"])
def test_a_key_without_a_partition_is_an_error(key: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        counted()[0].of(key.encode())


def test_what_was_cleared_is_made_anew() -> None:
    partitions, made = counted()
    partitions[3].append(9)
    partitions.clear()
    assert (partitions[3], made) == ([3], [3, 3])

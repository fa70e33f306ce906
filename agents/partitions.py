"""What a room holds for each partition, made when the partition is first spoken of."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Partitions(dict[int, T]):
    """By number of the partition."""

    def __init__(self, make: Callable[[int], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> T:
        self[number] = made = self._make(number)
        return made

    def of(self, key: bytes) -> T:
        """What belongs to a row of a table, whose key begins with the number of its partition and a slash."""
        return self[int(key.partition(b"/")[0])]

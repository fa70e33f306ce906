"""Portions of what is gone through: some at a time, and fewer where they are large."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def portions(items: Iterable[T], most: int, size: Callable[[T], int], full: int) -> Iterator[list[T]]:
    """The items in order, at most so many at once, and no more where their sizes together would pass ``full``; one alone may."""
    some: list[T] = []
    held = 0
    for one in items:
        large = size(one)
        if some and (len(some) >= most or held + large > full):
            yield some
            some, held = [], 0
        some.append(one)
        held += large
    if some:
        yield some

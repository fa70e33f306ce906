"""Spans: what stands in a text, in order of its start, and which of it begins in a stretch."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar


class Spanned(Protocol):
    """A named tuple that stands in the folded text; its first field is its start, so that tuples alone decide the order."""

    @property
    def start(self) -> int: ...

    @property
    def stop(self) -> int: ...

    def __lt__(self, other: Any, /) -> bool: ...


S = TypeVar("S", bound=Spanned)


def first_from(items: Sequence[Any], start: int) -> int:
    """The index of the first item that begins at a place or behind it; the first field of each says where it begins."""
    return bisect_left(items, (start,))  # a shorter tuple stands before all that begin with it


def inside(items: Sequence[S], start: int, stop: int) -> Sequence[S]:
    """The items, sorted by start, that begin in [start, stop)."""
    if not items:
        return ()
    first = bisect_left(items, (start,))
    if first == len(items) or items[first].start >= stop:  # mostly so
        return ()
    return items[first : bisect_left(items, (stop,), first + 1)]


def any_inside(items: Sequence[S], start: int, stop: int) -> bool:
    """Whether one of the items, sorted by start, begins in [start, stop)."""
    first = bisect_left(items, (start,))
    return first < len(items) and items[first].start < stop


def covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether one of the last two spans, all sorted, that begin at a place or before it reaches behind it."""
    behind = bisect_left(spans, (at + 1,))
    return (behind > 0 and at < spans[behind - 1][1]) or (behind > 1 and at < spans[behind - 2][1])

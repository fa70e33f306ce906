"""Spans: what stands in a text, in order of its start."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def first_from(items: Sequence[Any], start: int) -> int:
    """The index of the first item that begins at a place or behind it; the first field of each says where it begins."""
    return bisect_left(items, (start,))  # a shorter tuple stands before all that begin with it


def covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether one of the last two spans, all sorted, that begin at a place or before it reaches behind it."""
    behind = bisect_left(spans, (at + 1,))
    return (behind > 0 and at < spans[behind - 1][1]) or (behind > 1 and at < spans[behind - 2][1])

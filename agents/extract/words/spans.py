"""Spans: what stands in a text, in order of its start."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def first_from(items: Sequence[Any], start: int) -> int:
    """The index of the first item that begins at a place or behind it; the first field of each says where it begins."""
    return bisect_left(items, (start,))  # a shorter tuple stands before all that begin with it

"""Moments of publication in order, compact, and the long gaps between them.

They lie in parts of some weeks; what was long not asked for leaves memory, so that it holds the last of them and not years.
"""

import bisect  # by its full name: the compiled build has a shorter way for lists, and these are arrays
from array import array
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from agents.shelved import Shelved, Shelves, in_memory

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
US, MINUTE = timedelta(microseconds=1), timedelta(minutes=1)
SPAN = timedelta(days=16) // US  # of a part
PARTS = 64  # lately used ones that stay in memory
Part = tuple["array[int]", "array[int]"]  # microseconds since 1970; minutes by which the clock was ahead of UTC
Parts = Shelved[tuple[str, int], Part]  # by name and number, of all whose moments are held


def us_of(at: datetime) -> int:
    """Microseconds since 1970."""
    gap = at - EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds


def parts(shelves: Shelves = in_memory) -> Parts:
    """Room for moments under any number of names."""
    return Shelved(shelves("moments"), "{0[0]}/{0[1]}".format, PARTS)


class Moments:
    """Moments in order, ten bytes each.

    long: the gaps of at least so many microseconds between two of them, by the moment that each begins with, in order.
    """

    def __init__(self, least: int, name: str, held: Parts) -> None:
        """name: under which held has them, and nothing else."""
        self._least, self._name, self._held = least, name, held
        self._numbers: list[int] = []  # of the parts, in order
        self._earlier: list[int] = []  # how many moments the parts before each hold
        self._n = 0
        self.long: list[int] = []

    def __len__(self) -> int:
        return self._n

    def __getitem__(self, index: int) -> datetime:
        (moments, offsets), at = self._at(index)
        return (EPOCH + moments[at] * US).astimezone(timezone(offsets[at] * MINUTE))

    def us(self, index: int) -> int:
        """One of them, in microseconds since 1970."""
        (moments, _), at = self._at(index)
        return moments[at]

    def add(self, at: datetime) -> int:
        """Puts a moment in its place; which it is, in microseconds since 1970."""
        us = us_of(at)
        spot = self._spot(us // SPAN)
        moments, offsets = self._part(spot)
        place = bisect.bisect_right(moments, us)
        moments.insert(place, us)
        offsets.insert(place, (at.utcoffset() or timedelta()) // MINUTE)
        for later in range(spot + 1, len(self._earlier)):
            self._earlier[later] += 1
        self._n += 1
        index = self._earlier[spot] + place
        before = self.us(index - 1) if index else None
        after = self.us(index + 1) if index + 1 < self._n else None
        if before is not None and after is not None and after - before >= self._least:
            del self.long[bisect.bisect_left(self.long, before)]
        if before is not None and us - before >= self._least:
            bisect.insort(self.long, before)
        if after is not None and after - us >= self._least:
            bisect.insort(self.long, us)
        return us

    def before(self, us: int) -> int:
        """How many are before a moment, in microseconds since 1970."""
        return self._count(us, bisect.bisect_left)

    def after(self, us: int) -> int:
        """How many are not after a moment, likewise."""
        return self._count(us, bisect.bisect_right)

    def gap_us(self, index: int, until_us: int) -> int:
        """Microseconds from one to the next; from the last until a moment, which is given in microseconds since 1970."""
        return (self.us(index + 1) if index + 1 < self._n else until_us) - self.us(index)

    def _spot(self, number: int) -> int:
        """Where the part of a number is, made if need be."""
        spot = bisect.bisect_left(self._numbers, number)
        if spot == len(self._numbers) or self._numbers[spot] != number:
            self._earlier.insert(spot, self._earlier[spot] if spot < len(self._numbers) else self._n)
            self._numbers.insert(spot, number)
            self._held[self._name, number] = array("q"), array("h")
        return spot

    def _part(self, spot: int) -> Part:
        return self._held[self._name, self._numbers[spot]]

    def _at(self, index: int) -> tuple[Part, int]:
        """The part in which one is, and where in it."""
        index += self._n if index < 0 else 0
        spot = bisect.bisect_right(self._earlier, index) - 1
        return self._part(spot), index - self._earlier[spot]

    def _count(self, us: int, within: Callable[["array[int]", int], int]) -> int:
        number = us // SPAN
        spot = bisect.bisect_left(self._numbers, number)
        if spot == len(self._numbers):
            return self._n
        return self._earlier[spot] + (within(self._part(spot)[0], us) if self._numbers[spot] == number else 0)

    def long_from(self, us: int, until_us: int) -> list[int]:
        """The long gaps that begin in a span of time, its ends within."""
        return self.long[bisect.bisect_left(self.long, us) : bisect.bisect_right(self.long, until_us)]

"""Moments of publication in order, compact, and the long gaps between them."""

import bisect  # by its full name: the compiled build has a shorter way for lists, and these are arrays
from array import array
from datetime import UTC, datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
US, MINUTE = timedelta(microseconds=1), timedelta(minutes=1)


def us_of(at: datetime) -> int:
    """Microseconds since 1970."""
    gap = at - EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds


class Moments:
    """Moments in order, ten bytes each: years of an outlet's articles stay in memory.

    long: the gaps of at least so many microseconds between two of them, by the moment that each begins with, in order.
    """

    def __init__(self, least: int) -> None:
        self._us, self._offsets = array("q"), array("h")  # microseconds since 1970; minutes by which the clock was ahead of UTC
        self._least = least
        self.long: list[int] = []

    def __len__(self) -> int:
        return len(self._us)

    def __getitem__(self, index: int) -> datetime:
        return (EPOCH + self._us[index] * US).astimezone(timezone(self._offsets[index] * MINUTE))

    def us(self, index: int) -> int:
        """One of them, in microseconds since 1970."""
        return self._us[index]

    def add(self, at: datetime) -> int:
        """Puts a moment in its place; which it is, in microseconds since 1970."""
        us, moments = us_of(at), self._us
        index = bisect.bisect_right(moments, us)
        moments.insert(index, us)
        self._offsets.insert(index, (at.utcoffset() or timedelta()) // MINUTE)
        before = moments[index - 1] if index else None
        after = moments[index + 1] if index + 1 < len(moments) else None
        if before is not None and after is not None and after - before >= self._least:
            del self.long[bisect.bisect_left(self.long, before)]
        if before is not None and us - before >= self._least:
            bisect.insort(self.long, before)
        if after is not None and after - us >= self._least:
            bisect.insort(self.long, us)
        return us

    def before(self, us: int) -> int:
        """How many are before a moment, in microseconds since 1970."""
        return bisect.bisect_left(self._us, us)

    def after(self, us: int) -> int:
        """How many are not after a moment, likewise."""
        return bisect.bisect_right(self._us, us)

    def gap_us(self, index: int, until_us: int) -> int:
        """Microseconds from one to the next; from the last until a moment, which is given in microseconds since 1970."""
        return (self._us[index + 1] if index + 1 < len(self._us) else until_us) - self._us[index]

    def long_from(self, us: int, until_us: int) -> list[int]:
        """The long gaps that begin in a span of time, its ends within."""
        return self.long[bisect.bisect_left(self.long, us) : bisect.bisect_right(self.long, until_us)]

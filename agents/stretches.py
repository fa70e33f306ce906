"""The days on which a feed had articles, as stretches without a long gap: of what was between them nobody can say that nothing happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

GAP = 7  # days from one article to the next within a stretch, at most: a paper that comes once a week is one


class Stretch(NamedTuple):
    """First and last day, as ordinals (``date.toordinal``)."""

    first: int
    last: int


class Stretches:
    """What follows from a set of days, in whatever order they are told: those at most so many days apart are one stretch."""

    def __init__(self, gap: int = GAP) -> None:
        self.gap = gap
        self._firsts: list[int] = []  # of the stretches in order, and their last days
        self._lasts: list[int] = []
        self._told = ""

    def holds(self, day: int) -> bool:
        """Whether a day is known to lie in the last stretch: then add() has nothing to do."""
        return bool(self._firsts) and self._firsts[-1] <= day <= self._lasts[-1]

    def add(self, days: Stretch) -> tuple[list[Stretch], Stretch] | None:
        """Takes in days with articles, the first and the last of them; which stretches have become which one, None where all were known."""
        start = bisect_left(self._lasts, days.first - self.gap)
        stop = bisect_right(self._firsts, days.last + self.gap)
        old = list(map(Stretch, self._firsts[start:stop], self._lasts[start:stop]))
        new = Stretch(min([days.first, *[one.first for one in old]]), max([days.last, *[one.last for one in old]]))
        if old == [new]:
            return None
        self._firsts[start:stop], self._lasts[start:stop] = [new.first], [new.last]
        self._told = ""
        return old, new

    def before(self, day: int) -> Stretch | None:
        """The last stretch that began by a day; None where none did."""
        at = bisect_right(self._firsts, day)
        return Stretch(self._firsts[at - 1], self._lasts[at - 1]) if at else None

    def __str__(self) -> str:
        """As intervals of ISO 8601 with commas between: ``2015-07-15/2015-08-11,2017-01-20/2017-02-11``."""
        if not self._told:
            self._told = ",".join(map(_interval, self._firsts, self._lasts))
        return self._told


def parsed(told: str) -> list[Stretch]:
    """The stretches in such a text; none in an empty one."""
    return [Stretch(*[date.fromisoformat(day).toordinal() for day in one.split("/")]) for one in told.split(",") if one]


def flow_of(moments: Iterable[datetime]) -> str:
    """The days of these moments as such a text."""
    found = Stretches()
    for day in {at.toordinal() for at in moments}:
        found.add(Stretch(day, day))
    return str(found)


def _interval(first: int, last: int) -> str:
    return f"{date.fromordinal(first)}/{date.fromordinal(last)}"

"""Sums of what incidents add to one row, by day or window, and the cell that is told of them."""

from datetime import date
from typing import Any, NamedTuple

from agents.aggregate.contributions import BOUNDS, MEASURES, NONE, PLACES, Change, Persons, Row, minus, plus, stepped
from streams.records import Cell


class DaySum:
    """The sum of all contributions to one row on one day, or on the days of a window."""

    __slots__ = ("incidents", "outlets", "persons")

    def __init__(self) -> None:
        self.incidents = 0
        self.persons = NONE
        self.outlets: dict[str, int] = {}  # how often each

    def move(self, change: Change) -> None:
        """Takes in what an incident's new state changes."""
        self.incidents += change.incidents
        if change.steps:
            self.persons = stepped(self.persons, change.steps)
        for outlet in change.come:
            self.outlets[outlet] = self.outlets.get(outlet, 0) + 1
        for outlet in change.gone:
            self._less(outlet, 1)

    def add(self, other: "DaySum") -> None:
        """Adds all contributions of another day."""
        self.incidents += other.incidents
        if other.persons is not NONE:
            self.persons = plus(self.persons, other.persons)
        for outlet, count in other.outlets.items():
            self.outlets[outlet] = self.outlets.get(outlet, 0) + count

    def take_out(self, other: "DaySum") -> None:
        """Takes all contributions of another day back."""
        self.incidents -= other.incidents
        if other.persons is not NONE:
            self.persons = minus(self.persons, other.persons)
        for outlet, count in other.outlets.items():
            self._less(outlet, count)

    def _less(self, outlet: str, count: int) -> None:
        if self.outlets[outlet] > count:
            self.outlets[outlet] -= count
        else:
            del self.outlets[outlet]


class Sums(NamedTuple):
    """What a cell says. day: the newest that adds to it, or that of the watermark."""

    day: date
    incidents: int
    incidents_low: int
    outlets: int
    persons: Persons


def cell_of(row: Row, window: int, sums: Sums) -> Cell:
    """What is told of a row."""
    values: dict[str, Any] = {
        "country": row[0],
        "dimension": row[1],
        "value": row[2],
        "window_days": window,
        "day": sums.day,
        "incidents": sums.incidents,
        "incidents_low": sums.incidents_low,
        "outlets": sums.outlets,
    }
    values.update(zip(BOUNDS, sums.persons, strict=True))
    return Cell.whole(values)


def with_less(persons: Persons, lows: tuple[int, ...]) -> Persons:
    """Persons with so many fewer in the low of each measure."""
    found = list(persons)
    for measure, low in zip(MEASURES, lows, strict=True):
        found[PLACES[measure] + 1] -= low
    return tuple(found)

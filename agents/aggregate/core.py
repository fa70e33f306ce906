"""Rolling tables: exact sums over the last 1, 7 and 30 days of event time, which an incident enters and leaves without a trace.

A day that has fallen out of the longest window can never come back, since the watermark never goes back: its sums are dropped.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from agents.aggregate.bands import Bands, Certain, Doubting
from agents.aggregate.contributions import (
    BOUNDS,
    MEASURES,
    NONE,
    PLACES,
    Change,
    Contribution,
    Persons,
    Row,
    changes,
    contribution_of,
    minus,
    plus,
)
from streams.records import Cell, Incident

ONE = timedelta(days=1)
WINDOWS = (1, 7, 30)  # days, the shortest first


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
        if change.persons is not NONE:
            self.persons = plus(self.persons, change.persons)
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


EMPTY = tuple(Sums(date.min, 0, 0, 0, NONE) for _ in WINDOWS)


class Aggregator:
    """All cells of one partition."""

    def __init__(self, doubting: Doubting | None = None) -> None:
        """doubting: what weighs which incidents may be one; nothing does by default."""
        self.day = date.min
        self._days: dict[date, dict[Row, DaySum]] = defaultdict(dict)
        self._rows: dict[Row, set[date]] = defaultdict(set)
        self._windows: dict[Row, tuple[DaySum, ...]] = {}  # of WINDOWS, until the watermark's day moves them
        self._in: dict[str, Contribution] = {}
        self._doubting = doubting or Certain()
        self._bands = Bands(self._doubting, self._in, WINDOWS)
        self._told: dict[Row, tuple[Sums, ...]] = {}  # of WINDOWS; rows that hold nothing are not in it
        self._touched: set[Row] = set()

    def apply(self, incident: Incident, watermark: datetime) -> list[Cell]:
        """Puts the newest state of an incident in place of the older one; the cells that changed (incidents 0: the cell is empty)."""
        self.take(incident, watermark)
        return self.changed()

    def advance(self, watermark: datetime) -> list[Cell]:
        """Moves the windows to the watermark's day; the cells that changed."""
        self.move(watermark)
        return self.changed()

    def take(self, incident: Incident, watermark: datetime, numbers: list[Any] | None = None) -> None:
        """As apply(), but tells nothing yet: where many incidents wait, a cell need not be told after each of them.

        numbers: what weighing needs of the incident's ledger (Doubting.numbers()), where it was kept without.
        """
        self.move(watermark)
        old, new = self._in.pop(incident.incident_id, None), contribution_of(incident)
        if new is not None and new.day > self._horizon():
            self._in[incident.incident_id] = new
            self._bands.enter(incident, self._doubting.numbers(incident) if numbers is None else numbers)
        else:
            new = None
            self._bands.leave(incident.incident_id)
        if old == new:
            return
        if old is not None and new is not None and old.day == new.day:
            self._change(new.day, changes(old, new))
            return
        if old is not None:
            self._change(old.day, changes(old, None))
        if new is not None:
            self._change(new.day, changes(None, new))

    def move(self, watermark: datetime) -> None:
        """As advance(), but tells nothing yet."""
        self._touched |= self._advance(watermark.date())

    def changed(self, *, again: bool = False) -> list[Cell]:
        """The cells that are not as they were last told. again: also empty ones that this room, started anew, has never told."""
        rows, self._touched = self._touched | self._bands.settle(self.day), set()
        return self._cells(rows, again)

    def _horizon(self) -> date:
        """The newest day that is out of every window for good."""
        return self.day - timedelta(days=max(WINDOWS)) if self.day > date.min + timedelta(days=max(WINDOWS)) else date.min

    def _advance(self, day: date) -> set[Row]:
        if day <= self.day:
            return set()
        before, self.day = self.day, day
        rows: set[Row] = set()
        for at in [
            at for at in self._days if any((at <= before) != (at <= day) or _within(at, before, w) != _within(at, day, w) for w in WINDOWS)
        ]:
            rows |= set(self._days[at])
        self._slide(rows, before)
        horizon = self._horizon()
        for at in [at for at in self._days if at <= horizon]:
            for row in self._days.pop(at):
                self._rows[row].discard(at)
                if not self._rows[row]:
                    del self._rows[row]
        for name in [name for name, held in self._in.items() if held.day <= horizon]:
            del self._in[name]
            self._bands.leave(name)
        return rows

    def _slide(self, rows: Iterable[Row], before: date) -> None:
        """Moves the windows of these rows, as far as they are held, from a day to the present one: some days leave each, some enter."""
        moved = [row for row in rows if row in self._windows]
        gap = (self.day - before).days if moved else 0
        if gap > max(WINDOWS):
            self._windows.clear()
            return
        for index, window in enumerate(WINDOWS):
            left = self._held(range(max(gap, window), window + gap))
            entered = self._held(range(min(gap, window)))
            for row in moved:
                total = self._windows[row][index]
                for day in left:
                    if row in day:
                        total.take_out(day[row])
                for day in entered:
                    if row in day:
                        total.add(day[row])

    def _held(self, ages: Iterable[int]) -> list[dict[Row, DaySum]]:
        """The days of these ages on which anything is."""
        return [held for age in ages if (held := self._days.get(self.day - age * ONE))]

    def _change(self, day: date, changed: Mapping[Row, Change]) -> None:
        """Takes in what changed on one day, row by row; a row that then holds nothing is gone."""
        here = self._days[day]
        for row, change in changed.items():
            held = here.get(row)
            if held is None:
                held = here[row] = DaySum()
                self._rows[row].add(day)
            held.move(change)
            for total in self._totals(row, day):
                total.move(change)
            if not held.incidents:
                del here[row]
                self._rows[row].discard(day)
                if not self._rows[row]:
                    del self._rows[row]
        if not here:
            del self._days[day]
        self._touched.update(changed)

    def _cells(self, rows: set[Row], again: bool) -> list[Cell]:
        changed = []
        for row in sorted(rows):
            told, now = self._told.get(row, EMPTY), tuple(self._sums(row))
            for window, before, sums in zip(WINDOWS, told, now, strict=True):
                if sums != before if before.incidents or sums.incidents else again:
                    changed.append(_cell(row, window, sums))
            if now[-1].incidents:
                self._told[row] = now
            else:
                self._told.pop(row, None)
        return changed

    def _totals(self, row: Row, day: date) -> Iterator[DaySum]:
        """The sums of a row's windows that this day lies in, as far as they are held."""
        age = (self.day - day).days
        if age >= 0:
            yield from (total for window, total in zip(WINDOWS, self._windows.get(row, ()), strict=False) if age < window)

    def _sums(self, row: Row) -> Iterator[Sums]:
        """What the row's cells say, the shortest window first."""
        held = self._windows.get(row)
        if held is None:
            held = self._windows[row] = tuple(DaySum() for _ in WINDOWS)
            for at in self._rows.get(row, ()):
                for total in self._totals(row, at):
                    total.add(self._days[at][row])
        days, newest, age = self._rows.get(row, ()), self.day, 0
        while held[-1].incidents and newest not in days:
            newest, age = newest - ONE, age + 1
        for (fewer, *lows), window, total in zip(self._bands.of(row), WINDOWS, held, strict=True):
            persons = _less(total.persons, lows) if fewer else total.persons
            yield Sums(newest if age < window else self.day, total.incidents, total.incidents - fewer, len(total.outlets), persons)
        if not held[-1].incidents:
            del self._windows[row]


def _cell(row: Row, window: int, sums: Sums) -> Cell:
    country, dimension, value = row
    return Cell.made(
        country=country,
        dimension=dimension,
        value=value,
        window_days=window,
        day=sums.day,
        incidents=sums.incidents,
        incidents_low=sums.incidents_low,
        outlets=sums.outlets,
        **dict(zip(BOUNDS, sums.persons, strict=True)),
    )


def _within(day: date, end: date, window: int) -> bool:
    """Whether a day lies in the window of so many days that ends with another."""
    return 0 <= (end - day).days < window


def _less(persons: Persons, lows: list[int]) -> Persons:
    """Persons with so many fewer in the low of each measure."""
    found = list(persons)
    for measure, low in zip(MEASURES, lows, strict=True):
        found[PLACES[measure] + 1] -= low
    return tuple(found)

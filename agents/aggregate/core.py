"""Rolling tables: exact sums over the last 1, 7 and 30 days of event time, which an incident enters and leaves without a trace.

A day that has fallen out of the longest window can never come back, since the watermark never goes back: its sums are dropped.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from agents.aggregate.bands import Bands, Certain, Doubting
from agents.aggregate.contributions import NONE, Change, Contribution, Row, changes, contribution_of
from agents.aggregate.sums import DaySum, Sums, cell_of, with_less
from streams.records import Cell, Incident

ONE = timedelta(days=1)
WINDOWS = (1, 7, 30)  # days, the shortest first
LONGEST = max(WINDOWS) * ONE


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
        self._of_day: dict[date, set[str]] = {}  # the same by day, names alone
        self._horizon = date.min  # the newest day that is out of every window for good
        self._bands = Bands(doubting or Certain(), self._in, WINDOWS)
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

    def take(self, incident: Incident, watermark: datetime) -> None:
        """As apply(), but tells nothing yet: where many incidents wait, a cell need not be told after each of them."""
        self.move(watermark)
        name = incident.incident_id
        old, new = self._in.get(name), contribution_of(incident)
        if new is not None and new.day > self._horizon:
            if old is None or old.day != new.day:
                self._of_day.setdefault(new.day, set()).add(name)
            self._in[name] = new
            self._bands.enter(incident)
        else:
            new = None
            if old is not None:
                del self._in[name]
            self._bands.leave(name)
        if old is not None and (new is None or new.day != old.day):
            self._of_day[old.day].discard(name)
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
        day = watermark.date()
        if day > self.day:
            self._touched |= self._advance(day)

    def changed(self, *, again: bool = False) -> list[Cell]:
        """The cells that are not as they were last told. again: also empty ones that this room, started anew, has never told."""
        rows, self._touched = self._touched | self._bands.settle(self.day), set()
        return self._cells(rows, again)

    def _advance(self, day: date) -> set[Row]:
        """Moves the windows to a later day; the rows that this may make otherwise."""
        before, self.day = self.day, day
        rows: set[Row] = set()
        for at in self._moved(before):
            rows.update(self._days[at])
        self._slide(rows, before)
        if day <= date.min + LONGEST:
            return rows
        self._horizon = horizon = day - LONGEST
        for at in [at for at in self._days if at <= horizon]:
            for row in self._days.pop(at):
                self._rows[row].discard(at)
                if not self._rows[row]:
                    del self._rows[row]
        for at in [at for at in self._of_day if at <= horizon]:
            for name in self._of_day.pop(at):
                del self._in[name]
                self._bands.leave(name)
        return rows

    def _moved(self, before: date) -> list[date]:
        """The days on which anything is that entered or left a window since a day."""
        gap = (self.day - before).days
        if gap > max(WINDOWS):
            return [at for at in self._days if at <= self.day]
        ages = {age for window in (0, *WINDOWS) for age in range(window, window + gap)}
        return [at for age in ages if (at := self.day - age * ONE) in self._days]

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
        here, first = self._days[day], self._first(day)
        for row, change in changed.items():
            held = here.get(row)
            if held is None:
                held = here[row] = DaySum()
                self._rows[row].add(day)
            held.move(change)
            if windows := self._windows.get(row):
                for total in windows[first:]:
                    total.move(change)
            if not held.incidents:
                del here[row]
                self._rows[row].discard(day)
                if not self._rows[row]:
                    del self._rows[row]
        if not here:
            del self._days[day]
        self._touched.update(changed)

    def _first(self, day: date) -> int:
        """The number of the shortest window that a day lies in; how many there are where it lies in none."""
        age = (self.day - day).days
        return next((number for number, window in enumerate(WINDOWS) if 0 <= age < window), len(WINDOWS))

    def _cells(self, rows: set[Row], again: bool) -> list[Cell]:
        changed = []
        for row in sorted(rows):
            told, now = self._told.get(row, EMPTY), self._sums(row)
            if told == now and not again:
                continue
            for window, before, sums in zip(WINDOWS, told, now, strict=True):
                if sums != before if before.incidents or sums.incidents else again:
                    changed.append(cell_of(row, window, sums))
            if now[-1].incidents:
                self._told[row] = now
            else:
                self._told.pop(row, None)
        return changed

    def _sums(self, row: Row) -> tuple[Sums, ...]:
        """What the row's cells say, the shortest window first."""
        held, days, today = self._windows.get(row), self._rows.get(row, ()), self.day
        if held is None:
            held = tuple([DaySum() for _ in WINDOWS])
            for at in days:
                for total in held[self._first(at) :]:
                    total.add(self._days[at][row])
            if held[-1].incidents:
                self._windows[row] = held
        elif not held[-1].incidents:
            del self._windows[row]
        newest, age = today, 0
        if held[-1].incidents:
            while newest not in days:
                newest, age = newest - ONE, age + 1
        less, found = self._bands.of(row), []
        for number, total in enumerate(held):
            at, incidents, persons = newest if age < WINDOWS[number] else today, total.incidents, total.persons
            fewer = less[number][0]
            if fewer:
                persons = with_less(persons, less[number][1:])
            found.append(Sums(at, incidents, incidents - fewer, len(total.outlets), persons))
        return tuple(found)

"""By how much the lows of each row fall short of the sums, because some of its incidents may be one: they are counted once.

Which may be one is weighed elsewhere; here it is kept up as incidents enter and leave, and worked out for a row where it is told.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from operator import add, sub
from typing import NamedTuple, Protocol

from agents.aggregate.contributions import MEASURES, Contribution, Row, counted_in
from agents.aggregate.together import groups, twice
from streams.records import Incident


class Doubting(Protocol):
    """Weighs incidents that stand against each other."""

    def put(self, incident: Incident, /) -> None:
        """Takes in an incident, or its newest state."""

    def drop(self, name: str, /) -> None:
        """Takes an incident out, also one that is not here."""

    def near(self, name: str, /) -> Mapping[str, float]:
        """The incidents here that may be one with this one, and how surely."""


class Certain:
    """Doubts nothing."""

    def put(self, incident: Incident, /) -> None:
        """Nothing to do."""

    def drop(self, name: str, /) -> None:
        """Nothing to do."""

    def near(self, _: str, /) -> Mapping[str, float]:
        """None."""
        return {}


Less = tuple[int, ...]  # how many incidents fewer there are at least, and how many persons of each measure
Windows = tuple[Less, ...]  # one each
NOTHING: Less = (0,) * (1 + len(MEASURES))


class Knot(NamedTuple):
    """Incidents that doubts hold together, over any number of steps, and how much less they make each row. days: of the incidents."""

    names: tuple[str, ...]
    days: frozenset[date]
    rows: dict[Row, Windows]


class Bands:
    """The doubts among the incidents of one partition. held: what each contributes, by id."""

    def __init__(self, doubting: Doubting, held: Mapping[str, Contribution], windows: tuple[int, ...]) -> None:
        self._doubting, self._held, self._windows = doubting, held, windows
        self._day = date.min
        self._waiting: dict[str, Incident | None] = {}  # None: it left
        self._knots: dict[str, Knot] = {}  # by incident
        self._counted: dict[str, Contribution] = {}  # as it is in its knot
        self._days: dict[date, set[str]] = {}  # of incidents in knots
        self._rows: dict[Row, Windows] = {}
        self._nothing: Windows = (NOTHING,) * len(windows)

    def enter(self, incident: Incident) -> None:
        """Notes an incident that is held now, or holds otherwise: it is weighed when cells are told."""
        self._waiting[incident.incident_id] = incident

    def leave(self, name: str) -> None:
        """Notes an incident that is held no more."""
        self._waiting[name] = None

    def of(self, row: Row) -> Windows:
        """How much less there is in each window of a row."""
        return self._rows.get(row, self._nothing)

    def settle(self, day: date) -> set[Row]:
        """Weighs what came since the last time; the rows that this makes otherwise. day: with which windows end."""
        near, affected = self._doubting.near, set[str]()
        for name, state in self._waiting.items():
            before = {*near(name)}
            self._doubting.put(state) if state else self._doubting.drop(name)
            after = near(name)
            if (before or after) and (before != after.keys() or not _equal(self._counted.get(name), self._held.get(name))):
                affected.update(before, after, (name,))
        self._waiting = {}
        if day != self._day:
            ages = [(at, (self._day - at).days, (day - at).days) for at in self._days]
            affected.update(*(self._days[at] for at, old, new in ages if self._inside(old) != self._inside(new)))
            self._day = day
        return self._tie({name for one in affected for name in (self._knots[one].names if one in self._knots else (one,))})

    def _inside(self, age: int) -> list[bool]:
        return [0 <= age < window for window in self._windows]

    def _tie(self, names: set[str]) -> set[Row]:
        """Makes the knots of these incidents anew; the rows that this makes otherwise."""
        before: dict[Row, Windows] = {}
        for name in names:
            if name in self._knots:
                self._undo(self._knots[name], before)
        for name in names:
            if name not in self._knots and self._doubting.near(name):
                self._do(self._reached(name), before)

        return {row for row, less in before.items() if less != self.of(row)}

    def _reached(self, name: str) -> tuple[str, ...]:
        found, ahead = {name}, [name]
        while ahead:
            fresh = self._doubting.near(ahead.pop()).keys() - found
            found |= fresh
            ahead += fresh
        return tuple(sorted(found))

    def _do(self, names: tuple[str, ...], before: dict[Row, Windows]) -> None:
        counted = {name: self._held[name] for name in names}
        knot = Knot(names, frozenset([one.day for one in counted.values()]), dict(self._worked_out(counted)))
        self._counted.update(counted)
        self._knots.update(dict.fromkeys(names, knot))
        for name in names:
            self._days.setdefault(counted[name].day, set()).add(name)
        for row, less in knot.rows.items():
            before.setdefault(row, self.of(row))
            known = self._rows.get(row)
            self._rows[row] = tuple([tuple(map(add, *both)) for both in zip(known, less, strict=True)]) if known else less

    def _undo(self, knot: Knot, before: dict[Row, Windows]) -> None:
        for name in knot.names:
            del self._knots[name]
            day = self._counted.pop(name).day
            self._days[day].discard(name)
            if not self._days[day]:
                del self._days[day]
        for row, less in knot.rows.items():
            before.setdefault(row, self.of(row))
            left = tuple([tuple(map(sub, *both)) for both in zip(self._rows[row], less, strict=True)])
            if any(one[0] for one in left):
                self._rows[row] = left
            else:
                del self._rows[row]

    def _worked_out(self, counted: dict[str, Contribution]) -> Iterator[tuple[Row, Windows]]:
        """How much less these incidents, all of one knot, make the windows of each row that holds several of them."""
        rows: dict[Row, list[str]] = {}
        for name, one in counted.items():
            for row, _ in one.rows:
                rows.setdefault(row, []).append(name)
        inside = [{name for name, one in counted.items() if 0 <= (self._day - one.day).days < window} for window in self._windows]
        known: dict[tuple[tuple[str, ...], str], Less] = {}
        for row, names in rows.items():
            party = row[2] if row[1] == "party" else ""
            found = []
            for held in inside if len(names) > 1 else ():
                key = tuple([name for name in names if name in held]), party
                if key not in known:
                    known[key] = self._counted_once(row, {name: counted[name] for name in key[0]})
                found.append(known[key])
            if any(one[0] for one in found):
                yield row, tuple(found)

    def _counted_once(self, row: Row, counted: dict[str, Contribution]) -> Less:
        """How much less there is where those of these that may be one count once."""
        if len(counted) < 2:
            return NOTHING
        fewer, persons = 0, dict.fromkeys(MEASURES, 0)
        for group in groups(counted.keys(), self._doubting.near):
            fewer += len(group) - 1
            for measure, again in twice([counted_in(row, counted[name].figures) for name in group]).items():
                persons[measure] += again
        return (fewer, *persons.values()) if fewer else NOTHING


def _equal(one: Contribution | None, other: Contribution | None) -> bool:
    """Whether two contributions are the same but for outlets."""
    return one is other or (one is not None and other is not None and one[:1] + one[2:] == other[:1] + other[2:])

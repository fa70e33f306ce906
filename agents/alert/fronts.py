"""New fronts: the first deadly incident in a place within so many days and kilometres."""

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

from agents.alert.rules import Rule
from agents.alert.single import subject_of
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert, Incident, Revision

KM_A_DEGREE = 111.2
Cell = tuple[int, int, int]  # row, column, period of days


class Spot(NamedTuple):
    """A located incident."""

    subject: Subject
    day: date
    lat: float
    lon: float
    standing: bool
    history: tuple[Revision, ...]

    @property
    def matters(self) -> tuple[date, float, float, bool, datetime]:
        """All of it that other incidents depend on."""
        return self.day, self.lat, self.lon, self.standing, self.history[0].published_at


class Fronts:
    """All located incidents, found by cells as wide as the rule looks."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._days, self._km = rule.values["days"], rule.values["km"]
        self._spots: dict[str, Spot] = {}
        self._cells: dict[Cell, set[str]] = defaultdict(set)
        self._earlier: dict[str, str] = {}  # of an incident that opens no front: one before it, which mostly still stands there

    def apply(self, incident: Incident, since: datetime | None) -> dict[str, Alert | None]:
        """Puts the incident in its place; by incident, the alert of each that this may change. since: when the feed begins."""
        name = incident.incident_id
        touched: set[str] = {name}
        old, new = self._spots.pop(name, None), _spot(incident)
        if new is not None:
            self._spots[name] = new
        if old is None or new is None or old.matters != new.matters:
            if old is not None:
                touched.update(self._later(old))
                self._cells[self._cell(old)].discard(name)
            if new is not None:
                self._cells[self._cell(new)].add(name)
                touched.update(self._later(new))
        return {one: self._alert(one, since) for one in sorted(touched)}

    def _later(self, spot: Spot) -> Iterator[str]:
        """The incidents nearby for which this one may be the earlier one."""
        for name, other in self._near(spot):
            if 0 <= (other.day - spot.day).days <= self._days:
                yield name

    def _cell(self, spot: Spot) -> Cell:
        width = self._km / KM_A_DEGREE
        return math.floor(spot.lat / width), math.floor(spot.lon / (2 * width)), spot.day.toordinal() // (self._days + 1)

    def _near(self, spot: Spot) -> Iterator[tuple[str, Spot]]:
        """Incidents within the rule's distance, of all the days that may matter; right up to 60 degrees north and south."""
        lat, lon, period = self._cell(spot)
        for cell in product((lat - 1, lat, lat + 1), (lon - 1, lon, lon + 1), (period - 1, period, period + 1)):
            for name in self._cells.get(cell, ()):
                other = self._spots.get(name)
                if other is not None and _km(spot, other) <= self._km:
                    yield name, other

    def _alert(self, name: str, since: datetime | None) -> Alert | None:
        spot, rule = self._spots.get(name), self._rule
        if spot is None or since is None or since.date() > spot.day - timedelta(days=self._days) or self._has_earlier(name, spot):
            return None
        facts = {"days": str(self._days), "km": str(self._km)}
        moments = [Moment(r.published_at, r.status == "standing" and r.killed >= rule.values["killed"], facts) for r in spot.history]
        return tell(rule, spot.subject, moments)

    def _has_earlier(self, name: str, spot: Spot) -> bool:
        known = self._earlier.get(name, "")
        if (other := self._spots.get(known)) and _km(spot, other) <= self._km and self._precedes(known, other, name, spot):
            return True
        for known, other in self._near(spot):
            if self._precedes(known, other, name, spot):
                self._earlier[name] = known
                return True
        self._earlier.pop(name, None)
        return False

    def _precedes(self, other_name: str, other: Spot, name: str, spot: Spot) -> bool:
        if not other.standing or not 0 <= (spot.day - other.day).days <= self._days:
            return False
        return (other.day, other.history[0].published_at, other_name) < (spot.day, spot.history[0].published_at, name)


def _spot(incident: Incident) -> Spot | None:
    place, day = incident.place, incident.date_start or incident.date_end
    if incident.scope != "incident" or incident.status == "superseded" or place is None or place.geo_precision > 3 or day is None:
        return None
    if place.lat is None or place.lon is None or not incident.history:
        return None
    return Spot(subject_of(incident), day, place.lat, place.lon, incident.status == "standing", incident.history)


def _km(one: Spot, two: Spot) -> float:
    """Distance in km, flat-earth: right to 1 % within a degree."""
    north = (one.lat - two.lat) * KM_A_DEGREE
    east = (one.lon - two.lon) * KM_A_DEGREE * math.cos(math.radians((one.lat + two.lat) / 2))
    return math.hypot(north, east)

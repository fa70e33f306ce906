"""New fronts: the first deadly incident in a place within so many days and kilometres."""

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from agents.alert.rules import Rule
from agents.alert.single import subject_of
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert, Incident, Revision

KM_A_DEGREE = 111.2


class Spot(NamedTuple):
    """A located incident. deadly_at: moments at which it stood and was deadly, or no longer was."""

    subject: Subject
    day: date
    lat: float
    lon: float
    standing: bool
    history: tuple[Revision, ...]


class Fronts:
    """All located incidents, found by cells of one degree."""

    def __init__(self) -> None:
        self._spots: dict[str, Spot] = {}
        self._cells: dict[tuple[int, int], set[str]] = defaultdict(set)

    def apply(self, incident: Incident, rule: Rule, since: datetime | None) -> dict[str, Alert | None]:
        """Puts the incident in its place; by incident, the alert of each that this may change. since: when the feed begins."""
        touched: set[str] = {incident.incident_id}
        old = self._spots.pop(incident.incident_id, None)
        if old is not None:
            self._cells[_cell(old.lat, old.lon)].discard(incident.incident_id)
            touched |= set(self._later(old, rule))
        new = _spot(incident)
        if new is not None:
            self._spots[incident.incident_id] = new
            self._cells[_cell(new.lat, new.lon)].add(incident.incident_id)
            touched |= set(self._later(new, rule))
        return {name: self._alert(name, rule, since) for name in sorted(touched)}

    def _later(self, spot: Spot, rule: Rule) -> Iterator[str]:
        """The incidents nearby for which this one may be the earlier one."""
        for name, other in self._near(spot, rule.values["km"]):
            if 0 <= (other.day - spot.day).days <= rule.values["days"]:
                yield name

    def _near(self, spot: Spot, km: float) -> Iterator[tuple[str, Spot]]:
        lat, lon = _cell(spot.lat, spot.lon)
        for cell in ((lat + a, lon + b) for a in (-1, 0, 1) for b in (-1, 0, 1)):
            for name in self._cells.get(cell, ()):
                if _km(spot, self._spots[name]) <= km:
                    yield name, self._spots[name]

    def _alert(self, name: str, rule: Rule, since: datetime | None) -> Alert | None:
        spot = self._spots.get(name)
        if spot is None or since is None or since.date() > spot.day - timedelta(days=rule.values["days"]):
            return None
        key = (spot.day, spot.history[0].published_at, name)
        for other_name, other in self._near(spot, rule.values["km"]):
            rank = (other.day, other.history[0].published_at, other_name)
            if other.standing and rank < key and (spot.day - other.day).days <= rule.values["days"]:
                return None
        facts = {"days": str(rule.values["days"]), "km": str(rule.values["km"])}
        moments = [Moment(r.published_at, r.status == "standing" and r.killed >= rule.values["killed"], facts) for r in spot.history]
        return tell(rule, spot.subject, moments)


def _spot(incident: Incident) -> Spot | None:
    place, day = incident.place, incident.date_start or incident.date_end
    if incident.scope != "incident" or incident.status == "superseded" or place is None or place.geo_precision > 3 or day is None:
        return None
    if place.lat is None or place.lon is None or not incident.history:
        return None
    return Spot(subject_of(incident), day, place.lat, place.lon, incident.status == "standing", incident.history)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat), math.floor(lon)


def _km(one: Spot, two: Spot) -> float:
    """Distance in km, flat-earth: right to 1 % within a degree."""
    north = (one.lat - two.lat) * KM_A_DEGREE
    east = (one.lon - two.lon) * KM_A_DEGREE * math.cos(math.radians((one.lat + two.lat) / 2))
    return math.hypot(north, east)

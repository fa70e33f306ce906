"""Cooldowns in days of event time: where a rule has told of a place or an outlet, it tells of it again only so many days later.

Which alerts are told follows from all that could be: in the order of the days they concern, one is told unless one that stands was told of
the same place within the days before. So nothing depends on the order in which news came, and an alert that falls frees the next.
"""

from datetime import date, datetime, timedelta

from agents.alert.rules import Rule
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert

PLACES, SUBJECTS = 1024, 4096  # lately used ones that stay in memory


class Cooldown:
    """All that one rule could tell, by place."""

    def __init__(self, rule: Rule, shelves: Shelves = in_memory) -> None:
        self._days = timedelta(days=rule.values["cooldown_days"])
        self._places: Shelved[str, dict[str, Alert]] = Shelved(shelves("places"), str, PLACES)
        self._where: Shelved[str, str] = Shelved(shelves("place-of"), str, SUBJECTS)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._places.rest()
        self._where.rest()

    def apply(self, found: dict[str, Alert | None]) -> dict[str, Alert | None]:
        """Takes in what the rule finds of some subjects (None: nothing); what is to be told of these and of all that it frees or stops."""
        touched: set[str] = set()
        told: dict[str, Alert | None] = {}
        for subject, alert in found.items():
            before, now = self._where.get(subject), place_of(alert) if alert else ""
            told[subject] = alert
            if before and before != now:
                self._places[before].pop(subject, None)
                del self._where[subject]
                touched.add(before)
            if alert and now and (before != now or self._places[now][subject] != alert):
                self._places.setdefault(now, {})[subject] = alert
                self._where[subject] = now
            touched.update({now} - {""})
        for place in sorted(touched):
            told.update(self._told(self._places.get(place) or {}))
        return told

    def _told(self, alerts: dict[str, Alert]) -> dict[str, Alert | None]:
        """Each of the alerts of one place, None where it falls into the days after another."""
        last: date | None = None
        told: dict[str, Alert | None] = {}
        for alert in sorted(alerts.values(), key=_in_order):
            day = _day(alert)
            free = last is None or day - last >= self._days
            told[alert.subject] = alert if free else None
            if free and alert.status != "withdrawn":
                last = day
        return told


def _in_order(alert: Alert) -> tuple[date, datetime, str]:
    return _day(alert), alert.raised_at, alert.subject


def _day(alert: Alert) -> date:
    assert alert.event_day is not None, "an alert of no day has no place"
    return alert.event_day


def place_of(alert: Alert) -> str:
    """What a cooldown keeps quiet: an outlet, a governorate, or the place of an incident; "" where no day or place is known."""
    if alert.event_day is None:
        return ""
    if alert.kind in {"silence", "surge"}:
        return alert.subject.rpartition("/")[0]
    return f"{alert.country}/{alert.place.place_id or alert.place.name}" if alert.place else ""

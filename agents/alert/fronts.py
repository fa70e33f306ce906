"""New fronts: the first deadly incident in a place within so many days and kilometres."""

import math
from datetime import date, datetime
from typing import NamedTuple

from agents.alert.flow import Flow
from agents.alert.grounds import KM_A_DEGREE, km_apart
from agents.alert.rules import LEAD, Rule
from agents.alert.single import began, is_news, subject_of
from agents.alert.story import Moment, Subject, tell
from agents.marks import Marks
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident, Revision

Where = tuple[int, int, int]  # period of days, row, column
Cell = dict[str, "Spot"]
INCIDENTS, CELLS, PERIODS = 3072, 1024, 4  # lately used ones that stay in memory


class Spot(NamedTuple):
    """All of a located incident that others depend on."""

    day: date
    lat: float
    lon: float
    standing: bool
    published_at: datetime


class Front(NamedTuple):
    """All of it that its own alert needs. subject: None, and no history, where too few were ever killed for one, or no article leads with
    them. led_at: when the first was published that does; None where nothing asks for one.
    """

    spot: Spot
    subject: Subject | None
    history: tuple[Revision, ...]
    led_at: datetime | None = None


class Fronts:
    """All located incidents, found by cells as wide as the rule looks."""

    def __init__(self, rule: Rule, shelves: Shelves = in_memory) -> None:
        self._rule = rule
        self._days, self._km = rule.values["days"], rule.values["km"]
        away = Marks()
        self._fronts: Shelved[str, Front] = Shelved(shelves("fronts"), str, INCIDENTS, away)
        self._cells: Shelved[Where, Cell] = Shelved(shelves("cells"), "{0[0]}/{0[1]}/{0[2]}".format, CELLS)
        self._earlier: Shelved[str, str] = Shelved(shelves("earlier"), str, INCIDENTS, away)  # of one that opens no front: one before it
        self._after: Shelved[str, set[str]] = Shelved(shelves("after"), str, INCIDENTS, away)  # the same the other way round
        self._open: Shelved[int, dict[Where, Cell]] = Shelved(shelves("open"), str, PERIODS)  # deadly ones, no earlier one is known

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        for held in (self._fronts, self._cells, self._earlier, self._after, self._open):
            held.rest()

    def apply(self, incident: Incident, flow: Flow, *, again: bool = False) -> dict[str, Alert | None]:
        """Puts the incident in its place; by incident, the alert of each that this may change.

        flow: of the feed; where it does not cover the days before, nothing is new. again: those too that it changed when it was put there
        before.
        """
        name = incident.incident_id
        touched: set[str] = {name}
        old, new = self._fronts.get(name), _front(incident, self._rule)
        if new is not None:
            self._fronts[name] = new
        elif old is not None:
            del self._fronts[name]
        if again or old is None or new is None or old.spot != new.spot or (old.subject is None) != (new.subject is None):
            touched.update(self._after.get(name) or ())
            if old is not None:
                touched.update(self._later(old.spot))
                self._cells[self._where(old.spot)].pop(name, None)
                if old.subject is not None:
                    self._opened(old.spot).pop(name, None)
            self._follow(name, "")
            if new is not None:
                self._cells.setdefault(self._where(new.spot), {})[name] = new.spot
                if new.subject is not None:
                    self._opened(new.spot)[name] = new.spot
                touched.update(self._later(new.spot))
        return {one: self._alert(one, flow) for one in sorted(touched)}

    def judged(self, flow: Flow, days: range) -> dict[str, Alert | None]:
        """By incident, the alert of each of these days (ordinals), of which the feed may now cover those before it."""
        width = self._days + 1
        periods = range(days.start // width, (days.stop - 1) // width + 1) if days else ()
        spots = [item for period in periods for cell in (self._open.get(period) or {}).values() for item in cell.items()]
        return {name: self._alert(name, flow) for name in sorted(name for name, spot in spots if spot.day.toordinal() in days)}

    def _later(self, spot: Spot) -> list[str]:
        """The incidents nearby for which this one may be the first that is earlier."""
        period, row, column = self._where(spot)
        found: list[str] = []
        for later in (period, period + 1):
            opened = self._open.get(later)
            for where in _around(later, row, column) if opened else ():
                cell = opened.get(where) if opened else None
                for name, other in cell.items() if cell else ():
                    if 0 <= (other.day - spot.day).days <= self._days and _km(spot, other) <= self._km:
                        found.append(name)
        return found

    def _follow(self, name: str, earlier: str) -> None:
        """Notes one incident as earlier than another ("": none)."""
        known = self._earlier.get(name) or ""
        if known == earlier:
            return
        if known and (after := self._after.get(known)):
            after.discard(name)
        front = self._fronts.get(name)
        if earlier:
            self._earlier[name] = earlier
            self._after.setdefault(earlier, set()).add(name)
            if front is not None and front.subject is not None:
                self._opened(front.spot).pop(name, None)
        else:
            self._earlier.pop(name, None)
            if front is not None and front.subject is not None:
                self._opened(front.spot)[name] = front.spot

    def _where(self, spot: Spot) -> Where:
        width = self._km / KM_A_DEGREE
        return spot.day.toordinal() // (self._days + 1), math.floor(spot.lat / width), math.floor(spot.lon / (2 * width))

    def _opened(self, spot: Spot) -> Cell:
        where = self._where(spot)
        return self._open.setdefault(where[0], {}).setdefault(where, {})

    def _alert(self, name: str, flow: Flow) -> Alert | None:
        front, rule = self._fronts.get(name), self._rule
        if front is None or front.subject is None or not flow.covers(front.spot.day):
            return None
        if self._has_earlier(name, front.spot):
            return None
        facts = {"days": str(self._days), "km": str(self._km)}
        least = rule.values["killed"]
        first = began(front.history, lambda r: r.killed >= least) or front.history[0].published_at
        told = {r.published_at if front.led_at is None else max(r.published_at, front.led_at): r for r in front.history}
        moments = [
            Moment(at, r.status == "standing" and r.killed >= least and is_news(r.day, first, rule), facts) for at, r in told.items()
        ]
        return tell(rule, front.subject, moments)

    def _has_earlier(self, name: str, spot: Spot) -> bool:
        known = self._earlier.get(name, "") or ""
        if (other := self._fronts.get(known)) and self._precedes(known, other.spot, name, spot):
            return True
        period, row, column = self._where(spot)
        for where in (*_around(period - 1, row, column), *_around(period, row, column)):
            cell = self._cells.get(where)
            for known, near in cell.items() if cell else ():
                if self._precedes(known, near, name, spot):
                    self._follow(name, known)
                    return True
        self._follow(name, "")
        return False

    def _precedes(self, other_name: str, other: Spot, name: str, spot: Spot) -> bool:
        if not other.standing or not 0 <= (spot.day - other.day).days <= self._days:
            return False
        earlier = (other.day, other.published_at, other_name) < (spot.day, spot.published_at, name)
        return earlier and _km(spot, other) <= self._km


def _around(period: int, row: int, column: int) -> list[Where]:
    """Where in a period incidents lie that are within the rule's distance, and some that are not; right up to 60 degrees."""
    return [(period, at, beside) for at in (row - 1, row, row + 1) for beside in (column - 1, column, column + 1)]


def _front(incident: Incident, rule: Rule) -> Front | None:
    place, day, history = incident.place, incident.date_start or incident.date_end, incident.history
    if incident.scope != "incident" or incident.status == "superseded" or place is None or place.geo_precision > 3 or day is None:
        return None
    if place.lat is None or place.lon is None or not history:
        return None
    spot = Spot(day, place.lat, place.lon, incident.status == "standing", history[0].published_at)
    least, lead = rule.values["killed"], rule.values.get(LEAD)
    if any(revision.killed >= least and revision.status == "standing" for revision in history):
        if lead is None or not incident.claims:
            return Front(spot, subject_of(incident), history)
        if (led_at := _led_at(incident, lead)) is not None:
            return Front(spot, subject_of(incident), history, led_at)
    return Front(spot, None, ())


def _led_at(incident: Incident, lead: int) -> datetime | None:
    """When an article was first published that tells of the dead in its first so many characters; None where none does.

    What is new stands there. Further down are the acts of other places and years that a paper recalls, and those of a front in its course.
    """
    led = [c.published_at for c in incident.claims if c.measure == "killed" and c.hedge != "denied" and c.start < lead]
    return min(led, default=None)


def _km(one: Spot, two: Spot) -> float:
    return km_apart(one.lat, one.lon, two.lat, two.lon)

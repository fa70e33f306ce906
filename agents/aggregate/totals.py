"""Tables added up when they are read: any windows and dimensions, from the incidents as a policy makes their figures.

Nothing of them is kept. On rows and windows that the stream keeps too they say the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from agents.aggregate.contributions import MEASURES, day_of
from agents.aggregate.dimensions import Parties, shares
from agents.aggregate.periods import Period, period_of, window_named
from agents.aggregate.together import Near, groups, twice
from streams.records import Count, Incident, Reconciled, Record

BY = ("country", "admin1", "party", "event_type")  # of the tables that are shown where none is asked for
WINDOWS = ("1d", "7d", "30d")


class Total(Record):
    """One row of a table that is added up when it is read (`rasad aggregates`): a country's incidents and persons in one period.

    dimension: country, admin1, place, party, perpetrator, event_type, sub_event_type or outlet; several, separated by commas, are
    crossed. value: the row (id of a place, party, perpetrator or outlet; name of a governorate or type); of several dimensions also
    values, one each. name: what articles call the place. perpetrator: who did it; in a fight the attacker's own losses are laid to the
    other side. outlet: whatever it reported, in figures reconciled over all outlets. What is not stated is in no row, but for an unknown
    perpetrator.
    window: 7d (so many days up to the newest day), 2019-03-10, 2019-W11 (ISO week, Monday to Sunday) or 2019-03. first, last: its days;
    window_days: how many; day: the newest that adds to it. An incident counts on its first day.
    incidents: as they stand; incidents_low: if all of them that may be one are one. Persons are sums of best figures; _high of upper
    bounds; _low of lower bounds, those that may be one counted once: at least what the least of them says in all, and at least the
    lowest number of each side that is named. outlets: distinct; corroborated: incidents of two or more independent outlets.
    """

    country: str
    dimension: str
    value: str
    values: tuple[str, ...] = ()
    name: str = ""
    window: str
    window_days: int
    first: date
    last: date
    day: date
    incidents: Count
    incidents_low: Count
    killed: Count = 0
    killed_low: Count = 0
    killed_high: Count = 0
    wounded: Count = 0
    wounded_low: Count = 0
    wounded_high: Count = 0
    captured: Count = 0
    captured_low: Count = 0
    captured_high: Count = 0
    displaced: Count = 0
    displaced_low: Count = 0
    displaced_high: Count = 0
    outlets: Count = 0
    corroborated: Count = 0

    @property
    def cell_id(self) -> str:
        """``<country>/<dimension>/<value>/<window>``."""
        return f"{self.country}/{self.dimension}/{self.value}/{self.window}"


class Part(NamedTuple):
    """One incident in one row. day: on which it counts; parties: whose people count there."""

    day: date
    incident: Incident
    parties: Parties

    def figures(self, measure: str) -> list[Reconciled]:
        """Its figures of a measure that count there."""
        counted = [one for one in self.incident.figures if one.measure == measure and not one.subset]
        return [one for one in counted if self.parties is None or one.party in self.parties]


class Span(NamedTuple):
    """The days that are counted, both ends with them. last: the newest, with which rolling windows end."""

    first: date | None
    last: date


Row = tuple[str, tuple[str, ...], Period]  # country, a value of each dimension, period


def totals(incidents: Iterable[Incident], dimensions: tuple[str, ...], windows: Sequence[str], span: Span, near: Near) -> list[Total]:
    """The rows that hold anything: by window in the order given, then the newest period first, then the largest.

    near: by incident, those that it may be one with.
    """
    found = [total(row, dimensions, held, near) for row, held in parts(incidents, dimensions, windows, span).items()]
    order = {window: number for number, window in enumerate(windows)}
    return sorted(
        found, key=lambda one: (order[window_named(one.window)], -one.first.toordinal(), -one.incidents, -one.killed, one.cell_id)
    )


def parts(incidents: Iterable[Incident], dimensions: tuple[str, ...], windows: Sequence[str], span: Span) -> dict[Row, list[Part]]:
    """What each row adds up, by day and id of the incident."""
    found: dict[Row, list[Part]] = defaultdict(list)
    periods: dict[date, list[Period]] = {}
    counted = []
    for one in incidents:
        day = day_of(one)
        if day is None or day > span.last or (span.first is not None and day < span.first):
            continue
        if day not in periods:
            periods[day] = [period for window in windows if (period := period_of(window, day, span.last))]
        if periods[day]:
            counted.append((day, one.incident_id, one))
    for day, _, incident in sorted(counted, key=itemgetter(0, 1)):
        for share in shares(incident, dimensions):
            for period in periods[day]:
                found[incident.country, share.values, period].append(Part(day, incident, share.parties))
    return found


def total(row: Row, dimensions: tuple[str, ...], held: list[Part], near: Near) -> Total:
    """What the incidents of a row come to."""
    country, values, period = row
    by_id = {part.incident.incident_id: part for part in held}
    found = groups(by_id.keys(), near)
    persons: dict[str, int] = {}
    for measure in MEASURES:
        figures = [figure for part in held for figure in part.figures(measure)]
        persons[measure] = sum(one.best or 0 for one in figures)
        persons[f"{measure}_low"] = sum(one.low or 0 for one in figures)
        persons[f"{measure}_high"] = sum(max(one.high or 0, one.best or 0) for one in figures)
    for group in found:
        for measure, again in twice([f for measure in MEASURES for f in by_id[name].figures(measure)] for name in group).items():
            persons[f"{measure}_low"] -= again
    return Total(
        country=country,
        dimension=",".join(dimensions),
        value=",".join(values),
        values=values if len(values) > 1 else (),
        name=_name(held) if "place" in dimensions else "",
        window=period.name,
        window_days=period.days,
        first=period.first,
        last=period.last,
        day=held[-1].day,
        incidents=len(held),
        incidents_low=len(held) - sum(len(group) - 1 for group in found),
        outlets=len({outlet for part in held for outlet in part.incident.outlets}),
        corroborated=sum(part.incident.origins > 1 for part in held),
        **persons,
    )


def _name(held: Iterable[Part]) -> str:
    """What most call the place; among equals the first by alphabet."""
    names = Counter(part.incident.place.name for part in held if part.incident.place)
    return min(names, key=lambda name: (-names[name], name), default="")

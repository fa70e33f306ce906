"""What one incident adds to the tables: its day, its rows, and the persons in each."""

from datetime import date
from operator import add, sub
from typing import NamedTuple

from streams.records import Incident, Reconciled

Row = tuple[str, str, str]  # country, dimension, value
EVIDENCE = ("claims", "links", "changes", "history", "report_ids", "article_ids", "superseded_by")  # of which sums need nothing
MEASURES = ("killed", "wounded", "captured", "displaced")


class Persons(NamedTuple):
    """Persons, each a best figure but for the bounds of the killed. A joint count of killed or wounded enters neither."""

    killed: int = 0
    killed_low: int = 0
    killed_high: int = 0
    wounded: int = 0
    captured: int = 0
    displaced: int = 0


NONE = Persons()


class Contribution(NamedTuple):
    """One incident in the tables. day: when it happened."""

    day: date
    outlets: tuple[str, ...]
    rows: tuple[tuple[Row, Persons], ...]


class Change(NamedTuple):
    """What a new state of an incident changes in one row. come, gone: outlets that count once more, and once less."""

    incidents: int
    persons: Persons
    come: tuple[str, ...]
    gone: tuple[str, ...]


def changes(old: Contribution | None, new: Contribution | None) -> dict[Row, Change]:
    """What changes on a day, by row, where the one contribution takes the other's place."""
    before, after = dict(old.rows) if old else {}, dict(new.rows) if new else {}
    lost, won = old.outlets if old else (), new.outlets if new else ()
    come, gone = tuple([one for one in won if one not in lost]), tuple([one for one in lost if one not in won])
    found: dict[Row, Change] = {}
    for row, persons in after.items():
        if row not in before:
            found[row] = Change(1, persons, won, ())
        elif come or gone or before[row] != persons:
            found[row] = Change(0, minus(persons, before[row]), come, gone)
    for row, persons in before.items():
        if row not in after:
            found[row] = Change(-1, minus(NONE, persons), (), lost)
    return found


def plus(one: Persons, other: Persons) -> Persons:
    """Both together."""
    return Persons(*map(add, one, other))


def minus(one: Persons, other: Persons) -> Persons:
    """The one without the other; NONE itself where nothing is left."""
    return NONE if one == other else Persons(*map(sub, one, other))


def day_of(incident: Incident) -> date | None:
    """The day on which the incident counts; None where it does not: not one occurrence, merged away, taken back, or without any day."""
    if incident.scope != "incident" or incident.status != "standing":
        return None
    published = incident.first_published_at.date() if incident.first_published_at else None
    return incident.date_start or incident.date_end or published


def contribution_of(incident: Incident) -> Contribution | None:
    """What the incident adds; None where it does not count."""
    day = day_of(incident)
    if day is None:
        return None
    whole = _persons([f for f in incident.figures if not f.subset])
    rows: list[tuple[Row, Persons]] = [
        ((incident.country, "country", incident.country), whole),
        ((incident.country, "event_type", incident.event_type), whole),
    ]
    if incident.place and incident.place.admin1:
        rows.append(((incident.country, "admin1", incident.place.admin1), whole))
    counted = [f for f in incident.figures if not f.subset and f.measure in MEASURES]
    rows += (
        ((incident.country, "party", party), _persons([f for f in counted if f.party == party]))
        for party in sorted({f.party for f in counted})
    )
    return Contribution(day, incident.outlets, tuple(rows))


def _persons(figures: list[Reconciled]) -> Persons:
    if not figures:
        return NONE
    best = dict.fromkeys(MEASURES, 0)
    low = high = 0
    for f in figures:
        if f.measure in best:
            best[f.measure] += f.best or 0
        if f.measure == "killed":
            low += f.low or 0
            high += max(f.high or 0, f.best or 0)
    return Persons(best["killed"], low, high, best["wounded"], best["captured"], best["displaced"])

"""What one incident adds to the tables: its day, its rows, and the persons in each."""

from collections.abc import Sequence
from datetime import date
from operator import add, sub
from typing import NamedTuple

from streams.records import Incident, Reconciled

Row = tuple[str, str, str]  # country, dimension, value
MEASURES = ("killed", "wounded", "captured", "displaced")


Persons = tuple[int, ...]  # of each measure the best figure, its low, its high (BOUNDS); a plain tuple, since it is added all day long
Steps = tuple[tuple[int, int], ...]
BOUNDS = tuple(f"{measure}{end}" for measure in MEASURES for end in ("", "_low", "_high"))
PLACES = {measure: BOUNDS.index(measure) for measure in MEASURES}  # of the best figure
NONE: Persons = (0,) * len(BOUNDS)


class Contribution(NamedTuple):
    """One incident in the tables. day: when it happened. rows: those it is in, with the persons it adds; figures: that they come from.

    A joint count of killed or wounded counts as neither.
    """

    day: date
    outlets: tuple[str, ...]
    rows: tuple[tuple[Row, Persons], ...]
    figures: tuple[Reconciled, ...]


class Change(NamedTuple):
    """What a new state of an incident changes in one row. steps: by how much persons change, and which of them (by number in BOUNDS).

    come, gone: outlets that count once more, and once less.
    """

    incidents: int
    steps: Steps
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
            found[row] = Change(1, _steps(NONE, persons), won, ())
        elif come or gone or before[row] != persons:
            found[row] = Change(0, _steps(before[row], persons), come, gone)
    for row, persons in before.items():
        if row not in after:
            found[row] = Change(-1, _steps(persons, NONE), (), lost)
    return found


def _steps(old: Persons, new: Persons) -> Steps:
    if old == new:
        return ()
    return tuple([(number, after - before) for number, (before, after) in enumerate(zip(old, new, strict=True)) if before != after])


def stepped(persons: Persons, steps: Steps) -> Persons:
    """Persons after some steps."""
    found = list(persons)
    for number, step in steps:
        found[number] += step
    return tuple(found)


def plus(one: Persons, other: Persons) -> Persons:
    """Both together."""
    return tuple(map(add, one, other))


def minus(one: Persons, other: Persons) -> Persons:
    """The one without the other; NONE itself where nothing is left."""
    return NONE if one == other else tuple(map(sub, one, other))


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
    counted = tuple([f for f in incident.figures if not f.subset and f.measure in PLACES])
    whole = _persons(counted)
    rows: list[tuple[Row, Persons]] = [
        ((incident.country, "country", incident.country), whole),
        ((incident.country, "event_type", incident.event_type), whole),
    ]
    if incident.place and incident.place.admin1:
        rows.append(((incident.country, "admin1", incident.place.admin1), whole))
    parties = sorted({f.party for f in counted})
    rows += (
        ((incident.country, "party", party), whole if len(parties) == 1 else _persons([f for f in counted if f.party == party]))
        for party in parties
    )
    return Contribution(day, incident.outlets, tuple(rows), counted)


def counted_in(row: Row, figures: tuple[Reconciled, ...]) -> tuple[Reconciled, ...]:
    """Those of an incident's figures that count in a row."""
    return tuple([one for one in figures if one.party == row[2]]) if row[1] == "party" else figures


def _persons(figures: Sequence[Reconciled]) -> Persons:
    if not figures:
        return NONE
    found = [0] * len(NONE)
    for f in figures:
        at = PLACES[f.measure]
        found[at] += f.best or 0
        found[at + 1] += f.low or 0
        found[at + 2] += max(f.high or 0, f.best or 0)
    return tuple(found)

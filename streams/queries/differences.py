"""What changed between two moments of publication, and because of which article: incidents, then cells, then alerts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple

from agents.aggregate.contributions import PLACES, Row, contribution_of
from streams.queries import queries
from streams.queries.moments import Moment
from streams.records import Alert, Cell, Incident, Record

COUNTS = ("incidents", "killed", "wounded", "captured", "displaced")  # of a cell
What = Literal["new", "changed", "confirmed", "withdrawn", "gone"]


class Difference(Record):
    """One thing that is not as it was.

    subject: id of the incident, cell or alert. what: new; changed (field, before, after); confirmed (more reports say the same);
    withdrawn (nothing supports it any more); gone (its reports are in another incident; a cell is empty). because: articles published
    between the two moments that made it so. incidents: those that a cell gained, lost or counts otherwise. left: those of them that only
    fell out of the window, which no article did.
    """

    of: Literal["incident", "cell", "alert"]
    subject: str
    country: str
    title: str
    what: What
    field: str = ""
    before: str | None = None
    after: str | None = None
    published_at: datetime | None = None
    because: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Part(NamedTuple):
    """One incident in one row of the tables."""

    day: date
    name: str
    killed: int


class Sides(NamedTuple):
    """Every incident by id, at the one moment and at the other. since: the earlier moment."""

    old: Mapping[str, Incident]
    new: Mapping[str, Incident]
    since: datetime


def differences(before: Moment, after: Moment, since: datetime, of: str = "") -> list[Difference]:
    """Everything that is not as it was. before: what was known at ``since``; after: what was known at a later moment.

    of: only incidents, cells or alerts (as Difference.of); "" = all.
    """
    sides = Sides(_incidents(before), _incidents(after), since)
    found: list[Difference] = []
    found += _of_incidents(sides) if of in {"", "incident"} else ()
    found += _of_cells(before, after, sides) if of in {"", "cell"} else ()
    found += _of_alerts(before, after, sides) if of in {"", "alert"} else ()
    return found


def _incidents(moment: Moment) -> dict[str, Incident]:
    return {one.incident_id: one for one in queries.newest(moment, "incidents", Incident)}


def reasons(name: str, sides: Sides) -> tuple[str, ...]:
    """Of the articles that came between, those that changed what an incident says, or else those that joined it."""
    old, new = sides.old.get(name), sides.new.get(name)
    if new is None:
        return ()
    told = [revision.because for revision in new.history if revision.published_at > sides.since]
    fresh = [article for article in new.article_ids if old is None or article not in old.article_ids]
    return tuple(dict.fromkeys(told if old is not None and told else fresh))


def _of_incidents(sides: Sides) -> Iterator[Difference]:
    for name in sorted(sides.old.keys() | sides.new.keys()):
        old, new = sides.old.get(name), sides.new.get(name)
        one = new or old
        if one is None:
            continue
        frame = Difference(of="incident", subject=name, country=one.country, title=one.title, what="changed", because=reasons(name, sides))
        if new is None:
            yield frame.model_copy(update={"what": "gone", "before": one.status})
        elif old is None and new.status == "standing":
            yield frame.model_copy(update={"what": "new", "after": _said(new), "published_at": new.first_published_at})
        elif old is not None:
            yield from _changes(old, new, frame, sides.since)


def _changes(old: Incident, new: Incident, frame: Difference, since: datetime) -> Iterator[Difference]:
    made = [change for change in new.changes if change.published_at > since]
    for change in made:
        told = change.model_dump(include={"field", "before", "after", "published_at"})
        gone = change.field == "status" and change.after == "withdrawn"
        yield frame.model_copy(update={**told, "what": "withdrawn" if gone else "changed", "because": (change.because,)})
    if not made and old.report_ids != new.report_ids:
        counts = {"field": "reports", "before": str(len(old.report_ids)), "after": str(len(new.report_ids))}
        yield frame.model_copy(update={**counts, "what": "confirmed", "published_at": new.last_published_at})


def _of_cells(before: Moment, after: Moment, sides: Sides) -> Iterator[Difference]:
    old, new = ({cell.cell_id: cell for cell in queries.cells(moment)} for moment in (before, after))
    rows_old, rows_new = _rows(sides.old), _rows(sides.new)
    for name in sorted(old.keys() | new.keys()):
        one = new.get(name) or old[name]
        changed = [field for field in COUNTS if _count(old.get(name), field) != _count(new.get(name), field)]
        if not changed:
            continue
        row = one.country, one.dimension, one.value
        was = _members(rows_old.get(row, ()), one.window_days, before.newest) if name in old else {}
        now = _members(rows_new.get(row, ()), one.window_days, after.newest) if name in new else {}
        differing = [i for i in sorted(was.keys() | now.keys()) if was.get(i) != now.get(i) or reasons(i, sides)]
        left = tuple(i for i in differing if i not in now and _same_day(i, sides))
        what: What = "new" if name not in old else "gone" if name not in new else "changed"
        for field in changed:
            yield Difference(
                of="cell",
                subject=name,
                country=one.country,
                title=one.value,
                what=what,
                field=field,
                before=str(_count(old.get(name), field)),
                after=str(_count(new.get(name), field)),
                because=_together([i for i in differing if i not in left], sides),
                incidents=tuple(differing),
                left=left,
            )


def _rows(incidents: Mapping[str, Incident]) -> dict[Row, list[Part]]:
    """What each row of the tables adds up, whatever the window."""
    found: dict[Row, list[Part]] = {}
    for name, incident in incidents.items():
        if added := contribution_of(incident):
            for row, persons in added.rows:
                found.setdefault(row, []).append(Part(added.day, name, persons[PLACES["killed"]]))
    return found


def _members(parts: Iterable[Part], days: int, newest: datetime | None) -> dict[str, int]:
    """The incidents of a window, with the killed that each adds. newest: the moment with whose day the window ends."""
    end = newest.date() if newest else date.min
    return {part.name: part.killed for part in parts if 0 <= (end - part.day).days < days}


def _same_day(name: str, sides: Sides) -> bool:
    """Whether an incident is counted on the day on which it was before, so that only the windows moved on."""
    parts = [contribution_of(one) for one in (sides.old.get(name), sides.new.get(name)) if one]
    return len(parts) == 2 and len({part and part.day for part in parts}) == 1 and None not in parts


def _count(cell: Cell | None, field: str) -> int:
    return getattr(cell, field) if cell else 0


def _of_alerts(before: Moment, after: Moment, sides: Sides) -> Iterator[Difference]:
    old, new = ({alert.alert_id: alert for alert in queries.alerts(moment, standing=False)} for moment in (before, after))
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        alert = now or was
        if alert is None or (was and now and (was.status, was.facts) == (now.status, now.facts)):
            continue
        yield Difference(
            of="alert",
            subject=name,
            country=alert.country,
            title=alert.title,
            what=_alerted(was, now),
            field="facts",
            before=_facts(was),
            after=_facts(now),
            published_at=alert.changed_at,
            because=_together(alert.incidents, sides),
            incidents=alert.incidents,
        )


def _alerted(was: Alert | None, now: Alert | None) -> What:
    if now is None or now.status == "withdrawn":
        return "withdrawn"
    return "new" if was is None else "changed"


def _facts(alert: Alert | None) -> str | None:
    return "; ".join([alert.status, *(f"{name} {value}" for name, value in sorted(alert.facts.items()))]) if alert else None


def _together(names: Iterable[str], sides: Sides) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for name in names for article in reasons(name, sides)))


def _said(incident: Incident) -> str:
    return f"{queries.killed(incident)} killed, {queries.people(incident, 'wounded')} wounded, {len(incident.report_ids)} report(s)"

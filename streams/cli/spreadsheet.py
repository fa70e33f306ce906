"""Incidents, tables and alerts for a spreadsheet: CSV, a column a number, in UTF-8 with the mark without which Excel garbles Arabic."""

import csv
import sys
from collections.abc import Iterable, Sequence

from agents.aggregate.totals import Total
from streams.cli.screen import bounded, dead
from streams.errors import UsageError
from streams.records import Alert, Incident, Place

MARK = "\ufeff"
PERSONS = ("killed", "wounded", "captured", "displaced")
PLACE = ("country", "admin1", "place", "lat", "lon", "geo_precision")
SUMS = tuple(name for name in Total.model_fields if name != "values")  # those of several dimensions stand in value too
INCIDENT = (
    *("incident_id", "version", "date_start", "date_end", *PLACE, "event_type", "sub_event_type", "actor1", "actor2", "weapon"),
    *(f"{measure}{bound}" for measure in PERSONS for bound in ("", "_low", "_high")),
    *("origins", "outlets", "articles", "first_published_at", "last_published_at"),
)
ALERT = (
    *("alert_id", "version", "status", "kind", "severity", "rule", *PLACE, "event_day", "raised_at", "changed_at"),
    *("killed", "title", "incidents", "articles"),
)


def one_form(json: bool, csv: bool) -> None:
    """UsageError where two forms were asked for."""
    if json and csv:
        raise UsageError("--json and --csv are two forms: give one of them")


def incidents(found: Iterable[Incident]) -> None:
    """Writes incidents, one a row; persons are blank where no number is stated, outlets and articles are parted by a blank."""
    _write(INCIDENT, map(_incident, found))


def totals(found: Iterable[Total]) -> None:
    """Writes rows of tables, one below the other: their dimension and window say which."""
    _write(SUMS, ([getattr(one, name) for name in SUMS] for one in found))


def alerts(found: Iterable[Alert]) -> None:
    """Writes alerts, one a row; killed is what a table of alerts shows."""
    _write(ALERT, map(_alert, found))


def _write(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    sys.stdout.write(MARK)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _incident(one: Incident) -> list[object]:
    persons = [number for measure in PERSONS for number in bounded(one, measure) or ("", "", "")]
    acted = (one.event_type, one.sub_event_type, one.actor1, one.actor2, one.weapon)
    told = (one.origins, " ".join(one.outlets), " ".join(one.article_ids), one.first_published_at, one.last_published_at)
    return [one.incident_id, one.version, one.date_start, one.date_end, *_place(one.country, one.place), *acted, *persons, *told]


def _alert(one: Alert) -> list[object]:
    head = (one.alert_id, one.version, one.status, one.kind, one.severity, one.rule)
    when = (one.event_day, one.raised_at, one.changed_at)
    return [*head, *_place(one.country, one.place), *when, dead(one), one.title, " ".join(one.incidents), " ".join(one.articles)]


def _place(country: str, place: Place | None) -> tuple[object, ...]:
    return (country, place.admin1, place.name, place.lat, place.lon, place.geo_precision) if place else (country, *[""] * (len(PLACE) - 1))

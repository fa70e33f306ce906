"""Tables for people: boxed on a terminal, aligned text elsewhere; Arabic always in the last column, where it cannot push others about."""

import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from agents.aggregate.totals import Total
from streams.queries.queries import killed, people
from streams.records import Alert, Cell, Incident, Record

WIDTH = 200  # where the output is no terminal: what a line of names and ids needs
NAMED = 10  # of the last column, which holds a name
WIDE = 180  # of a terminal that takes every column
NAMES = {"admin1": "governorate", "party": "party harmed", "event_type": "kind of event", "sub_event_type": "kind"}  # of dimensions


def console() -> Console:
    """Standard output."""
    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=WIDTH, no_color=True)


def json_lines(records: Iterable[Record]) -> None:
    """Writes records as JSON Lines."""
    for record in records:
        sys.stdout.write(record.model_dump_json(exclude_defaults=True) + "\n")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table. A column named ``#…`` holds numbers and stands right; one named ``?…`` is left out of narrow terminals."""
    wide = console().width >= WIDE
    kept = [index for index, column in enumerate(columns) if wide or "?" not in column]
    made = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index in kept:
        column, last = columns[index], index == kept[-1]
        made.add_column(
            column.lstrip("#?"),
            justify="right" if "#" in column else "left",
            no_wrap=not last,
            overflow="fold" if last else "ellipsis",
            min_width=NAMED if last else None,
        )
    for row in rows:
        made.add_row(*("" if row[index] is None else str(row[index]) for index in kept))
    return made


def incident_table(incidents: Sequence[Incident], title: str = "Incidents") -> Table:
    """One line an incident."""
    return table(
        title,
        ("day", "type", "by", "against", "#killed", "#wounded", "?#captured", "?#outlets", "?governorate", "?id", "place"),
        (
            (
                incident.date_start,
                incident.sub_event_type,
                incident.actor1,
                incident.actor2,
                bounds(incident, "killed"),
                bounds(incident, "wounded"),
                bounds(incident, "captured"),
                len(incident.outlets),
                f"{incident.country} {(incident.place and incident.place.admin1) or ''}".strip(),
                incident.incident_id,
                incident.place.name if incident.place else "",
            )
            for incident in incidents
        ),
    )


def bounds(incident: Incident, measure: str) -> str:
    """The best figure and, where they differ, its bounds: ``12 (9–15)``; "" where none is stated."""
    figures = [figure for figure in incident.figures if figure.measure == measure and figure.subset is None]
    if not figures:
        return ""
    low, high = sum(figure.low or 0 for figure in figures), sum(figure.high or figure.best or 0 for figure in figures)
    best = killed(incident) if measure == "killed" else people(incident, measure)
    return str(best) if low == best == high else f"{best} ({low}–{high})"


def between(total: Total | Cell, what: str) -> str:
    """What a row counts and, where they differ, its bounds: ``202 (183–210)``, ``41 (37–41)`` incidents of which eight may be four."""
    best, low = getattr(total, what), getattr(total, f"{what}_low")
    high = getattr(total, f"{what}_high", best)
    return str(best) if low == best == high else f"{best} ({low}–{high})"


def total_table(totals: Sequence[Total], dimensions: Sequence[str], title: str) -> Table:
    """One line a row of a table by these dimensions. title: what follows their names."""
    by = [NAMES.get(dimension, dimension) for dimension in dimensions if dimension != "country"]
    named = ["name"] if "place" in dimensions else []
    people = ("killed", "wounded", "captured", "displaced")
    counted = ("#incidents", "#killed", "#wounded", "?#captured", "?#displaced", "?#outlets", "?#corroborated")
    return table(
        f"By {' and '.join(NAMES.get(dimension, dimension) for dimension in dimensions)}{title}",
        ("window", *counted, "country", *by, *named),
        (
            (
                one.window,
                *(between(one, what) for what in ("incidents", *people)),
                one.outlets,
                one.corroborated,
                one.country,
                *(value for value, dimension in zip(one.values or (one.value,), dimensions, strict=True) if dimension != "country"),
                *([one.name] if named else []),
            )
            for one in totals
        ),
    )


def dead(alert: Alert) -> str:
    """The killed that an alert tells of, or "".

    ``19 (11–19)``, ``20+`` where nobody says how many more, ``30+ (11–)`` likewise, ``11 → 19`` where they were revised, ``11 (11–19), 30``
    where another incident of the same occurrence has 30; "" where none is left of those who were told of.
    """
    facts = alert.facts
    if alert.kind == "revision":
        return f"{facts.get('first', '')} → {facts.get('now', '')}"
    killed, (low, _, high) = facts.get("killed", ""), facts.get("bounds", "").partition("-")
    also = f", {facts['also']}" if "also" in facts else ""
    if killed == "0":
        return ""
    if low and not high:
        return f"{killed}+{'' if low == killed else f' ({low}–)'}{also}"
    return (killed if low == high or not killed else f"{killed} ({low}–{high})") + also


def alert_table(alerts: Sequence[Alert], title: str = "Alerts") -> Table:
    """One line an alert."""
    return table(
        title,
        ("", "kind", "status", "raised", "?day", "#killed", "?where", "?id", "what"),
        (
            (
                "!" * alert.severity,
                alert.kind,
                alert.status if alert.version == 1 else f"{alert.status} (v{alert.version})",
                alert.raised_at.date(),
                alert.event_day,
                dead(alert),
                f"{alert.country} {(alert.place and alert.place.admin1) or ''}".strip(),
                alert.alert_id,
                alert.title,
            )
            for alert in alerts
        ),
    )

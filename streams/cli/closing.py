"""What a replay says at its beginning and end."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from heapq import nlargest, nsmallest

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from streams.cli.screen import NAMES, alert_table, between, console, counted, incident_table, table
from streams.inputs.files import Feed
from streams.logs.reader import LogReader
from streams.metrics import Metrics
from streams.queries import queries
from streams.queries.filters import Chosen, Wanted
from streams.queries.naming import legend
from streams.queries.queries import Latest
from streams.records import Alert, Cell, Incident

DIMENSIONS = ("country", "admin1", "party", "event_type")
WINDOWS = (7, 30)
ROWS = 8
ALERTS = 20  # shown at the end
BOUNDED = 130  # columns of a terminal that also takes the bounds of what a row counts
COUNTED = {"incidents": "?", "killed": "", "wounded": "??"}  # and how soon a narrow terminal does without
NOTHING = Cell(country="", dimension="country", value="", window_days=1, day=date.min, incidents=0, incidents_low=0)
NAMED = 5  # unreadable inputs told one by one


def notes(feed: Feed) -> None:
    """Tells what the input holds that is not played."""
    for note in feed.notes:
        sys.stderr.write(f"note: {note}\n")
    for dead in feed.dead[:NAMED]:
        sys.stderr.write(f"dead letter: {dead.origin}: {dead.reason}: {dead.detail}\n")
    if len(feed.dead) > NAMED:
        sys.stderr.write(f"dead letters: {len(feed.dead) - NAMED} more; with --log, `rasad dead-letters list` shows all\n")


def closing(broker: str, metrics: Metrics, top: int, seconds: float, *, kept: bool, stopped: bool) -> None:
    """Prints the tables and alerts that the log holds at the end of a replay."""
    log, screen = LogReader(broker), console()
    ledger = Standing(log, top)
    if not (stopped and kept):
        screen.print(ledger.shown(log, queries.watermark(log)))
    played = (
        counted(metrics.published - metrics.skipped, "article") + " read" + (f" ({metrics.skipped} had been)" if metrics.skipped else "")
    )
    standing = f"{counted(ledger.incidents, 'incident')} and {counted(ledger.alerts, 'alert')}"
    screen.print(f"{played} in {seconds:.1f} s; {standing} stand.")
    refused = ", ".join(f"{count} {reason}" for reason, count in sorted(metrics.refused.items()))
    if refused:
        screen.print(f"Dead letters: {refused}")
    if stopped:
        screen.print("Stopped before the end of the feed." + (" The same command goes on from here." if kept else ""))
    if kept:
        screen.print(f"Kept in {broker}: rasad incidents --log {broker}")


def published(broker: str, metrics: Metrics) -> None:
    """Tells how many articles went to a broker."""
    console().print(f"{metrics.sent['articles']} articles published to {broker}; `rasad worker --broker {broker}` reads them.")


def account(log: LogReader, top: int, wanted: Wanted | None = None) -> Group:
    """Rolling tables, the deadliest incidents and the gravest alerts of a log, as far as they were asked for.

    The tables read best (low–high) where there is room, as those of ``rasad aggregates`` do.
    """
    newest = queries.watermark(log)
    chosen = Chosen(log, wanted, newest) if wanted and wanted != Wanted() else log
    return Standing(chosen, top).shown(chosen, newest)


class Standing:
    """How much stands in a log, and the most of it that a screen takes: looked at one by one, since a log may hold far more."""

    def __init__(self, log: Latest, top: int) -> None:
        """top: incidents to show."""
        self.incidents = self.alerts = self.raised = 0
        self.deadliest = nsmallest(top, self._incidents(log), key=lambda one: (-queries.killed(one), *queries.place_in_list(one)))
        self.gravest = nlargest(ALERTS, self._alerts(log), key=lambda one: (one.severity, one.raised_at, one.alert_id))

    def _incidents(self, log: Latest) -> Iterator[Incident]:
        for incident in queries.standing(log):
            self.incidents += 1
            yield incident

    def _alerts(self, log: Latest) -> Iterator[Alert]:
        for alert in queries.raised(log):
            self.raised += 1
            self.alerts += alert.status != "withdrawn"
            yield alert

    def shown(self, log: Latest, newest: datetime | None) -> Group:
        """The tables. newest: the moment with whose day their windows end."""
        parts: list[Table | str] = [*_rolling(queries.cells(log), newest)]
        if self.deadliest:
            parts.append(incident_table(self.deadliest, f"The {len(self.deadliest)} deadliest of {counted(self.incidents, 'incident')}"))
        left = self.raised - len(self.gravest)
        title = f"The {len(self.gravest)} gravest and newest of {self.raised} alerts" if left else "Alerts"
        if self.gravest:
            parts.append(alert_table(sorted(self.gravest, key=lambda one: (one.raised_at, one.alert_id)), title))
        if left:
            parts.append(f"and {left:,} more: rasad alerts")
        return Group(*(Padding(part, (0, 0, 1, 0), expand=False) for part in parts))


def _rolling(cells: list[Cell], newest: datetime | None) -> Iterator[Table]:
    bounds = console().width >= BOUNDED
    for dimension in DIMENSIONS:
        name = NAMES.get(dimension, dimension)
        rows: dict[tuple[str, str], dict[int, Cell]] = {}
        for cell in cells:
            if cell.dimension == dimension:
                rows.setdefault((cell.country, cell.value), {})[cell.window_days] = cell
        if not rows or newest is None:
            continue
        widest = max(WINDOWS)
        ranked = sorted(rows.items(), key=lambda row: (-_size(row[1].get(widest)), row[0]))
        columns = [f"{mark}#{what}\n{days} days" for days in WINDOWS for what, mark in COUNTED.items()]
        yield table(
            f"By {name}, {' and '.join(map(str, WINDOWS))} days to {newest:%Y-%m-%d}"
            + (f" (first {ROWS} of {len(rows)})" * (len(rows) > ROWS)),
            ("country", *columns, name),
            ((country, *_counts(windows, bounds=bounds), value) for (country, value), windows in ranked[:ROWS]),
            legend(value for (_, value), _ in ranked[:ROWS]) if dimension == "party" else "",
        )


def _size(cell: Cell | None) -> int:
    return cell.incidents + cell.killed if cell else 0


def _counts(windows: dict[int, Cell], *, bounds: bool) -> Iterator[str]:
    for days in WINDOWS:
        cell = windows.get(days) or NOTHING
        yield from (between(cell, what) if bounds else str(getattr(cell, what)) for what in COUNTED)

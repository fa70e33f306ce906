"""``rasad incidents``, ``aggregates``, ``alerts`` and ``watch``: what a log knows, also while a replay or worker writes to it."""

import gc
import sys
import time
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from streams.cli import backtesting, overriding, serving
from streams.cli.options import AsOf, AsReceived, Country, Csv, Json, Km, Log, Near, Party, log_url, moment_of, tables_of
from streams.errors import UsageError
from streams.vocabulary import Scope

if TYPE_CHECKING:
    from streams.logs.reader import LogReader
    from streams.queries.filters import Wanted
    from streams.queries.moments import Moment
    from streams.queries.queries import Latest

Since = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only what happened on this day or later.")]
Until = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only what happened on this day or before.")]
Kind = Annotated[str, typer.Option(help="Event type or sub event type, for example 'Suicide bomb'.")]
BY = "country, governorate, place, party (harmed), perpetrator, event_type, sub_event_type or outlet; several are crossed."
ORDER = "day (the newest first), or the most first: killed, wounded, captured, displaced (persons) or outlets."
WINDOW = "Rolling (1d, 7d, 30d, any Nd) or of the calendar: day, week (ISO, from Monday), month; several one after the other."
Policy = Annotated[str, typer.Option(help="How claims become figures: ucdp, acled, ibc, majority or latest.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    listed = typer.Typer(invoke_without_command=True)
    listed.callback()(incidents)
    overriding.add_to(listed)
    app.add_typer(listed, name="incidents")
    raised = typer.Typer(invoke_without_command=True)
    raised.callback()(alerts)
    backtesting.add_to(raised)
    serving.add_to(raised)
    app.add_typer(raised, name="alerts")
    for command in (aggregates, watch):
        app.command()(command)


def _open(log: str) -> "LogReader":
    from streams.logs.reader import LogReader  # noqa: PLC0415

    return LogReader(log_url(log))


def _known(log: str, as_of: str = "", as_received: str = "", policy: str = "ucdp") -> "LogReader | Moment":
    """The log as it stands, or what its reports come to as of a moment or under another policy; UsageError where one is unknown."""
    from agents.deduplicate.policies import POLICIES  # noqa: PLC0415

    if policy not in POLICIES:
        raise UsageError(f"--policy {policy}: expected one of {', '.join(POLICIES)}")
    if as_of and as_received:
        raise UsageError("--as-of goes by when articles were published, --as-received by when they were read: give one of them")
    published, received = moment_of(as_of), moment_of(as_received, "--as-received")
    if not (published or received) and policy == "ucdp":
        return _open(log)
    from streams.queries.moments import known  # noqa: PLC0415

    gc.disable()  # a moment is answered and the process ends: looking for garbage would take a sixth of the time and find next to none
    return known(_open(log), published, policy, received)


def _wanted(country: str, kind: str, party: str, near: str, km: float) -> "Wanted":
    """The filter of these options; UsageError where one of them is none."""
    from streams.queries.filters import wanted  # noqa: PLC0415

    return wanted(country, kind, party, near, km)


def _chosen(known: "LogReader | Moment", asked: "Wanted") -> "Latest":
    """What is known, as far as it was asked for."""
    from streams.queries.filters import Chosen  # noqa: PLC0415

    return Chosen(known, asked, _newest(known))


def _newest(known: "LogReader | Moment") -> datetime | None:
    """The newest moment of publication that is known."""
    from streams.queries import queries  # noqa: PLC0415
    from streams.queries.moments import Moment  # noqa: PLC0415

    return known.newest if isinstance(known, Moment) else queries.watermark(known)


def _days(since: str, until: str) -> tuple[date | None, date | None]:
    """The first and the last day asked for; UsageError where one is none, or none can lie between."""
    first, last = _day("--since", since), _day("--until", until)
    if first and last and first > last:
        raise UsageError(f"--since {first} and --until {last}: expected two days, the earlier one first")
    return first, last


def _day(option: str, text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date() if text else None  # noqa: DTZ007 - a day on the calendar has no zone
    except ValueError as error:
        raise UsageError(f"{option} {text}: expected a day, for example 2019-03-22") from error


def incidents(  # noqa: PLR0917 - options of the command line
    ctx: typer.Context,
    log: Log = "",
    country: Country = "",
    since: Since = "",
    until: Until = "",
    kind: Kind = "",
    party: Party = "",
    near: Near = "",
    km: Km = 50,
    scope: Annotated[str, typer.Option(help="incident, toll, summary, estimate, or all.")] = "incident",
    order: Annotated[str, typer.Option(help=ORDER)] = "day",
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 = all.")] = 0,
    as_of: AsOf = "",
    as_received: AsReceived = "",
    policy: Policy = "ucdp",
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the incidents that stand, newest first or gravest first; merge or split them."""
    if ctx.invoked_subcommand:
        return
    from streams.cli import screen, spreadsheet  # noqa: PLC0415
    from streams.queries import queries  # noqa: PLC0415

    spreadsheet.one_form(json, csv)
    days = _days(since, until)
    for option, given, known in (("scope", scope, (*get_args(Scope), "all")), ("order", order, queries.ORDERS)):
        if given not in known:
            raise UsageError(f"--{option} {given}: expected one of {', '.join(known)}")
    chosen = _chosen(_known(log, as_of, as_received, policy), _wanted(country, kind, party, near, km))
    found = queries.incidents(chosen, first=days[0], last=days[1], scope="" if scope == "all" else scope, order=order)
    shown = found[:limit] if limit else found
    if json:
        screen.json_lines(shown)
    elif csv:
        spreadsheet.incidents(shown)
    else:
        screen.console().print(screen.incident_table(shown, f"{len(shown)} of {screen.counted(len(found), 'incident')}"))


def aggregates(  # noqa: PLR0917 - options of the command line
    log: Log = "",
    country: Country = "",
    by: Annotated[str, typer.Option(metavar="DIMENSION,…", help=BY)] = "",
    window: Annotated[str, typer.Option(metavar="WINDOW,…", help=WINDOW)] = "",
    days: Annotated[int, typer.Option(min=0, help="As --window, so many days; 0 = 1, 7 and 30.")] = 0,
    since: Since = "",
    until: Until = "",
    kind: Kind = "",
    party: Party = "",
    near: Near = "",
    km: Km = 50,
    limit: Annotated[int, typer.Option(min=0, help="At most so many rows of each period, the largest; 0 = all.")] = 0,
    as_of: AsOf = "",
    as_received: AsReceived = "",
    policy: Policy = "ucdp",
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Add up incidents: tables by place, party, perpetrator, kind or outlet over days, weeks or months, as far as asked for.

    A figure reads best (low–high): low counts incidents that may be one as one, high as several. --since and --until (both with
    their day) say which days count, and rolling windows end with --until, else with the newest day published.
    """
    from agents.aggregate.totals import Span  # noqa: PLC0415
    from streams.cli import screen, spreadsheet  # noqa: PLC0415
    from streams.queries import tables  # noqa: PLC0415

    spreadsheet.one_form(json, csv)
    dimensions, windows = tables_of(by, window, days)
    first, last = _days(since, until)
    known = _known(log, as_of, as_received, policy)
    newest = _newest(known)
    end = last or (newest.date() if newest else date.max)
    asked = tables.Asked(dimensions, windows, Span(first, end))
    found = tables.told(_chosen(known, _wanted(country, kind, party, near, km)), asked)
    if csv:
        spreadsheet.totals(row for _, rows in found for row in tables.largest(rows, limit))
        return
    for names, rows in found:
        shown = tables.largest(rows, limit)
        if json:
            screen.json_lines(shown)
        elif rows:
            left = f", the largest {limit} of each period" if len(shown) < len(rows) else ""
            screen.console().print(screen.total_table(shown, names, f", to {end}{left}"))
    if not json and not any(rows for _, rows in found):
        screen.console().print("Nothing is counted: no incident on these days has all that was asked for.")


def alerts(  # noqa: PLR0917 - options of the command line
    ctx: typer.Context,
    log: Log = "",
    kind: Annotated[str, typer.Option(help="Only this kind of alert, for example mass-casualty, or of event.")] = "",
    country: Country = "",
    party: Party = "",
    near: Near = "",
    km: Km = 50,
    severity: Annotated[int, typer.Option(min=1, max=3, help="Only alerts at least this severe: 1 low, 3 high.")] = 1,
    history: Annotated[bool, typer.Option(help="Every version that was sent, not only the newest of each.")] = False,
    follow: Annotated[
        bool, typer.Option("--follow", "-f", help="Stay, and show each alert as it is raised, amended or withdrawn.")
    ] = False,
    as_of: AsOf = "",
    as_received: AsReceived = "",
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the alerts, or follow them; serve them to others; try rules on articles of the past."""
    if ctx.invoked_subcommand:
        return
    from streams.cli import screen, spreadsheet  # noqa: PLC0415
    from streams.queries import following, queries  # noqa: PLC0415

    spreadsheet.one_form(json, csv)
    if csv and follow:
        raise UsageError("--follow writes lines as they come: give --json with it, or neither")
    if as_received and follow:
        raise UsageError("--as-received tells what had been sent by a moment, --follow what will be: give one of them")
    if as_of and (follow or history):
        raise UsageError("--as-of tells what stood at a moment; --history and --follow tell what was sent: give one of them")
    reader, asked = _open(log), _wanted(country, kind, party, near, km)
    if follow:
        _follow(reader, asked, severity, json)
        return
    known, received = _known(log, as_of, as_received), moment_of(as_received, "--as-received")
    if history:
        chosen = queries.alert_history(reader, received=received)
    else:
        chosen = queries.alerts_sent(reader, received) if received else queries.alerts(known, standing=False)
    found = following.chosen(chosen, known, asked, severity)
    if json:
        screen.json_lines(found)
    elif csv:
        spreadsheet.alerts(found)
    else:
        screen.console().print(screen.alert_table(found, screen.counted(len(found), "alert")))


def _follow(reader: "LogReader", asked: "Wanted", severity: int, json: bool) -> None:
    from streams.cli import screen  # noqa: PLC0415
    from streams.queries.following import Following  # noqa: PLC0415

    following = Following(reader, asked, severity)
    while True:
        for alert in following.new():
            if json:
                screen.json_lines([alert])
            else:
                where = f"{alert.country} {(alert.place and alert.place.admin1) or ''}".strip()
                what = f"{killed} killed; {alert.title}" if (killed := screen.dead(alert)) else alert.title
                sys.stdout.write(
                    f"{alert.changed_at:%Y-%m-%d %H:%M} {alert.status:9} {'!' * alert.severity:3} {alert.kind:13} {where} {what}\n"
                )
        sys.stdout.flush()
        time.sleep(0.5)


def watch(  # noqa: PLR0917 - options of the command line
    log: Log = "",
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks.")] = 1.0,
    top: Annotated[int, typer.Option(min=1, help="Incidents to show.")] = 10,
    once: Annotated[bool, typer.Option(help="Show it once and end.")] = False,
    country: Country = "",
    kind: Kind = "",
    party: Party = "",
    near: Near = "",
    km: Km = 50,
) -> None:
    """Watch tables and alerts change; Ctrl-C ends it. Where standard output is no terminal, or a dumb one, shows them once."""
    from rich.live import Live  # noqa: PLC0415

    from streams.cli import closing, screen  # noqa: PLC0415

    reader, out, asked = _open(log), screen.console(), _wanted(country, kind, party, near, km)
    if once or not out.is_terminal or out.is_dumb_terminal:  # on which nothing can be drawn anew
        out.print(closing.account(reader, top, asked))
        return
    with Live(closing.account(reader, top, asked), console=out, screen=True, auto_refresh=False) as live:
        while True:
            time.sleep(every)
            live.update(closing.account(reader, top, asked), refresh=True)

"""Options that several commands share."""

from typing import TYPE_CHECKING, Annotated

import typer

from streams.errors import InputError, UsageError

if TYPE_CHECKING:
    from datetime import datetime

Json = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output, an object a record.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV for a spreadsheet, a column a number.")]
Log = Annotated[
    str,
    typer.Option(
        "--log",
        envvar="RASAD_LOG",
        metavar="URL",
        help="The log: embedded:///path/rasad.db, or just the path, or kafka://host:9092. Read beside a running replay or worker.",
    ),
]
Broker = Annotated[
    str,
    typer.Option(
        "--broker",
        envvar="RASAD_BROKER",
        metavar="URL",
        help="embedded:///path/rasad.db (or --log), or kafka://host:9092; several brokers are separated by ;",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also show what Faust and the broker say, on standard error.")]
Country = Annotated[str, typer.Option(metavar="ISO", help="Only this country, for example SY.")]
Near = Annotated[str, typer.Option(metavar="PLACE", help="Only around this place: its name, its id in places.csv, or lat,lon.")]
Km = Annotated[float, typer.Option(min=0, help="So many kilometres around --near.")]
Party = Annotated[str, typer.Option(metavar="ACTOR", help="Only what this party does or suffers: its id, for example sdf, or its name.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="MOMENT", help="What articles published by this moment say, for example 2019-03-22T18:00:00Z.")
]
AsReceived = Annotated[
    str,
    typer.Option("--as-received", metavar="MOMENT", help="What had been read by this moment of our own clock, whenever it was published."),
]
Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", show_default=False)]


def log_url(log: str) -> str:
    """The URL of a log given as URL or path; UsageError where none was given, or one in memory, which ends with its process."""
    if not log:
        raise UsageError("which log? give --log embedded:///path/rasad.db or set RASAD_LOG (a replay writes one with --log too)")
    if "://" in log:
        if not log.startswith(("embedded:///", "kafka://")):
            raise UsageError(f"--log {log}: expected embedded:///path/rasad.db, a path, or kafka://host:9092")
        return log
    from pathlib import Path  # noqa: PLC0415 - keeps the start of `rasad --help` short

    path = Path(log).resolve()
    if path.is_dir():
        raise UsageError(f"--log {log} is a folder: a log is a file, for example {log.rstrip('/')}/rasad.db")
    return f"embedded://{path}"


def broker_url(broker: str, log: str) -> str:
    """The broker to run on: --broker, else the embedded log of --log, else "" (nothing was said)."""
    if broker and log and broker != log_url(log):
        raise UsageError(f"--broker {broker} and --log {log} name two logs: give one of them")
    if broker:
        if not broker.startswith(("embedded://", "kafka://")):
            raise UsageError(f"--broker {broker}: expected embedded:///path/rasad.db or kafka://host:9092")
        return broker
    return log_url(log) if log else ""


def moment_of(as_of: str, option: str = "--as-of") -> "datetime | None":
    """The moment given with an option, None where none was; UsageError where it is none."""
    from streams.inputs.article import moment  # noqa: PLC0415

    try:
        return moment(as_of) if as_of else None
    except InputError as error:
        raise UsageError(
            f"{option} {as_of}: expected a moment of 1990 to 2100, for example 2019-03-22T18:00:00Z, or a day (its beginning)"
        ) from error


def tables_of(by: str, window: str, days: int) -> tuple[list[tuple[str, ...]], list[str]]:
    """The dimensions of each table and the windows that --by, --window and --days ask for; UsageError where one of them is none."""
    from agents.aggregate import totals  # noqa: PLC0415
    from agents.aggregate.dimensions import dimensions_of  # noqa: PLC0415
    from agents.aggregate.periods import windows_of  # noqa: PLC0415

    if window and days:
        raise UsageError(f"--window {window} and --days {days} both say which windows: give one of them")
    try:
        dimensions = dimensions_of(by)
    except ValueError as error:
        raise UsageError(f"--by {error}") from error
    try:
        windows = windows_of(window or (f"{days}d" if days else ""))
    except ValueError as error:
        raise UsageError(f"--{'window' if window else 'days'} {error}") from error
    return [dimensions] if dimensions else [(name,) for name in totals.BY], windows or list(totals.WINDOWS)

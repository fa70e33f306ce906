"""``rasad topics``, ``dead-letters``, ``schema`` and ``check``."""

import json as jsonlib
import sys
from typing import Annotated

import typer

from streams.cli.options import Broker, Json, Log, Verbose, broker_url, log_url
from streams.errors import UsageError

dead_letters = typer.Typer(help="What could not be processed: list it, or send it again.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(topics)
    app.add_typer(dead_letters, name="dead-letters")
    app.command()(schema)
    app.command()(check)


def topics(log: Log = "", json: Json = False) -> None:
    """List the topics of a log: records kept, end offset, and records not yet worked off."""
    from streams.cli import screen  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries import queries  # noqa: PLC0415

    found = queries.topics(LogReader(log_url(log)))
    if json:
        for row in found:
            sys.stdout.write(jsonlib.dumps(row._asdict()) + "\n")
    else:
        rows = [(row.name, row.record, row.partitions, row.kept, row.end, row.lag, row.says) for row in found]
        screen.console().print(screen.table("Topics", ("=topic", "??record", "??#partitions", "#kept", "?#end", "#lag", "???says"), rows))


@dead_letters.command("list")
def list_dead(
    log: Log = "",
    reason: Annotated[str, typer.Option(help="Only this reason, for example no-date.")] = "",
    json: Json = False,
) -> None:
    """List the dead letters, the newest of each origin."""
    from streams.cli import screen  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries import queries  # noqa: PLC0415

    found = [row for row in queries.dead_letters(LogReader(log_url(log))) if not reason or row.dead.reason == reason]
    if json:
        screen.json_lines(row.dead for row in found)
    else:
        rows = [(row.dead.origin, row.dead.room, row.dead.reason, len(row.dead.payload), row.dead.detail) for row in found]
        screen.console().print(
            screen.table(screen.counted(len(found), "dead letter"), ("=origin", "?room", "reason", "?#bytes", "detail"), rows)
        )


@dead_letters.command()
def requeue(
    origins: Annotated[list[str] | None, typer.Argument(metavar="[ORIGIN]...", help="As `dead-letters list` shows them.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    log: Log = "",
    broker: Broker = "",
    verbose: Verbose = False,
) -> None:
    """Send dead letters through the pipeline again: the untouched bytes to the topic they came from.

    What was never an article (a bad line of a file) cannot be sent again: mend the file and replay it.
    """
    from streams.cli.play import quiet, run  # noqa: PLC0415
    from streams.running.requeue import requeue as again  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    if bool(origins) == every:
        raise UsageError("which dead letters? name their origins, or give --all")
    quiet(verbose)
    url = broker_url(broker, log) or log_url(log)
    sent, left = run(again(url, settings(), set(origins or [])))
    unsent = f", {left} cannot be: they came from a file or were cut; mend the file and replay it" if left else ""
    typer.echo(f"{sent} sent again{unsent}")
    raise typer.Exit(0 if sent or not left else 1)


def schema(
    record: Annotated[str, typer.Argument(metavar="[RECORD]", help="Only this record, for example Incident.")] = "",
) -> None:
    """Print the JSON Schema of the records on the topics."""
    from streams.records import RECORDS  # noqa: PLC0415

    record = next((name for name in RECORDS if name.lower() == record.lower()), record)
    if record and record not in RECORDS:
        raise UsageError(f"no record {record!r}: there are {', '.join(RECORDS)}")
    found = {name: kind.model_json_schema() for name, kind in RECORDS.items() if not record or name == record}
    sys.stdout.write(jsonlib.dumps(found[record] if record else found, indent=2, ensure_ascii=False) + "\n")


def check() -> None:
    """Check lexicons, gazetteer, actors, outlets, alert rules and overrides; tell file, line and what is wrong."""
    from streams.reading.checking import faults  # noqa: PLC0415

    found = list(faults())
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    if found:
        sys.stderr.write(f"rasad: {len(found)} fault(s) in the seeds\n")
        raise typer.Exit(1)
    sys.stdout.write("The seeds are sound.\n")

"""``rasad alerts backtest``: what rules would have done with articles of the past."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli.options import Json, Log, Paths, log_url
from streams.errors import InputError, UsageError

if TYPE_CHECKING:
    from agents.alert.backtest import Outcome
    from agents.alert.rules import Rule
    from streams.queries.moments import Batches

SHOWN = 5  # alerts of a rule that are listed on the screen


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(backtest)


def backtest(
    paths: Paths = None,
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Rules in the form of seeds/alert-rules.toml; without it, those.")
    ] = None,
    log: Log = "",
    json: Json = False,
) -> None:
    """Say for each alert rule what it would have done: how often, when, how early before the toll was known, how many were withdrawn.

    PATH: articles as for `replay`, which are read first; without any, what the log of --log has read. A toll is known from the moment on
    from which the killed of the incident no longer changed.
    """
    from streams.cli import reading, screen  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries.moments import published  # noqa: PLC0415
    from streams.reading.backtesting import backtest as run  # noqa: PLC0415
    from streams.reading.backtesting import read  # noqa: PLC0415

    held = _rules(rules)
    unread: list[str] = []

    def readings() -> "Batches":
        if not paths:
            return published(LogReader(log_url(log)))
        return read(reading.extracted_of(reading.articles_of(paths, unread), unread))

    found = run(readings(), held)
    if json:
        screen.json_lines(found)
    else:
        columns = ("=rule", "#fired", "#standing", "#withdrawn", "#amended", "#early", "?#median lead, h", "??=first", "??=last")
        screen.console().print(screen.table("What each rule would have done", columns, map(_row, found)))
        listed = [row for one in found for row in _alerts(one)]
        screen.console().print(
            screen.table(f"The last {SHOWN} alerts of each", ("=rule", "=raised", "status", "?#lead, h", "??where", "what"), listed)
        )
    reading.end(unread)


def _rules(file: Path | None) -> "tuple[Rule, ...]":
    """The rules of a file, or of the seeds; UsageError where there is no such file, InputError where it does not pass the checks."""
    from agents.alert.rules import load, parsed, problems  # noqa: PLC0415

    if file is None:
        return load()
    try:
        found = parsed(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"--rules {file}: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{file}: {error}") from error
    if faults := problems(found):
        raise InputError(f"{file}: {'; '.join(faults)}")
    return found


def _row(one: "Outcome") -> tuple[object, ...]:
    span = (f"{moment:%Y-%m-%d}" if moment else "" for moment in (one.first, one.last))
    return (one.rule, one.fired, one.standing, one.withdrawn, one.amended, one.early, one.median_lead_h, *span)


def _alerts(one: "Outcome") -> list[tuple[object, ...]]:
    return [
        (one.rule, f"{fired.raised_at:%Y-%m-%d %H:%M}", fired.status, fired.lead_h, fired.country, fired.title)
        for fired in one.alerts[-SHOWN:]
    ]

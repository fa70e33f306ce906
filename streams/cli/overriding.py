"""``rasad incidents merge``, ``split`` and ``relink``: a reviewer's word on which reports are of one occurrence."""

from typing import Annotated

import typer

from streams.cli.options import Broker, Log, Verbose, broker_url, log_url
from streams.errors import UsageError

Who = Annotated[str, typer.Option(help="The reviewer.")]
Why = Annotated[str, typer.Option(help="What in the texts decides it.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    for command in (merge, split, relink):
        app.command()(command)


def merge(
    ids: Annotated[list[str], typer.Argument(metavar="INCIDENT INCIDENT...", help="Incidents of one occurrence.")],
    who: Who,
    why: Why,
    log: Log = "",
) -> None:
    """Declare incidents one and the same: writes a row to seeds/overrides.csv or RASAD_OVERRIDES. Take the row away to take it back."""
    import seeds  # noqa: PLC0415
    from agents.deduplicate.overrides import Override  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.running.relinking import named, standing_for, write  # noqa: PLC0415

    if len(ids) < 2:
        raise UsageError("which incidents are one? name two or more")
    reader = LogReader(log_url(log))
    found = [named(reader, name) for name in ids]
    countries = {one.country for one in found}
    if len(countries) > 1:
        raise UsageError(f"incidents of two countries ({', '.join(sorted(countries))}) are never one")
    first, *others = map(standing_for, found)
    _tell(write(seeds.path("overrides.csv"), Override((first,), tuple(others), "same", who, why)))


def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident that holds two occurrences.")],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Those of its reports that are of another occurrence.")],
    who: Who,
    why: Why,
    log: Log = "",
) -> None:
    """Declare reports of an incident to be of another occurrence: writes a row to seeds/overrides.csv or RASAD_OVERRIDES.

    Take the row away to take it back.
    """
    import seeds  # noqa: PLC0415
    from agents.deduplicate.overrides import Override  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.running.relinking import named, rest, write  # noqa: PLC0415

    kept = rest(named(LogReader(log_url(log)), incident), reports)
    _tell(write(seeds.path("overrides.csv"), Override(tuple(reports), tuple(kept), "different", who, why)))


def relink(log: Log = "", broker: Broker = "", verbose: Verbose = False) -> None:
    """Bring a log up to what the overrides (and the rules of linking) now say: incidents, tables and alerts.

    An embedded log must have no worker on it; on Kafka start the workers again first.
    """
    from streams.cli.play import quiet, run  # noqa: PLC0415
    from streams.running.relinking import relink as again  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    quiet(verbose)
    sent = run(again(broker_url(broker, log) or log_url(log), settings()))
    typer.echo(f"{sent} incident(s) are told anew")


def _tell(row: str) -> None:
    import seeds  # noqa: PLC0415

    typer.echo(row)
    typer.echo(f"written to {seeds.path('overrides.csv')}; `rasad incidents relink` brings a log up to it", err=True)

"""``rasad outlets``: facts about the outlets of a log."""

from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli.options import AsOf, Json, Log, log_url, moment_of
from streams.errors import InputError

if TYPE_CHECKING:
    from agents.review.outlets import Outlet

NAMES = 30  # of actors that one page shows


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(outlets)


def outlets(
    outlet: Annotated[str, typer.Argument(metavar="[OUTLET]", help="The page of this outlet, with how it calls each actor.")] = "",
    log: Log = "",
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Show facts about each outlet: delay, what it had first, what it changed, its figures beside the others', its words for each side."""
    from streams.cli import screen  # noqa: PLC0415
    from streams.logs import LogReader  # noqa: PLC0415
    from streams.outlets import told  # noqa: PLC0415

    found = [one for one in told(LogReader(log_url(log)), moment_of(as_of)) if outlet in {"", one.outlet}]
    if outlet and not found:
        raise InputError(f"{outlet}: no outlet of this id in {log_url(log)}")
    if json:
        screen.json_lines(found)
        return
    columns = ("#articles", "#incidents", "#delay, days", "#first of shared", "#behind, h", "#changed of counted")
    others = ("#below/as/above others", "#ratio", "#partisan names", "outlet")
    screen.console().print(screen.table(f"{len(found)} outlets", (*columns, *others), map(_row, found)))
    if outlet:
        names = [(one.actor, one.stance, one.articles, one.times, one.name) for one in found[0].names[:NAMES]]
        screen.console().print(screen.table("How it calls actors", ("actor", "stance", "#articles", "#times", "name"), names))


def _row(one: "Outlet") -> tuple[object, ...]:
    articles = f"{one.articles} ({one.renewed} renewed)" if one.renewed else one.articles
    sides = f"{one.lower}/{one.equal}/{one.higher}"
    shares = f"{one.first} of {one.shared}", one.behind_h, f"{one.changed} of {one.counted}"
    return (articles, one.incidents, one.delay_days, *shares, sides, one.ratio, f"{one.partisan} of {one.named}", one.outlet)

"""``rasad outlets``: facts about the outlets of a log."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli.options import AsOf, Json, Log, log_url, moment_of
from streams.errors import InputError

if TYPE_CHECKING:
    from agents.review.outlets import Outlet

NAMES = 30  # that one page shows


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
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries.outlets import told  # noqa: PLC0415

    every = told(LogReader(log_url(log)), moment_of(as_of))
    found = [one for one in every if outlet in {"", one.outlet}]
    if outlet and not found:
        known = ", ".join(one.outlet for one in every[:NAMES]) or "none"
        raise InputError(f"{outlet}: no outlet of this id in {log_url(log)}, which has {known}")
    if json:
        screen.json_lines(found)
    elif outlet:
        _page(found[0], [one for one in every if one is not found[0]])
    else:
        columns = ("#articles", "#incidents", "#delay, days", "?#first of shared", "??#behind, h", "??#changed, revised of counted")
        others = ("?#below/as/above", "??#ratio", "?#partisan names", "outlet")
        screen.console().print(screen.table(f"{len(found)} outlets", (*columns, *others), map(_row, found)))


def _page(one: "Outlet", others: "list[Outlet]") -> None:
    """One outlet: each fact with what it is counted over, beside the same of all other outlets together; how it calls each actor."""
    from streams.cli import screen  # noqa: PLC0415

    screen.console().print(screen.table(one.outlet, ("fact", "#it", "#all others"), _facts(one, others)))
    uses: Counter[str] = Counter()
    for name in one.names:
        uses[name.actor] += name.times
    ranked = sorted(one.names, key=lambda name: (-uses[name.actor], name.actor, -name.times, name.name))
    names = [(name.actor, share(name.times, uses[name.actor]), name.stance, name.articles, name.name) for name in ranked[:NAMES]]
    left = f" (first {NAMES} of {len(ranked)} names; --json has all)" if len(ranked) > NAMES else ""
    screen.console().print(
        screen.table(f"How it calls actors{left}", ("actor", "#times, of all its names", "stance", "#articles", "name"), names)
    )


def _facts(one: "Outlet", others: "list[Outlet]") -> Iterator[tuple[str, object, object]]:
    def shares(what: str, part: str, whole: str) -> tuple[str, str, str]:
        held = (sum(getattr(other, field) for other in others) for field in (part, whole))
        return what, share(getattr(one, part), getattr(one, whole)), share(*held)

    yield "articles", one.articles, sum(other.articles for other in others)
    yield shares("  published again with another text", "renewed", "articles")
    yield "incidents that it reports", one.incidents, ""
    yield "  days from their day to its first report", middle(one.delay_days, one.dated), ""
    yield shares("  that another outlet reports too", "shared", "incidents")
    yield shares("    which it had before all others", "first", "shared")
    yield "    hours behind the first, of the rest", middle(one.behind_h, one.shared - one.first), ""
    yield shares("  for which it counts killed", "counted", "incidents")
    yield shares("    and later gave another number", "changed", "counted")
    yield shares("    and another number than its first stands now", "revised", "counted")
    yield shares("    and others do too", "compared", "counted")
    yield shares("      its number below the others' median", "lower", "compared")
    yield shares("      the same", "equal", "compared")
    yield shares("      above", "higher", "compared")
    yield "      its number over theirs", middle(one.ratio, one.rated), ""
    yield shares("names of actors that are a side's word for its enemy", "partisan", "named")


def share(part: int, whole: int) -> str:
    """A part of a whole, both told: ``4 of 26 (15 %)``."""
    return f"{part} of {whole} ({part / whole:.0%})".replace("%)", " %)") if whole else "0 of 0"


def middle(value: float | None, count: int) -> str:
    """A median with the number of things that it is one of."""
    return "" if value is None else f"{value:g} (median of {count})"


def _row(one: "Outlet") -> tuple[object, ...]:
    articles = f"{one.articles} ({one.renewed} renewed)" if one.renewed else one.articles
    sides = f"{one.lower}/{one.equal}/{one.higher}"
    shares = f"{one.first} of {one.shared}", one.behind_h, f"{one.changed}, {one.revised} of {one.counted}"
    return (articles, one.incidents, one.delay_days, *shares, sides, one.ratio, f"{one.partisan} of {one.named}", one.outlet)

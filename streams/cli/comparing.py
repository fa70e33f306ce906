"""``rasad diff``: what changed between two moments, and because of which article."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from streams.cli.options import Country, Json, Log, log_url, moment_of
from streams.errors import UsageError

if TYPE_CHECKING:
    from streams.queries.differences import Difference

KINDS = {"incident": "Incidents", "cell": "Aggregates", "alert": "Alerts"}


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(diff)


def diff(  # noqa: PLR0917 - options of the command line
    earlier: Annotated[str, typer.Argument(metavar="T1", help="A moment, for example 2019-03-22T18:00:00Z.")],
    later: Annotated[str, typer.Argument(metavar="T2", help="A later moment.")],
    log: Log = "",
    country: Country = "",
    of: Annotated[Literal["incident", "cell", "alert"] | None, typer.Option(help="Only incidents, cells (aggregates) or alerts.")] = None,
    json: Json = False,
) -> None:
    """Tell what changed from T1 to T2 (moments of publication, both included), and because of which articles."""
    from streams.cli import screen  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries.differences import differences  # noqa: PLC0415
    from streams.queries.moments import between, published  # noqa: PLC0415
    from streams.queries.naming import country_of  # noqa: PLC0415

    since, until, code = moment_of(earlier, "T1"), moment_of(later, "T2"), country_of(country)
    if since is None or until is None or since > until:
        raise UsageError(f"T1 {earlier} and T2 {later}: expected two moments, the earlier one first")
    before, after = between(published(LogReader(log_url(log)), until), since)
    found = [one for one in differences(before, after, since, of or "") if code in {"", one.country}]
    if json:
        screen.json_lines(found)
        return
    for kind, title in KINDS.items():
        subjects: dict[str, list[Difference]] = {}
        for one in found:
            if one.of == kind:
                subjects.setdefault(one.subject, []).append(one)
        if subjects:
            rows = [_row(ones) for ones in subjects.values()]
            columns = ("=what", "=id", "?because of", "change")
            screen.console().print(screen.table(f"{title}: {len(rows)} changed", columns, rows))
    if not found:
        screen.console().print("Nothing changed.")


def _row(ones: "list[Difference]") -> tuple[object, ...]:
    """One line for all that changed on one subject."""
    changes = "; ".join(_change(one) for one in ones)
    because = dict.fromkeys(article for one in ones for article in one.because)
    why = [*because, *([f"{len(ones[0].left)} left the window"] if ones[0].left else [])]
    shown = ", ".join(why[:2]) + (f" and {len(why) - 2} more" if len(why) > 2 else "")
    what = "withdrawn" if any(one.what == "withdrawn" for one in ones) else ones[0].what
    subject = f"  {ones[0].title}" if ones[0].of != "cell" else ""
    return (what, ones[0].subject, shown, changes + subject)


def _change(one: "Difference") -> str:
    return f"{one.field} {one.before or '-'} → {one.after or '-'}".strip()

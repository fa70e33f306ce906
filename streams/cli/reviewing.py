"""``rasad review``: figures that cannot all be right, with the evidence of both sides."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from streams.cli.options import AsOf, Country, Json, Log, log_url, moment_of

if TYPE_CHECKING:
    from streams.queries.evidence import Stated
    from streams.queries.reviewing import Doubt

SAYS = {
    "subset": "a part above its whole",
    "parts": "parts that do not make their sum",
    "toll-falls": "a count that falls",
    "toll-exceeded": "incidents above the toll over them",
}


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(review)


def review(
    log: Log = "",
    country: Country = "",
    law: Annotated[
        Literal["subset", "parts", "toll-falls", "toll-exceeded"] | None, typer.Option(help="Only breaches of this law of arithmetic.")
    ] = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Show figures that cannot all be right, each with the sentences of both sides, for people to judge.

    A part is at most its whole; the parts of a sum make it; a toll never falls; a day's incidents are at most the toll over them.
    """
    from streams.cli import screen  # noqa: PLC0415
    from streams.logs.reader import LogReader  # noqa: PLC0415
    from streams.queries.moments import known  # noqa: PLC0415
    from streams.queries.naming import country_of  # noqa: PLC0415
    from streams.queries.reviewing import doubts  # noqa: PLC0415

    reader, until = LogReader(log_url(log)), moment_of(as_of)
    found = doubts(reader, known(reader, until) if until else reader, country=country_of(country), law=law or "")
    if json:
        screen.json_lines(found)
        return
    out = screen.console()
    for one in found:
        breach = one.breach
        out.print(screen.headed(f"{SAYS[breach.law]}:", f"{breach.least.persons} > {breach.most.persons} {breach.measure} {breach.party}"))
        out.print(f"  {', '.join(breach.incidents)}", soft_wrap=True)
        out.print(screen.table("", ("#persons", "party", "outlet", "?=published", "??=report", "???=offsets", "sentence"), _rows(one)))
    out.print(f"{len(found)} to look at.")


def _rows(one: "Doubt") -> list[tuple[object, ...]]:
    return [*(_row(stated) for stated in one.least), ("", "", "", "", "", "", "— against —"), *(_row(stated) for stated in one.most)]


def _row(stated: "Stated") -> tuple[object, ...]:
    from streams.cli.screen import whose  # noqa: PLC0415

    claim, passage = stated.claim, stated.passage
    persons = str(claim.low) if claim.low == claim.high else f"{claim.low or ''}–{claim.high or ''}"
    published = f"{claim.published_at:%Y-%m-%d %H:%M}"
    return (
        persons,
        whose(claim),
        claim.outlet,
        published,
        claim.report_id,
        f"{claim.start}–{claim.stop}",
        passage.sentence or claim.wording,
    )

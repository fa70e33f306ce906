"""``rasad evaluate``: how well articles are read, measured against gold."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from streams.errors import UsageError

if TYPE_CHECKING:
    from agents.evaluate.measure import Chance, Error, Scored
    from agents.evaluate.results import Measured

SEED = 1
DRAWS = 1000


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(evaluate)


def evaluate(  # noqa: PLR0917 - options of the command line
    gold: Annotated[list[str] | None, typer.Option(metavar="FILE", help="What the articles say; may be given again.")] = None,
    articles: Annotated[list[str] | None, typer.Option(metavar="FILE", help="The articles, as for `extract`; may be given again.")] = None,
    clusters: Annotated[str, typer.Option(metavar="FILE", help="Which reports are one occurrence: scores linking too.")] = "",
    by: Annotated[
        Literal["field", "type", "country", "outlet", "year", "rule"] | None,
        typer.Option(help="Broken down by this; without it, by everything."),
    ] = None,
    bootstrap: Annotated[int, typer.Option(min=0, metavar="N", help="So many draws of articles for the intervals; 0 for none.")] = DRAWS,
    seed: Annotated[int, typer.Option(help="Of these draws.")] = SEED,
    split: Annotated[bool, typer.Option("--split", help="Also the open two thirds and the held-back third by themselves.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also each report that was missed or invented; with --split, of the open part only.")
    ] = False,
    write: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="Write the methodology sheet, and its numbers beside it as FILE.json.")
    ] = None,
    name: Annotated[str, typer.Option(metavar="TEXT", help="What the sheet calls these articles.")] = "",
    json: Annotated[
        bool, typer.Option("--json", help="JSON Lines on standard output: an object a set or part, then one an error.")
    ] = False,
) -> None:
    """Measure how well articles are read: precision, recall and F1 against gold, with 95 % intervals.

    Without --gold and --articles it is the shipped feed that is measured. Intervals are by drawing articles with replacement.
    """
    from streams.cli import evaluating_screen, reading, screen  # noqa: PLC0415

    if bool(gold) != bool(articles):
        raise UsageError("--gold and --articles go together: give both, or neither for the shipped feed")
    if write and write.suffix != ".md":
        raise UsageError(f"--write {write}: expected a name that ends with .md, for example docs/methodology.md")
    unread: list[str] = []
    scored, linked = _scored(gold, articles, clusters, unread)
    called = name or _name(articles)
    found = list(_measured(scored, called, linked, (bootstrap, seed), split=split))
    listed = _errors(scored, split=split) if errors else []
    if write:
        from streams.reading.methodology import keep  # noqa: PLC0415

        keep(found, write)
    if json:
        screen.json_lines([*found, *listed])
    else:
        evaluating_screen.show(found, by or "", listed)
    reading.end(unread)


def _name(articles: list[str] | None) -> str:
    from streams.reading.evaluation import SHIPPED  # noqa: PLC0415

    return ", ".join(articles) if articles else SHIPPED


def _scored(
    gold: list[str] | None, articles: list[str] | None, clusters: str, unread: list[str]
) -> "tuple[list[Scored], list[list[tuple[str, str]]] | None]":
    """The articles with gold and reading, and the clusters, those of the shipped feed where nothing was named."""
    import seeds  # noqa: PLC0415
    from streams.cli import reading  # noqa: PLC0415
    from streams.reading import evaluation  # noqa: PLC0415

    wanted = evaluation.gold(gold or evaluation.shipped("gold"))
    file = clusters or ("" if gold else str(seeds.path("gold/clusters.json")))
    linked = evaluation.clusters(file) if file else None
    found = reading.articles_of(articles or evaluation.shipped("articles"), unread)
    return evaluation.scored(found, wanted, lambda some: reading.extracted_of(some, unread), link=linked is not None), linked


def _measured(
    scored: "list[Scored]", name: str, linked: list[list[tuple[str, str]]] | None, draws: tuple[int, int], *, split: bool
) -> "Iterator[Measured]":
    from datetime import UTC, datetime  # noqa: PLC0415

    from agents.evaluate.measure import Label, measure  # noqa: PLC0415
    from streams.reading import evaluation  # noqa: PLC0415

    today = datetime.now(UTC).date()
    for part in ("all", *(evaluation.PARTS if split else ())):
        if ones := evaluation.part(scored, part):
            yield measure(ones, Label(name, today, part), _chance(*draws), linked)


def _chance(n: int, seed: int) -> "Chance":
    from random import Random  # noqa: PLC0415

    from agents.evaluate.measure import Chance  # noqa: PLC0415
    from streams.cli.progress import counted  # noqa: PLC0415

    draw = Random(seed)

    def watch(drawn: Iterator[dict[str, float]]) -> Iterable[dict[str, float]]:
        return counted(drawn, n, "drawing articles for the intervals")

    return Chance(n, seed, lambda many: draw.choices(range(many), k=many), watch)


def _errors(scored: "list[Scored]", *, split: bool) -> "list[Error]":
    from agents.evaluate.measure import errors  # noqa: PLC0415
    from streams.reading import evaluation  # noqa: PLC0415

    return list(errors(evaluation.part(scored, "open") if split else scored))

"""``rasad extract``, ``link`` and ``explain``: reading articles without a log."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from streams.cli.options import AsOf, Json, Log, Paths, log_url, moment_of
from streams.errors import InputError, UsageError

if TYPE_CHECKING:
    from streams.extraction import Extracted
    from streams.records import Article, DeadLetter

T = TypeVar("T")


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    for command in (extract, link, explain):
        app.command()(command)


def extract(paths: Paths = None) -> None:
    """Read articles to reports: JSON Lines on standard output, an object an article.

    FILE: .jsonl, .json, .txt with a manifest.json beside it, a folder of these, or - for JSON Lines on standard input.
    Ends with status 1 where something could not be read (told on standard error); the rest is written all the same.
    """
    import orjson  # noqa: PLC0415

    unread: list[str] = []
    for found in _extracted(_articles(paths, unread), unread):
        row = {"article_id": found.article_id, "published_at": found.published_at, "reports": found.reports}
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
    _end(unread)


def link(paths: Paths = None) -> None:
    """Read articles and link their reports: as `extract`, and each report has the incident_id of its occurrence.

    Objects that already hold reports are linked as they are; all others are read first.
    """
    import orjson  # noqa: PLC0415

    from streams.inputs import read_as  # noqa: PLC0415
    from streams.linking import Given, given_or_article, linked  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    unread: list[str] = []
    found: Iterator[Given | Article] = _good(read_as(given_or_article, _wanted(paths), settings().max_article_bytes), unread)
    for row in linked(found, lambda articles: _extracted(articles, unread)):
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
    _end(unread)


def explain(
    subject: Annotated[
        str, typer.Argument(metavar="FILE|ID", help="A file of articles, or the id of an article, report, incident, cell or alert.")
    ],
    log: Log = "",
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Explain a number down to articles and sentences, with offsets.

    A cell opens to its incidents, an alert to its facts and incidents, an incident to its claims, the sentence of each, why its reports
    are one and what changed it. The id of a cell is <country>/<dimension>/<value>/<days>d, for example SY/country/SY/30d. An id is looked
    up in --log. A file is read anew: sentence, mentions with the rules that made them, reports.
    """
    from streams.cli import explaining  # noqa: PLC0415

    if Path(subject).exists():
        unread: list[str] = []
        explaining.readings(_articles([subject], unread), json=json)
        _end(unread)
    elif "/" in subject and "~" not in subject and not log:
        raise InputError(f"{subject}: no such file; for the id of a report, incident, cell or alert give --log too")
    else:
        explaining.identified(subject, log_url(log), moment_of(as_of), json=json)


def _wanted(paths: list[str] | None) -> list[str]:
    if not paths:
        raise UsageError("which articles? name files or folders, or - for standard input")
    return paths


def _articles(paths: list[str] | None, unread: list[str]) -> "Iterator[Article]":
    from streams.inputs import read, versions  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    return versions(_good(read(_wanted(paths), settings().max_article_bytes), unread))


def _good(found: "Iterable[T | DeadLetter]", unread: list[str]) -> "Iterator[T]":
    from streams.records import DeadLetter  # noqa: PLC0415

    for one in found:
        if isinstance(one, DeadLetter):
            unread.append(f"{one.origin}: {one.reason}: {one.detail}")
        else:
            yield one


def _extracted(articles: "Iterable[Article]", unread: list[str]) -> "Iterator[Extracted]":
    import os  # noqa: PLC0415

    from streams.extraction import extracted  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    set_by_user = settings().readers
    processes = len(os.sched_getaffinity(0)) if set_by_user is None else set_by_user
    tty = sys.stderr.isatty()
    for number, found in enumerate(extracted(articles, processes), 1):
        if found.failure:
            unread.append(f"{found.article_id}: reading-failed: {found.failure}")
        if tty and number % 20 == 0:
            sys.stderr.write(f"\r{number} articles read")
        yield found
    if tty:
        sys.stderr.write("\r\033[K")


def _end(unread: list[str]) -> None:
    sys.stdout.flush()
    for line in unread:
        sys.stderr.write(f"rasad: not read: {line}\n")
    if unread:
        raise typer.Exit(1)

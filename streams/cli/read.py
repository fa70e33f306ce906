"""``rasad extract``, ``link`` and ``explain``: reading articles without a log."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli import reading
from streams.cli.options import AsOf, Json, Log, Paths, log_url, moment_of
from streams.errors import InputError

if TYPE_CHECKING:
    from streams.records import Article


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
    for found in reading.extracted_of(reading.articles_of(paths, unread), unread):
        row = {"article_id": found.article_id, "published_at": found.published_at, "reports": found.reports}
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
    reading.end(unread)


def link(paths: Paths = None) -> None:
    """Read articles and link their reports: as `extract`, and each report has the incident_id of its occurrence.

    Objects that already hold reports are linked as they are; all others are read first.
    """
    import orjson  # noqa: PLC0415

    from streams.inputs.files import read_as  # noqa: PLC0415
    from streams.reading.linking import Given, given_or_article, linked  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    unread: list[str] = []
    found: Iterator[Given | Article] = reading.good(read_as(given_or_article, reading.wanted(paths), settings().max_article_bytes), unread)
    for row in linked(found, lambda articles: reading.extracted_of(articles, unread)):
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
    reading.end(unread)


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="FILE|ID", help="A file of articles (- for standard input), or the id of an article, report, incident, cell or alert."
        ),
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

    if subject == "-" or Path(subject).exists():
        unread: list[str] = []
        explaining.readings(reading.articles_of([subject], unread), json=json)
        reading.end(unread)
    elif "/" in subject and "~" not in subject and not log:
        raise InputError(f"{subject}: no such file; for the id of a report, incident, cell or alert give --log too")
    else:
        explaining.identified(subject, log_url(log), moment_of(as_of), json=json)

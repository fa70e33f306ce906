"""Articles for the commands that read them: what could not be read is told at the end."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import typer

from streams.errors import UsageError

if TYPE_CHECKING:
    from streams.reading.extraction import Extracted
    from streams.records import Article, DeadLetter

T = TypeVar("T")


def wanted(paths: list[str] | None) -> list[str]:
    """The paths given; UsageError where none was."""
    if not paths:
        raise UsageError("which articles? name files or folders, or - for standard input")
    return paths


def articles_of(paths: list[str] | None, unread: list[str]) -> "Iterator[Article]":
    """The articles under these paths, each text once; what cannot be read goes to unread, a line each."""
    from streams.inputs.files import read, versions  # noqa: PLC0415
    from streams.settings import settings  # noqa: PLC0415

    return versions(good(read(wanted(paths), settings().max_article_bytes), unread))


def good(found: "Iterable[T | DeadLetter]", unread: list[str]) -> "Iterator[T]":
    """What could be read; the rest goes to unread."""
    from streams.records import DeadLetter  # noqa: PLC0415

    for one in found:
        if isinstance(one, DeadLetter):
            unread.append(f"{one.origin}: {one.reason}: {one.detail}")
        else:
            yield one


def extracted_of(articles: "Iterable[Article]", unread: list[str]) -> "Iterator[Extracted]":
    """The reports of articles; on a terminal it counts them."""
    import os  # noqa: PLC0415

    from streams.reading.extraction import extracted  # noqa: PLC0415
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


def end(unread: list[str]) -> None:
    """Tells what was not read; ends with status 1 where anything was not."""
    sys.stdout.flush()
    for line in unread:
        sys.stderr.write(f"rasad: not read: {line}\n")
    if unread:
        raise typer.Exit(1)

"""Whether the seeds are sound: what `rasad check` tells, one line a fault."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import seeds
from streams.errors import RasadError

PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u0640\u200b-\u200f\u202a-\u202e]")
TABLES = ("actors.csv", "actor-surfaces.csv", "places.csv", "place-surfaces.csv", "outlets.csv", "overrides.csv")


def faults() -> Iterator[str]:
    """Every fault found, as ``file:line: what is wrong``; nothing where all is well."""
    for file in tables():
        yield from table_faults(file)
    yield from _loading()


def tables() -> list[Path]:
    """The CSV files of the seeds."""
    return sorted(seeds.path("").rglob("*.csv"))


def table_faults(file: Path) -> Iterator[str]:
    """Faults of one table: its form, its letters, rows that come twice."""
    name = file.relative_to(seeds.path("")) if file.is_relative_to(seeds.path("")) else file
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        yield f"{name}: not UTF-8 at byte {error.start}"
        return
    if not lines[0].startswith("#"):
        yield f"{name}:1: expected a # line that says what the columns mean"
    columns: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader([line]))
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            yield f"{name}:{number}: found {len(cells)} cells, expected {len(columns)} ({','.join(columns)})"
        for cell in cells:
            if PRESENTATION.search(cell):
                yield f"{name}:{number}: {cell!r} holds a presentation form, tatweel or invisible mark"
            if cell != cell.strip() or "  " in cell:
                yield f"{name}:{number}: {cell!r} has spaces too many"
        if line in seen:
            yield f"{name}:{number}: the same row as line {seen[line]}"
        seen.setdefault(line, number)


def _loading() -> Iterator[str]:
    """Faults that show when the rooms load what they know."""
    from agents.extract.core import Reader  # noqa: PLC0415 - loads every lexicon

    for load in (Reader.load,):
        try:
            load()
        except RasadError as error:
            yield str(error)

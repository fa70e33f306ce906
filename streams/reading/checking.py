"""Whether the seeds are sound: what `rasad check` tells, one line a fault."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import seeds
from seeds import lint
from streams.errors import RasadError

UNSEEN = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e]|\u0640(?!$)")  # a last tatweel marks a prefix: «لـ»
EITHER = frozenset(["victims", "split"])  # lexicons in which «(one|other)» stands for each of them
ALONE = re.compile(r"\s[بلكوف]$")  # no word stands in a text like that: «يقضي ب»
REFERENCES = (  # table, column, and the table and column that must have each value of it
    ("actors.csv", "parent", "actors.csv", "actor"),
    ("actors.csv", "country", "countries.csv", "country"),
    ("admin1.csv", "country", "countries.csv", "country"),
    ("alliances.csv", "actor", "actors.csv", "actor"),
    ("alliances.csv", "country", "countries.csv", "country"),
    ("country-facts.csv", "country", "countries.csv", "country"),
    ("outlets.csv", "country", "countries.csv", "country"),
    ("place-surfaces.csv", "place_id", "places.csv", "place_id"),
    ("places.csv", "country", "countries.csv", "country"),
    ("usual-strikes.csv", "agent", "actors.csv", "actor"),
    ("usual-strikes.csv", "country", "countries.csv", "country"),
    ("usual-strikes.csv", "target", "actors.csv", "actor"),
)


def faults() -> Iterator[str]:
    """Every fault found, as ``file:line: what is wrong``; nothing where all is well."""
    for file in tables():
        yield from table_faults(file)
    yield from reference_faults()
    yield from lint.faults()
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
        elif "source" in columns and not cells[columns.index("source")].strip():
            yield f"{name}:{number}: source is empty"
        if file.parent.name == "lexicon":
            yield from (f"{name}:{number}: {cells[0]!r} {fault}" for fault in _unread(file.stem, cells[0]))
        for cell in cells:
            if UNSEEN.search(cell):
                yield f"{name}:{number}: {cell!r} holds a presentation form, tatweel or invisible mark"
            if cell != cell.strip() or "  " in cell:
                yield f"{name}:{number}: {cell!r} has spaces too many"
        if line in seen:
            yield f"{name}:{number}: the same row as line {seen[line]}"
        seen.setdefault(line, number)


def _unread(lexicon: str, surface: str) -> Iterator[str]:
    """Why a surface of a lexicon would be found in no text."""
    if lexicon not in EITHER and "|" in surface:
        yield "is read as it stands; write a row for each"
    if ALONE.search(surface):
        yield "ends with a particle, which is written onto the next word; leave it out"


def reference_faults() -> Iterator[str]:
    """Values that name a row of another table which is not there."""
    for name, column, other, key in REFERENCES:
        known = {row[key] for row in seeds.rows(other)}
        for row in seeds.rows(name):
            value = row[column]
            if value and value not in known:
                yield f"{name}: {column} {value!r} (of {next(iter(row.values()))!r}) is not in {other}"


def _loading() -> Iterator[str]:
    """Faults that show when the rooms load what they know."""
    from agents.alert import rules  # noqa: PLC0415 - with the next two, all that the rooms know
    from agents.deduplicate import overrides  # noqa: PLC0415
    from agents.extract.core import Reader  # noqa: PLC0415

    try:
        yield from (f"alert-rules.toml: {problem}" for problem in rules.problems(rules.read()))
        yield from (f"overrides.csv: {problem}" for problem in overrides.problems(overrides.read()))
    except RasadError as error:
        yield str(error)
    try:
        Reader.load()
    except (RasadError, ValueError, KeyError) as error:
        yield f"the reader cannot load the lexicons: {type(error).__name__}: {error}"

"""What the program knows and plays: lexicons, actors, places, outlets, alert rules, and a feed of dispatches.

Every table is a CSV file: lines that start with ``#`` say what the columns mean, the next line names them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def path(name: str) -> Path:
    """Where a seed file or folder lies, for example ``path("lexicon/harm.csv")``."""
    return HERE / name


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, as dictionaries of stripped strings; comment and empty lines are left out."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        for row in csv.DictReader(lines):
            yield {key: (value or "").strip() for key, value in row.items() if key}

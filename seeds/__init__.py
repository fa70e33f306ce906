"""What the program knows and plays: lexicons, actors, places, outlets, alert rules, and a feed of dispatches.

Every table is a CSV file: lines that start with ``#`` say what the columns mean, the next line names them.
"""

import csv
import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

HERE = Path(__file__).parent
OWN = {"overrides.csv": "RASAD_OVERRIDES", "alert-rules.toml": "RASAD_ALERT_RULES"}  # what users write, where they want it
_EITHER = re.compile(r"\(([^()]*)\)")


def path(name: str) -> Path:
    """Where a seed file or folder lies, for example ``path("lexicon/harm.csv")``; one of OWN may lie where its variable says."""
    own = os.environ.get(OWN[name]) if name in OWN else None
    return Path(own).expanduser() if own else HERE / name


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, as dictionaries of stripped strings; comment and empty lines are left out."""
    with path(name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        for row in csv.DictReader(lines):
            yield {key: (value or "").strip() for key, value in row.items() if key}


def written(surface: str) -> Iterator[str]:
    """Each way to write a surface in which ``(a|b)`` stands for one of them; a surface without such is its only way."""
    parts = _EITHER.split(surface)  # what stands in brackets is every second one
    for ways in product(*(part.split("|") if number % 2 else [part] for number, part in enumerate(parts))):
        yield "".join(ways)

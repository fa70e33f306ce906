"""A reviewer's word on which reports are of one occurrence: it wins over every score, and taking the row away takes it back.

An id in ``left`` and ``right`` is that of a report (``article/a``) or of an incident, which stands for the report that founded it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import NamedTuple

import seeds
from agents.deduplicate.keys import founder_of
from streams.errors import SeedError

VERDICTS = ("same", "different")
COLUMNS = ("left", "right", "verdict", "who", "why")
FOUNDED = "inc-"


class Override(NamedTuple):
    """One row. left, right: report ids. same: all of both are of one occurrence; different: none of left is of one with any of right."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    verdict: str
    who: str
    why: str

    @property
    def reason(self) -> str:
        """As a link shows it."""
        return f"override by {self.who}: {self.why}"

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of reports that it speaks of."""
        return combinations((*self.left, *self.right), 2) if self.verdict == "same" else product(self.left, self.right)


class Overrides:
    """All rows, found by report."""

    def __init__(self, rows: Iterable[Override] = ()) -> None:
        """Rows in the order of their table: where a `same` would unite what is kept apart, it has no effect; an earlier one goes first."""
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._same: dict[str, dict[str, tuple[int, Override]]] = defaultdict(dict)
        for number, row in enumerate(rows):
            for one, other in row.pairs():
                for left, right in ((one, other), (other, one)):
                    if row.verdict == "same":
                        self._same[left].setdefault(right, (number, row))
                    else:
                        self._apart[left].add(right)

    def apart(self, left: str, right: str) -> bool:
        """Whether two reports are declared different."""
        return right in self._apart.get(left, ())

    def same(self, report_id: str) -> Mapping[str, tuple[int, Override]]:
        """The reports declared the same as this one, with the number of the row and the row."""
        return self._same.get(report_id, {})

    def __bool__(self) -> bool:
        return bool(self._same or self._apart)


def load(name: str = "overrides.csv") -> Overrides:
    """The overrides of a table of the seeds; SeedError where it cannot be used."""
    rows = read(name)
    if fault := next(problems(rows), None):
        raise SeedError(f"{seeds.path(name)}: {fault}")
    return Overrides(map(override_of, rows))


def read(name: str = "overrides.csv") -> list[dict[str, str]]:
    """The rows, right or wrong; SeedError where there is no such table."""
    try:
        rows = list(seeds.rows(name))
    except FileNotFoundError as error:
        raise SeedError(f"{seeds.path(name)}: no such file; `rasad incidents merge` or `split` makes it") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"{seeds.path(name)}: {error}") from error
    if rows and not rows[0].keys() >= set(COLUMNS):
        raise SeedError(f"{seeds.path(name)}: no table with the columns {', '.join(COLUMNS)}")
    return rows


def override_of(row: Mapping[str, str]) -> Override:
    """One row of the table."""
    return Override(reports_of(row["left"]), reports_of(row["right"]), row["verdict"], row["who"], row["why"])


def reports_of(cell: str) -> tuple[str, ...]:
    """The report ids in a cell, which are separated by blanks."""
    return tuple(founder_of(name.removeprefix(FOUNDED))[0] for name in cell.split())


def problems(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """What is wrong with the rows of the table, a line each."""
    said: dict[frozenset[str], str] = {}
    for number, cells in enumerate(rows, 1):
        row = override_of(cells)
        where = f"row {number} ({' '.join(row.left)} | {' '.join(row.right)})"
        if row.verdict not in VERDICTS:
            yield f"{where}: verdict {row.verdict!r}, expected same or different"
            continue
        if not row.left or not row.right:
            yield f"{where}: expected ids of reports or incidents on both sides"
        yield from (f"{where}: {name!r} is no report: expected article/letter" for name in row.left + row.right if "/" not in name)
        yield from (f"{where}: {column} is empty" for column in ("who", "why") if not cells[column])
        yield from (f"{where}: {name} is on both sides" for name in row.left if name in row.right)
        for pair in map(frozenset, row.pairs()):
            if said.setdefault(pair, row.verdict) != row.verdict:
                yield f"{where}: {' and '.join(sorted(pair))} are {said[pair]} in an earlier row"

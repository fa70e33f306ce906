"""Tables of what a log or a moment knows, added up when they are asked for, with the incidents and the doubts behind each row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import combinations
from typing import NamedTuple

from agents.aggregate.dimensions import dimensions_of
from agents.aggregate.periods import window_named
from agents.aggregate.together import groups
from agents.aggregate.totals import Part, Span, Total, parts, total, totals
from agents.deduplicate import overrides
from agents.deduplicate.doubts import Doubt, Doubts
from streams.queries.queries import Latest, standing
from streams.records import Incident, Link


class Asked(NamedTuple):
    """Which tables. by: one table each, of one or more dimensions crossed. first: None: the earliest day there is."""

    by: Sequence[tuple[str, ...]]
    windows: Sequence[str]
    span: Span


class Opened(NamedTuple):
    """A row with the incidents that it adds up, and which of them may be one."""

    total: Total
    parts: list[Part]
    doubts: tuple[Link, ...]


def told(known: Latest, asked: Asked) -> list[tuple[tuple[str, ...], list[Total]]]:
    """The rows of each table that was asked for."""
    incidents = list(standing(known))
    near = _doubts(incidents).near
    return [(by, totals(incidents, by, asked.windows, asked.span, near)) for by in asked.by]


def largest(rows: Sequence[Total], most: int) -> list[Total]:
    """The first rows of each period, which are its largest; 0 = all."""
    held: Counter[str] = Counter()
    found = []
    for row in rows:
        held[row.window] += 1
        if not most or held[row.window] <= most:
            found.append(row)
    return found


def opened(known: Latest, name: str, newest: datetime | None) -> Opened | None:
    """The row of this id, <country>/<dimension>/<value>/<window>; None where there is none. newest: with whose day rolling windows end."""
    ends = name.split("/", 2)
    if len(ends) < 3 or "/" not in ends[2]:
        return None
    value, _, period = ends[2].rpartition("/")
    try:
        dimensions, window = dimensions_of(ends[1]), window_named(period)
    except ValueError:
        return None
    incidents = list(standing(known))
    span = Span(None, newest.date() if newest else date.max)
    for row, held in parts(incidents, dimensions, [window], span).items():
        if (row[0], ",".join(row[1]), row[2].name) == (ends[0], value, period):
            found = _doubts(part.incident for part in held)
            pairs = [pair for group in groups({part.incident.incident_id for part in held}, found.near) for pair in combinations(group, 2)]
            links = [_link(one) for one in sorted(found.told(*pair) for pair in pairs)]
            return Opened(total(row, dimensions, held, found.near), held, tuple(links))
    return None


def _doubts(incidents: Iterable[Incident]) -> Doubts:
    found = Doubts(overrides.load())
    for one in incidents:
        found.put(one)
    return found


def _link(one: Doubt) -> Link:
    return Link(left=one.left, right=one.right, verdict="possibly-same", score=one.score, reasons=one.reasons)

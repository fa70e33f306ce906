"""What was found in one article before frames are built: hits by kind, in order, and which of them stand in a span."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from agents.extract.lexicon import Hit


class Spanned(Protocol):
    """Anything that stands in the folded text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def stop(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Spanned)


def inside(items: Sequence[S], start: int, stop: int) -> Sequence[S]:
    """The items, sorted by start, that begin in [start, stop)."""
    first = bisect_left(items, start, key=_start)
    return items[first : bisect_left(items, stop, first, key=_start)]


def _start(item: Spanned) -> int:
    return item.start


def by_kind(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Hits of each kind, in order of the text."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.kind, []).append(hit)
    return found

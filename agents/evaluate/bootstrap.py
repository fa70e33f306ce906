"""Intervals by drawing articles with replacement: how far a score would move had other articles of the kind been in the set."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil, floor

Pick = Callable[[int], Sequence[int]]  # chance: of so many things, as many draws with replacement, as indices
Counts = Mapping[str, float]
INSIDE = 0.95


def draws(tallies: Sequence[Counts], n: int, pick: Pick) -> Iterator[dict[str, float]]:
    """The sums of n draws of articles; what is the same in all of them costs little, most counts of most articles being nothing."""
    sparse: dict[str, list[tuple[int, float]]] = {}
    for index, counts in enumerate(tallies):
        for name, value in counts.items():
            entries = sparse.setdefault(name, [])
            if value:
                entries.append((index, value))
    for _ in range(n):
        weights = [0] * len(tallies)
        for index in pick(len(tallies)):
            weights[index] += 1
        yield {name: sum(weights[index] * value for index, value in entries) for name, entries in sparse.items()}


def interval(values: Iterable[float | None]) -> tuple[float, float] | None:
    """The narrowest percentiles that hold 95 % of the values; those of draws that held nothing to measure are left out."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return None
    outside = (1 - INSIDE) / 2 * (len(known) - 1)
    return known[floor(outside)], known[ceil(len(known) - 1 - outside)]

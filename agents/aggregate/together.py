"""Incidents that may be one after all, as tables count them: which of them together, and how many persons they come to at least."""

from collections.abc import Callable, Iterable, Mapping, Set
from itertools import product

from streams.records import Reconciled

Near = Callable[[str], Mapping[str, float]]  # those that an incident may be one with, and how surely (0–1); each says so of the other


def groups(names: Set[str], near: Near) -> list[tuple[str, ...]]:
    """As many of these incidents as may all be one, the surest first; those that are in no group are left out.

    In a group each may be one with every other: A and C, of which each may be B, are not thereby one.
    """
    pairs = [(-score, one, other) for one in names for other, score in near(one).items() if one < other and other in names]
    if len(pairs) < 2:
        return [pair[1:] for pair in pairs]
    members: dict[str, tuple[str, ...]] = {}
    for _, one, other in sorted(pairs):
        left, right = members.get(one, (one,)), members.get(other, (other,))
        if left != right and (len(left) == len(right) == 1 or all(b in near(a) for a, b in product(left, right))):
            both = tuple(sorted(left + right))
            members.update(dict.fromkeys(both, both))
    return sorted(set(members.values()))


def twice(told: Iterable[Iterable[Reconciled]]) -> dict[str, int]:
    """Persons of each measure whom the sum of lows counts again if these incidents are one, by the figures of each.

    As one they come to what the least of them says in all, or to the lowest number of each side that is named if those come to more. An
    incident that counts nobody is silent.
    """
    wholes: dict[str, list[int]] = {}
    sides: dict[str, dict[str, int]] = {}
    for figures in told:
        mine: dict[str, int] = {}
        for one in figures:
            measure, low = one.measure, one.low or 0
            mine[measure] = mine.get(measure, 0) + low
            if one.party != "unknown":
                named = sides.setdefault(measure, {})
                named[one.party] = min(named.get(one.party, low), low)
        for name, whole in mine.items():
            wholes.setdefault(name, []).append(whole)
    return {name: sum(held) - max(min(held), sum(sides.get(name, {}).values())) for name, held in wholes.items()}

"""What actor1 and actor2 of one account say against those of another.

Gunmen of no name for the one are a known group's men for the other.
"""

from functools import cache, lru_cache

import seeds
from agents.deduplicate.figures import HELPLESS, UNSAID, Feature

MOST_OF_PARTIES = 0.2001  # that they can add, and some more for rounding
UNKNOWN_PARTY, SAME_PARTY, OTHER_PARTY = 0.04, 0.1, -0.15
COALITION = "-coalition"  # how the ids of alliances end
KEPT = 65536  # constellations lately met
_sums: dict[tuple[str | None, ...], float] = {}  # what parties say, by constellation


@lru_cache(maxsize=KEPT)  # few parties, met all day long
def parties(left1: str | None, left2: str | None, right1: str | None, right2: str | None) -> tuple[Feature, ...]:
    """What actor1 and actor2 of the one say against those of the other."""
    first, second = _party(left1, right1), _party(left2, right2)
    crossed = _party(left1, right2) + _party(left2, right1)
    if crossed > first + second:
        return (("parties.crossed", crossed - 0.05),)
    return ("actor1", first), ("actor2", second)


def of_parties(left1: str | None, left2: str | None, right1: str | None, right2: str | None) -> float:
    """All that they say, added up."""
    key = left1, left2, right1, right2
    known = _sums.get(key)
    if known is None:
        if len(_sums) >= KEPT:
            _sums.clear()
        known = _sums[key] = sum([weight for _, weight in parties(left1, left2, right1, right2)])
    return known


def _party(left: str | None, right: str | None) -> float:
    if left in UNSAID or right in UNSAID:
        return UNKNOWN_PARTY
    if left == right:
        return SAME_PARTY
    if left in HELPLESS or right in HELPLESS:
        return 0.0
    return 0.0 if _may_be(left, right) or _may_be(right, left) or frozenset({left, right}) in _members() else OTHER_PARTY


def _may_be(one: str | None, other: str | None) -> bool:
    """Whether gunmen of no name may be the men of another: of no state, and of nobody whom a state sends."""
    if one is None or other is None or not one.startswith("rebel:") or other.startswith(("gov:", "external:")):
        return False
    return one not in _named()


@cache
def _members() -> frozenset[frozenset[str | None]]:
    """A coalition with each foreign state that fights in it: one paper names the one, another the other."""
    rows = list(seeds.rows("alliances.csv"))
    coalitions = {(row["country"], row["side"]): row["actor"] for row in rows if row["actor"].endswith(COALITION)}
    return frozenset(
        frozenset({coalition, row["actor"]})
        for row in rows
        if (coalition := coalitions.get((row["country"], row["side"]))) and row["actor"].startswith("gov:")
        if row["actor"] != f"gov:{row['country']}"
    )


@cache
def _named() -> frozenset[str]:
    """Groups that have a name of their own: the table of actors knows where they fight."""
    return frozenset(row["actor"] for row in seeds.rows("actors.csv") if row["country"])

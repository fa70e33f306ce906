"""Namesakes: of several listed places of one name in a country, the one in a governorate of which something else is told."""

from collections.abc import Mapping, Sequence, Set

from agents.extract.places.gazetteer import Spot
from agents.extract.places.placechoice import TOWN_WEIGHT, Evidence, Named, choose

_FINE = frozenset(["village", "quarter", "mountain", "town"])  # kinds of places of which several have one name


def meant(named: Sequence[Named], told: Evidence) -> list[Spot | None]:
    """The place that each hit means; another one of its name, where nothing else is told of its governorate, but of that one's."""
    chosen = [choose(named, index, told) for index in range(len(named))]
    several = [at for at, one in enumerate(named) if len(one.spots) > 1 and _is_small(chosen[at])]
    if not several:
        return chosen
    names: dict[tuple[str, str], set[str]] = {}  # of what lies in each governorate
    for one, spot in zip(named, chosen, strict=True):
        if spot is not None and spot.admin1:
            names.setdefault((spot.country, spot.admin1), set()).add(one.hit.value)
    for at in several:
        chosen[at] = _told_of(named[at], chosen[at], names)
    return chosen


def _is_small(spot: Spot | None) -> bool:
    return spot is not None and spot.kind in _FINE and spot.weight < TOWN_WEIGHT and bool(spot.admin1)


def _told_of(one: Named, spot: Spot | None, names: Mapping[tuple[str, str], Set[str]]) -> Spot | None:
    """A small place, or the one of its name of whose governorate most other names are told, where it is alone in its own."""
    if spot is None or _others(one, spot, names):
        return spot
    others = [(_others(one, it, names), it) for it in one.spots if it.country == spot.country and it.kind in _FINE]
    most, other = max(others, key=lambda it: it[0], default=(0, spot))
    return other if most else spot


def _others(one: Named, spot: Spot, names: Mapping[tuple[str, str], Set[str]]) -> int:
    """How many names of other places in its governorate are told."""
    return len(names.get((spot.country, spot.admin1 or ""), set()) - {one.hit.value})

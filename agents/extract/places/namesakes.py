"""Namesakes: of several listed places of one name in a country, the one in a governorate of which something else is told.

And none that is a governorate, where the name is said to lie in a town.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from agents.extract.places.gazetteer import Spot
from agents.extract.places.placechoice import SETTLED, TOWN_WEIGHT, Evidence, Named, choose

_FINE = frozenset(["village", "quarter", "mountain", "town"])  # kinds of places of which several have one name
_WIDE = frozenset(["admin1", "country"])
_HELD = 4  # characters from a name to «في» or «وسط» before the town that holds it


def meant(named: Sequence[Named], told: Evidence) -> list[Spot | None]:
    """The place that each hit means; another one of its name, where nothing else is told of its governorate, but of that one's."""
    named = [_in_town(one, after) for one, after in zip_longest(named, named[1:])]
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


def _in_town(one: Named, after: Named | None) -> Named:
    """«منطقة التأميم وسط الرمادي»: a hit without the governorates of its name, where it lies in the town named behind it or beside that."""
    if after is None or len(one.spots) < 2 or one.around.klass == "admin1" or after.around.cue not in ("in", "near"):
        return one
    begins = min((at for at in (after.around.direction_start, after.around.class_start) if at >= 0), default=after.hit.start)
    if not 0 < begins - one.hit.stop <= _HELD or "و" in after.hit.proclitic or any(spot.kind not in SETTLED for spot in after.spots):
        return one
    finer = [spot for spot in one.spots if spot.kind not in _WIDE]
    return replace(one, spots=finer) if finer and len(finer) < len(one.spots) else one


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

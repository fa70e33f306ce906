"""Namesakes: a small place far from what is told beside it is another one of that name («منطقة العين ومدينة لودر»: none of Taiz)."""

from collections.abc import Iterator, Mapping, Sequence, Set

from agents.extract.places.gazetteer import Spot
from agents.extract.places.nearness import km
from agents.extract.places.placechoice import FITTING, TOWN_WEIGHT, Evidence, Named, choose, unlisted_in

_SMALL = frozenset(["village", "quarter", "mountain"])  # kinds of places of which many have one name
_FINE = _SMALL | {"town"}
_WIDE = frozenset(["region", "axis"])  # class words that may stand before any kind
_HELD = frozenset(["town", "village", "admin1", "admin2", "quarter", "camp", "mountain"])  # kinds of places by which another is located
_AWAY_KM = 60.0  # farther than from one place to another of the same front
_AFTER, _BEFORE = 60, 120  # characters to the next place, and from the one before


def meant(named: Sequence[Named], told: Evidence) -> Iterator[Spot | None]:
    """The place that each hit means. Where nothing else is told of the governorate of the listed one, it may be another of its name.

    That is one listed in a governorate of which more is told, or an unlisted one beside the place told next to it, far from the listed one;
    this where the class word is none of its kind: «جبل سنجار», «قرية كذا» are it.
    """
    chosen = [choose(named, index, told) for index in range(len(named))]
    names: dict[tuple[str, str], set[str]] = {}  # of what lies in each governorate
    for one, spot in zip(named, chosen, strict=True):
        if spot is not None and spot.admin1:
            names.setdefault((spot.country, spot.admin1), set()).add(one.hit.value)
    for index, (one, spot) in enumerate(zip(named, chosen, strict=True)):
        if spot is not None and len(one.spots) > 1 and _alone(one, spot, names):
            others = [(_others(one, it, names), it) for it in one.spots if it.country == spot.country and it.kind in _FINE]
            most, other = max(others, key=lambda it: it[0], default=(0, spot))
            chosen[index] = other if most else spot
    apart = [
        spot is not None and _alone(one, spot, names) and _ordinary(spot, one.around.klass) for one, spot in zip(named, chosen, strict=True)
    ]
    known = [None if far else spot for spot, far in zip(chosen, apart, strict=True)]
    for index, spot in enumerate(chosen):
        beside = _beside(named, known, index, spot) if spot is not None and apart[index] else None
        yield spot if beside is None else unlisted_in(beside)


def _alone(one: Named, spot: Spot, names: Mapping[tuple[str, str], Set[str]]) -> bool:
    """Whether a place is the only one that is told of in its governorate, and no great town."""
    small = spot.kind in _FINE and spot.weight < TOWN_WEIGHT
    return small and bool(spot.admin1) and not _others(one, spot, names)


def _others(one: Named, spot: Spot, names: Mapping[tuple[str, str], Set[str]]) -> int:
    """How many names of other places in its governorate are told."""
    return len(names.get((spot.country, spot.admin1 or ""), set()) - {one.hit.value})


def _ordinary(spot: Spot, klass: str) -> bool:
    """Whether a place is so small that others may have its name, and its class word does not say that it is this one."""
    small = spot.kind in _SMALL or (spot.kind == "town" and not spot.by_hand and spot.weight < TOWN_WEIGHT)
    return small and bool(klass) and (klass in _WIDE or spot.kind not in FITTING.get(klass, (spot.kind,)))


def _beside(named: Sequence[Named], known: Sequence[Spot | None], index: int, spot: Spot) -> Spot | None:
    """The place next to a hit, if it lies in another governorate of the same country, and far away. known: what is sure of the places."""
    one = named[index].hit
    for at, reach in ((index + 1, _AFTER), (index - 1, _BEFORE)):
        holder = known[at] if 0 <= at < len(named) else None
        if holder is None or max(named[at].hit.start - one.stop, one.start - named[at].hit.stop) > reach:
            continue
        away = km(spot, holder)
        apart = holder.kind in _HELD and holder.country == spot.country and away is not None and away > _AWAY_KM
        return holder if apart and holder.admin1 else None
    return None

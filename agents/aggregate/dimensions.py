"""What tables are kept by: which rows of a dimension an incident is in, and whose people it counts there."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from agents.aggregate.contributions import MEASURES
from streams.records import Incident

NARROW = 3  # geo_precision from which on a place is an area
UNKNOWN = "unknown"
Parties = frozenset[str] | None  # whose people a row counts; None: everyone's


class Share(NamedTuple):
    """One row of a dimension, or of several at once, that an incident is in. values: one a dimension."""

    values: tuple[str, ...]
    parties: Parties


def _one(value: str | None) -> list[tuple[str, Parties]]:
    return [(value, None)] if value else []


def _place(incident: Incident) -> list[tuple[str, Parties]]:
    place = incident.place
    return _one(place.place_id or place.name) if place and place.geo_precision <= NARROW else []


def _harmed(incident: Incident) -> list[tuple[str, Parties]]:
    return [(party, frozenset({party})) for party in sorted(parties_of(incident))]


def _perpetrator(incident: Incident) -> list[tuple[str, Parties]]:
    """Who did it. In a fight those of the attacker's own people who were harmed are laid to the other side."""
    first, second = incident.actor1 or UNKNOWN, incident.actor2 or UNKNOWN
    own = parties_of(incident) & {first}
    if incident.event_type != "Battles" or not own or first in {second, UNKNOWN}:
        return [(first, None)]
    return [(first, parties_of(incident) - own), (UNKNOWN if second == "civilians" else second, own)]


def parties_of(incident: Incident) -> frozenset[str]:
    """Whose people it counts as killed, wounded, captured or displaced."""
    return frozenset(figure.party for figure in incident.figures if not figure.subset and figure.measure in MEASURES)


DIMENSIONS: dict[str, Callable[[Incident], list[tuple[str, Parties]]]] = {
    "country": lambda one: _one(one.country),
    "admin1": lambda one: _one(one.place.admin1 if one.place else None),
    "place": _place,
    "party": _harmed,
    "perpetrator": _perpetrator,
    "event_type": lambda one: _one(one.event_type),
    "sub_event_type": lambda one: _one(one.sub_event_type),
    "outlet": lambda one: [(outlet, None) for outlet in one.outlets if outlet],
}
ALSO = {"governorate": "admin1", "harmed": "party", "kind": "sub_event_type", "type": "event_type"}  # other names of some


def dimensions_of(text: str) -> tuple[str, ...]:
    """The dimensions in a list that commas separate; ValueError says which is none."""
    words = [part.strip().lower().replace("-", "_") for part in text.split(",")]
    found = [ALSO.get(word, word) for word in words if word]
    for word, name in zip(filter(None, words), found, strict=True):
        if name not in DIMENSIONS:
            raise ValueError(f"{word}: expected one or more, separated by commas, of {', '.join(named())}")
    return tuple(dict.fromkeys(found))


def named() -> list[str]:
    """The dimensions as a reader may ask for them."""
    also = {name: word for word, name in ALSO.items()}
    return [f"{name} (or {also[name]})" if name in also else name for name in DIMENSIONS]


def shares(incident: Incident, dimensions: tuple[str, ...]) -> Iterator[Share]:
    """The rows that an incident is in: of several dimensions crossed, every combination of theirs that counts someone's people.

    Where none of them is that of the harmed, also those that count nobody.
    """
    for one in product(*(DIMENSIONS[name](incident) for name in dimensions)):
        limits = [parties for _, parties in one if parties is not None]
        parties = frozenset.intersection(*limits) if limits else None
        if parties or "party" not in dimensions:
            yield Share(tuple(value for value, _ in one), parties)

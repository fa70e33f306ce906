"""What two reports are compared by, worked out once a report: comparing is done a hundred times as often as reading."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from agents.deduplicate.kinds import KINETIC, event_type
from streams.records import Incident, Place, Report

Number = tuple[str, int | None, int | None]  # measure, low, high
NONE: frozenset[Any] = frozenset()
OPEN = 5  # days before its last on which an occurrence of which no first day is said may have happened
MEASURES = ("killed", "wounded", "captured", "displaced")
NOBODY = (0,) * len(MEASURES)


class Spot(NamedTuple):
    """A place as it is compared. padded: its name between blanks, for finding whole words. wide: an area rather than a place in it."""

    name: str
    padded: str
    place_id: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    wide: bool


class Traits(NamedTuple):
    """A report as it is compared. first, last: days as ordinals; since: no first one is said, and it is counted OPEN days back.

    greatest: by measure, the largest number given for it (0: none). counts: whether it gives any figure.
    """

    scope: str
    first: int | None
    last: int | None
    since: bool
    spot: Spot | None
    kind: str
    kinds: frozenset[str]
    tops: frozenset[str]
    kinetic: bool
    actor1: str | None
    actor2: str | None
    numbers: frozenset[Number]
    plural: frozenset[Number]
    greatest: tuple[int, ...]
    names: frozenset[str]
    counts: bool


Kin = tuple[str, int | None, int | None, bool, Spot | None, str, frozenset[str]]  # scope, first, last, since, spot, kind, kinds


def kin_of(traits: Traits) -> Kin:
    """What accounts share whose day, place, kind and scope are compared with the same outcome."""
    return traits.scope, traits.first, traits.last, traits.since, traits.spot, traits.kind, traits.kinds


def traits_of(report: Report) -> Traits:
    """The traits of a report."""
    numbers = frozenset([(f.measure, f.low, f.high) for f in report.figures if not f.subset]) if report.figures else NONE
    names = frozenset(report.names) if report.names else NONE
    return _traits(report, report.type_alt, numbers, names, counts=bool(report.figures))


def traits_of_incident(incident: Incident, numbers: Iterable[Number]) -> Traits:
    """An incident as a report that says what its accounts agree on would be compared. numbers: those in its ledger, parts left out."""
    held = frozenset(numbers)
    return _traits(incident, (), held, NONE, counts=bool(held))


def _traits(
    said: Report | Incident, alternatives: tuple[str, ...], numbers: frozenset[Number], names: frozenset[str], *, counts: bool
) -> Traits:
    first, last = _ordinal(said.date_start or said.date_end), _ordinal(said.date_end or said.date_start)
    since = first is not None and said.date_start is None
    kinds, tops = _kinds(said.sub_event_type, alternatives)
    return Traits(
        said.scope,
        first - OPEN if first is not None and since else first,
        last,
        since,
        _spot(said.place) if said.place else None,
        said.sub_event_type,
        kinds,
        tops,
        not tops.isdisjoint(KINETIC),
        said.actor1,
        said.actor2,
        numbers,
        frozenset([number for number in numbers if (number[1] or 0) > 1]) if numbers else NONE,
        _greatest(numbers) if numbers else NOBODY,
        names,
        counts,
    )


def _greatest(numbers: Iterable[Number]) -> tuple[int, ...]:
    found = dict.fromkeys(MEASURES, 0)
    for measure, low, high in numbers:
        if measure in found and (low or high or 0) > found[measure]:
            found[measure] = low or high or 0
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _kinds(kind: str, others: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds that a report may be of, and the event types above them."""
    kinds = frozenset({kind, *others})
    return kinds, frozenset(map(event_type, kinds))


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _spot(place: Place) -> Spot:
    wide = place.geo_precision >= 4
    return Spot(place.name, f" {place.name} ", place.place_id, place.country, place.admin1, place.lat, place.lon, wide)

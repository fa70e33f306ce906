"""What two reports are compared by, worked out once a report: comparing is done a hundred times as often as reading."""

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import Any

from agents.deduplicate.kinds import FORCE, KINETIC, RARE, event_type
from streams.records import Incident, Report

Number = tuple[str, int | None, int | None]  # measure, low, high
Days = tuple[int | None, int | None, bool]  # first, last, since (see Traits)
Told = tuple[str, str | None, str | None, str | None, float | None, float | None, int]  # of a spot
Kin = tuple[str, int | None, int | None, bool, Told | None, str, frozenset[str]]  # scope, first, last, since, spot, kind, kinds
Sided = tuple[str, int | None, int | None, str]  # a number with the party whose people they are
NO_NUMBERS: frozenset[Number] = frozenset()
NO_SIDES: frozenset[Sided] = frozenset()
NO_NAMES: frozenset[str] = frozenset()
NOTHING: frozenset[tuple[str, int]] = frozenset()
REMEMBERED = 21  # likewise where it is one that a country speaks of for weeks, and no single day is said
COUNTED = 3  # persons, and no round number: such are counted, and not estimated
SOME = 20  # persons: a number that chance seldom makes equal though it stands alone
OPEN = 5  # days before its last on which an occurrence of which no first day is said may have happened
WORDS = frozenset({2, 20, 200, 2_000, 20_000, 200_000})  # at least so many are some, dozens, hundreds …
MEASURES = ("killed", "wounded", "captured", "displaced")
NOBODY = (0,) * len(MEASURES)
_ARTICLE = re.compile(r"\bال(?=\w{3})")
ROUGH, WIDE = 3, 4  # geo_precision from which on a place is a stretch of land, and an area


class Spot:
    """A place as it is compared. bare: its name without the article, which papers set or leave out. padded: that between blanks, for
    finding whole words. wide: an area rather than a place in it; rough: that, or a stretch of land around the point that stands for it.

    told: all of it.
    """

    __slots__ = ("admin1", "bare", "country", "lat", "lon", "name", "padded", "place_id", "rough", "told", "wide")

    def __init__(self, told: Told) -> None:
        self.told = told
        self.name, self.place_id, self.country, self.admin1, self.lat, self.lon, precision = told
        self.wide, self.rough = precision >= WIDE, precision >= ROUGH
        self.bare = bare(self.name)
        self.padded = f" {self.bare} "

    def __reduce__(self) -> tuple[Any, tuple[Told]]:
        return spot_of, (self.told,)


def bare(name: str) -> str:
    """A name without the article before any of its words."""
    return _ARTICLE.sub("", name)


@lru_cache(maxsize=16384)
def spot_of(told: Told) -> Spot:
    """The place of these facts; mostly one object, so that the same two places are known again quickly."""
    return Spot(told)


class Traits:
    """A report as it is compared. first, last: days as ordinals; since: no first one is said, and it is counted OPEN days back, or of
    a RARE kind REMEMBERED days.

    kinds, tops, kinetic: which kinds it may be of, the event types above them, whether they are of violence. greatest: by measure, the
    largest number given for it (0: none). telling: measure and lower bound of its counted numbers, where they are telling (see _telling()).
    counts: whether it gives any figure. sided: its numbers with whose they are, where that is known. kin: see kin_of().
    """

    __slots__ = (
        "actor1", "actor2", "counts", "first", "greatest", "kin", "kind", "kinds", "kinetic", "last", "names", "numbers", "plural", "scope",
        "sided", "since", "spot", "telling", "tops",
    )  # fmt: skip

    def __init__(self, facts: "Facts") -> None:
        scope, days, place, kind, others, actors, numbers, self.names, self.counts, sided = facts
        self.scope, self.spot, self.kind = intern(scope), place, intern(kind)  # what came back from a shelf has strings of its own
        self.first, self.last, self.since = days
        self.kinds, self.tops, self.kinetic = _kinds(kind, others)
        self.actor1, self.actor2 = [who and intern(who) for who in actors]
        if numbers:
            self.numbers, self.plural, self.telling, self.greatest = _counted(numbers)
            self.sided = _sided(sided)
        else:
            self.numbers, self.plural, self.telling, self.greatest, self.sided = NO_NUMBERS, NO_NUMBERS, NOTHING, NOBODY, sided
        self.kin: Kin = (self.scope, self.first, self.last, self.since, place.told if place else None, self.kind, self.kinds)

    @property
    def facts(self) -> "Facts":
        """All that it was made of."""
        others = tuple(sorted(self.kinds - {self.kind}))
        days, actors = (self.first, self.last, self.since), (self.actor1, self.actor2)
        return self.scope, days, self.spot, self.kind, others, actors, self.numbers, self.names, self.counts, self.sided

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Traits):
            return NotImplemented
        return self is other or (
            self.kin == other.kin
            and self.actor1 == other.actor1
            and self.actor2 == other.actor2
            and self.numbers == other.numbers
            and self.names == other.names
            and self.counts == other.counts
            and self.sided == other.sided
        )

    def __hash__(self) -> int:
        return hash(self.kin)

    def __reduce__(self) -> tuple[Any, tuple[Any]]:
        return Traits, (self.facts,)


# scope, days, place, kind, further kinds that it may be of, actor1 and actor2, numbers, names, whether it gives any figure, sided
Facts = tuple[
    str, Days, Spot | None, str, tuple[str, ...], tuple[str | None, str | None], frozenset[Number], frozenset[str], bool, frozenset[Sided]
]


def kin_of(traits: Traits) -> Kin:
    """What accounts share whose day, place, kind and scope are compared with the same outcome."""
    return traits.kin


def traits_of(report: Report) -> Traits:
    """The traits of a report."""
    figures = report.figures
    numbers = frozenset([(f.measure, f.low, f.high) for f in figures if not f.subset]) if figures else NO_NUMBERS
    sided = frozenset([(f.measure, f.low, f.high, f.party) for f in figures if not f.subset]) if figures else NO_SIDES
    return _traits(report, report.type_alt, numbers, frozenset(report.names) if report.names else NO_NAMES, sided, counts=bool(figures))


def traits_of_incident(incident: Incident, numbers: frozenset[Number]) -> Traits:
    """An incident as a report that says what its accounts agree on would be compared. numbers: those in its ledger, parts left out."""
    return _traits(incident, (), numbers, NO_NAMES, NO_SIDES, counts=bool(numbers))


def _traits(
    said: Report | Incident,
    alternatives: tuple[str, ...],
    numbers: frozenset[Number],
    names: frozenset[str],
    sided: frozenset[Sided],
    *,
    counts: bool,
) -> Traits:
    first, last, since = said.date_start, said.date_end, False
    if last is not None and first != last and said.sub_event_type in RARE:
        begin = last.toordinal() - REMEMBERED
        days: Days = (begin if first is None else min(begin, first.toordinal())), last.toordinal(), first is None
    elif first is None and last is not None:
        begin, since = last.toordinal() - OPEN, True
        days = begin, last.toordinal(), since
    elif first is not None:
        begin = first.toordinal()
        days = begin, (begin if last is None or last is first else last.toordinal()), since
    else:
        days = None, None, since
    place = said.place
    where = None
    if place is not None:
        where = spot_of((place.name, place.place_id, place.country, place.admin1, place.lat, place.lon, place.geo_precision))
    return Traits((said.scope, days, where, said.sub_event_type, alternatives, (said.actor1, said.actor2), numbers, names, counts, sided))


@lru_cache(maxsize=4096)  # news gives the same numbers again: one object each
def _counted(numbers: frozenset[Number]) -> tuple[frozenset[Number], frozenset[Number], frozenset[tuple[str, int]], tuple[int, ...]]:
    """The numbers, those of more than one person, what tells of these, and the greatest of each measure (see Traits)."""
    plural = frozenset([number for number in numbers if (number[1] or 0) > 1])
    plural = numbers if plural == numbers else plural
    return numbers, plural, _telling(plural), _greatest(numbers)


@lru_cache(maxsize=4096)
def _sided(sided: frozenset[Sided]) -> frozenset[Sided]:
    """The same, one object for all that say so."""
    return sided


def _telling(numbers: frozenset[Number]) -> frozenset[tuple[str, int]]:
    """Those that somebody counted, where there is one of some size or more than one: only such say much when others say them too."""
    counted = frozenset([(measure, low) for measure, low, _ in numbers if low and low >= COUNTED and low % 10])
    return counted if len(counted) > 1 or any(low >= SOME for _, low in counted) else NOTHING


def _greatest(numbers: Iterable[Number]) -> tuple[int, ...]:
    found = dict.fromkeys(MEASURES, 0)
    for measure, low, high in numbers:
        if measure in found and (low or high or 0) > found[measure]:
            found[measure] = low or high or 0
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _kinds(kind: str, others: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], bool]:
    """The kinds that a report may be of, the event types above them, and whether any of these is of violence."""
    kinds = frozenset({kind, *others})
    tops = frozenset(map(event_type, kinds))
    return kinds, tops, FORCE in kinds or not tops.isdisjoint(KINETIC)

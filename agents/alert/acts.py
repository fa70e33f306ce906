"""Which incidents of a week may be one act: who adds up its dead must not count them twice."""

from collections.abc import Iterator
from itertools import combinations

from agents.alert.grounds import AREA, is_near, may_hold
from agents.alert.sides import HELPLESS
from agents.alert.tales import Tale, are_one


def told_twice(acts: dict[str, Tale], km: float) -> dict[str, str]:
    """By incident, the first of those that may be the same act, which is itself for most. km: so near two places are one.

    They are of one day, of one place or beside each other, and of the same side's dead as far as it says whose they are; or they say as
    many dead on days next to each other. What linking keeps apart there is mostly a toll and a part of it, what one paper calls shelling
    and another a raid, or what two papers place differently. Somewhere in an area it is the deadliest act there.
    """
    groups = {name: {name} for name in acts}
    for one, other in _pairs(acts, km):
        _unite(groups, one, other)
    for name in sorted(acts):
        if acts[name].place.geo_precision >= AREA and (within := _deadliest(name, acts)):
            _unite(groups, name, within)
    return {name: min(group) for name, group in groups.items()}


def _pairs(acts: dict[str, Tale], km: float) -> Iterator[tuple[str, str]]:
    days: dict[int, list[str]] = {}
    told: dict[int, list[str]] = {}
    for name, act in acts.items():
        days.setdefault(act.days[0], []).append(name)
        for count in {count for _, count in act.told}:
            told.setdefault(count, []).append(name)
    for names in days.values():
        for one, other in combinations(names, 2):
            if _sides_meet(acts[one], acts[other]) and is_near(acts[one].place, acts[other].place, km):
                yield one, other
    for one, act in acts.items():
        for other in {other for _, count in act.whole for other in told.get(count, ()) if other != one}:
            if are_one(act, acts[other], km):
                yield one, other


def _deadliest(name: str, acts: dict[str, Tale]) -> str | None:
    """Of the acts of its day that an area may hold the one with the most killed, among equals the first."""
    area = acts[name]
    held = [
        (-sum([count for _, count in act.dead]), other)
        for other, act in acts.items()
        if other != name and act.days[0] == area.days[0] and may_hold(area.place, act.place) and _sides_meet(area, act)
    ]
    return min(held)[1] if held else None


def _unite(groups: dict[str, set[str]], one: str, other: str) -> None:
    if groups[one] is not groups[other]:
        united = groups[one] | groups[other]
        groups.update(dict.fromkeys(united, united))


def _sides_meet(one: Tale, other: Tale) -> bool:
    """Whether the dead may be the same people: people without arms for the one are often fighters for the other."""
    mine, theirs = {side for side, _ in one.dead}, {side for side, _ in other.dead}
    return not mine or not theirs or not mine.isdisjoint(theirs) or not HELPLESS.isdisjoint(mine | theirs)

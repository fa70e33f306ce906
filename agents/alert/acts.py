"""Which incidents may be one act: who adds up the dead of a week must not count them twice."""

from datetime import date
from itertools import combinations
from typing import NamedTuple

from streams.records import Incident


class Act(NamedTuple):
    """What tells an act. where: day and place; parties: the sides that had dead, as last told."""

    where: tuple[date | None, str]
    parties: tuple[str, ...]
    articles: tuple[str, ...]


def act_of(incident: Incident) -> Act:
    """The act that an incident tells of; its place by its id, by its name where it has none."""
    place = incident.place
    where = incident.date_start or incident.date_end, (place.place_id or place.name) if place else ""
    return Act(where, tuple(incident.history[-1].dead) if incident.history else (), incident.article_ids)


def told_twice(acts: dict[str, Act]) -> dict[str, str]:
    """By incident, the first of those that may be the same act, which is itself for most.

    They are of one day and place, an article tells of both, and of the same side's dead as far as it says whose they are. What linking
    keeps apart there is mostly a toll and a part of it, or what one paper calls shelling and another a raid.
    """
    first = dict(zip(acts, acts, strict=True))
    nearby: dict[tuple[date | None, str], list[str]] = {}
    for name, act in acts.items():
        nearby.setdefault(act.where, []).append(name)
    for names in nearby.values():
        for one, other in combinations(sorted(names), 2) if len(names) > 1 else ():
            if first[one] != first[other] and _may_be_one(acts[one], acts[other]):
                kept, gone = sorted((first[one], first[other]))
                first.update({name: kept for name in names if first[name] == gone})
    return first


def _may_be_one(one: Act, other: Act) -> bool:
    if set(one.articles).isdisjoint(other.articles):
        return False
    is_open = "unknown" in one.parties or "unknown" in other.parties or not one.parties or not other.parties
    return is_open or not set(one.parties).isdisjoint(other.parties)

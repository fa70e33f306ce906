"""Which incidents may be one after all: those that stand apart though what they say does not tell them apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from agents.deduplicate.decide import decide, possible
from agents.deduplicate.overrides import Overrides
from agents.deduplicate.traits import OPEN, Traits, traits_of
from streams.records import Figure, Incident, Report

LONGEST = 7  # days of a span on which an incident is looked for
ONE = timedelta(days=1)


class Doubt(NamedTuple):
    """Two incidents that may be one, in order of their ids, with the score (0–1) and the reasons."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def doubts(incidents: Iterable[Incident], said: Overrides | None = None) -> list[Doubt]:
    """Every two incidents that may be one, by id. said: what reviewers declared. Two of one article are not: it tells them apart.

    What an incident says is weighed as a report is: its day, place, kind, parties and every number in its ledger. As in linking, those
    are compared that are of days next to each other, in one governorate or where one of them names none.
    """
    found: list[Doubt] = []
    traits: dict[str, Traits] = {}
    held: dict[tuple[str, date], dict[str, list[Incident]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(incidents, key=lambda one: one.incident_id):
        mine = traits[one.incident_id] = _traits(one)
        area, days = (one.place.admin1 if one.place else None) or "", list(days_of(one))
        met: dict[str, Incident] = {}
        for day in sorted({day + near * ONE for day in days for near in (-1, 0, 1)}):
            block = held.get((one.country, day), {})
            for name in ("", area) if area else list(block):
                met.update((other.incident_id, other) for other in block.get(name, ()))
        for name, other in met.items():
            if not possible(traits[name], mine):
                continue
            decision = decide(traits[name], mine)
            if decision.verdict != "different" and not _apart(other, one, said):
                found.append(Doubt(name, one.incident_id, decision.score, decision.reasons))
        for day in days:
            held[one.country, day][area].append(one)
    return sorted(found)


def groups(found: Iterable[Doubt]) -> dict[str, str]:
    """As many of these incidents as may all be one, the surest first: the group of each, named by its first. Others are in none.

    In a group each may be one with every other: A and C, of which each may be B, are not thereby one.
    """
    held = {(one.left, one.right) for one in found}
    members: dict[str, tuple[str, ...]] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.left, one.right)):
        left, right = members.get(one.left, (one.left,)), members.get(one.right, (one.right,))
        if left != right and all(_pair(*pair) in held for pair in product(left, right)):
            both = tuple(sorted(left + right))
            members.update(dict.fromkeys(both, both))
    return {name: group[0] for name, group in members.items()}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def days_of(incident: Incident) -> Iterator[date]:
    """The days under which an incident is looked for: those that it names, or that of its first publication."""
    first, last = incident.date_start or incident.date_end, incident.date_end or incident.date_start
    if first is None or last is None:
        if incident.first_published_at:
            yield incident.first_published_at.date()
        return
    if incident.date_start is None:
        first -= OPEN * ONE
    for number in range(min((last - first).days + 1, LONGEST)):
        yield first + number * ONE


def _apart(one: Incident, other: Incident, said: Overrides | None) -> bool:
    if not set(one.article_ids).isdisjoint(other.article_ids):
        return True
    return said is not None and any(said.apart(*pair) for pair in product(one.report_ids, other.report_ids))


def _traits(incident: Incident) -> Traits:
    numbers: Mapping[tuple[str, str, int | None, int | None], Figure] = {
        (claim.measure, claim.party, claim.low, claim.high): Figure.made(
            measure=claim.measure, party=claim.party, low=claim.low, high=claim.high
        )
        for claim in incident.claims
        if not claim.subset and claim.hedge != "denied"
    }
    return traits_of(
        Report.made(
            id="a",
            scope=incident.scope,
            sub_event_type=incident.sub_event_type,
            date_start=incident.date_start,
            date_end=incident.date_end,
            place=incident.place,
            actor1=incident.actor1,
            actor2=incident.actor2,
            figures=tuple(numbers.values()),
        )
    )

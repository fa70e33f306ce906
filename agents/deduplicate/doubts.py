"""Which incidents may be one after all: those that stand apart though what they say does not tell them apart.

What an incident says is weighed as a report is: its day, place, kind, parties and every number in its ledger. As in linking, those are
compared that are of days next to each other, in one governorate or where one of them names none. Two that one article tells of are two.
"""

from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

from agents.deduplicate.decide import decide, doubtful
from agents.deduplicate.overrides import Overrides
from agents.deduplicate.traits import OPEN, Traits, traits_of_incident
from streams.records import Incident

LONGEST = 7  # days of a span on which an incident is looked for


class Doubt(NamedTuple):
    """Two incidents that may be one, in order of their ids, with the score (0–1) and the reasons."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


class Known(NamedTuple):
    """An incident as it is compared. country, area, days, as ordinals: where it is found; articles: those that tell of it."""

    traits: Traits
    country: str
    area: str
    days: tuple[int, ...]
    report_ids: tuple[str, ...]
    articles: frozenset[str]


class Doubts:
    """Incidents that are put here, each weighed against those already here."""

    def __init__(self, said: Overrides | None = None) -> None:
        """said: what reviewers declared different."""
        self._said = said or Overrides()
        self._known: dict[str, Known] = {}
        self._found: dict[tuple[str, int], dict[str, set[str]]] = {}  # by country and day, then by area
        self._alike: dict[str, dict[str, float]] = {}  # by what they say
        self._near: dict[str, dict[str, float]] = {}

    def put(self, incident: Incident) -> None:
        """Takes in an incident, or its newest state."""
        name, old = incident.incident_id, self._known.get(incident.incident_id)
        new = _known(incident)
        if old is not None and old[:4] == new[:4]:
            self._known[name] = new
            if old.report_ids != new.report_ids:
                self._settle(name, self._alike.get(name, {}))
            return
        self.drop(name)
        self._known[name] = new
        alike = {other: score for other in self._met(new) if (score := doubtful(self._known[other].traits, new.traits))}
        if alike:
            self._alike[name] = alike
            for other, score in alike.items():
                self._alike.setdefault(other, {})[name] = score
            self._settle(name, alike)
        for day in new.days:
            self._found.setdefault((new.country, day), {}).setdefault(new.area, set()).add(name)

    def _settle(self, name: str, alike: Mapping[str, float]) -> None:
        """Parts those that nothing in what they say tells apart, but the articles that tell of both, or a reviewer."""
        self._leave(self._near, name)
        near = {other: score for other, score in alike.items() if not self._apart(name, other)}
        if near:
            self._near[name] = near
        for other, score in near.items():
            self._near.setdefault(other, {})[name] = score

    def drop(self, name: str) -> None:
        """Takes an incident out, also one that is not here."""
        old = self._known.pop(name, None)
        if old is None:
            return
        for day in old.days:
            block = self._found[old.country, day]
            block[old.area].discard(name)
            if not block[old.area]:
                del block[old.area]
            if not block:
                del self._found[old.country, day]
        self._leave(self._alike, name)
        self._leave(self._near, name)

    @staticmethod
    def _leave(pairs: dict[str, dict[str, float]], name: str) -> None:
        for other in pairs.pop(name, ()):
            del pairs[other][name]
            if not pairs[other]:
                del pairs[other]

    def near(self, name: str) -> Mapping[str, float]:
        """The incidents here that may be one with this one, with the score (0–1)."""
        return self._near.get(name, {})

    def told(self, one: str, other: str) -> Doubt:
        """What speaks for and against two that may be one."""
        decision = decide(self._known[one].traits, self._known[other].traits)
        return Doubt(one, other, decision.score, decision.reasons)

    def _met(self, one: Known) -> set[str]:
        met: set[str] = set()
        days, country, area = one.days, one.country, one.area
        for day in (days[0] - 1, days[0], days[0] + 1) if len(days) == 1 else {day + near for day in days for near in (-1, 0, 1)}:
            block = self._found.get((country, day))
            if not block:
                continue
            if not area:
                for names in block.values():
                    met |= names
                continue
            for where in ("", area):
                if where in block:
                    met |= block[where]
        return met

    def _apart(self, one: str, other: str) -> bool:
        left, right = self._known[one], self._known[other]
        if not left.articles.isdisjoint(right.articles):
            return True
        return bool(self._said) and any(self._said.apart(*pair) for pair in product(left.report_ids, right.report_ids))


def _known(incident: Incident) -> Known:
    """An incident as it is compared; of its ledger every number counts, but those of a part of others counted and those denied."""
    numbers = frozenset([(one.measure, one.low, one.high) for one in incident.claims if not one.subset and one.hedge != "denied"])
    return Known(
        traits_of_incident(incident, numbers),
        incident.country,
        (incident.place.admin1 if incident.place else None) or "",
        tuple(days_of(incident)),
        incident.report_ids,
        frozenset([name.rpartition("/")[0] for name in incident.report_ids]),
    )


def days_of(incident: Incident) -> list[int]:
    """The days, as ordinals, under which an incident is looked for: those that it names, or that of its first publication."""
    first, last = incident.date_start or incident.date_end, incident.date_end or incident.date_start
    if first is None or last is None:
        return [incident.first_published_at.toordinal()] if incident.first_published_at else []
    begin, end = first.toordinal(), last.toordinal()
    if incident.date_start is None:
        begin -= OPEN
    return list(range(begin, min(end + 1, begin + LONGEST)))

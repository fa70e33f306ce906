"""One occurrence, one alert: of alerts of one rule whose incidents may be one occurrence the first is told, and rests on all of them.

Which are told follows from all that could be, as with cooldowns: in the order in which they would be raised, each is told unless one that
stands and is told may be of the same occurrence. An alert that falls frees those that it kept back.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from agents.alert.rules import SAME_KM, Rule
from agents.alert.tales import Tale, are_one, tale_of
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident

ALERTS, DAYS = 1024, 512  # lately used ones that stay in memory
Day = tuple[str, int]  # a country and a day, as ordinal


class Known(NamedTuple):
    """An alert that could be told, and what it tells of."""

    alert: Alert
    tale: Tale


class Once:
    """All that one rule could tell of single incidents, by subject."""

    def __init__(self, rule: Rule, shelves: Shelves = in_memory) -> None:
        self._kind, self._km = rule.kind, rule.values[SAME_KM]
        self._known: Shelved[str, Known] = Shelved(shelves("tales"), str, ALERTS)
        self._days: Shelved[Day, set[str]] = Shelved(shelves("tales-of"), "{0[0]}/{0[1]}".format, DAYS)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._known.rest()
        self._days.rest()

    def apply(self, incident: Incident, alert: Alert | None) -> dict[str, Alert | None]:
        """Takes in what the rule finds of an incident (None: nothing); what is to be told of it and of all that it frees or keeps back."""
        name, tale = incident.incident_id, tale_of(incident, self._kind) if alert else None
        touched: set[str] = set()
        if before := self._known.pop(name):
            touched = self._around(before.tale) - {name}
            for day in before.tale.days:
                self._days[before.tale.country, day].discard(name)
        if alert is None or tale is None:
            return {name: alert, **self._told(touched)}
        self._known[name] = Known(alert, tale)
        for day in tale.days:
            self._days.setdefault((tale.country, day), set()).add(name)
        return self._told(touched | {name})

    def _around(self, tale: Tale) -> set[str]:
        """The alerts here that may be of one occurrence with it."""
        near = {name for day in range(tale.days[0] - 1, tale.days[-1] + 2) for name in self._days.get((tale.country, day)) or ()}
        return {name for name in near if name in self._known and are_one(tale, self._known[name].tale, self._km)}

    def _told(self, names: set[str]) -> dict[str, Alert | None]:
        """These, and all that hang together with them: what each tells, None where another one tells it."""
        found: dict[str, set[str]] = {}
        open_names = set(names)
        while open_names:
            name = open_names.pop()
            found[name] = self._around(self._known[name].tale) - {name}
            open_names |= found[name] - found.keys()
        told: dict[str, list[Alert]] = {}  # by subject of one that is told, the alerts that it keeps back
        by: dict[str, str] = {}
        for name in sorted(found, key=self._order):
            alert = self._known[name].alert
            first = next((other for other in told if other in found[name]), None)
            if first is None:
                if alert.status != "withdrawn":
                    told[name] = []
            else:
                by[name] = first
                if alert.status != "withdrawn":
                    told[first].append(alert)
        return {name: None if name in by else _together(self._known[name].alert, told.get(name, [])) for name in found}

    def _order(self, name: str) -> tuple[datetime, int, str]:
        """In which alerts are raised; of one article that first which tells of more dead."""
        known = self._known[name]
        return known.alert.raised_at, -known.tale.killed, name


def _together(alert: Alert, others: list[Alert]) -> Alert:
    """An alert that rests on the incidents of others too, and says in ``also`` what other numbers of killed these have.

    Whatever changed one that says such a number changed this one.
    """
    if not others:
        return alert
    known = {alert.facts.get("killed")}
    unlike = [one for one in others if one.facts.get("killed") not in known]
    told: dict[str, object] = {field: tuple(dict.fromkeys(_all(alert, others, field))) for field in ("incidents", "articles")}
    if unlike:
        told["facts"] = dict(sorted({**alert.facts, "also": ", ".join(dict.fromkeys([one.facts["killed"] for one in unlike]))}.items()))
        told["version"] = alert.version + sum([one.version for one in unlike])
        told["status"], told["changed_at"] = "amended", max([one.changed_at for one in (alert, *unlike)])
    return alert.model_copy(update=told)


def _all(alert: Alert, others: list[Alert], field: str) -> Iterator[str]:
    for one in (alert, *others):
        yield from getattr(one, field)

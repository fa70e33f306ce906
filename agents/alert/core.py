"""The alert room: what stands follows from incidents, signs of life and the watermark; what is sent is what differs from before."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from agents.alert.fronts import Fronts
from agents.alert.rules import Rule
from agents.alert.silence import Silences
from agents.alert.single import STORIES, alerts_of
from agents.alert.surge import Surges
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident

TOLD = 2048  # alerts lately told that stay in memory
Found = dict[tuple[str, str], Alert | None]  # by rule and subject; None: there is none (any more)


class AlertRoom:
    """All alerts of one partition."""

    def __init__(self, rules: tuple[Rule, ...], shelves: Shelves = in_memory) -> None:
        self._single = tuple(rule for rule in rules if rule.kind in STORIES)
        self._surges = [(rule, Surges(_within(shelves, rule))) for rule in rules if rule.kind == "surge"]
        self._fronts = [(rule, Fronts(rule, _within(shelves, rule))) for rule in rules if rule.kind == "new-front"]
        self._silences = [(rule, Silences()) for rule in rules if rule.kind == "silence"]
        self._told: Shelved[tuple[str, str], Alert] = Shelved(shelves("told"), "\0".join, TOLD)
        self._since: datetime | None = None
        self._watermark: datetime | None = None

    def apply_incident(self, incident: Incident, *, again: bool = False) -> list[Alert]:
        """Takes in the newest state of an incident; every alert that changed.

        again: the same state was taken in before, and what it gave may be lost: every alert that rests on the incident.
        """
        first = incident.first_published_at
        if first is not None and (self._since is None or first < self._since):
            self._since = first
        name = incident.incident_id
        found: Found = {(rule.id, name): None for rule in self._single}
        found.update({(alert.rule, name): alert for alert in alerts_of(incident, self._single)})
        for rule, surges in self._surges:
            found.update({(rule.id, week): alert for week, alert in surges.apply(incident, rule, self._since).items()})
        for rule, fronts in self._fronts:
            found.update({(rule.id, other): alert for other, alert in fronts.apply(incident, self._since).items()})
        changed = self._changed(found)
        if again:
            changed = _by_id(alert for told in found if (alert := self._told.get(told)) and name in alert.incidents)
        self._rest()
        return changed

    def _rest(self) -> None:
        self._told.rest()
        for _, surges in self._surges:
            surges.rest()
        for _, fronts in self._fronts:
            fronts.rest()

    def apply_pulse(self, outlet: str, published_at: datetime) -> list[Alert]:
        """Takes in a sign of life of an outlet; every alert of silence that changed, of any outlet where the watermark's day moved on."""
        moved = self._watermark is None or published_at.date() > self._watermark.date()
        self._watermark = published_at if self._watermark is None else max(self._watermark, published_at)
        found: Found = {}
        for rule, silences in self._silences:
            if outlet:
                silences.pulse(outlet, published_at)
            outlets = silences.outlets() if moved else [outlet] if outlet else []
            found.update({(rule.id, name): alert for name, alert in silences.alerts(outlets, rule, self._watermark).items()})
        return self._changed(found)

    def standing(self) -> list[Alert]:
        """Every alert ever raised, as it stands, by id."""
        return _by_id(self._told.values())

    def _changed(self, found: Found) -> list[Alert]:
        changed = []
        for name, now in found.items():
            told = self._told.get(name)
            if now is None and (told is None or told.status == "withdrawn"):
                continue
            alert = now or told.model_copy(update={"status": "withdrawn", "version": told.version + 1}) if told else now
            if alert is not None and alert != told:
                self._told[name] = alert
                changed.append(alert)
        return _by_id(changed)


def _by_id(alerts: Iterable[Alert]) -> list[Alert]:
    return sorted(alerts, key=attrgetter("alert_id"))


def _within(shelves: Shelves, rule: Rule) -> Shelves:
    return lambda name: shelves(f"{rule.id}/{name}")

"""The alert room: what stands follows from incidents, signs of life and the watermark; what is sent is what differs from before."""

from datetime import datetime

from agents.alert.fronts import Fronts
from agents.alert.rules import Rule
from agents.alert.silence import Silences
from agents.alert.single import STORIES, alerts_of
from agents.alert.story import alert_id
from agents.alert.surge import Surges
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident

TOLD = 2048  # alerts lately told that stay in memory


class AlertRoom:
    """All alerts of one partition."""

    def __init__(self, rules: tuple[Rule, ...], shelves: Shelves = in_memory) -> None:
        self._single = tuple(rule for rule in rules if rule.kind in STORIES)
        self._surges = [(rule, Surges(_within(shelves, rule))) for rule in rules if rule.kind == "surge"]
        self._fronts = [(rule, Fronts(rule, _within(shelves, rule))) for rule in rules if rule.kind == "new-front"]
        self._silences = [(rule, Silences()) for rule in rules if rule.kind == "silence"]
        self._told: Shelved[str, Alert] = Shelved(shelves("told"), str, TOLD)
        self._since: datetime | None = None
        self._watermark: datetime | None = None

    def apply_incident(self, incident: Incident, *, again: bool = False) -> list[Alert]:
        """Takes in the newest state of an incident; every alert that changed.

        again: the same state was taken in before, and what it gave may be lost: every alert that rests on the incident.
        """
        first = incident.first_published_at
        if first is not None and (self._since is None or first < self._since):
            self._since = first
        found: dict[str, Alert | None] = {alert_id(rule, incident.incident_id): None for rule in self._single}
        found.update({alert.alert_id: alert for alert in alerts_of(incident, self._single)})
        for rule, surges in self._surges:
            found.update({alert_id(rule, name): alert for name, alert in surges.apply(incident, rule, self._since).items()})
        for rule, fronts in self._fronts:
            found.update({alert_id(rule, name): alert for name, alert in fronts.apply(incident, self._since).items()})
        changed = self._changed(found)
        if again:
            changed = [alert for name in sorted(found) if (alert := self._told.get(name)) and incident.incident_id in alert.incidents]
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
        found: dict[str, Alert | None] = {}
        for rule, silences in self._silences:
            if outlet:
                silences.pulse(outlet, published_at)
            outlets = silences.outlets() if moved else [outlet] if outlet else []
            found.update({alert_id(rule, name): alert for name, alert in silences.alerts(outlets, rule, self._watermark).items()})
        return self._changed(found)

    def standing(self) -> list[Alert]:
        """Every alert ever raised, as it stands, by id."""
        return [self._told[name] for name in sorted(self._told)]

    def _changed(self, found: dict[str, Alert | None]) -> list[Alert]:
        changed = []
        for name, now in sorted(found.items()):
            told = self._told.get(name)
            if now is None and (told is None or told.status == "withdrawn"):
                continue
            alert = now or told.model_copy(update={"status": "withdrawn", "version": told.version + 1}) if told else now
            if alert is not None and alert != told:
                self._told[name] = alert
                changed.append(alert)
        return changed


def _within(shelves: Shelves, rule: Rule) -> Shelves:
    return lambda name: shelves(f"{rule.id}/{name}")

"""The alert room: what stands follows from incidents, signs of life and the watermark; what is sent is what differs from before."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from typing import Any

from agents.alert.cooldown import Cooldown
from agents.alert.flow import Flow
from agents.alert.fronts import Fronts
from agents.alert.once import Once
from agents.alert.rules import SAME_KM, Rule
from agents.alert.silence import Silences
from agents.alert.single import STORIES, alerts_of
from agents.alert.surge import Surges
from agents.alert.telling import Told, told_next, told_of
from agents.shelved import Shelved, Shelves, in_memory
from agents.stretches import Stretch, Stretches, parsed
from streams.records import Alert, Incident

TOLD = 1024  # alerts lately told that stay in memory
RESTS = 8  # incidents and signs of life after which something may leave memory
Found = dict[tuple[str, str], Alert | None]  # by rule and subject; None: there is none (any more)


class AlertRoom:
    """All alerts of one partition."""

    def __init__(self, rules: tuple[Rule, ...], shelves: Shelves = in_memory) -> None:
        self._single = tuple(rule for rule in rules if rule.kind in STORIES)
        self._once = {rule.id: Once(rule, _within(shelves, rule)) for rule in self._single if SAME_KM in rule.values}
        self._surges = [
            (rule, Surges(_within(shelves, rule)), Flow(rule, 7 * rule.values["baseline_weeks"])) for rule in rules if rule.kind == "surge"
        ]
        self._fronts = [
            (rule, Fronts(rule, _within(shelves, rule)), Flow(rule, rule.values["days"])) for rule in rules if rule.kind == "new-front"
        ]
        self._silences = [(rule, Silences(rule, _within(shelves, rule))) for rule in rules if rule.kind == "silence"]
        self._cooldowns = {rule.id: Cooldown(rule, _within(shelves, rule)) for rule in rules if "cooldown_days" in rule.values}
        self._told: Shelved[tuple[str, str], Told] = Shelved(shelves("told"), "\0".join, TOLD)
        self._untold: Found = {}  # what has to be compared with what was told before a start
        self._rested = 0
        self._flow, self._flow_told = Stretches(), ""
        self._watermark: datetime | None = None

    def apply_incident(self, incident: Incident, *, again: bool = False) -> list[Alert]:
        """Takes in the newest state of an incident; every alert that changed, as it is to be sent.

        again: the same state was taken in before, and what it gave may be lost: every alert that rests on the incident, or fell by it.
        """
        found = self._found(incident, again=again)
        changed = self._changed(self._untold | found)
        self._untold = {}
        if again:
            told = [one for name in found if (one := self._told.get(name))]
            lost = [one.sent for one in told if one.stands is None or incident.incident_id in one.sent.incidents]
            changed = _by_id({one.alert_id: one for one in (*changed, *lost)}.values())
        self._rest()
        return changed

    def flowed(self, at: datetime) -> None:
        """Takes it that the feed had an article then; what that changes is told with the next incident, or by tell()."""
        if found := self._flowed(at):
            self._untold.update(self._cooled(found))

    def flows(self, told: str) -> None:
        """The same of all days in a text (agents.stretches)."""
        if told == self._flow_told:
            return
        self._flow_told = told
        for days in parsed(told):
            self._untold.update(self._cooled(self._covered(days)))

    def tell(self) -> list[Alert]:
        """Every alert that changed and is not yet told."""
        changed, self._untold = self._changed(self._untold), {}
        self._rest()
        return changed

    def remember(self, sent: Alert, log: dict[str, Any]) -> None:
        """Takes in, at a start, an alert as it was last sent, and what the log keeps beside it; before any incident."""
        name = sent.rule, sent.subject
        self._told[name] = told_of(sent, log)
        self._untold[name] = None
        self._told.rest()

    def restore(self, incident: Incident) -> None:
        """Takes in, at a start, an incident that was there before; what that changes is told with the next one."""
        found = self._found(incident)
        self._untold.update({name: alert for name, alert in found.items() if alert is not None or name in self._untold})
        self._rest()

    def beside(self, sent: Alert) -> dict[str, Any]:
        """What the log keeps beside an alert that was just given to be sent."""
        return self._told[sent.rule, sent.subject].log

    def _found(self, incident: Incident, *, again: bool = False) -> Found:
        name, first = incident.incident_id, incident.first_published_at
        found = self._flowed(first) if first else {}
        found.update({(rule.id, name): None for rule in self._single})
        found.update({(alert.rule, name): alert for alert in alerts_of(incident, self._single)})
        for rule_id, once in self._once.items():
            found.update({(rule_id, other): alert for other, alert in once.apply(incident, found[rule_id, name]).items()})
        for rule, surges, flow in self._surges:
            found.update({(rule.id, week): alert for week, alert in surges.apply(incident, rule, flow, again=again).items()})
        for rule, fronts, flow in self._fronts:
            found.update({(rule.id, other): alert for other, alert in fronts.apply(incident, flow, again=again).items()})
        return self._cooled(found)

    def _cooled(self, found: Found) -> Found:
        """What was found, but for what falls into a rule's cooldown; with what that frees or stops elsewhere."""
        own: dict[str, dict[str, Alert | None]] = {}
        for (rule, subject), alert in found.items():
            if rule in self._cooldowns:
                own.setdefault(rule, {})[subject] = alert
        for rule, alerts in own.items():
            found.update({(rule, subject): alert for subject, alert in self._cooldowns[rule].apply(alerts).items()})
        return found

    def _flowed(self, at: datetime) -> Found:
        day = at.toordinal()
        return {} if self._flow.holds(day) else self._covered(Stretch(day, day))

    def _covered(self, days: Stretch) -> Found:
        """Notes that the feed had articles on these days; the alerts of what is judged because of that."""
        found: Found = {}
        if self._flow.add(days) is None:
            return found
        for rule, surges, flow in self._surges:
            found.update({(rule.id, week): alert for week, alert in surges.judged(rule, flow, flow.add(days)).items()})
        for rule, fronts, flow in self._fronts:
            found.update({(rule.id, other): alert for other, alert in fronts.judged(flow, flow.add(days)).items()})
        return found

    def _rest(self) -> None:
        self._rested = (self._rested + 1) % RESTS
        if self._rested:
            return
        self._told.rest()
        for _, surges, _ in self._surges:
            surges.rest()
        for _, fronts, _ in self._fronts:
            fronts.rest()
        for _, silences in self._silences:
            silences.rest()
        for once in self._once.values():
            once.rest()
        for cooldown in self._cooldowns.values():
            cooldown.rest()

    def apply_pulse(self, outlet: str, published_at: datetime, *, counted: bool = False) -> list[Alert]:
        """Takes in a sign of life of an outlet, or of a governorate; every alert of silence that changed, of all of them.

        counted: the article itself was already taken in, with no name.
        """
        self._watermark = published_at if self._watermark is None else max(self._watermark, published_at)
        found: Found = {}
        for rule, silences in self._silences:
            silences.pulse(outlet, published_at, counted=counted)
            found.update({(rule.id, name): alert for name, alert in silences.alerts(self._watermark).items()})
        changed = self._changed(self._cooled(found))
        self._rest()
        return changed

    def standing(self) -> list[Alert]:
        """Every alert that holds or held, as it stands, by id."""
        return _by_id(told.stands for told in self._told.values() if told.stands)

    def _changed(self, found: Found) -> list[Alert]:
        changed = []
        for name, now in found.items():
            before = self._told.get(name)
            told = told_next(before, now) if before is not None or now is not None else None
            if told is not None:
                self._told[name] = told
                changed.append(told.sent)
        return _by_id(changed)


def _by_id(alerts: Iterable[Alert]) -> list[Alert]:
    return sorted(alerts, key=attrgetter("alert_id"))


def _within(shelves: Shelves, rule: Rule) -> Shelves:
    return lambda name: shelves(f"{rule.id}/{name}")

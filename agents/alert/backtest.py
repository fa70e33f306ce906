"""What alert rules would have done with articles of the past, told in order of publication: how often, when, how early, how wrongly."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from statistics import median

from pydantic import AwareDatetime

from agents.alert.core import AlertRoom
from agents.alert.hearing import Hearing
from agents.alert.rules import Rule
from streams.records import Alert, Incident, Record, ReportBatch

HOUR = timedelta(hours=1)


class Fired(Record):
    """One alert and where it ended.

    lead_h: hours from its raising until the killed of its incidents no longer changed, 0.0 where they were known at once; None where it
    rests on no incident, or on none that stands.
    """

    alert_id: str
    title: str
    country: str = ""
    raised_at: AwareDatetime
    status: str
    versions: int
    lead_h: float | None = None


class Outcome(Record):
    """One rule. fired: alerts that it would have raised; standing, withdrawn: where they ended; amended: those that changed on the way.

    early: alerts raised before the toll was known; median_lead_h: of those, hours. first, last: moments of raising.
    """

    rule: str
    kind: str
    fired: int
    standing: int
    withdrawn: int
    amended: int
    early: int
    median_lead_h: float | None = None
    first: AwareDatetime | None = None
    last: AwareDatetime | None = None
    alerts: tuple[Fired, ...] = ()


class Backtest:
    """A room of these rules that is told what happened, and remembers what it said."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._rooms: dict[int, AlertRoom] = {}
        self._hearings: dict[int, Hearing] = {}  # the first of which listens
        self._heard: set[bytes] = set()
        self._sent: dict[str, list[Alert]] = {}
        self._incidents: dict[str, Incident] = {}

    def incident(self, incident: Incident, partition: int = 0) -> None:
        """The newest state of an incident, in order of publication. partition: as on the log; areas never mix, but feeds begin in each."""
        self._incidents[incident.incident_id] = incident
        self._note(self._room(partition).apply_incident(incident))

    def article(self, batch: ReportBatch, partition: int = 0) -> None:
        """What a partition has heard of an article, with reports for it or without, in order of publication and before what they change."""
        self._room(partition).flowed(batch.published_at)
        hearing = self._hearings.get(partition)
        if hearing is None:
            hearing = self._hearings[partition] = Hearing(self._rules, partition, listens=not self._hearings)
        for key, row in hearing.rows(batch):
            if key not in self._heard:
                self._heard.add(key)
                self._note(hearing.take(row))

    def outcomes(self) -> list[Outcome]:
        """What each rule did, in the order of the rules."""
        return [self._outcome(rule) for rule in self._rules]

    def _room(self, partition: int) -> AlertRoom:
        return self._rooms.setdefault(partition, AlertRoom(self._rules))

    def _note(self, alerts: list[Alert]) -> None:
        for alert in alerts:
            self._sent.setdefault(alert.alert_id, []).append(alert)

    def _outcome(self, rule: Rule) -> Outcome:
        fired = sorted((self._fired(sent) for sent in self._sent.values() if sent[0].rule == rule.id), key=lambda one: one.raised_at)
        leads = [one.lead_h for one in fired if one.lead_h]
        withdrawn = sum(one.status == "withdrawn" for one in fired)
        return Outcome(
            rule=rule.id,
            kind=rule.kind,
            fired=len(fired),
            standing=len(fired) - withdrawn,
            withdrawn=withdrawn,
            amended=sum(one.versions > 1 + (one.status == "withdrawn") for one in fired),
            early=len(leads),
            median_lead_h=round(median(leads), 1) if leads else None,
            first=fired[0].raised_at if fired else None,
            last=fired[-1].raised_at if fired else None,
            alerts=tuple(fired),
        )

    def _fired(self, sent: list[Alert]) -> Fired:
        last = sent[-1]
        known = toll_known_at(last.incidents, self._incidents)
        return Fired(
            alert_id=last.alert_id,
            title=last.title,
            country=last.country,
            raised_at=sent[0].raised_at,
            status=last.status,
            versions=len({(one.version, one.status) for one in sent}),
            lead_h=None if known is None else round(max(known - sent[0].raised_at, timedelta()) / HOUR, 1),
        )


def toll_known_at(names: tuple[str, ...], incidents: Mapping[str, Incident]) -> datetime | None:
    """The moment of publication from which on the killed of these incidents stayed what they are; None where none of them stands."""
    moments = []
    for name in names:
        history = incidents[name].history if name in incidents and incidents[name].status == "standing" else ()
        known = None
        for revision in reversed(history):
            if revision.killed != history[-1].killed:
                break
            known = revision.published_at
        if known is not None:
            moments.append(known)
    return max(moments, default=None)

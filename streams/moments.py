"""What was known at a moment of publication: the reports published by then, through the same pure rooms, under one policy.

Everything that readers see is a function of the set of articles, so that nothing of the past need be kept but the reports themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter

from agents.aggregate.core import Aggregator
from agents.alert.core import AlertRoom
from agents.alert.rules import Rule, load
from agents.deduplicate import overrides
from agents.deduplicate.core import Linker
from agents.deduplicate.overrides import Overrides
from agents.deduplicate.policies import reconcile
from streams.errors import WireError
from streams.logs import LogReader
from streams.packing import unpacked
from streams.records import Alert, Cell, Incident, Record, ReportBatch
from streams.wire import decode, encode

TABLE = "-batches-changelog"
LISTENER = 0  # as in the alert room: the partition that judges silence
Batches = dict[int, list[ReportBatch]]  # by partition


class Moment:
    """The newest state of every incident, cell and alert, read as a log is: by ``last_said(topic)``.

    Alerts of incidents that were merged away are not among them: they were sent, but nothing published by the moment supports them.
    """

    def __init__(self, batches: Batches, policy: str = "ucdp", rules: tuple[Rule, ...] | None = None) -> None:
        """Links and adds up these batches; under a policy other than ucdp figures, cells and alerts on final figures differ."""
        self._topics: dict[str, dict[bytes, bytes]] = defaultdict(dict)
        self.newest = max((batch.published_at for found in batches.values() for batch in found), default=None)
        held = load() if rules is None else rules
        for partition, found in sorted(batches.items()):
            ordered = sorted(found, key=lambda batch: (batch.published_at, batch.article_id, batch.version, batch.digest, batch.country))
            incidents = [under(one, policy) for one in linked(ordered)]
            room, listening = AlertRoom(held), AlertRoom(held)
            for incident in sorted(incidents, key=lambda one: (str(one.first_published_at), one.incident_id)):
                self._add("incidents", f"{incident.country}/{incident.incident_id}", incident)
                room.apply_incident(incident)
            for cell in cells(incidents, max(map(attrgetter("published_at"), ordered))):
                self._add("aggregates", f"{cell.country}/{cell.cell_id}", cell)
            if partition == LISTENER:
                seen = {(batch.article_id, batch.version, batch.digest): batch for batch in ordered}
                for batch in seen.values():
                    listening.apply_pulse(batch.outlet, batch.published_at)
            for alert in room.standing() + listening.standing():
                self._add(f"alerts.{alert.kind}", alert.alert_id, alert)

    def latest(self, topic: str) -> dict[bytes, bytes]:
        """The newest value of each key of a topic."""
        return self._topics[topic]

    def last_said(self, topic: str) -> Iterable[tuple[bytes, bytes]]:
        """Each key of a topic with its newest value."""
        return self.latest(topic).items()

    def _add(self, topic: str, key: str, record: Incident | Cell | Alert) -> None:
        self._topics[topic][key.encode()] = encode(record)


def known(log: LogReader, until: datetime | None = None, policy: str = "ucdp") -> Moment:
    """What the articles of a log published by a moment (with it; None: all) say under a policy."""
    return Moment(published(log, until), policy)


def published(log: LogReader, until: datetime | None = None) -> Batches:
    """The readings of a log whose articles were published by a moment.

    From the table of linking, which keeps every version of an article; where the log shows no such table, from the topic of reports, of
    which compaction leaves an article's newest version.
    """
    found: Batches = defaultdict(list)
    for partition, value in _readings(log):
        batch = _batch(value)
        if isinstance(batch, ReportBatch) and (until is None or batch.published_at <= until):
            lean = tuple(report.model_copy(update={"mentions": ()}) for report in batch.reports)
            found[partition].append(batch.model_copy(update={"reports": lean}))
    return found


def _readings(log: LogReader) -> Iterator[tuple[int, bytes | None]]:
    table = next((topic for topic in log.topics() if topic.endswith(TABLE)), "")
    if table:
        return ((int(key.partition(b"/")[0]), unpacked(value)) for key, value in log.last_said(table))
    return ((record.partition, record.value) for record in log.records("reports"))


def linked(batches: Iterable[ReportBatch], said: Overrides | None = None) -> list[Incident]:
    """The incidents that these batches make up, by id; without those that were merged away. said: overrides, those of the seeds if None."""
    linker, newest = Linker(overrides.load() if said is None else said), dict[str, Incident]()
    for batch in batches:
        newest.update({incident.incident_id: incident for incident in linker.apply(batch)})
    return [newest[name] for name in sorted(newest) if newest[name].status != "superseded"]


def cells(incidents: Iterable[Incident], watermark: datetime) -> list[Cell]:
    """The cells that hold anything when windows end on the watermark's day."""
    aggregator = Aggregator()
    for incident in incidents:
        aggregator.take(incident, watermark)
    return [cell for cell in aggregator.changed() if cell.incidents]


def under(incident: Incident, policy: str) -> Incident:
    """The incident with its figures as another policy makes them from its ledger; its history stays as it is told to subscribers."""
    if policy == "ucdp":
        return incident
    return incident.model_copy(update={"figures": reconcile(incident.claims, policy)})


def _batch(value: bytes | None) -> Record | None:
    try:
        return decode(value).record if value else None
    except WireError:
        return None

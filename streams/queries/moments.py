"""What was known at a moment: the reports published, or read, by then, through the same pure rooms, under one policy.

Everything that readers see is a function of the set of articles, so that nothing of the past need be kept but the reports themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter

from agents.aggregate.core import Aggregator
from agents.alert.core import AlertRoom
from agents.alert.hearing import LISTENER, Hearing
from agents.alert.rules import Rule, load
from agents.deduplicate import overrides
from agents.deduplicate.core import Linker
from agents.deduplicate.doubts import Doubts
from agents.deduplicate.overrides import Overrides
from agents.deduplicate.policies import hitter, reconcile
from streams.errors import WireError
from streams.logs.reader import LogReader
from streams.records import Alert, Cell, Incident, Record, ReportBatch
from streams.storage.packing import unpacked
from streams.topics import ALERT_KINDS
from streams.wire import decode_lean, encode

TABLE = "-batches-changelog"
Batches = dict[int, list[ReportBatch]]  # by partition
Incidents = dict[int, list[Incident]]  # likewise


class Moment:
    """The newest state of every incident, cell and alert, read as a log is: by ``last_said(topic)``.

    Alerts of incidents that were merged away are not among them: they were sent, but nothing published by the moment supports them.
    """

    def __init__(
        self, batches: Batches, policy: str = "ucdp", rules: tuple[Rule, ...] | None = None, incidents: Incidents | None = None
    ) -> None:
        """Links these batches; adds up and judges them where that is asked for. incidents: theirs, where they are linked already.

        Under a policy other than ucdp figures, cells and alerts on final figures differ.
        """
        self.newest = max((batch.published_at for found in batches.values() for batch in found), default=None)
        self._rules = rules
        self._batches = {partition: sorted(found, key=_in_order) for partition, found in sorted(batches.items())}
        known = incidents or {partition: linked(found) for partition, found in self._batches.items()}
        self._incidents = {partition: [under(one, policy) for one in found] for partition, found in known.items()}
        self._made: dict[str, dict[str, Incident | Cell | Alert]] = {}

    def held(self, topic: str) -> Iterable[Record]:
        """The newest record of each key of a topic."""
        return self._held(topic).values()

    def latest(self, topic: str) -> dict[bytes, bytes]:
        """The newest value of each key of a topic."""
        return dict(self.last_said(topic))

    def last_said(self, topic: str) -> Iterator[tuple[bytes, bytes]]:
        """Each key of a topic with its newest value."""
        return ((key.encode(), encode(record)) for key, record in self._held(topic).items())

    def _held(self, topic: str) -> dict[str, Incident | Cell | Alert]:
        if topic not in self._made:
            alike = [f"alerts.{kind}" for kind in ALERT_KINDS] if topic.startswith("alerts.") else []
            self._made.update({name: {} for name in (topic, *alike)})
            for name, key, record in self._records(topic):
                self._made[name][key] = record
        return self._made[topic]

    def _records(self, topic: str) -> Iterator[tuple[str, str, Incident | Cell | Alert]]:
        """Topic, key and record of all that a topic holds; of all alerts, where it is one of theirs."""
        for partition, incidents in self._incidents.items():
            if topic == "incidents":
                yield from ((topic, f"{one.country}/{one.incident_id}", one) for one in incidents)
            elif topic == "aggregates":
                watermark = max(map(attrgetter("published_at"), self._batches[partition]))
                yield from ((topic, f"{cell.country}/{cell.cell_id}", cell) for cell in cells(incidents, watermark))
            elif topic.startswith("alerts."):
                yield from ((f"alerts.{one.kind}", one.alert_id, one) for one in self._alerts(partition))

    def _alerts(self, partition: int) -> list[Alert]:
        held = load() if self._rules is None else self._rules
        room, hearing = AlertRoom(held), Hearing(held, partition, listens=partition == LISTENER)
        for batch in self._batches[partition]:
            room.flowed(batch.published_at)
        for incident in sorted(self._incidents[partition], key=lambda one: (str(one.first_published_at), one.incident_id)):
            room.apply_incident(incident)
        for row in dict([heard for batch in self._batches[partition] for heard in hearing.rows(batch)]).values():
            hearing.take(row)
        return room.standing() + hearing.standing()


def _in_order(batch: ReportBatch) -> tuple[datetime, str, int, str, str]:
    return batch.published_at, batch.article_id, batch.version, batch.digest, batch.country


def known(log: LogReader, until: datetime | None = None, policy: str = "ucdp", received: datetime | None = None) -> Moment:
    """What the articles of a log published by a moment (with it; None: all) say under a policy.

    received: only those that the log had read by this moment of processing time.
    """
    return Moment(published(log, until, received), policy)


def between(batches: Batches, since: datetime) -> tuple[Moment, Moment]:
    """What was known at a moment, and what is known with all of these batches: linked once, the second from where the first stands."""
    said = overrides.load()
    earlier: Batches = {}
    old: Incidents = {}
    new: Incidents = {}
    for partition, found in batches.items():
        linker = Linker(said)
        earlier[partition] = [batch for batch in found if batch.published_at <= since]
        for held, told in ((earlier[partition], old), ([batch for batch in found if batch.published_at > since], new)):
            for batch in sorted(held, key=_in_order):
                linker.take(batch)
            told[partition] = _by_id(linker)
    begun = {partition: held for partition, held in earlier.items() if held}
    return Moment(begun, incidents={partition: old[partition] for partition in begun}), Moment(batches, incidents=new)


def published(log: LogReader, until: datetime | None = None, received: datetime | None = None) -> Batches:
    """The readings of a log whose articles were published by a moment; received: and that were in it by then.

    From the table of linking, which keeps every version of an article; where the log shows no such table, from the topic of reports, of
    which compaction leaves an article's newest version.
    """
    found: Batches = defaultdict(list)
    for partition, value in _readings(log, received):
        batch = _batch(value)
        if batch is not None and (until is None or batch.published_at <= until):
            found[partition].append(batch)
    return found


def _readings(log: LogReader, received: datetime | None) -> Iterator[tuple[int, bytes | None]]:
    by = received.timestamp() if received else None
    table = next((topic for topic in log.topics() if topic.endswith(TABLE)), "")
    if table and log.is_embedded:
        return _noted(log, {key for key, _ in log.last_said(table, by)}, by)
    if table:
        return ((int(key.partition(b"/")[0]), unpacked(value)) for key, value in log.last_said(table, by))
    return ((record.partition, record.value) for record in log.records("reports") if by is None or record.timestamp <= by)


def _noted(log: LogReader, taken: set[bytes], by: float | None) -> Iterator[tuple[int, bytes | None]]:
    """The newest batch of each key that linking has noted as taken in; by: of those that were read by then."""
    newest = {(record.partition, record.key): record.offset for record in log.records("reports") if by is None or record.timestamp <= by}
    for record in log.records("reports"):
        if newest.get((record.partition, record.key)) == record.offset and b"%d/" % record.partition + (record.key or b"") in taken:
            yield record.partition, record.value


def linked(batches: Iterable[ReportBatch], said: Overrides | None = None) -> list[Incident]:
    """The incidents that these batches make up, by id; without those that were merged away. said: overrides, those of the seeds if None."""
    linker = Linker(overrides.load() if said is None else said)
    for batch in batches:
        linker.take(batch)
    return _by_id(linker)


def _by_id(linker: Linker) -> list[Incident]:
    return sorted(linker.incidents(), key=attrgetter("incident_id"))


def cells(incidents: Iterable[Incident], watermark: datetime) -> list[Cell]:
    """The cells that hold anything when windows end on the watermark's day."""
    aggregator = Aggregator(Doubts(overrides.load()))
    for incident in incidents:
        aggregator.take(incident, watermark)
    return [cell for cell in aggregator.changed() if cell.incidents]


def under(incident: Incident, policy: str) -> Incident:
    """The incident with its figures as another policy makes them from its ledger; its history stays as it is told to subscribers."""
    if policy == "ucdp":
        return incident
    return incident.model_copy(update={"figures": reconcile(incident.claims, policy, hitter(incident.sub_event_type, incident.actor1))})


def _batch(value: bytes | None) -> ReportBatch | None:
    try:
        return decode_lean(value)[0] if value else None
    except WireError:
        return None

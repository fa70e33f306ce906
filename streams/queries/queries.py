"""What a log knows, as records: pure functions over a LogReader, for the terminal, pages and exports alike."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple, Protocol, TypeVar, runtime_checkable

from agents.alert.telling import stood
from streams.errors import WireError
from streams.logs.reader import LogReader
from streams.records import Alert, Article, Cell, DeadLetter, Incident, Record
from streams.topics import ALERT_KINDS, TOPICS
from streams.wire import decode

R = TypeVar("R", bound=Record)
ORDERS = ("day", "killed", "wounded", "captured", "displaced", "outlets")  # of lists of incidents


class Latest(Protocol):
    """What was last said on each key: a log, or what was known at a moment."""

    def last_said(self, topic: str) -> Iterable[tuple[bytes, bytes]]:
        """Each key of a topic with its newest value."""


@runtime_checkable
class Held(Latest, Protocol):
    """The same of what is in memory as records."""

    def held(self, topic: str) -> Iterable[Record]:
        """The newest record of each key of a topic."""


class Numbered(NamedTuple):
    """A dead letter with its place in the log."""

    partition: int
    offset: int
    dead: DeadLetter


def newest(log: Latest, topic: str, kind: type[R]) -> Iterator[R]:
    """The newest record of each key on a topic; deleted keys and records of another kind are left out."""
    if isinstance(log, Held):
        return (record for record in log.held(topic) if isinstance(record, kind))
    return _decoded((value for _, value in log.last_said(topic)), kind)


def _decoded(values: Iterable[bytes | None], kind: type[R]) -> Iterator[R]:
    for value in values:
        if value is None:
            continue
        try:
            record = decode(value).record
        except WireError:
            continue  # written by another program or a later schema; `rasad dead-letters` has it
        if isinstance(record, kind):
            yield record


def incidents(
    log: Latest,
    *,
    country: str = "",
    first: date | None = None,
    last: date | None = None,
    kind: str = "",
    scope: str = "incident",
    order: str = "day",
) -> list[Incident]:
    """The incidents that stand, newest day first, then by killed, then by id.

    country: ISO code. first, last: days on which they happened, inclusive. kind: event type or sub event type. scope "" = all.
    order: one of ORDERS; any but "day" puts those first that have most of it (persons, best figures without subsets; outlets).
    """
    found = [
        incident
        for incident in standing(log, scope)
        if (not country or incident.country == country)
        and (not kind or kind in (incident.event_type, incident.sub_event_type))
        and (first is None or (incident.date_end or incident.date_start or date.min) >= first)
        and (last is None or (incident.date_start or date.max) <= last)
    ]
    return sorted(found, key=lambda one: (-_most(one, order), *place_in_list(one)))


def _most(incident: Incident, order: str) -> int:
    """What an order puts first: how many persons, or outlets; 0 where days alone count."""
    if order == "outlets":
        return len(incident.outlets)
    return 0 if order == "day" else people(incident, order)


def place_in_list(incident: Incident) -> tuple[int, int, str]:
    """What orders a list of incidents: newest day first, then by killed, then by id."""
    return -(incident.date_start or date.min).toordinal(), -killed(incident), incident.incident_id


def standing(log: Latest, scope: str = "incident") -> Iterator[Incident]:
    """The incidents that stand, one at a time, in no order. scope "" = all."""
    return (
        incident
        for incident in newest(log, "incidents", Incident)
        if incident.status == "standing" and (not scope or incident.scope == scope)
    )


def killed(incident: Incident) -> int:
    """Persons killed, best figures without subsets."""
    return people(incident, "killed")


def people(incident: Incident, measure: str) -> int:
    """Persons of one measure, best figures without subsets; 0 where none is stated."""
    return sum(figure.best or 0 for figure in incident.figures if figure.measure == measure and figure.subset is None)


def cells(log: Latest, *, country: str = "", dimension: str = "", window_days: int = 0) -> list[Cell]:
    """The cells that hold anything, by dimension and window, the largest first."""
    found = [
        cell
        for cell in newest(log, "aggregates", Cell)
        if (not country or cell.country == country)
        and (not dimension or cell.dimension == dimension)
        and (not window_days or cell.window_days == window_days)
    ]
    return sorted(found, key=lambda cell: (cell.dimension, cell.window_days, -cell.incidents, -cell.killed, cell.cell_id))


def alerts(log: Latest, *, kind: str = "", standing: bool = True) -> list[Alert]:
    """Each alert that the articles raise, as it stands, by the moment it was raised; standing: without those withdrawn."""
    found = [alert for alert in raised(log, kind) if not standing or alert.status != "withdrawn"]
    return sorted(found, key=lambda alert: (alert.raised_at, alert.alert_id))


def raised(log: Latest, kind: str = "") -> Iterator[Alert]:
    """Each alert that the articles raise, as it stands, one at a time, in no order. kind "" = all.

    Without those that were sent and that no article known by now supports: see alert_history().
    """
    for name in [kind] if kind else ALERT_KINDS:
        if isinstance(log, Held):
            yield from newest(log, f"alerts.{name}", Alert)
            continue
        for _, value in log.last_said(f"alerts.{name}"):
            try:
                envelope = decode(value)
            except WireError:
                continue  # as in _decoded()
            if isinstance(envelope.record, Alert) and (alert := stood(envelope.record, envelope.log)):
                yield alert


def alerts_sent(log: LogReader, received: datetime) -> list[Alert]:
    """Each alert as it was last sent by a moment of processing time, those withdrawn too, by the moment it was raised."""
    last = {alert.alert_id: alert for alert in alert_history(log, received=received)}
    return sorted(last.values(), key=lambda alert: (alert.raised_at, alert.alert_id))


def alert_history(log: LogReader, position: dict[str, dict[int, int]] | None = None, received: datetime | None = None) -> list[Alert]:
    """Every version of every alert that was sent, by the moment it was changed; a version sent again, with more articles, once.

    position: by topic, from which offsets on; moved past what was found, so that the next call gives only what is new. received: only
    what was sent by this moment of processing time.
    """
    starts = {} if position is None else position
    found: list[Alert] = []
    for topic in (f"alerts.{kind}" for kind in ALERT_KINDS):
        start = starts.setdefault(topic, {})
        for record in log.records(topic, dict(start)):
            start[record.partition] = record.offset + 1
            if received is not None and record.timestamp > received.timestamp():
                continue
            found += _decoded([record.value], Alert)
    last = {(alert.alert_id, alert.version, alert.status): alert for alert in found}
    newest: dict[str, datetime] = {}
    told = []
    for alert in sorted(last.values(), key=lambda alert: (alert.alert_id, alert.version)):  # a later version may be of an earlier moment
        newest[alert.alert_id] = max(alert.changed_at, newest.get(alert.alert_id, alert.changed_at))
        told.append((newest[alert.alert_id], alert.alert_id, alert.version, alert))
    return [alert for *_, alert in sorted(told, key=lambda one: one[:3])]


def _by_number(origin: str) -> tuple[str, int]:
    file, _, line = origin.rpartition(":")
    return (file, int(line)) if line.isdecimal() else (origin, 0)


def dead_letters(log: LogReader) -> list[Numbered]:
    """What could not be processed, by origin (line 2 before line 12) and room; the newest letter of each."""
    found: dict[tuple[str, str], Numbered] = {}
    for record in log.records("dead-letters"):
        for dead in _decoded([record.value], DeadLetter):
            found[dead.origin, dead.room] = Numbered(record.partition, record.offset, dead)
    return [found[name] for name in sorted(found, key=lambda one: (_by_number(one[0]), one[1]))]


def articles(log: LogReader, article_id: str) -> list[Article]:
    """The versions of one article, oldest first."""
    raw = (record.value for record in log.records("articles") if record.key == article_id.encode())
    found = {(article.version, article.text): article for article in _decoded(raw, Article)}
    return sorted(found.values(), key=lambda article: (article.published_at, article.version))


def watermark(log: LogReader) -> datetime | None:
    """The newest moment of publication that linking had seen when it last told of an incident or of a new day; None before that."""
    last = {partition: end - 1 for partition, end in log.ends("incidents").items()}
    moments = [decode(record.value).log.get("watermark") for record in log.records("incidents", last) if record.value]
    return max((datetime.fromisoformat(moment) for moment in moments if moment), default=None)


class TopicState(NamedTuple):
    """One topic of a log: records kept, end offset (sum over partitions), records not yet worked off."""

    name: str
    record: str
    partitions: int
    kept: int
    end: int
    lag: int | None
    says: str


def topics(log: LogReader) -> list[TopicState]:
    """The topics of Rasad in this log."""
    found = []
    for row in TOPICS:
        kept, end, partitions = log.size(row.name)
        found.append(TopicState(row.name, row.record, partitions, kept, end, log.lag(row.name), row.says))
    return found

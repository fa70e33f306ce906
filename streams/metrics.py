"""Counters of one running process: what was published, read, found and refused."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from streams.records import Alert, Incident, Record


class Metrics:
    """Counts what passes through a process since its start. Plain attributes: read them at any time.

    published: articles, those skipped included; done: those of them that were read, well or not, or skipped. sent: records by topic.
    handled: events by stateful room.
    incidents, alerts: those that stand now, among those sent by this process.
    """

    def __init__(self) -> None:
        self.published = 0
        self.skipped = 0
        self.done = 0
        self.day: date | None = None
        self.sent: Counter[str] = Counter()
        self.handled: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._standing: set[str] = set()
        self._alerts: set[str] = set()

    @property
    def incidents(self) -> int:
        """Incidents that stand."""
        return len(self._standing)

    @property
    def alerts(self) -> int:
        """Alerts that stand."""
        return len(self._alerts)

    def on_published(self, day: date, *, skipped: bool = False) -> None:
        """Counts an article given to the pipeline, or skipped because the log already holds it."""
        self.published += 1
        self.skipped += skipped
        self.day = day

    def on_sent(self, topic: str, value: Record | bytes | None) -> None:
        """Counts one record appended to a topic."""
        self.sent[topic] += 1
        if isinstance(value, Incident):
            _keep(self._standing, value.incident_id, value.status == "standing" and value.scope == "incident")
        elif isinstance(value, Alert):
            _keep(self._alerts, value.alert_id, value.status != "withdrawn")

    def on_refused(self, reason: str) -> None:
        """Counts one dead letter."""
        self.refused[reason] += 1

    def snapshot(self) -> Mapping[str, int]:
        """The counters by name, for a page or a scrape."""
        sent = {f"sent_{topic}": count for topic, count in sorted(self.sent.items())}
        refused = {f"refused_{reason}": count for reason, count in sorted(self.refused.items())}
        return {"published": self.published, "incidents": self.incidents, "alerts": self.alerts, **sent, **refused}


def _keep(standing: set[str], name: str, stands: bool) -> None:
    (standing.add if stands else standing.discard)(name)

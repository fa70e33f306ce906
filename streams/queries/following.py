"""Alerts as they are sent, as far as a subscriber asked for them: for the terminal and for HTTP alike."""

from collections.abc import Iterable

from streams.logs.reader import LogReader
from streams.queries import queries
from streams.queries.filters import Wanted
from streams.queries.queries import Latest
from streams.records import Alert
from streams.topics import ALERT_KINDS

Position = dict[str, dict[int, int]]  # by topic and partition, from which offset on


def chosen(alerts: Iterable[Alert], known: Latest, asked: Wanted, severity: int = 1) -> list[Alert]:
    """Those of these alerts that were asked for; a kind that is none of events is one of alerts."""
    own = asked.kind if asked.kind in ALERT_KINDS else ""
    rest, held = asked._replace(kind="") if own else asked, list(alerts)
    ids = rest.ids(known) if held else frozenset()
    return [one for one in held if one.severity >= severity and own in {"", one.kind} and rest.alert(one, ids)]


class Following:
    """A subscriber's place in a log. What it was once told of, it is told of to the end, also when nothing asked for is left of it."""

    def __init__(self, log: LogReader, asked: Wanted, severity: int = 1, position: Position | None = None) -> None:
        """position: where an earlier one stopped; without it, from the first alert that was ever sent."""
        self.position: Position = position or {}
        self._log, self._asked, self._severity = log, asked, severity
        self._told: dict[str, tuple[int, str]] = {}

    def new(self) -> list[Alert]:
        """What was sent since the last call, in order of change. A version that is sent again, with more articles, is told once."""
        sent = queries.alert_history(self._log, self.position)
        passed = {(one.alert_id, one.version, one.status) for one in chosen(sent, self._log, self._asked, self._severity)}
        found = []
        for one in sent:
            if one.alert_id not in self._told and (one.alert_id, one.version, one.status) not in passed:
                continue
            if self._told.get(one.alert_id) != (one.version, one.status):
                self._told[one.alert_id] = one.version, one.status
                found.append(one)
        return found


def written(position: Position) -> str:
    """A position as text: ``surge.0.12`` and so on, separated by commas."""
    kinds = ((topic.partition(".")[2], parts) for topic, parts in sorted(position.items()))
    return ",".join(f"{kind}.{partition}.{offset}" for kind, parts in kinds for partition, offset in sorted(parts.items()))


def read(text: str) -> Position:
    """The position in a text; ValueError where it is none."""
    found: Position = {}
    for part in filter(None, text.split(",")):
        kind, partition, offset = part.rsplit(".", 2)
        if kind not in ALERT_KINDS:
            raise ValueError(f"{text}: {kind!r} is no kind of alert")
        found.setdefault(f"alerts.{kind}", {})[int(partition)] = int(offset)
    return found

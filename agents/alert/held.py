"""What the alert room holds of one partition, made again at a start from the rows of its tables."""

from agents.alert.core import AlertRoom
from agents.alert.rules import Rule
from agents.seen import Seen
from agents.shelved import Shelves
from streams.records import Alert, Incident
from streams.wire import Envelope


class Held:
    """The room, and which state of each incident it has taken in."""

    def __init__(self, rules: tuple[Rule, ...], shelves: Shelves) -> None:
        self.room, self.seen = AlertRoom(rules, shelves), Seen(shelves)

    def restore(self, key: bytes, row: Envelope) -> None:
        """Takes in a row: all alerts that were told, then all incidents."""
        if isinstance(row.record, Alert):
            self.room.remember(row.record, row.log)
        elif isinstance(row.record, Incident):
            self.room.flows(row.log.get("flow", ""))
            self.seen[key] = row.log["seq"]
            self.room.restore(row.record)

    def take(self, key: bytes, state: Envelope) -> list[Alert]:
        """Takes in an incident's state, if it is not older than the one known, or the flow of the feed alone; the alerts to be sent."""
        self.room.flows(state.log.get("flow", ""))
        if not isinstance(state.record, Incident):
            return self.room.tell()
        seq, before = state.log["seq"], self.seen[key]
        if seq < before:
            return []
        self.seen[key] = seq
        return self.room.apply_incident(state.record, again=seq == before)

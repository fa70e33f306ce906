"""What adding up holds of one partition."""

from datetime import datetime

from agents.aggregate.bands import Doubting
from agents.aggregate.core import Aggregator
from agents.seen import Seen
from agents.shelved import Shelves
from streams.records import Incident
from streams.wire import Envelope


class Held:
    """The cells, and which state of each incident was taken in.

    again: after a start all cells are told, since what was sent before may be lost. untold: states taken in since cells were told.
    """

    def __init__(self, doubting: Doubting, shelves: Shelves) -> None:
        self.aggregator, self.seen, self.again, self.untold = Aggregator(doubting), Seen(shelves), True, 0

    def enter(self, key: bytes, envelope: Envelope) -> None:
        """Takes in an incident, or only the watermark."""
        record, watermark = envelope.record, datetime.fromisoformat(envelope.log["watermark"])
        if isinstance(record, Incident):
            self.aggregator.take(record, watermark)
        else:
            self.aggregator.move(watermark)
        self.seen[key], self.untold = envelope.log["seq"], self.untold + 1

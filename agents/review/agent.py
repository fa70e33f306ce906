"""The Faust edge of the review room: incidents in, what the arithmetic guard finds out, once a finding."""

from typing import Any

from agents.partitions import Partitions
from agents.review.core import Guard
from agents.seen import Seen
from agents.shelved import Shelves
from streams.ports import Ports
from streams.records import Finding, Incident
from streams.topics import STATES
from streams.wire import decode

TOGETHER = 1024  # incidents taken in before findings are told, where more are waiting


class Partition:
    """What one partition has seen. untold: incidents taken in since findings were last told."""

    def __init__(self, shelves: Shelves) -> None:
        self.guard, self.seen, self.untold = Guard(shelves), Seen(shelves), 0


def attach(ports: Ports) -> None:
    """Adds the room that reviews. Its table holds each finding as it was last told; incidents are in that of another room."""
    partitions = Partitions(lambda number: Partition(ports.shelves(f"review/{number}")))

    def rebuild(_: Any) -> None:
        partitions.clear()
        for table in (told, known):
            for key, value in table.items():
                here, row = partitions.of(key), decode(value)
                if isinstance(row.record, Incident):
                    here.seen[key] = row.log["seq"]
                if isinstance(row.record, Incident | Finding):
                    here.guard.restore(row.record)

    told = ports.table("findings-told", lambda _: None, ("findings",))
    known = ports.table(STATES, rebuild, ("incidents",))

    def review(message: Any) -> None:
        with ports.guard("review", message, lambda: rebuild(known)):
            envelope, key = decode(message.value), f"{message.partition}/".encode() + message.key
            here = partitions[message.partition]
            if isinstance(envelope.record, Incident) and (seq := envelope.log["seq"]) >= (before := here.seen[key]):
                here.seen[key], here.untold = seq, here.untold + 1
                here.guard.apply(envelope.record, again=seq == before)
            if here.untold >= TOGETHER or ports.is_last(message):
                for one in here.guard.changed():
                    name = f"{one.country}/{one.finding_id}"
                    told[f"{message.partition}/{name}".encode()] = ports.send("findings", name.encode(), one, message.partition)
                here.untold = 0

    ports.reads("incidents", review)

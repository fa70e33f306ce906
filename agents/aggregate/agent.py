"""The Faust edge of the aggregate room: one incident in, the cells that changed out."""

from datetime import datetime
from typing import Any

from agents.aggregate.contributions import EVIDENCE
from agents.aggregate.core import Aggregator
from agents.partitions import Partitions
from agents.seen import Seen
from agents.shelved import Shelves
from streams.ports import Ports
from streams.records import Incident
from streams.wire import Envelope, decode, encode_without

TOGETHER = 256  # incidents taken in before cells are told, where more are waiting


class Partition:
    """What one partition has seen. again: after a start all cells are told, since what was sent before may be lost."""

    def __init__(self, shelves: Shelves) -> None:
        self.aggregator, self.seen, self.again, self.untold = Aggregator(), Seen(shelves), True, 0

    def enter(self, key: bytes, envelope: Envelope) -> None:
        """Takes in an incident, or only the watermark."""
        record, watermark = envelope.record, datetime.fromisoformat(envelope.log["watermark"])
        self.aggregator.take(record, watermark) if isinstance(record, Incident) else self.aggregator.move(watermark)
        self.seen[key], self.untold = envelope.log["seq"], self.untold + 1


def attach(app: Any, ports: Ports) -> Any:
    """Adds the agent that adds up. Its table holds what each incident contributes; all cells follow from it."""
    partitions = Partitions(lambda number: Partition(ports.shelves(f"aggregate/{number}")))

    def rebuild(table: Any) -> None:
        partitions.clear()
        for key, value in table.items():
            partitions.of(key).enter(key, decode(value))

    table = ports.table("contributions", rebuild)

    async def aggregate(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("aggregate", message, lambda: rebuild(table)):
                envelope, here = decode(message.value), partitions[message.partition]
                key = f"{message.partition}/".encode() + message.key
                if envelope.log["seq"] >= here.seen[key]:
                    here.enter(key, envelope)
                    table[key] = encode_without(envelope, *EVIDENCE)
            if (here := partitions[message.partition]).untold >= TOGETHER or ports.is_last(message):
                for cell in here.aggregator.changed(again=here.again):
                    ports.send("aggregates", f"{cell.country}/{cell.cell_id}".encode(), cell if cell.incidents else None, message.partition)
                here.again, here.untold = False, 0

    return app.agent(ports.source("incidents"), name="aggregate")(aggregate)

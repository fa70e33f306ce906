"""The Faust edge of the aggregate room: one incident in, the cells that changed out."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from agents.aggregate.core import Aggregator
from streams.ports import Ports
from streams.records import Incident, Record
from streams.wire import Envelope, decode, encode

TOGETHER = 256  # incidents taken in before cells are told, where more are waiting


class Partition:
    """What one partition has seen. again: after a start all cells are told, since what was sent before may be lost."""

    def __init__(self) -> None:
        self.aggregator, self.again, self.untold = Aggregator(), True, 0
        self.seen: dict[bytes, int] = {}  # sequence number of the newest state of each incident

    def enter(self, key: bytes, envelope: Envelope) -> None:
        """Takes in an incident, or only the watermark."""
        record, watermark = envelope.record, datetime.fromisoformat(envelope.log["watermark"])
        self.aggregator.take(record, watermark) if isinstance(record, Incident) else self.aggregator.move(watermark)
        self.seen[key], self.untold = envelope.log["seq"], self.untold + 1


def attach(app: Any, ports: Ports) -> Any:
    """Adds the agent that adds up. Its table holds what each incident contributes; all cells follow from it."""
    partitions: dict[int, Partition] = defaultdict(Partition)

    def rebuild(table: Any) -> None:
        partitions.clear()
        for key, value in table.items():
            partitions[int(key.partition(b"/")[0])].enter(key, decode(value))

    table = ports.table("contributions", rebuild)

    async def aggregate(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("aggregate", message, lambda: rebuild(table)):
                envelope, here = decode(message.value), partitions[message.partition]
                key = f"{message.partition}/".encode() + message.key
                if envelope.log["seq"] >= here.seen.get(key, -1):
                    here.enter(key, envelope)
                    table[key] = encode(lean(envelope.record), **envelope.log)
            if (here := partitions[message.partition]).untold >= TOGETHER or ports.is_last(message):
                for cell in here.aggregator.changed(again=here.again):
                    ports.send("aggregates", f"{cell.country}/{cell.cell_id}".encode(), cell if cell.incidents else None, message.partition)
                here.again, here.untold = False, 0

    return app.agent(ports.source("incidents"), name="aggregate")(aggregate)


def lean(record: Record) -> Record:
    """An incident without its evidence, which sums do not need and memory would have to hold."""
    return record.model_copy(update={"claims": (), "links": (), "changes": (), "history": ()}) if isinstance(record, Incident) else record

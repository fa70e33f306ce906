"""The Faust edge of the aggregate room: one incident in, the cells that changed out."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from agents.aggregate.core import Aggregator
from streams.ports import Ports
from streams.records import Incident, Tick
from streams.wire import Envelope, decode, encode


class Partition:
    """What one partition has seen: its sums, and the sequence number of the newest state of each incident."""

    def __init__(self) -> None:
        self.aggregator = Aggregator()
        self.seen: dict[bytes, int] = {}


def attach(app: Any, ports: Ports) -> Any:
    """Adds the agent that adds up. Its table holds what each incident contributes; all cells follow from it."""
    table = ports.table("contributions")
    partitions: dict[int, Partition] = defaultdict(Partition)

    def rebuild() -> None:
        partitions.clear()
        for key, value in sorted(table.items()):
            here, envelope = partitions[int(key.partition(b"/")[0])], decode(value)
            here.seen[key] = envelope.log["seq"]
            entered(here.aggregator, envelope)

    async def aggregate(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("aggregate", message, rebuild):
                envelope = decode(message.value)
                key, here = f"{message.partition}/".encode() + message.key, partitions[message.partition]
                if envelope.log["seq"] < here.seen.get(key, -1):
                    table[key] = table[key]
                    continue
                cells = entered(here.aggregator, envelope)
                here.seen[key] = envelope.log["seq"]
                table[key] = encode(lean(envelope.record), **envelope.log)
                for cell in cells:
                    name = f"{cell.country}/{cell.cell_id}".encode()
                    ports.send("aggregates", name, cell if cell.incidents else None, message.partition)

    table.on_recover(rebuild)
    return app.agent(ports.source("incidents"), name="aggregate")(aggregate)


def entered(aggregator: Aggregator, envelope: Envelope) -> Any:
    """The cells that change when this incident, or only the watermark, comes in."""
    watermark = datetime.fromisoformat(envelope.log["watermark"])
    if isinstance(envelope.record, Incident):
        return aggregator.apply(envelope.record, watermark)
    return aggregator.advance(watermark)


def lean(record: Any) -> Any:
    """An incident without its evidence, which sums do not need and memory would have to hold."""
    return record.model_copy(update={"claims": (), "links": (), "changes": ()}) if isinstance(record, Incident) else record

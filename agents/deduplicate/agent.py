"""The Faust edge of the deduplicate room: one country's reports of one article in, every incident that changed out."""

from typing import Any

from agents.deduplicate import overrides
from agents.deduplicate.held import Held
from agents.partitions import Partitions
from streams.ports import Ports
from streams.records import ReportBatch, Tick
from streams.wire import decode_as, decode_lean


def attach(app: Any, ports: Ports) -> Any:
    """Adds the agent that links reports. Its table holds every version of every batch: all else follows from the set of them."""
    said = overrides.load()
    partitions = Partitions(lambda number: Held(said, ports.shelves(f"deduplicate/{number}")))

    def rebuild(table: Any) -> None:
        partitions.clear()
        for key, value in table.items():
            batch = decode_as(ReportBatch, value)
            here = partitions.of(key)
            here.linker.apply(batch)
            here.saw(batch.published_at)

    table = ports.table("batches", rebuild)

    async def deduplicate(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("deduplicate", message, lambda: rebuild(table)):
                batch, value = decode_lean(message.value)
                key = f"{message.partition}/{batch.country}/{batch.article_id}/{batch.version}/{batch.digest}".encode()
                here = partitions[message.partition]
                seen = table.get(key) == value  # replayed: what was sent then may be lost, so the newest state is sent again
                changed = here.linker.touched(batch.article_id) if seen else here.linker.apply(batch)
                new_day = here.saw(batch.published_at)
                if not seen:  # the row's first writing is when the article was read: `--as-received` asks for that
                    table[key] = value
                log = {"seq": message.offset, "watermark": here.watermark, "begin": here.begin}
                for incident in changed:
                    name = f"{incident.country}/{incident.incident_id}".encode()
                    ports.send("incidents", name, incident, message.partition, **log)
                if new_day and not changed:
                    ports.send("incidents", b"/tick", Tick(watermark=here.watermark), message.partition, **log)

    return app.agent(ports.source("reports"), name="deduplicate")(deduplicate)

"""The Faust edge of the deduplicate room: a country's reports of articles in, every incident that changed out, once where many wait."""

from typing import Any

from agents.deduplicate import overrides
from agents.deduplicate.held import Held
from agents.partitions import Partitions
from streams.ports import Ports
from streams.records import Incident, Tick
from streams.topics import key_of
from streams.wire import decode_lean


def attach(ports: Ports) -> None:
    """Adds the room that links reports. Its table holds every version of every batch: all else follows from the set of them."""
    said = overrides.load()
    partitions = Partitions(lambda number: Held(said, ports.shelves(f"deduplicate/{number}")))

    def rebuild(table: Any) -> None:
        partitions.clear()
        for key, value in table.items():
            partitions.of(key).restore(decode_lean(value)[0])

    table = ports.table("batches", rebuild, read=("reports",))
    run: list[tuple[Any, str]] = []  # messages that were taken in one after the other and not told yet, and their articles

    def send(message: Any, records: list[Incident] | list[Tick]) -> None:
        here = partitions[message.partition]
        for one in records:
            name = f"{one.country}/{one.incident_id}".encode() if isinstance(one, Incident) else b"/tick"
            ports.send("incidents", name, one, message.partition, seq=message.offset, watermark=here.watermark, flow=str(here.flow))

    def mend() -> None:
        rebuild(table)
        for message, article_id in run:
            with ports.guard("deduplicate", message, handled=0):
                send(message, partitions[message.partition].linker.touched(article_id))
        run.clear()

    def deduplicate(message: Any) -> None:
        with ports.guard("deduplicate", message, mend):
            (batch, value), here = decode_lean(message.value), partitions[message.partition]
            key = f"{message.partition}/".encode() + key_of(batch)
            if table.holds(key, value):  # replayed: what was sent then may be lost, so the newest state is sent again
                tell()  # first: the end of this run tells nothing of what came and went in it
                send(message, partitions[message.partition].linker.touched(batch.article_id))
                return
            if here.saw(batch.published_at):  # at once, so that the last tick does not depend on how many batches make a run
                send(message, [Tick(watermark=here.watermark)])
            here.linker.take(batch)
            table[key] = value  # once: the row's first writing is when the article was read: `--as-received` asks for that
            run.append((message, batch.article_id))

    def tell() -> None:
        for message in {message.partition: message for message, _ in run}.values():
            with ports.guard("deduplicate", message, mend, handled=0):
                send(message, partitions[message.partition].linker.changed())
        run.clear()

    ports.reads("reports", deduplicate, tell)

"""The Faust edge of the extract room: one article in, its reports out, a record a country."""

from collections.abc import Iterator
from typing import Any

from streams.ports import Batch, Ports, Reading
from streams.topics import partition_of

CONCURRENCY = 32  # keeps the reader processes busy, each with many at once; the room keeps no state, so order does not matter


def attach(app: Any, ports: Ports, read: Reading) -> Any:
    """Adds the agent that reads articles."""

    async def extract(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            outcome = await read(message.value)
            if outcome.reason:
                ports.refuse("extract", message, outcome.reason, outcome.detail)
            for partition, batch in spread(outcome.batches, ports.partitions):
                ports.send("reports", batch.key, batch.value, partition)

    return app.agent(ports.source("articles"), name="extract", concurrency=CONCURRENCY)(extract)


def spread(batches: tuple[Batch, ...], partitions: int) -> Iterator[tuple[int, Batch]]:
    """Where each batch goes: a country's to its partition, the announcement to every partition that got none."""
    told = set()
    for batch in batches:
        if batch.country:
            told.add(partition_of(batch.country, partitions))
            yield partition_of(batch.country, partitions), batch
    for batch in batches:
        if not batch.country:
            yield from ((partition, batch) for partition in range(partitions) if partition not in told)

"""The Faust edge of the aggregate room: one incident in, the cells that changed out."""

from collections.abc import Callable
from typing import Any

from agents.aggregate.bands import Doubting
from agents.aggregate.held import Held
from agents.partitions import Partitions
from streams.ports import Ports
from streams.topics import STATES
from streams.wire import decode

TOGETHER = 1024  # incidents taken in before cells are told, where more are waiting


def attach(ports: Ports, doubting: Callable[[], Doubting]) -> None:
    """Adds the room that adds up. Its table holds each incident as it was last told; all cells follow from it, and other rooms read it."""
    partitions = Partitions(lambda number: Held(doubting(), ports.shelves(f"aggregate/{number}")))

    def rebuild(table: Any) -> None:
        partitions.clear()
        for key, value in table.items():
            partitions.of(key).enter(key, decode(value))

    table = ports.table(STATES, rebuild, ("incidents",))

    def aggregate(message: Any) -> None:
        with ports.guard("aggregate", message, lambda: rebuild(table)):
            envelope, here = decode(message.value), partitions[message.partition]
            key = f"{message.partition}/".encode() + message.key
            if envelope.log["seq"] >= here.seen[key]:
                here.enter(key, envelope)
                table[key] = message.value
        if (here := partitions[message.partition]).untold >= TOGETHER or ports.is_last(message):
            for cell in here.aggregator.changed(again=here.again):
                ports.send("aggregates", f"{cell.country}/{cell.cell_id}".encode(), cell if cell.incidents else None, message.partition)
            here.again, here.untold = False, 0

    ports.reads("incidents", aggregate)

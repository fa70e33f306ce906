"""The Faust edge of the alert room: incidents and signs of life in, alerts raised, amended and withdrawn out."""

from typing import Any

from agents.alert import hearing, held, rules
from agents.partitions import Partitions
from streams.ports import Ports
from streams.records import ReportBatch
from streams.topics import ALERT_KINDS, STATES
from streams.wire import decode, decode_as, decode_lean, encode


def attach(ports: Ports) -> None:
    """Adds both halves of the room. Their tables hold what was told and which articles were heard of; incidents are in another."""
    loaded = rules.load()
    partitions = Partitions(lambda number: held.Held(loaded, ports.shelves(f"alert/{number}")))
    listening = Partitions(
        lambda number: hearing.Hearing(loaded, number, listens=number == hearing.LISTENER, shelves=ports.shelves(f"hearing/{number}"))
    )

    def rebuild(_: Any) -> None:
        partitions.clear()
        for table in (told, known):
            for key, value in table.items():
                partitions.of(key).restore(key, decode(value))

    def relisten(table: Any) -> None:
        listening.clear()
        for key, value in table.items():
            listening[hearing.partition_of(key)].take(decode_as(ReportBatch, value))

    told = ports.table("alerts-told", lambda _: None, tuple(f"alerts.{kind}" for kind in ALERT_KINDS if kind != "silence"))
    known, pulses = ports.table(STATES, rebuild, ("incidents",)), ports.table("pulses", relisten)

    def alert(message: Any) -> None:
        with ports.guard("alert", message, lambda: rebuild(known)):
            envelope, key = decode(message.value), f"{message.partition}/".encode() + message.key
            here = partitions[message.partition]
            for one in here.take(key, envelope):
                log = here.room.beside(one)
                sent = ports.send(f"alerts.{one.kind}", one.alert_id.encode(), one, message.partition, **log)
                told[f"{message.partition}/{one.alert_id}".encode()] = sent

    def listen(message: Any) -> None:
        with ports.guard("alert", message, lambda: relisten(pulses)):
            batch, _ = decode_lean(message.value)
            here = listening[message.partition]
            for key, row in here.rows(batch):
                if pulses.get(key) is None:
                    pulses[key] = encode(row)
                    for one in here.take(row):
                        ports.send(f"alerts.{one.kind}", one.alert_id.encode(), one, message.partition, **here.beside(row, one))

    ports.reads("incidents", alert)
    ports.reads("reports", listen)

"""The Faust edge of the alert room: incidents and signs of life in, alerts raised, amended and withdrawn out."""

from typing import Any

from agents.alert import core, held, rules
from agents.partitions import Partitions
from streams.ports import Ports
from streams.records import ReportBatch
from streams.topics import ALERT_KINDS, STATES
from streams.wire import decode, decode_as, decode_lean, encode

LISTENER = 0  # the partition whose room judges silence: every partition sees every article


def attach(ports: Ports) -> None:
    """Adds both halves of the room. Their tables hold what was told and which articles were heard of; incidents are in another."""
    loaded = rules.load()
    partitions = Partitions(lambda number: held.Held(loaded, ports.shelves(f"alert/{number}")))
    listening = Partitions(lambda _: core.AlertRoom(loaded))

    def rebuild(_: Any) -> None:
        partitions.clear()
        for table in (told, known):
            for key, value in table.items():
                partitions.of(key).restore(key, decode(value))

    def relisten(table: Any) -> None:
        listening.clear()
        for value in table.values():
            batch = decode_as(ReportBatch, value)
            listening[LISTENER].apply_pulse(batch.outlet, batch.published_at)

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
            key = f"{batch.article_id}/{batch.version}/{batch.digest}".encode()
            if message.partition == LISTENER and pulses.get(key) is None:
                pulses[key] = encode(held.pulse_of(batch))
                for one in (room := listening[LISTENER]).apply_pulse(batch.outlet, batch.published_at):
                    ports.send(f"alerts.{one.kind}", one.alert_id.encode(), one, message.partition, **room.beside(one))

    ports.reads("incidents", alert)
    ports.reads("reports", listen)

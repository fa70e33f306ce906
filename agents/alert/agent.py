"""The Faust edge of the alert room: incidents and signs of life in, alerts raised, amended and withdrawn out."""

from typing import Any

from agents.alert import core, rules
from agents.partitions import Partitions
from agents.seen import Seen
from streams.ports import Ports
from streams.records import Incident, ReportBatch
from streams.wire import decode, decode_as, decode_lean, encode, encode_without

LISTENER = 0  # the partition whose room judges silence: every partition sees every article


def attach(app: Any, ports: Ports) -> tuple[Any, Any]:
    """Adds both agents. Their tables hold what each incident and each article says to the rules; all alerts follow from them."""
    loaded = rules.load()
    rooms = Partitions(lambda number: core.AlertRoom(loaded, ports.shelves(f"alert/{number}")))
    listening = Partitions(lambda _: core.AlertRoom(loaded))
    seen = Partitions(lambda number: Seen(ports.shelves(f"alert/{number}")))

    def rebuild(table: Any) -> None:
        rooms.clear()
        seen.clear()
        for key, value in table.items():
            seen.of(key)[key] = decode(value).log["seq"]
            rooms.of(key).apply_incident(decode_as(Incident, value))

    def relisten(table: Any) -> None:
        listening.clear()
        for value in table.values():
            batch = decode_as(ReportBatch, value)
            listening[LISTENER].apply_pulse(batch.outlet, batch.published_at)

    known, pulses = ports.table("alert-state", rebuild), ports.table("pulses", relisten)

    async def alert(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("alert", message, lambda: rebuild(known)):
                envelope, key = decode(message.value), f"{message.partition}/".encode() + message.key
                seq, before = envelope.log["seq"], seen[message.partition][key]
                if isinstance(envelope.record, Incident) and seq >= before:
                    seen[message.partition][key] = seq
                    known[key] = encode_without(envelope, "links", "changes")
                    for one in rooms[message.partition].apply_incident(envelope.record, again=seq == before):
                        ports.send(f"alerts.{one.kind}", one.alert_id.encode(), one, message.partition)

    async def listen(stream: Any) -> None:
        async for event in stream.events():
            message = event.message
            with ports.guard("alert", message, lambda: relisten(pulses)):
                batch, _ = decode_lean(message.value)
                key = f"{batch.article_id}/{batch.version}/{batch.digest}".encode()
                if message.partition == LISTENER and pulses.get(key) is None:
                    pulses[key] = encode(batch.model_copy(update={"reports": (), "signature": (), "country": ""}))
                    for one in listening[LISTENER].apply_pulse(batch.outlet, batch.published_at):
                        ports.send(f"alerts.{one.kind}", one.alert_id.encode(), one, message.partition)

    return app.agent(ports.source("incidents"), name="alert")(alert), app.agent(ports.source("reports"), name="listen")(listen)

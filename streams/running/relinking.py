"""A reviewer's word: writing it to the table of overrides, and bringing a log up to what the overrides now say."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agents.deduplicate.core import incident_id
from agents.deduplicate.overrides import COLUMNS, FOUNDED, Override, problems
from agents.stretches import flow_of
from streams.errors import InputError, WireError
from streams.logs.reader import LogReader
from streams.queries.moments import linked, published
from streams.queries.queries import watermark
from streams.reading.readers import Readers
from streams.records import Incident, Tick
from streams.running.running import Stop, drain, publishing, running
from streams.settings import Settings, is_embedded
from streams.wire import decode


class State(NamedTuple):
    """An incident as a log has it, where, and the number of the report that it came from."""

    partition: int
    seq: int
    incident: Incident


def write(table: Path, row: Override) -> str:
    """Adds a row to a table of overrides, made where there is none; the line. InputError, and nothing written, where it is wrong."""
    cells = dict(
        zip(COLUMNS, (" ".join(row.left), " ".join(row.right), row.verdict, row.who.strip(), " ".join(row.why.split())), strict=True)
    )
    whole = table.read_text(encoding="utf-8") if table.exists() else ""
    lines = [line for line in whole.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        whole += "\n" * (bool(whole) and not whole.endswith("\n")) + ",".join(COLUMNS) + "\n"
    known = list(csv.DictReader(lines))
    faults = ["it stands there already"] if cells in known else list(problems([*known, cells]))
    if faults:
        raise InputError(f"not written: {faults[0]}")
    out = io.StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\n").writerow(cells)
    fresh = table.with_name(f".{table.name}.new")
    try:  # a file of its own in place of the old one: installers link a package's files to those of their cache
        fresh.write_text(whole + "\n" * (not whole.endswith("\n")) + out.getvalue(), encoding="utf-8")
        fresh.replace(table)
    except OSError as error:
        raise InputError(f"not written: {table}: {error.strerror}; name a file that is yours to write in RASAD_OVERRIDES") from error
    return out.getvalue().strip()


def standing_for(incident: Incident) -> str:
    """What stands for an incident in a row: its id, or one of its reports where the one that founded it has told of another act since."""
    founded = incident.incident_id.removeprefix(FOUNDED)
    return incident.incident_id if founded in incident.report_ids else incident.report_ids[0]


def rest(incident: Incident, reports: Sequence[str]) -> list[str]:
    """The reports of an incident but for those to be split off; InputError where one is not in it, or none would be left."""
    wanted = [name.removeprefix(FOUNDED) for name in reports]
    strange = [name for name in wanted if name not in incident.report_ids]
    left = [name for name in incident.report_ids if name not in wanted]
    if strange:
        raise InputError(f"{incident.incident_id} has no report {strange[0]}; it has {', '.join(incident.report_ids)}")
    if not left:
        raise InputError(f"{incident.incident_id}: all of its reports were named: nothing to split them from")
    return left


async def relink(broker: str, settings: Settings) -> int:
    """Sends every incident that the overrides and rules of now tell otherwise than the log does, and works it off; how many there were.

    On Kafka it only publishes: start the workers again first, so that they read the same overrides.
    """
    if not is_embedded(broker):
        async with publishing(broker, settings) as app:
            return _send(LogReader(broker), app.channels.send)
    stop, readers = Stop(settings.stop_timeout_s), Readers(settings.reader_count(), timeout_s=settings.read_timeout_s)
    async with running(broker, settings, readers) as app:
        await drain(app, broker, stop)
        sent = _send(LogReader(broker), app.channels.send)
        await drain(app, broker, stop)
    return sent


def _send(log: LogReader, send: Callable[..., Any]) -> int:
    states, newest = _states(log), watermark(log)
    seqs: dict[int, int] = {}
    for state in states.values():
        seqs[state.partition] = max(state.seq, seqs.get(state.partition, 0))
    changed = differing(log, states)
    for partition, incident in changed:
        key = f"{incident.country}/{incident.incident_id}".encode()
        send("incidents", key, incident, partition, seq=seqs.get(partition, 0), watermark=newest)
    if newest is not None:  # cells are told anew, too, where only what may be one is declared different
        flows = {partition: flow_of(batch.published_at for batch in batches) for partition, batches in published(log).items()}
        for partition, seq in sorted(seqs.items()):
            send("incidents", b"/tick", Tick(watermark=newest), partition, seq=seq, watermark=newest, flow=flows.get(partition, ""))
    return len(changed)


def differing(log: LogReader, states: dict[str, State]) -> list[tuple[int, Incident]]:
    """The incidents, with their partitions, that are not as a log has them; those that are no more, superseded by where they went."""
    changed: list[tuple[int, Incident]] = []
    for partition, batches in sorted(published(log).items()):
        now = {one.incident_id: one for one in linked(sorted(batches, key=lambda b: (b.published_at, b.article_id, b.version, b.digest)))}
        where = {report: one.incident_id for one in now.values() for report in one.report_ids}
        known = {name: state.incident for name, state in states.items() if state.partition == partition}
        changed += [(partition, one) for name, one in now.items() if known.get(name) != one]
        for name, old in known.items():
            if name not in now and old.status != "superseded":
                heirs = tuple(sorted({where[report] for report in old.report_ids if report in where}))
                gone = Incident(incident_id=name, version=1, status="superseded", superseded_by=heirs, country=old.country)
                changed.append((partition, gone))
    return changed


def _states(log: LogReader) -> dict[str, State]:
    found = {}
    for record in log.records("incidents"):
        try:
            envelope = decode(record.value) if record.value else None
        except WireError:
            continue  # written by another program; it is no incident of ours
        if envelope and isinstance(envelope.record, Incident):
            found[envelope.record.incident_id] = State(record.partition, envelope.log.get("seq", 0), envelope.record)
    return found


def named(log: LogReader, name: str) -> Incident:
    """The incident of a log with this id; InputError where there is none that stands."""
    state = _states(log).get(name if name.startswith(FOUNDED) else incident_id(name))
    if state is None or state.incident.status != "standing":
        raise InputError(f"{name}: no incident of this id stands in {log.url}")
    return state.incident

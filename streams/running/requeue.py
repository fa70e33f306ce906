"""Sending dead letters through the pipeline again."""

from streams.errors import InputError
from streams.logs.reader import LogReader
from streams.queries.queries import dead_letters
from streams.reading.readers import Readers
from streams.running.running import Stop, drain, publishing, running
from streams.settings import Settings, is_embedded


async def requeue(broker: str, settings: Settings, origins: set[str]) -> tuple[int, int]:
    """Sends the named dead letters (none named = all) to the topics they came from, and works them off on an embedded log.

    Gives how many were sent and how many cannot be, because they came from a file or their bytes were cut. InputError where one that is
    named is not there.
    """
    known = [row.dead for row in dead_letters(LogReader(broker))]
    if missing := sorted(origins - {dead.origin for dead in known}):
        raise InputError(f"{', '.join(missing)}: no dead letter of this origin in {broker}; `rasad dead-letters list` shows them")
    letters = [dead for dead in known if not origins or dead.origin in origins]
    whole = [dead for dead in letters if dead.topic and not dead.truncated]
    if is_embedded(broker):
        readers = Readers(settings.reader_count(), timeout_s=settings.read_timeout_s)
        async with running(broker, settings, readers) as app:
            for dead in whole:
                app.channels.send(dead.topic, dead.origin.encode(), dead.payload, dead.partition)
            await drain(app, broker, Stop(settings.stop_timeout_s))
    else:
        async with publishing(broker, settings) as app:
            for dead in whole:
                app.channels.send(dead.topic, dead.origin.encode(), dead.payload, dead.partition)
    return len(whole), len(letters) - len(whole)

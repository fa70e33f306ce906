"""Reading a log without taking part in it: beside a running writer, after it, or on Kafka. No Faust in here.

A file is read as far as it is durable; a log in memory is the one that this process has open; on Kafka nothing joins a group.
"""

import time
from collections.abc import Iterator
from typing import Protocol

from streams.errors import LogError
from streams.transports.embedded.address import Address
from streams.transports.embedded.log import Log
from streams.transports.embedded.opened import in_memory
from streams.transports.embedded.record import LogRecord, Slot
from streams.transports.embedded.store import Offsets, Store

__all__ = ["LogReader", "LogRecord"]

CHUNK = 500
POLL_S = 0.2


class Source(Protocol):
    """A log as far as reading needs it."""

    def extents(self) -> dict[Slot, tuple[int, int]]:
        """First and end offset of each partition."""

    def committed(self) -> Offsets:
        """How far each consumer group has come."""

    def read(self, slot: Slot, offset: int, end: int) -> Iterator[LogRecord]:
        """The records from one offset to before another."""

    def count(self, slot: Slot) -> int:
        """Records kept."""


class LogReader:
    """Reads a log by its URL: ``embedded:///path/rasad.db``, ``embedded://`` or ``kafka://host:port``."""

    def __init__(self, url: str) -> None:
        """Opens the log; LogError where there is none, or where it cannot be read."""
        self.url = url
        self._source = _source(url)

    @staticmethod
    def exists(url: str) -> bool:
        """Whether there is a log to read at an embedded URL; always true for Kafka."""
        if not url.startswith("embedded:"):
            return True
        address = Address.parse(url)
        return in_memory(address) is not None if address.path is None else Store.exists(address.path)

    @property
    def is_embedded(self) -> bool:
        """Whether it is an embedded log."""
        return self.url.startswith("embedded:")

    def topics(self) -> list[str]:
        """The names of all topics, changelogs among them."""
        return sorted({topic for topic, _ in self._source.extents()})

    def ends(self, topic: str) -> dict[int, int]:
        """The end offset of each partition of a topic: the offset of the next record; {} where there is no such topic."""
        return {partition: end for (name, partition), (_, end) in sorted(self._source.extents().items()) if name == topic}

    def records(self, topic: str, start: dict[int, int] | None = None) -> Iterator[LogRecord]:
        """The records of a topic as it is now, partition by partition, oldest first; none where there is no such topic.

        start: offset from which on to read, by partition; partitions that are not named are read from the beginning.
        """
        for (name, partition), (first, end) in sorted(self._source.extents().items()):
            if name == topic:
                yield from self._source.read((name, partition), max(first, (start or {}).get(partition, first)), end)

    def latest(self, topic: str) -> dict[bytes, bytes]:
        """The newest value of each key of a topic, without deleted keys; records without a key are left out."""
        return dict(self.last_said(topic))

    def last_said(self, topic: str, by: float | None = None) -> Iterator[tuple[bytes, bytes]]:
        """As latest(), but one at a time: reads the topic twice and holds no value, so that a large one needs little memory.

        by: seconds since 1970; what was written later is left out (of a compacted topic an older value may be gone).
        """
        places: dict[bytes, tuple[int, int]] = {}
        for record in self.records(topic):
            if by is not None and record.timestamp > by:
                continue
            if record.key is not None and record.value is not None:
                places[record.key] = record.partition, record.offset
            elif record.key is not None:
                places.pop(record.key, None)
        for record in self.records(topic):  # a writer may have gone on: newer values of the same key stand in for what it compacted away
            at = places.get(record.key) if record.key is not None else None
            late = by is not None and record.timestamp > by
            if at is not None and (record.partition, record.offset) >= at and record.key is not None and not late:
                del places[record.key]
                if record.value is not None:
                    yield record.key, record.value

    def committed(self, group: str = "") -> dict[Slot, int]:
        """The offset up to which each partition was worked off, for one group, or the least over all groups."""
        found: dict[Slot, int] = {}
        for name, offsets in self._source.committed().items():
            if group in ("", name):
                for slot, offset in offsets.items():
                    found[slot] = min(offset, found.get(slot, offset))
        return found

    def lag(self, topic: str) -> int | None:
        """Records of a topic that were not yet worked off; None where nobody reads it."""
        committed = {slot: offset for slot, offset in self.committed().items() if slot[0] == topic}
        if not committed:
            return None
        extents = self._source.extents()
        return sum(end - committed.get(slot, first) for slot, (first, end) in extents.items() if slot[0] == topic)

    def size(self, topic: str) -> tuple[int, int, int]:
        """Records kept, end offsets added up, and partitions of a topic; zeros where there is no such topic."""
        slots = {slot: end for slot, (_, end) in self._source.extents().items() if slot[0] == topic}
        return sum(map(self._source.count, slots)), sum(slots.values()), len(slots)

    def follow(self, topic: str, start: dict[int, int] | None = None, poll_s: float = POLL_S) -> Iterator[LogRecord | None]:
        """The records of a topic from these offsets on (none given: only new ones), for ever; None each time there is nothing new."""
        position = dict(self.ends(topic) if start is None else start)
        while True:
            found = False
            for record in self.records(topic, position):
                position[record.partition] = record.offset + 1
                found = True
                yield record
            if not found:
                yield None
                time.sleep(poll_s)


def _source(url: str) -> Source:
    if url.startswith(("kafka://", "safekafka://")):
        from streams.logs.kafka import KafkaSource  # noqa: PLC0415 - reading a file needs no Kafka client

        return KafkaSource(url)
    address = Address.parse(url)
    if address.path is not None:
        return _File(Store.read_only(address.path))
    log = in_memory(address)
    if log is None:
        raise LogError(
            f"{url}: a log in memory ends with its process; to read one later or from elsewhere give a path: embedded:///path/rasad.db"
        )
    return _Memory(log)


class _File:
    """A SQLite file, read in short transactions so that the writer's write-ahead log does not grow."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.committed, self.count = store.committed, store.count

    def extents(self) -> dict[Slot, tuple[int, int]]:
        return {slot: (extent.first, extent.end) for slot, extent in self._store.extents().items()}

    def read(self, slot: Slot, offset: int, end: int) -> Iterator[LogRecord]:
        while offset < end:
            found = self._store.read(slot, offset, CHUNK)
            if not found:
                return
            for record in found:
                if record.offset >= end:
                    return
                yield record
            offset = found[-1].offset + 1


class _Memory:
    """A log that this process has open."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def extents(self) -> dict[Slot, tuple[int, int]]:
        return {slot: (partition.first, partition.end) for slot, partition in self._log.partitions.items()}

    def committed(self) -> Offsets:
        return {group: dict(offsets) for group, offsets in self._log.committed.items()}

    def read(self, slot: Slot, offset: int, end: int) -> Iterator[LogRecord]:
        partition = self._log.partitions[slot]
        return iter([record for record in partition.read(offset, len(partition)) if record.offset < end])

    def count(self, slot: Slot) -> int:
        return len(self._log.partitions[slot])

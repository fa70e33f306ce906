"""Reading Kafka without taking part: no group is joined and nothing is committed."""

import asyncio
import logging
import threading
import time
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from streams.errors import LogError
from streams.transports.embedded.record import LogRecord, Slot
from streams.transports.embedded.store import Offsets

REQUEST_MS = 10_000
RECENT_S = 1.0
T = TypeVar("T")


class KafkaSource:
    """The topics of a Kafka cluster, but for its own. Every call connects anew, from a thread that has an event loop of its own."""

    def __init__(self, url: str, **options: Any) -> None:
        """url: kafka://host:port, several separated by ; or a comma. options: security settings of aiokafka's clients."""
        self._url = url
        logging.getLogger("aiokafka").addHandler(logging.NullHandler())  # what matters is told by LogError
        self._servers = [part.partition("://")[2] or part for part in url.replace(",", ";").split(";")]
        self._options: dict[str, Any] = {"bootstrap_servers": self._servers, "request_timeout_ms": REQUEST_MS, **options}
        self._asked: tuple[Offsets, dict[Slot, tuple[int, int]]] | None = None
        self._asked_at = 0.0

    def extents(self) -> dict[Slot, tuple[int, int]]:
        """First and end offset of each partition, at most a second old."""
        return self._recent()[1]

    def committed(self) -> Offsets:
        """How far each consumer group has come, at most a second ago."""
        return self._recent()[0]

    def read(self, slot: Slot, offset: int, end: int) -> Iterator[LogRecord]:
        """The records from one offset to before another."""
        yield from self._run(self._read(slot, offset, end))

    def count(self, slot: Slot) -> int:
        """Offsets between first and end; of a compacted topic fewer records may be left."""
        first, end = self.extents()[slot]
        return end - first

    async def _extents(self) -> dict[Slot, tuple[int, int]]:
        admin = AIOKafkaAdminClient(**self._options)
        await admin.start()
        try:
            described = await admin.describe_topics()
        finally:
            await admin.close()
        slots = [
            TopicPartition(row["topic"], partition["partition"])
            for row in described
            if not row["topic"].startswith("__")
            for partition in row["partitions"]
        ]
        async with AIOKafkaConsumer(**self._options, enable_auto_commit=False) as client:
            first, end = await client.beginning_offsets(slots), await client.end_offsets(slots)
            return {(slot.topic, slot.partition): (first[slot], end[slot]) for slot in slots}

    async def _committed(self) -> Offsets:
        admin = AIOKafkaAdminClient(**self._options)
        await admin.start()
        try:
            found: Offsets = {}
            for group, *_ in await admin.list_consumer_groups():
                offsets = await admin.list_consumer_group_offsets(group)
                found[group] = {(slot.topic, slot.partition): meta.offset for slot, meta in offsets.items() if meta.offset >= 0}
            return found
        finally:
            await admin.close()

    async def _read(self, slot: Slot, offset: int, end: int) -> list[LogRecord]:
        if offset >= end:
            return []
        found: list[LogRecord] = []
        there = TopicPartition(*slot)
        async with AIOKafkaConsumer(**self._options, enable_auto_commit=False, auto_offset_reset="earliest") as client:
            client.assign([there])
            client.seek(there, offset)
            while await client.position(there) < end:
                for record in (await client.getmany(there, timeout_ms=1000)).get(there, ()):
                    if record.offset < end:
                        headers = [(name, value) for name, value in record.headers]
                        found.append(LogRecord(*slot, record.offset, record.timestamp / 1000, record.key, record.value, headers))
        return found

    def _recent(self) -> tuple[Offsets, dict[Slot, tuple[int, int]]]:
        """Offsets committed, and extents asked for after them: older extents would make what is still to do look done."""
        if self._asked is None or time.monotonic() - self._asked_at >= RECENT_S:  # a list of topics asks for each of them
            self._asked, self._asked_at = self._run(self._both()), time.monotonic()
        return self._asked

    async def _both(self) -> tuple[Offsets, dict[Slot, tuple[int, int]]]:
        committed = await self._committed()
        return committed, await self._extents()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        result: list[T] = []
        failure: list[BaseException] = []

        def run() -> None:
            try:
                result.append(asyncio.run(work))
            except BaseException as error:  # told in the caller's thread
                failure.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        if failure and isinstance(failure[0], KafkaError | OSError):
            raise LogError(
                f"cannot read {self._url} ({failure[0]}): is it up, and are address, user, password and certificate right?"
            ) from failure[0]
        if failure:
            raise failure[0]
        return result[0]

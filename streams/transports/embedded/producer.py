"""The producing half of the transport: appends at once, acknowledges when durable."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from faust.transport import producer
from faust.types import TP, RecordMetadata

from streams.transports.embedded.record import Headers
from streams.transports.embedded.retention import tidy

FLUSH_S = 0.02  # records wait for durability at most so long
TIDY_S = 1.0


class Producer(producer.Producer):
    """Appends to the log in the order of the program: what was sent is in the log before the next statement of a handler runs."""

    app: Any  # Faust's types know only what every transport has
    transport: Any

    def __post_init__(self) -> None:
        self._holds = False  # a start that failed is stopped too
        self._tell_sensors = self.app.on_produce_message.send

    async def on_start(self) -> None:
        """Opens the log, or raises LogLocked."""
        self.transport.hold()
        self._holds = True
        await super().on_start()
        self.add_future(self._keep_durable())

    async def on_stop(self) -> None:
        """Writes what is left; the last to stop closes the log."""
        if self._holds:
            self._holds = False
            try:
                await super().on_stop()
                self._log.flush()
            finally:
                self.transport.release()

    @property
    def _log(self) -> Any:
        return self.transport.log

    async def _keep_durable(self) -> None:
        tidied = time.monotonic()
        while not self.should_stop:
            await asyncio.sleep(FLUSH_S)
            self._log.flush()
            if time.monotonic() - tidied > TIDY_S:
                tidy(self._log, time.time())
                tidied = time.monotonic()

    async def create_topic(self, topic: str, partitions: int, replication: int, **kwargs: Any) -> None:
        """Makes a topic; replication means nothing here."""
        self.transport.create_topic(topic, partitions, **kwargs)

    async def send(  # noqa: PLR0917 - Faust's
        self,
        topic: str,
        key: bytes | None,
        value: bytes | None,
        partition: int | None,
        timestamp: float | None,
        headers: Any,
        *,
        transactional_id: str | None = None,
    ) -> "asyncio.Future[RecordMetadata]":
        """Appends one record; the future is done when it is durable."""
        future: asyncio.Future[RecordMetadata] = asyncio.get_running_loop().create_future()
        meta = self._append(self.transport.slot(topic, key, partition), key, value, timestamp, headers)
        self._log.when_durable(lambda: None if future.done() else future.set_result(meta))
        return future

    def append(self, topic: str, key: bytes | None, value: bytes | None, partition: int | None) -> None:
        """Appends one record at once, of which nobody asks when it is durable: a flush comes before every commit."""
        transport = self.transport
        slot = (topic, partition) if (topic, partition) in transport.log.partitions else transport.slot(topic, key, partition)
        transport.log.append(slot, time.time(), key, value, [])

    def send_soon(self, fut: Any) -> None:
        """Appends one record at once, without a queue and a task: so a handler's effects stay together. Table writes come here too."""
        message = fut.message
        topic = message.channel.get_topic_name()
        slot = self.transport.slot(topic, message.key, message.partition)
        meta = self._append(slot, message.key, message.value, message.timestamp, message.headers)

        def durable() -> None:
            if not fut.done():
                fut.set_result(meta)
                if message.callback:
                    message.callback(fut)

        self._log.when_durable(durable)

    def _append(self, slot: TP, key: bytes | None, value: bytes | None, timestamp: float | None, headers: Any) -> RecordMetadata:
        self._tell_sensors(key=key, value=value, partition=slot.partition, timestamp=timestamp, headers=headers)
        written = timestamp or time.time()
        offset = self._log.append(slot, written, key, value, listed(headers))
        return RecordMetadata(
            topic=slot.topic, partition=slot.partition, topic_partition=slot, offset=offset, timestamp=written, timestamp_type=0
        )

    def give_up(self, error: BaseException) -> None:
        """Writes and commits nothing any more."""
        self._log.is_broken = True

    async def send_and_wait(self, *args: Any, **kwargs: Any) -> RecordMetadata:
        """Appends one record and returns when it is durable."""
        return await (await self.send(*args, **kwargs))

    async def flush(self) -> None:
        """Makes everything sent so far durable. An app that could not start is stopped by way of here too."""
        if not self.transport.is_open:
            return
        while self.buffer.size:  # Faust's own flush gives up after 0.1 s without progress
            await self.buffer.flush()
        self._log.flush()

    def key_partition(self, topic: str, key: bytes) -> TP:
        """Where a record of this key goes."""
        return TP(*self.transport.slot(topic, key, None))

    def supports_headers(self) -> bool:
        """True."""
        return True


def listed(headers: Any) -> Headers:
    """Headers as a list of pairs, from any form that Faust takes."""
    if not headers:
        return []
    return list(headers.items()) if isinstance(headers, Mapping) else list(headers)

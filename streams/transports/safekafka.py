"""Faust's Kafka transport with a commit that waits for every record sent before it.

Faust only logs a record that could not be delivered, and commits the offset all the same; and its flush gives up after 0.1 s without
progress. Here a commit waits until everything sent so far is acknowledged, and where a record was lost the app ends without committing:
after a restart the events are processed again.
"""

import asyncio
from collections.abc import Iterable
from typing import Any, cast

from faust.exceptions import ProducerSendError
from faust.transport.drivers import aiokafka
from faust.types import TP


class Producer(aiokafka.Producer):
    """Keeps account of every record until it is acknowledged."""

    app: Any

    def __post_init__(self) -> None:
        super().__post_init__()
        self._open: set[asyncio.Future[Any]] = set()
        self.lost: BaseException | None = None  # why the first record that was lost could not be delivered

    def _watch(self, future: "asyncio.Future[Any]") -> None:
        self._open.add(future)
        future.add_done_callback(self._done)

    def _done(self, future: "asyncio.Future[Any]") -> None:
        self._open.discard(future)
        if not future.cancelled() and future.exception() is not None and self.lost is None:
            self.lost = future.exception()

    def send_soon(self, fut: Any) -> None:
        """Sends a record by way of the buffer; a later flush waits for it."""
        self._watch(fut)
        super().send_soon(fut)

    async def send(self, *args: Any, **kwargs: Any) -> Any:
        """Sends a record; a later flush waits for it."""
        future = cast("asyncio.Future[Any]", await super().send(*args, **kwargs))
        self._watch(future)
        return future

    def give_up(self, error: BaseException) -> None:
        """Commits nothing any more."""
        self.lost = self.lost or error

    async def flush(self) -> None:
        """Returns when every record sent before is acknowledged; ProducerSendError where one was lost, now or earlier.

        An app that is already ending, because of this or of anything else, is not kept from it by another error.
        """
        waiting = set(self._open)
        await super().flush()
        waiting = {future for future in waiting if not future.done()}
        if waiting:
            await asyncio.wait(waiting)
        if self.lost is not None and not self.app.should_stop:
            raise ProducerSendError(f"a record was lost: {self.lost!r}")


KNOWN_S = 0.1  # between two looks for a topic that was made just now
PATIENCE_S = 60.0


class ConsumerThread(aiokafka.AIOKafkaConsumerThread):
    """Subscribes when the cluster knows the topics.

    Faust leaves a topic that is not known yet out of the assignment and only warns: what was just made for a table would then not be
    kept, and what is read from the table's source would be committed without its effects.
    """

    async def subscribe(self, topics: Iterable[str]) -> None:
        """Waits for the topics, then subscribes; TimeoutError where one does not come."""
        names = set(topics)
        await self.call_thread(self._until_known, names)
        await super().subscribe(names)

    async def _until_known(self, names: set[str]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while names - await self._ensure_consumer().topics():  # noqa: ASYNC110 - the cluster tells nobody
                await asyncio.sleep(KNOWN_S)


class Consumer(aiokafka.Consumer):
    """Commits nothing that is still handled, and nothing any more once a record was lost."""

    app: Any

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    def _new_offset(self, tp: TP) -> int | None:
        """Faust's own passes over the first message that is still handled where the next is done."""
        handled = [message.offset for message in self._unacked_messages if message.tp == tp and not message.acked]
        acked = self._acked[tp]
        return super()._new_offset(tp) if acked and min(acked) < min(handled, default=max(acked) + 1) else None

    async def _commit(self, offsets: Any) -> bool:
        return self.app.producer.lost is None and bool(await super()._commit(offsets))


class Transport(aiokafka.Transport):
    """``safekafka://host:port``"""

    Consumer = Consumer
    Producer = Producer

"""The topics of one Faust app, as the edges of the rooms see them (streams.ports)."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import faust

from streams.errors import RasadError, ScratchError, WireError
from streams.metrics import Metrics
from streams.records import DeadLetter, Record
from streams.storage.packing import Packed
from streams.storage.scratch import Scratch, Shelf
from streams.topics import TOPICS
from streams.transports.embedded.said import Noted, Said
from streams.transports.embedded.stream import Stream
from streams.transports.embedded.transport import Transport
from streams.wire import encode, encode_on, forget

SHARED = "incidents"  # the topic whose records three rooms of this process read next
AHEAD = 256  # of them that may wait, before no more are made: so they are still at hand when they are read, and alerts do not come late


class Channels:
    """Sends to and reads from the topics of streams.topics; every value raw bytes, so that decoding errors are ours."""

    def __init__(self, app: faust.App, partitions: int, metrics: Metrics, scratch: Scratch) -> None:
        self.partitions = partitions
        self.metrics = metrics
        self._app = app
        self._scratch = scratch
        self._rooms: dict[str, tuple[list[Callable[[Any], None]], list[Callable[[], None]]]] = {}  # what handles a topic, what tells
        self._tables: dict[str, tuple[Any, Packed]] = {}
        self._topics = {
            row.name: app.topic(
                row.name,
                key_type=bytes,
                value_type=bytes,
                key_serializer="raw",
                value_serializer="raw",
                partitions=partitions,
                compacting=row.compact,
                deleting=not row.compact,
                retention=row.retention_s,
                internal=True,
            )
            for row in TOPICS
        }

    def source(self, topic: str) -> Any:
        """The topic to read from."""
        return self._topics[topic]

    def reads(self, topic: str, handle: Callable[[Any], None], tell: Callable[[], None] | None = None) -> None:
        """Has a room handle each message of a topic, after those that asked before, and tell when some are handled: on Kafka, each.

        All rooms of a topic share one agent: Faust takes as long over an event as a room does.
        """
        if topic not in self._rooms:
            self._rooms[topic] = [], []
            behind = (lambda: False) if topic == SHARED else self._is_behind
            self._app.agent(self._topics[topic], name=topic)(partial(_work, *self._rooms[topic], behind))
        handles, tells = self._rooms[topic]
        handles.append(handle)
        if tell is not None:
            tells.append(tell)

    def table(self, name: str, rebuild: Callable[[Any], None], said: tuple[str, ...] = (), read: tuple[str, ...] = ()) -> Any:
        """A changelogged table of raw keys and values. Its name is part of its changelog's: renaming it loses its state.

        rebuild(table) is called after each recovery, before anything is read; the app ends where it fails, since Faust would go on. A
        name that was asked for before gives the same table.
        """
        rows: Any = self._rows(name, said, read) if isinstance(self._app.transport, Transport) else self._table(name)

        async def recovered(*_: Any, **__: Any) -> None:
            try:
                rebuild(rows)
            except Exception as error:
                advice = ": use the release that wrote it, or a cluster without its topics" if isinstance(error, WireError) else ""
                await self._app.crash(RasadError(f"the table {name} cannot be read again: {type(error).__name__}: {error}{advice}"))

        if name in self._tables:
            self._tables[name][0].on_recover(recovered)
        else:
            self._app.on_rebalance_complete.connect(recovered, weak=False)
        return rows

    def _rows(self, name: str, said: tuple[str, ...], read: tuple[str, ...]) -> Any:
        """As the embedded log keeps them, which has most of them already."""
        if said:
            return Said(self._app, said)
        self._table(name)
        return Noted(self._app, read, self._tables[name][0]) if read else self._tables[name][1]

    def _table(self, name: str) -> Packed:
        if name not in self._tables:
            table = self._app.Table(name, key_type=bytes, value_type=bytes, partitions=self.partitions)
            self._tables[name] = table, Packed(table)
        return self._tables[name][1]

    def shelves(self, name: str) -> Callable[[str], Shelf]:
        """Places outside of memory for what can be made again from tables."""
        return lambda part: self._scratch.shelf(f"{name}/{part}")

    async def declare(self) -> None:
        """Creates the topics that do not exist."""
        for topic in self._topics.values():
            await topic.maybe_declare()

    def send(self, topic: str, key: bytes, value: Record | bytes | None, partition: int | None = None, **log: Any) -> bytes | None:
        """Appends one record without suspending, so that an event's effects stay together; gives its bytes."""
        raw = (encode_on if topic == SHARED else encode)(value, **log) if isinstance(value, Record) else value
        append = getattr(self._app.producer, "append", None)
        if append is None:
            self._topics[topic].send_soon(key=key, value=raw, partition=partition)
        else:  # the embedded log's, which needs no promise and no queue
            append(topic, key, raw, partition)
        self.metrics.on_sent(topic, value)
        return raw

    def _is_behind(self) -> bool:
        return bool(self._app.consumer.waiting(SHARED) > AHEAD)  # type: ignore[attr-defined] # asked on the embedded log alone

    def is_last(self, message: Any) -> bool:
        """Whether no later message is known to wait in its partition."""
        end = self._app.consumer.highwater(message.tp)
        return bool(end is None or message.offset + 1 >= end)

    def refuse(self, room: str, message: Any, reason: str, detail: str) -> None:
        """Sends the untouched bytes of a message to the dead letters."""
        self.bury(
            DeadLetter(
                origin=f"{message.topic}/{message.partition}/{message.offset}",
                room=room,
                topic=message.topic,
                partition=message.partition,
                offset=message.offset,
                reason=reason,
                detail=detail,
                payload=message.value or b"",
            )
        )

    def bury(self, dead: DeadLetter) -> None:
        """Sends one dead letter; the same origin always goes to the same partition."""
        self.send("dead-letters", dead.origin.encode("utf-8", "replace"), dead)
        self.metrics.on_refused(dead.reason)

    def guard(self, room: str, message: Any, mend: Callable[[], None] | None = None, *, handled: int = 1) -> "Guard":
        """Turns any exception into a dead letter: Faust acknowledges and loses the event of a handler that raises."""
        return Guard(self, room, message, mend, handled)

    def end(self, error: ScratchError) -> None:
        """Ends the app: what a room held is lost."""
        self._app.producer.give_up(error)  # type: ignore[attr-defined]
        self._ending = asyncio.ensure_future(self._app.crash(error))


class Guard:
    """What surrounds the handling of one message: see Channels.guard()."""

    __slots__ = ("_channels", "_handled", "_mend", "_message", "_room")

    def __init__(self, channels: Channels, room: str, message: Any, mend: Callable[[], None] | None, handled: int) -> None:
        self._channels, self._room, self._message, self._mend, self._handled = channels, room, message, mend, handled

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: Any) -> bool:
        if error is not None:
            if isinstance(error, ScratchError):
                self._channels.end(error)
                return False
            if not isinstance(error, Exception):
                return False
            if isinstance(error, WireError):
                self._channels.refuse(self._room, self._message, "not-a-record", str(error))
            else:  # one record must not stop the others
                self._channels.refuse(self._room, self._message, "failed", f"{type(error).__name__}: {error}"[:500])
                if self._mend is not None:
                    self._mend()
        self._channels.metrics.handled[self._room] += self._handled
        return True


async def _work(
    handles: Sequence[Callable[[Any], None]], tells: Sequence[Callable[[], None]], behind: Callable[[], bool], stream: Any
) -> None:
    """Handles the messages of a stream; what waits to be told is told before anything is taken that acknowledges what it is of."""
    if isinstance(stream, Stream):
        async for events in stream.batches(behind):
            for handle in handles:  # room by room, each of which then has at hand what it works with
                for event in events:
                    stream.now(event)
                    handle(event.message)
            for tell in tells:
                tell()
            forget([event.message.value for event in events])
        return
    async for event in stream.events():
        for handle in handles:
            handle(event.message)
        for tell in tells:
            tell()
        forget([event.message.value])

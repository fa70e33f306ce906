"""The consuming half of the transport: the one member of its group, which reads every partition."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from faust.events import Event
from faust.transport import consumer
from faust.types import TP, ConsumerMessage

from streams.transports.embedded.record import LogRecord
from streams.transports.embedded.retention import tidy

POLL_RECORDS = 500
TOGETHER = 100  # records brought before others get a turn


class Consumer(consumer.Consumer):
    """Reads the log for an app; commits together with what the app has written (streams.transports.embedded.log)."""

    app: Any  # Faust's types know only what every transport has
    transport: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._assigned: set[TP] = set()
        self._position: dict[TP, int] = {}
        self._generation = 0
        self._holds = False  # a start that failed is stopped too
        self._rebalancing = asyncio.Lock()
        self._wake = asyncio.Event()
        self._pressure: dict[TP, tuple[Callable[[], None], Callable[[], None]]] = {}

    @property
    def _log(self) -> Any:
        return self.transport.log

    @property
    def _group(self) -> str:
        return str(self.app.conf.id)

    async def on_start(self) -> None:
        """Opens the log, or raises LogLocked."""
        self.transport.hold().listeners.add(self._wake.set)
        self._holds = True
        await super().on_start()

    async def on_stop(self) -> None:
        """Waits for the handlers that are at work, commits, and leaves the group."""
        if self._holds:
            self._holds = False
            try:
                await super().on_stop()
                self._log.leave(self._group)
            finally:
                self._log.listeners.discard(self._wake.set)
                self.transport.release()

    # Group membership: Faust's own assignor decides, since tables and routing ask it.

    async def subscribe(self, topics: Iterable[str]) -> None:
        """Starts a rebalance. It must not run in here: what it calls waits until subscribe() has returned."""
        self.add_future(self._rebalance(set(topics)))

    async def _rebalance(self, topics: set[str]) -> None:
        async with self._rebalancing:
            app, assignor = self.app, self.app.assignor
            for topic in sorted(topics - self._log.topics.keys()):
                self._log.create_topic(topic, app.conf.topic_partitions)
            app.on_rebalance_start()
            await self.on_partitions_revoked(set(self._assigned))
            self._generation += 1
            mine = assignor.assign(self._log, {self._group: assignor.metadata(topics)})[self._group]
            assignor.on_assignment(mine)
            self._assigned = {TP(topic, partition) for topic, partitions in mine.assignment for partition in partitions}
            self._position = {tp: self._committed(tp) for tp in self._assigned}
            sources = frozenset(tp for tp in self._assigned if not self._is_changelog_tp(tp))
            self._log.join(self._group, sources, self._collect)
            tidy(self._log, time.time())  # shortens the recovery that follows
            app.consumer_generation_id = self._generation
            await self.on_partitions_assigned(set(self._assigned), self._generation)

    def assignment(self) -> set[TP]:
        """All partitions of all topics that the app reads."""
        return self._assigned

    # Fetching

    async def _drain_messages(self, fetcher: Any) -> None:
        """Brings records to the queues of the agents until the fetcher stops; Faust's own makes two tasks for each of them."""
        while not (self.should_stop or fetcher.should_stop):
            await asyncio.sleep(0)
            records, _ = await self._wait_next_records(1.0)
            if not self.flow_active:
                await self.perform_seek()
                continue
            await self._bring(records)

    async def _bring(self, records: dict[TP, list[LogRecord]]) -> None:
        generation, brought = self._generation, 0
        for tp, record in self.scheduler.iterate(records):
            if not self.flow_active or generation != self._generation:
                return
            read = self._read_offset[tp]
            if read is not None and record.offset < read:
                continue  # was brought before
            if read and record.offset - read > 1 and self.app.topics.acks_enabled_for(tp.topic):
                await self._add_gap(tp, read + 1, record.offset)
            message = self._to_message(tp, record)
            if not self._put(tp, message):
                await self.callback(message)
            self._read_offset[tp] = record.offset
            brought += 1
            if not brought % TOGETHER:
                await asyncio.sleep(0)

    def _put(self, tp: TP, message: ConsumerMessage) -> bool:
        """Puts a message into the queues of all that read its topic; False where that is not done by simply putting it there.

        Queues take all that was fetched already, however full they are: they tell in time that no more should be.
        """
        channels = self.app.topics._tp_index.get(tp)
        if not channels or self._is_changelog_tp(tp) or not self.app.flow_control.is_active():
            return False
        message.incref(len(channels))
        event = Event(self.app, message.key, message.value, message.headers, message)
        callbacks = self._pressure.get(tp)
        if callbacks is None:
            callbacks = self._pressure[tp] = partial(self.on_buffer_full, tp), partial(self.on_buffer_drop, tp)
        for channel in channels:
            channel.queue.put_nowait_enhanced(event, on_pressure_high=callbacks[0], on_pressure_drop=callbacks[1])
        return True

    async def _wait_next_records(self, timeout: float) -> tuple[dict[TP, list[LogRecord]], set[TP] | None]:  # noqa: ASYNC109
        # Faust's own sleeps a whole second when the buffers of all streams are full.
        if not self.flow_active:
            await self.wait(self.can_resume_flow)  # type: ignore[arg-type]
        active = None if self.app.client_only else self._get_active_partitions()
        return await self._getmany(active, timeout), active

    def on_buffer_drop(self, tp: TP) -> None:
        """Takes up the reading of a partition whose stream has room again."""
        if tp in self._buffered_partitions:
            super().on_buffer_drop(tp)
            self._wake.set()

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> dict[TP, list[LogRecord]]:  # noqa: ASYNC109 - Faust's
        if not self.flow_active:
            return {}
        self._wake.clear()
        records = self._poll(active_partitions)
        if records:
            return records
        try:
            await asyncio.wait_for(self._wake.wait(), timeout)
        except TimeoutError:
            return {}
        return self._poll(active_partitions) if self.flow_active else {}

    def _poll(self, active: set[TP] | None) -> dict[TP, list[LogRecord]]:
        records: dict[TP, list[LogRecord]] = {}
        for tp in self._assigned if active is None else active:
            position = self._position.get(tp)
            if position is not None and position < self._log.partitions[tp].end:
                found = self._log.read(tp, position, POLL_RECORDS)
                if found:
                    records[tp] = found
                    self._position[tp] = found[-1].offset + 1
        return records

    def _to_message(self, tp: TP, record: LogRecord) -> ConsumerMessage:
        return ConsumerMessage(
            tp.topic,
            tp.partition,
            record.offset,
            record.timestamp,
            0,
            record.headers,  # type: ignore[arg-type] # Faust knows of no header without a value
            record.key,
            record.value,
            None,
            None,
            None,
            tp,
            generation_id=self.app.consumer_generation_id,  # without it streams skip the message silently
        )

    def _new_topicpartition(self, topic: str, partition: int) -> TP:
        return TP(topic, partition)

    # Offsets

    def _collect(self) -> dict[TP, int]:
        pending = [tp for tp in self._filter_tps_with_pending_acks() if tp in self._assigned]
        offsets: dict[TP, int] = self._filter_committable_offsets(pending)
        if offsets:
            self.app.tables.on_commit(offsets)
            self._committed_offset.update(offsets)
            self.app.monitor.on_tp_commit(offsets)
        return offsets

    def _new_offset(self, tp: TP) -> int | None:
        """Faust's own passes over the first message that is still handled where the next is done."""
        acked = self._acked[tp]
        return super()._new_offset(tp) if acked and min(acked) <= self._committed(tp) else None

    async def force_commit(self, topics: Any = None, start_new_transaction: bool = True) -> bool:
        """Commits what was worked off, with all records written: Faust's own way suspends between the two."""
        state = self.app.sensors.on_commit_initiated(self)
        self._log.flush()
        self.app.sensors.on_commit_completed(self, state)
        return True

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        raise AssertionError("force_commit() writes the offsets")

    def _committed(self, tp: TP) -> int:
        partition = self._log.partitions[tp]
        latest = self.app.conf.consumer_auto_offset_reset == "latest"
        return int(self._log.committed[self._group].get(tp, partition.end if latest else partition.first))

    async def seek_to_committed(self) -> Mapping[TP, Any]:
        """Moves to the committed offsets, except in changelogs, which recovery moves; None for what was never committed."""
        for tp in self._assigned:
            if not self._is_changelog_tp(tp):
                self._position[tp] = self._committed(tp)
        return {tp: self._log.committed[self._group].get(tp) for tp in self._assigned}

    async def _seek(self, partition: TP, offset: int) -> None:
        self._position[partition] = offset

    async def seek_wait(self, partitions: Mapping[TP, int]) -> None:
        """Moves to these offsets."""
        for tp, offset in partitions.items():
            self._position[tp] = offset
            if offset > 0:
                self._read_offset[tp] = offset
            else:  # Faust drops records below the offset that it read last
                self._read_offset.pop(tp, None)

    async def seek_to_beginning(self, *partitions: TP) -> None:
        """Moves to the oldest records kept."""
        await self.seek_wait({tp: self._log.partitions[tp].first for tp in partitions})

    async def position(self, tp: TP) -> int | None:
        """The offset of the next record to read."""
        return self._position.get(tp)

    def highwater(self, tp: TP) -> int:
        """The end offset: that of the next record to be written."""
        return int(self._log.partitions[tp].end)

    def waiting(self, topic: str) -> int:
        """How many records of a topic no agent has taken yet."""
        found = 0
        for tp in self._assigned:
            if tp.topic == topic:
                brought = self._read_offset.get(tp)
                found += self.highwater(tp) - (self._position.get(tp) or 0 if brought is None else brought + 1)
                found += max((channel.queue.qsize() for channel in self.app.topics._tp_index.get(tp) or ()), default=0)
        return found

    async def highwaters(self, *partitions: TP) -> dict[TP, int]:
        """The end offsets."""
        return {tp: self.highwater(tp) for tp in partitions}

    async def earliest_offsets(self, *partitions: TP) -> dict[TP, int]:
        """The offsets of the oldest records kept."""
        return {tp: self._log.partitions[tp].first for tp in partitions}

    # Topics

    def topic_partitions(self, topic: str) -> int | None:
        """How many partitions a topic has; None where there is no such topic."""
        return self._log.topics[topic].partitions if topic in self._log.topics else None

    def key_partition(self, topic: str, key: bytes | None, partition: int | None = None) -> int | None:
        """The partition of a key; None where there is no such topic."""
        return self.transport.slot(topic, key, partition).partition if topic in self._log.topics else None

    async def create_topic(self, topic: str, partitions: int, replication: int, **kwargs: Any) -> None:
        """Makes a topic; replication means nothing here."""
        self.transport.create_topic(topic, partitions, **kwargs)

    def close(self) -> None:
        """Nothing: on_stop() has closed what there was."""

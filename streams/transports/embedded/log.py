"""The log: topics of append-only partitions and the offsets that consumer groups have committed, in memory or with a file.

Records and offsets become durable together. ``flush`` asks every group what it has worked off at that instant and writes this with all
records appended so far in one transaction. So whatever a handler does without suspending, up to taking its next record, is there after a
crash together with its offset, or not at all.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from streams.errors import LogError
from streams.transports.embedded.partition import Partition
from streams.transports.embedded.policy import Policy, Topic
from streams.transports.embedded.record import Headers, LogRecord, Slot
from streams.transports.embedded.store import Offsets, Store

TAIL_BYTES = 1 << 17  # of each partition stay in memory beside a file
UNREAD_BYTES = 1 << 22  # likewise where they are still to be worked off: they need not be read from the file then
Collector = Callable[[], Mapping[Slot, int]]


class Log:
    """A log that one process writes. Not safe for threads: everything happens in the thread of the event loop."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store
        self.topics: dict[str, Topic] = {}
        self.partitions: dict[Slot, Partition] = {}
        self.committed: Offsets = defaultdict(dict)
        self.listeners: set[Callable[[], None]] = set()  # called when a record was appended
        self._collectors: dict[str, Collector] = {}
        self._readers: dict[str, frozenset[Slot]] = {}
        self._unwritten: list[LogRecord] = []
        self._moved: Offsets = defaultdict(dict)
        self._waiting: list[Callable[[], None]] = []
        self.is_broken = False  # a write has failed, or the app has given up
        if store is not None:
            self.topics = store.topics()
            self.partitions = {slot: Partition(slot, *extent) for slot, extent in store.extents().items()}
            self.committed.update(store.committed())

    def create_topic(self, name: str, partitions: int, policy: Policy | None = None) -> None:
        """Makes a topic where there is none. A policy given later replaces that of an existing topic; its partitions stay as they are."""
        found = self.topics.get(name)
        wanted = Topic(found.partitions if found else partitions, policy or (found.policy if found else Policy()))
        if wanted == found:
            return
        self.topics[name] = wanted
        for partition in range(wanted.partitions):
            self.partitions.setdefault((name, partition), Partition((name, partition)))
        if self.store is not None:
            self.store.save_topic(name, wanted)

    def delete_topic(self, name: str) -> None:
        """Deletes a topic with its records and offsets; LogError where a consumer reads it or there is none."""
        if name not in self.topics:
            raise LogError(f"no topic {name}: there are {', '.join(sorted(self.topics)) or 'none'}")
        if any(slot[0] == name for slots in self._readers.values() for slot in slots):
            raise LogError(f"the topic {name} is being read: stop the rooms first")
        self.flush()
        del self.topics[name]
        for slot in [slot for slot in self.partitions if slot[0] == name]:
            del self.partitions[slot]
            for offsets in self.committed.values():
                offsets.pop(slot, None)
        if self.store is not None:
            self.store.drop_topic(name)

    def partitions_for_topic(self, name: str) -> set[int]:
        """The partitions of a topic; what Faust's assignor asks a cluster."""
        return set(range(self.topics[name].partitions)) if name in self.topics else set()

    def append(self, slot: Slot, timestamp: float, key: bytes | None, value: bytes | None, headers: Headers) -> int:
        """Adds a record; gives its offset. It is durable after the next flush."""
        record = self.partitions[slot].append(timestamp, key, value, headers)
        if self.store is not None:
            self._unwritten.append(record)
        for listener in self.listeners:
            listener()
        return record.offset

    def read(self, slot: Slot, offset: int, limit: int) -> list[LogRecord]:
        """Some records from this offset on, at most so many; none only at the end."""
        partition = self.partitions[slot]
        if offset < partition.base and self.store is not None:
            found = self.store.read(slot, offset, limit)
            if found:
                return found
        return partition.read(offset, limit)

    def when_durable(self, done: Callable[[], None]) -> None:
        """Calls back once everything appended so far is durable; at once in memory."""
        if self.store is None:
            done()
        else:
            self._waiting.append(done)

    def join(self, group: str, slots: frozenset[Slot], collect: Collector) -> None:
        """Makes a group read these partitions; collect() gives the offsets it has newly worked off and must not suspend or append."""
        self._readers[group] = slots
        self._collectors[group] = collect

    def leave(self, group: str) -> None:
        """Ends what join began, after a last flush."""
        self.flush()
        self._readers.pop(group, None)
        self._collectors.pop(group, None)

    def flush(self) -> None:
        """Makes all records, and the offsets of all that was worked off, durable in one transaction.

        LogError where that fails; from then on nothing is written any more, since what memory holds is ahead of the file.
        """
        if self.is_broken:
            return
        for group, collect in self._collectors.items():
            offsets = collect()
            self.committed[group].update(offsets)
            if self.store is not None and offsets:
                self._moved[group].update(offsets)
        if self.store is not None and (self._unwritten or self._moved):
            self._write(self.store)
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _write(self, store: Store) -> None:
        try:
            store.write(self._unwritten, self._moved)
        except LogError:
            self.is_broken = True
            raise
        written = {(record.topic, record.partition) for record in self._unwritten}
        self._unwritten, self._moved = [], defaultdict(dict)
        for slot in written:
            partition = self.partitions.get(slot)
            if partition is not None and partition.weight > TAIL_BYTES:
                below = partition.first_light(TAIL_BYTES // 2)
                partition.forget_below(below if partition.weight > UNREAD_BYTES else min(below, self.settled(slot)))

    def settled(self, slot: Slot) -> int:
        """The offset below which every group has worked off a partition; its end where no group reads it."""
        groups = {group for group, slots in self._readers.items() if slot in slots}
        groups |= {group for group, offsets in self.committed.items() if slot in offsets}
        partition = self.partitions[slot]
        return min((self.committed[group].get(slot, partition.first) for group in groups), default=partition.end)

    def is_read(self, slot: Slot) -> bool:
        """Whether any group works off this partition."""
        return any(slot in slots for slots in (*self._readers.values(), *self.committed.values()))

    def lag(self, group: str) -> dict[str, int]:
        """Records that a group has not worked off and committed, by topic that it reads."""
        found: dict[str, int] = defaultdict(int)
        for slot in self._readers.get(group, frozenset()) | self.committed[group].keys():
            partition = self.partitions[slot]
            found[slot[0]] += partition.end - self.committed[group].get(slot, partition.first)
        return dict(found)

    def close(self) -> None:
        """Writes what is left and closes the file."""
        if self.store is not None:
            try:
                self.flush()
            finally:
                self.store.close()

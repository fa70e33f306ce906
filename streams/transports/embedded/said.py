"""Rows that an app sends to topics, or reads on them, anyway: what a log keeps it need not be told twice by the changelog of a table."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

CHUNK = 500


class Said:
    """The newest record of each key of some topics, like the rows of a table whose keys begin with the number of the partition."""

    def __init__(self, app: Any, topics: tuple[str, ...]) -> None:
        self._app, self._topics = app, topics

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Nothing: what is written here is what is sent."""

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        """All keys with their values, topic by topic in the order in which they were last sent."""
        log = self._app.transport.log
        for slot in sorted(slot for slot in log.partitions if slot[0] in self._topics):
            newest = {record.key: record.offset for record in _records(log, slot)}
            before = b"%d/" % slot[1]
            for record in _records(log, slot):
                if newest[record.key] == record.offset and record.key is not None and record.value is not None:
                    yield before + record.key, record.value

    def values(self) -> Iterator[bytes]:
        """All values."""
        return (value for _, value in self.items())


class Noted(Said):
    """A table that notes which records of some topics were taken in, by a digest of each; its values are the records."""

    def __init__(self, app: Any, topics: tuple[str, ...], table: Any) -> None:
        super().__init__(app, topics)
        self._table = table

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Notes a record as taken in."""
        self._table[key] = _digest(value)

    def holds(self, key: bytes, value: bytes) -> bool:
        """Whether this value was taken in under this key."""
        noted = self._table.get(key)
        return noted is not None and bool(noted == _digest(value))

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        """As a table's, of what was taken in."""
        return ((key, value) for key, value in super().items() if self._table.get(key) is not None)


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=8).digest()


def _records(log: Any, slot: tuple[str, int]) -> Iterator[Any]:
    at, end = log.partitions[slot].first, log.partitions[slot].end
    while at < end and (found := log.read(slot, at, CHUNK)):
        yield from found
        at = found[-1].offset + 1

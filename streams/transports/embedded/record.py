"""One record of a log, and where it stands."""

from typing import NamedTuple

Slot = tuple[str, int]  # topic and partition; equal to Faust's TP
OBJECTS = 300  # bytes of the Python objects of a record, besides its key and value
Headers = list[tuple[str, bytes | None]]


class LogRecord(NamedTuple):
    """One record. offset: its number in the partition. timestamp: seconds since 1970 of writing. value None deletes the key."""

    topic: str
    partition: int
    offset: int
    timestamp: float
    key: bytes | None
    value: bytes | None
    headers: Headers

    @property
    def size(self) -> int:
        """Bytes of key and value."""
        return len(self.key or b"") + len(self.value or b"")

    @property
    def weight(self) -> int:
        """Bytes that it takes in memory, roughly."""
        return self.size + OBJECTS

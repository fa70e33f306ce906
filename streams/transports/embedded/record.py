"""One record of a log, and where it stands."""

from typing import NamedTuple

Slot = tuple[str, int]  # topic and partition; equal to Faust's TP
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

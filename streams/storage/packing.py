"""A Faust table that keeps all but small values compressed: JSON shrinks to a quarter, in the scratch file and in the changelog."""

import zlib
from collections.abc import Iterator
from typing import Any

SMALL = 2000  # bytes, below which compressing takes more time than it is worth
LEVEL = 1  # the quickest; higher ones gain a few per cent


def unpacked(value: bytes) -> bytes:
    """A value of such a table as its changelog holds it; zlib.error where it was not packed."""
    return value if value.startswith(b"{") else zlib.decompress(value)


class Packed:
    """A table of raw keys and values. Write by assignment, as with Faust's own, while an event is handled."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; None where there is none."""
        packed = self._table.get(key)
        return None if packed is None else unpacked(packed)

    def holds(self, key: bytes, value: bytes) -> bool:
        """Whether a key has this value."""
        return self.get(key) == value

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self._table[key] = value if len(value) < SMALL else zlib.compress(value, LEVEL)

    def __delitem__(self, key: bytes) -> None:
        del self._table[key]

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        """All keys with their values, unpacked one at a time."""
        for key, packed in self._table.items():
            yield key, unpacked(packed)

    def values(self) -> Iterator[bytes]:
        """All values, unpacked one at a time."""
        return (value for _, value in self.items())

"""One partition in memory: all its records, or the newest of them where a file has the others."""

from bisect import bisect_left

from streams.transports.embedded.policy import is_due
from streams.transports.embedded.record import OBJECTS, LogRecord, Slot

_made = tuple.__new__  # as the class makes one, without asking a function of it


class Partition:
    """Records by rising offset, from ``base`` on; offsets have gaps where records were compacted away."""

    def __init__(self, slot: Slot, first: int = 0, end: int = 0, compacted_to: int = 0, kept: int = 0) -> None:
        self.slot = slot
        self.first = first  # offset of the oldest record kept anywhere
        self.end = end  # offset of the next record
        self.base = end  # records before it are in the file alone
        self.compacted_to = compacted_to
        self.kept = kept
        self.weight = 0  # bytes that the records take in memory, roughly
        self._records: list[LogRecord] = []

    def __len__(self) -> int:
        """Records in memory."""
        return len(self._records)

    def append(self, timestamp: float, key: bytes | None, value: bytes | None, headers: list[tuple[str, bytes | None]]) -> LogRecord:
        """Adds a record at the end."""
        record = _made(LogRecord, (*self.slot, self.end, timestamp, key, value, headers))
        self.end += 1
        self.weight += OBJECTS + len(key or b"") + len(value or b"")
        self._records.append(record)
        return record

    def read(self, offset: int, limit: int) -> list[LogRecord]:
        """At most so many of the records in memory, from this offset on."""
        start = self._index(offset)
        return self._records[start : start + limit]

    def forget_below(self, offset: int) -> None:
        """Drops records from memory that are in a file too."""
        self._drop(self._index(offset))
        self.base = max(self.base, offset)

    def drop_below(self, offset: int) -> None:
        """Deletes records from memory for good, but never the last one."""
        self._drop(min(self._index(offset), len(self._records) - 1))
        self.first = self._records[0].offset if self._records else self.end

    def is_worth_compacting(self, below: int) -> bool:
        """Whether enough was written since the last compaction, counting up to an offset."""
        return is_due(below - self.compacted_to, self.kept)

    def compact(self, below: int, forget_before: float) -> None:
        """Below an offset keeps only the newest record of each key, without deletions written before a moment."""
        split = self._index(below)
        newest = {record.key: record for record in self._records[:split]}
        kept = [r for r in self._records[:split] if newest[r.key] is r and (r.value is not None or r.timestamp >= forget_before)]
        self._records[:split] = kept
        self.weight = sum(record.weight for record in self._records)
        self.compacted_to, self.kept = below, len(kept)

    def first_since(self, moment: float) -> int | None:
        """The offset of the first record written at or after a moment; None where there is none."""
        return next((record.offset for record in self._records if record.timestamp >= moment), None)

    def first_within(self, max_bytes: int) -> int | None:
        """The offset from which on keys and values have at most so many bytes; None where not even the last record fits."""
        found = None
        for record in reversed(self._records):
            max_bytes -= record.size
            if max_bytes < 0:
                break
            found = record.offset
        return found

    def first_light(self, weight: int) -> int:
        """The offset from which on the records in memory weigh at most so much; the end where not even the last record does."""
        for record in reversed(self._records):
            weight -= record.weight
            if weight < 0:
                return record.offset + 1
        return self._records[0].offset if self._records else self.end

    def _index(self, offset: int) -> int:
        return bisect_left(self._records, offset, key=_offset)

    def _drop(self, count: int) -> None:
        if count > 0:
            self.weight -= sum(record.weight for record in self._records[:count])
            del self._records[:count]


def _offset(record: LogRecord) -> int:
    return record.offset

"""How long a topic keeps its records."""

from typing import NamedTuple

TOMBSTONE_S = 60.0  # how long a deletion stays visible to those who follow a compacted topic
DIRTY = 2_000  # a compacted topic is not looked at before it has so many new records


class Policy(NamedTuple):
    """compact: only the newest record of each key must be kept. retention_s, max_bytes: age and size of a partition (keys and values)
    beyond which the oldest records go; None = no limit. Never goes what a room has not worked off, nor the last record of a
    partition, which carries its end offset.
    """

    compact: bool = False
    retention_s: float | None = None
    max_bytes: int | None = None


class Topic(NamedTuple):
    """A topic: its number of partitions and its policy."""

    partitions: int
    policy: Policy


def is_due(new: int, kept: int) -> bool:
    """Whether a compacted partition with so many records since its last compaction, and so many kept then, is worth compacting.

    It then at most doubles before it is compacted, so that the cost a record stays the same however long it gets.
    """
    return new >= max(DIRTY, kept)

"""What a log may forget: superseded records of compacted topics, old and excess records of the others."""

from streams.transports.embedded.log import Log
from streams.transports.embedded.partition import Partition
from streams.transports.embedded.policy import TOMBSTONE_S, Policy
from streams.transports.embedded.record import Slot

MEMORY_BYTES = 1 << 20  # of each partition that has been worked off stay in a log without a file


def tidy(log: Log, now: float) -> None:
    """Applies every topic's policy. now: seconds since 1970. Cheap where nothing is due, so call it every second or so."""
    log.flush()
    for slot, partition in log.partitions.items():
        policy = log.topics[slot[0]].policy
        if policy.compact:
            compact(log, slot, now)
        bound = _bound(log, slot, partition, policy, now)
        if bound > partition.first:
            _drop_below(log, slot, bound)


def compact(log: Log, slot: Slot, now: float) -> None:
    """Compacts a partition where that is worth it; only what every group has worked off, and never the last record. Flush first."""
    partition = log.partitions[slot]
    below = min(log.settled(slot), partition.end - 1)
    if not partition.is_worth_compacting(below):
        return
    if log.store is None:
        partition.compact(below, now - TOMBSTONE_S)
    else:
        partition.kept = log.store.compact(slot, below, now - TOMBSTONE_S)
        partition.compacted_to = below
        partition.forget_below(below)


def _bound(log: Log, slot: Slot, partition: Partition, policy: Policy, now: float) -> int:
    where = log.store
    bounds = [partition.first]
    if policy.retention_s is not None:
        moment = now - policy.retention_s
        bounds.append(_or_end(where.first_since(slot, moment) if where else partition.first_since(moment), partition))
    size = policy.max_bytes
    if size is not None:
        bounds.append(_or_end(where.first_within(slot, size) if where else partition.first_within(size), partition))
    if where is None and not policy.compact and log.is_read(slot):
        bounds.append(partition.first_light(MEMORY_BYTES))
    return min(max(bounds), log.settled(slot), max(partition.end - 1, 0))


def _or_end(offset: int | None, partition: Partition) -> int:
    return partition.end if offset is None else offset


def _drop_below(log: Log, slot: Slot, offset: int) -> None:
    partition = log.partitions[slot]
    if log.store is None:
        partition.drop_below(offset)
    else:
        log.store.drop_below(slot, offset)
        partition.forget_below(offset)
        partition.first = offset

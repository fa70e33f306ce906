from pathlib import Path

import pytest

from streams.transports.embedded.log import Log
from streams.transports.embedded.policy import DIRTY, TOMBSTONE_S, Policy
from streams.transports.embedded.record import Slot
from streams.transports.embedded.retention import MEMORY_BYTES, tidy
from streams.transports.embedded.store import Store

HERE: Slot = ("words", 0)
NOW = 1_000_000.0


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Log:
    return Log(Store.create(tmp_path / "log.db", "never") if request.param == "file" else None)


def offsets(log: Log) -> list[int]:
    return [record.offset for record in log.read(HERE, 0, 100_000)]


def test_compaction_keeps_the_newest_record_of_each_key(log: Log) -> None:
    log.create_topic("words", 1, Policy(compact=True))
    for number in range(DIRTY + 1):
        log.append(HERE, NOW, b"%d" % (number % 3), b"%d" % number, [])
    tidy(log, NOW)
    # the last record carries the end offset and stays out of it
    assert offsets(log) == [DIRTY - 3, DIRTY - 2, DIRTY - 1, DIRTY]
    assert log.append(HERE, NOW, b"x", b"", []) == DIRTY + 1


def test_compaction_waits_until_it_is_worth_it(log: Log) -> None:
    log.create_topic("words", 1, Policy(compact=True))
    for _ in range(DIRTY - 1):
        log.append(HERE, NOW, b"k", b"v", [])
    tidy(log, NOW)
    assert len(offsets(log)) == DIRTY - 1


def test_compaction_leaves_alone_what_was_not_worked_off(log: Log) -> None:
    log.create_topic("words", 1, Policy(compact=True))
    log.join("group", frozenset([HERE]), lambda: {HERE: DIRTY})
    for number in range(DIRTY + 10):
        log.append(HERE, NOW, b"k", b"%d" % number, [])
    log.flush()
    tidy(log, NOW)
    assert offsets(log) == list(range(DIRTY - 1, DIRTY + 10))


def test_a_deletion_is_forgotten_only_after_a_while(log: Log) -> None:
    log.create_topic("words", 1, Policy(compact=True))
    log.append(HERE, NOW - TOMBSTONE_S - 1, b"long gone", None, [])
    log.append(HERE, NOW, b"just gone", None, [])
    for _ in range(DIRTY):
        log.append(HERE, NOW, b"k", b"v", [])
    tidy(log, NOW)
    assert offsets(log) == [1, DIRTY, DIRTY + 1]


def test_old_records_go_but_for_the_last(log: Log) -> None:
    log.create_topic("words", 1, Policy(retention_s=10.0))
    for age in (30, 20, 5, 1):
        log.append(HERE, NOW - age, None, b"v", [])
    tidy(log, NOW)
    assert offsets(log) == [2, 3]
    tidy(log, NOW + 1000)
    assert offsets(log) == [3]
    assert log.append(HERE, NOW, None, b"v", []) == 4


def test_a_topic_keeps_at_most_its_size(log: Log) -> None:
    log.create_topic("words", 1, Policy(max_bytes=25))
    for _ in range(6):
        log.append(HERE, NOW, b"key", b"1234567", [])
    tidy(log, NOW)
    assert offsets(log) == [4, 5]


def test_records_that_were_not_worked_off_stay_however_old(log: Log) -> None:
    log.create_topic("words", 1, Policy(retention_s=10.0))
    log.join("group", frozenset([HERE]), lambda: {HERE: 1})
    for _ in range(4):
        log.append(HERE, NOW - 1000, None, b"v", [])
    log.flush()
    tidy(log, NOW)
    assert offsets(log) == [1, 2, 3]


def test_what_was_dropped_does_not_come_back_after_a_restart(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "never"))
    log.create_topic("words", 1, Policy(retention_s=10.0))
    for age in (30, 1):
        log.append(HERE, NOW - age, None, b"v", [])
    tidy(log, NOW)
    log.close()
    again = Log(Store.create(tmp_path / "log.db", "never"))
    assert offsets(again) == [1]
    assert (again.partitions[HERE].first, again.partitions[HERE].end) == (1, 2)


def test_a_log_in_memory_drops_what_was_worked_off_and_keeps_the_rest() -> None:
    log = Log()
    log.create_topic("words", 1)
    log.create_topic("alerts", 1)
    done = {HERE: 0}
    log.join("group", frozenset([HERE]), lambda: done)
    for _ in range(100):
        done[HERE] = log.append(HERE, NOW, None, b"x" * (MEMORY_BYTES // 10), [])
        log.append(("alerts", 0), NOW, None, b"x" * (MEMORY_BYTES // 10), [])
        log.flush()
        tidy(log, NOW)
    assert log.partitions[HERE].weight <= MEMORY_BYTES
    assert len(log.read(("alerts", 0), 0, 1000)) == 100

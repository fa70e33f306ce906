from pathlib import Path

import pytest

from streams.errors import LogError
from streams.transports.embedded.log import TAIL_BYTES, UNREAD_BYTES, Log
from streams.transports.embedded.policy import Policy
from streams.transports.embedded.record import Slot
from streams.transports.embedded.store import Store

HERE: Slot = ("words", 0)


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Log:
    made = Log(Store.create(tmp_path / "log.db", "normal") if request.param == "file" else None)
    made.create_topic("words", 1)
    return made


def reopened(log: Log) -> Log:
    assert log.store
    return Log(Store.create(log.store.path, "normal"))


def put(log: Log, *values: bytes | None, key: bytes | None = None) -> list[int]:
    return [log.append(HERE, 1.0, key, value, []) for value in values]


def values(log: Log, offset: int = 0, limit: int = 100) -> list[bytes | None]:
    return [record.value for record in log.read(HERE, offset, limit)]


def test_records_are_read_in_the_order_written(log: Log) -> None:
    assert put(log, b"a", b"b", b"c") == [0, 1, 2]
    assert values(log) == [b"a", b"b", b"c"]
    assert values(log, offset=1, limit=1) == [b"b"]
    assert values(log, offset=3) == []


def test_records_survive_closing(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "full"))
    log.create_topic("words", 1, Policy(retention_s=5.0))
    log.append(HERE, 7.5, b"k", None, [("h", b"\0")])
    log.close()
    again = reopened(log)
    assert again.topics["words"] == (1, Policy(retention_s=5.0))
    assert again.read(HERE, 0, 9) == [("words", 0, 0, 7.5, b"k", None, [("h", b"\0")])]
    assert again.append(HERE, 8.0, None, b"next", []) == 1


def test_only_what_was_flushed_is_in_the_file(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "normal"))
    log.create_topic("words", 1)
    put(log, b"a")
    assert values(Log(Store.read_only(tmp_path / "log.db"))) == []
    log.flush()
    assert values(Log(Store.read_only(tmp_path / "log.db"))) == [b"a"]


def test_records_and_offsets_of_one_instant_are_durable_together(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "normal"))
    log.create_topic("words", 1)
    done: dict[Slot, int] = {}
    log.join("group", frozenset([HERE]), lambda: done)
    put(log, b"a")
    done[HERE] = 1
    assert Store.read_only(tmp_path / "log.db").committed() == {}
    log.flush()
    assert Store.read_only(tmp_path / "log.db").committed() == {"group": {HERE: 1}}


def test_a_write_that_fails_leaves_neither_records_nor_offsets_and_stops_the_log(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "normal"))
    log.create_topic("words", 1)
    put(log, b"a")
    log.flush()
    log.join("group", frozenset([HERE]), lambda: {HERE: 1})
    put(log, b"b")
    log._unwritten.append(log._unwritten[0])  # the same id twice: SQLite refuses the second
    with pytest.raises(LogError, match="UNIQUE"):
        log.flush()
    log.close()
    assert values(reopened(log)) == [b"a"]
    assert reopened(log).committed == {}


def test_acknowledgements_wait_for_the_file(tmp_path: Path) -> None:
    log, told = Log(Store.create(tmp_path / "log.db", "normal")), list[str]()
    log.when_durable(lambda: told.append("done"))
    assert told == []
    log.flush()
    assert told == ["done"]


def test_beside_a_file_only_a_tail_stays_in_memory(tmp_path: Path) -> None:
    log = Log(Store.create(tmp_path / "log.db", "never"))
    log.create_topic("words", 1)
    for number in range(30):
        put(log, b"%06d" % number + b"x" * (TAIL_BYTES // 10))
        log.flush()
    assert log.partitions[HERE].weight <= TAIL_BYTES
    assert [int(record.value[:6]) for record in log.read(HERE, 0, 100) if record.value] == list(range(30))
    assert [int(record.value[:6]) for record in log.read(HERE, 28, 100) if record.value] == [28, 29]


def fed(tmp_path: Path, done: dict[Slot, int], each: int, count: int) -> Log:
    """A log in a file that a group reads, with so many records of so many bytes, each flushed."""
    log = Log(Store.create(tmp_path / "log.db", "normal"))
    log.create_topic("words", 1)
    log.join("group", frozenset([HERE]), lambda: done)
    for number in range(count):
        put(log, b"%06d" % number + b"x" * each)
        log.flush()
    return log


def test_what_a_group_has_to_work_off_stays_in_memory_until_it_has(tmp_path: Path) -> None:
    done: dict[Slot, int] = {}
    log = fed(tmp_path, done, TAIL_BYTES // 10, 30)
    assert len(log.partitions[HERE]) == 30
    done[HERE] = 20
    put(log, b"next")
    log.flush()
    assert 3 < len(log.partitions[HERE]) <= 11  # those behind the twentieth at most, and of the tail at least some
    assert [record.offset for record in log.read(HERE, 0, 100)] == list(range(31))


def test_memory_does_not_hold_more_than_its_share_of_what_a_group_has_to_work_off(tmp_path: Path) -> None:
    log = fed(tmp_path, {}, UNREAD_BYTES // 10, 30)
    assert log.partitions[HERE].weight <= UNREAD_BYTES
    assert [record.offset for record in log.read(HERE, 0, 100)] == list(range(30))


def test_lag_is_what_a_group_has_not_committed(log: Log) -> None:
    done = {HERE: 1}
    put(log, b"a", b"b", b"c")
    log.join("group", frozenset([HERE]), lambda: done)
    assert log.lag("group") == {"words": 3}
    log.flush()
    assert log.lag("group") == {"words": 2}
    assert log.settled(HERE) == 1


def test_a_partition_that_nobody_reads_is_settled_to_its_end(log: Log) -> None:
    put(log, b"a", b"b")
    assert log.settled(HERE) == 2


def test_a_deleted_topic_takes_its_records_and_offsets_along(log: Log) -> None:
    log.join("group", frozenset([HERE]), lambda: {HERE: 1})
    put(log, b"a")
    with pytest.raises(LogError, match="is being read"):
        log.delete_topic("words")
    log.leave("group")
    log.delete_topic("words")
    log.create_topic("words", 1)
    assert values(log) == []
    assert log.settled(HERE) == 0
    if log.store:
        assert values(reopened(log)) == []
        assert log.store.committed() == {}


def test_deleting_an_unknown_topic_names_those_there_are(log: Log) -> None:
    with pytest.raises(LogError, match="no topic verbs: there are words"):
        log.delete_topic("verbs")


def test_a_policy_given_later_replaces_the_first(log: Log) -> None:
    log.create_topic("words", 9, Policy(compact=True))
    assert log.topics["words"] == (1, Policy(compact=True))
    log.create_topic("words", 1)
    assert log.topics["words"] == (1, Policy(compact=True))

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from streams.errors import LogError
from streams.logs.reader import LogReader
from streams.transports.embedded.log import Log
from streams.transports.embedded.store import Store

WRITE = """
import sys
from pathlib import Path
from streams.transports.embedded.log import Log
from streams.transports.embedded.store import Store
log = Log(Store.create(Path(sys.argv[1]), "normal"))
log.create_topic("words", 1)
for number in range(1500):
    log.append(("words", 0), 1.0, b"%d" % (number % 10), b"%d" % number, [])
log.flush()
print("written", flush=True)
sys.stdin.read()
"""


def writer(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", WRITE, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "written\n"
    return process


def two_partitions(path: Path) -> Log:
    log = Log(Store.create(path, "normal"))
    log.create_topic("words", 2)
    for number in range(4):
        log.append(("words", number % 2), 1.0, b"%d" % number, b"v%d" % number, [])
    log.flush()
    return log


def test_a_log_is_read_beside_its_writer_and_after_it_was_killed(tmp_path: Path) -> None:
    url = f"embedded://{tmp_path}/log.db"
    with writer(tmp_path / "log.db") as process:
        beside = LogReader(url)
        assert [int(record.value or b"") for record in beside.records("words")] == list(range(1500))
        process.kill()
    after = LogReader(url)
    assert after.latest("words") == {b"%d" % digit: b"%d" % (1490 + digit) for digit in range(10)}
    assert after.size("words") == (1500, 1500, 1)
    assert after.lag("words") is None


def test_deleted_keys_are_not_among_the_latest(tmp_path: Path) -> None:
    log = two_partitions(tmp_path / "log.db")
    log.append(("words", 1), 2.0, b"3", None, [])
    log.flush()
    assert LogReader(f"embedded://{tmp_path}/log.db").latest("words") == {b"0": b"v0", b"1": b"v1", b"2": b"v2"}


def test_records_can_be_read_from_an_offset_on(tmp_path: Path) -> None:
    two_partitions(tmp_path / "log.db")
    found = LogReader(f"embedded://{tmp_path}/log.db").records("words", {0: 1, 1: 2})
    assert [record.value for record in found] == [b"v2"]


def test_lag_counts_partitions_that_were_never_committed(tmp_path: Path) -> None:
    log = two_partitions(tmp_path / "log.db")
    log.join("group", frozenset([("words", 0), ("words", 1)]), lambda: {("words", 0): 1})
    log.flush()
    reader = LogReader(f"embedded://{tmp_path}/log.db")
    assert reader.lag("words") == 1 + 2
    assert reader.committed("group") == {("words", 0): 1}
    assert reader.committed("nobody") == {}


def test_following_gives_new_records_only(tmp_path: Path) -> None:
    log = two_partitions(tmp_path / "log.db")
    follower = LogReader(f"embedded://{tmp_path}/log.db").follow("words", poll_s=0)
    assert next(follower) is None
    log.append(("words", 1), 2.0, b"4", b"new", [])
    log.flush()
    assert [record and record.value for record in islice(follower, 2)] == [b"new", None]


def test_following_starts_where_it_is_told(tmp_path: Path) -> None:
    two_partitions(tmp_path / "log.db")
    follower = LogReader(f"embedded://{tmp_path}/log.db").follow("words", start={0: 0, 1: 1}, poll_s=0)
    assert [record and record.value for record in islice(follower, 4)] == [b"v0", b"v2", b"v3", None]


def test_an_unknown_topic_is_empty(tmp_path: Path) -> None:
    two_partitions(tmp_path / "log.db")
    reader = LogReader(f"embedded://{tmp_path}/log.db")
    assert (list(reader.records("verbs")), reader.size("verbs"), reader.ends("verbs")) == ([], (0, 0, 0), {})


def test_a_log_in_a_folder_that_is_read_only_can_be_read(tmp_path: Path) -> None:
    two_partitions(tmp_path / "log.db").close()
    tmp_path.chmod(0o555)
    try:
        assert len(list(LogReader(f"embedded://{tmp_path}/log.db").records("words"))) == 4
    finally:
        tmp_path.chmod(0o755)


def test_a_missing_log_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LogError, match=r"no log at .*nowhere\.db: .*rasad replay --log"):
        LogReader(f"embedded://{tmp_path}/nowhere.db")
    assert not LogReader.exists(f"embedded://{tmp_path}/nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()


def test_a_log_in_memory_of_another_process_cannot_be_read() -> None:
    with pytest.raises(LogError, match="ends with its process"):
        LogReader("embedded://?name=elsewhere")


def test_reading_a_file_needs_no_faust(tmp_path: Path) -> None:
    code = "import sys, streams.logs.reader; sys.exit(any(name.split('.')[0] in ('faust', 'aiokafka') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from streams.errors import LogError
from streams.transports.embedded.policy import Policy, Topic
from streams.transports.embedded.record import LogRecord
from streams.transports.embedded.store import VERSION, Store


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a log, but notes that somebody needs\n" * 50)
    with pytest.raises(LogError, match="this is no log of Rasad: give the log a path of its own"):
        Store.create(tmp_path / "notes.txt", "normal")
    assert (tmp_path / "notes.txt").read_text().startswith("not a log")


def test_a_sqlite_file_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("create table mine(x)")
    before = path.read_bytes()
    with pytest.raises(LogError, match="SQLite file of another program"):
        Store.create(path, "normal")
    assert path.read_bytes() == before


def test_a_file_whose_writer_was_killed_before_it_was_made_is_made_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "log.db") as db:
        db.execute("pragma journal_mode=wal")
    assert (tmp_path / "log.db").stat().st_size > 0
    assert not Store.exists(tmp_path / "log.db")
    Store.create(tmp_path / "log.db", "normal").close()
    assert Store.exists(tmp_path / "log.db")


def test_a_file_whose_writer_was_killed_in_the_middle_of_making_it_is_made_anew(tmp_path: Path) -> None:
    path, half = tmp_path / "making.db", tmp_path / "half.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for row in ("pragma cache_size=1", "pragma cache_spill=1", "begin", "create table t(a)"):
            db.execute(row)
        db.executemany("insert into t values(?)", [(bytes(3000),)] * 100)  # more than the cache holds: the file is written to
        for made in (path, path.with_name("making.db-journal")):
            shutil.copy(made, half.with_name(made.name.replace("making", "half")))
        db.execute("rollback")
    assert half.with_name("half.db-journal").stat().st_size
    with pytest.raises(sqlite3.OperationalError, match="readonly"), closing(sqlite3.connect(f"{half.as_uri()}?mode=ro", uri=True)) as db:
        db.execute("select count(*) from sqlite_master")
    assert not Store.exists(half)
    with pytest.raises(LogError, match="still empty"):
        Store.read_only(half)
    Store.create(half, "normal").close()
    assert Store.exists(half)


def test_a_log_of_a_later_release_is_refused(tmp_path: Path) -> None:
    Store.create(tmp_path / "log.db", "normal").close()
    with sqlite3.connect(tmp_path / "log.db") as db:
        db.execute(f"pragma user_version={VERSION + 1}")
    with pytest.raises(LogError, match=f"has format {VERSION + 1}, this program reads format {VERSION}"):
        Store.create(tmp_path / "log.db", "normal")


def test_a_damaged_file_is_told_from_a_foreign_one(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    store = Store.create(path, "normal")
    store.save_topic("words", Topic(1, Policy()))
    store.write([LogRecord("words", 0, offset, 1.0, b"k", b"v" * 3000, []) for offset in range(200)], {})
    store.close()
    raw = bytearray(path.read_bytes())
    raw[4096 * 20 : 4096 * 120] = b"\xff" * 4096 * 100
    path.write_bytes(raw)
    damaged = Store.create(path, "normal")
    with pytest.raises(LogError, match="is damaged: move it away"):
        damaged.read(("words", 0), 0, 1000)


@pytest.mark.parametrize(("fsync", "number"), [("full", 2), ("normal", 1), ("off", 0)])
def test_the_policy_of_syncing_reaches_sqlite(tmp_path: Path, fsync: str, number: int) -> None:
    store = Store.create(tmp_path / "log.db", fsync)
    with store.transaction() as db:
        assert db.execute("pragma synchronous").fetchone() == (number,)
        assert db.execute("pragma journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("refusal", ["SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY"])  # of a medium, and of a folder of another user
def test_a_log_in_a_folder_that_takes_no_new_file_is_read_but_not_past_a_write_ahead_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    path, connect, told = tmp_path / "log.db", sqlite3.connect, "not here"
    made = Store.create(path, "normal")
    made.save_topic("words", Topic(1, Policy()))
    made.close()

    class Refusing(sqlite3.Connection):
        """As SQLite behaves where nothing can be written, which root's rights do not show."""

        def execute(self, *_: object) -> sqlite3.Cursor:
            error = sqlite3.OperationalError(told)
            error.sqlite_errorname = refusal
            raise error

    def connected(name: str, **how: object) -> sqlite3.Connection:
        return connect(name, factory=sqlite3.Connection if "immutable" in name else Refusing, **how)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("sqlite3.connect", connected)
    assert set(Store.read_only(path).topics()) == {"words"}
    (tmp_path / "log.db-wal").touch()
    with pytest.raises(LogError, match=told):
        Store.read_only(path)

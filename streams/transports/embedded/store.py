"""The log as a SQLite file: records, and how far each consumer group has come, in one transaction."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from streams.errors import LogError
from streams.transports.embedded import headers
from streams.transports.embedded.policy import Policy, Topic
from streams.transports.embedded.record import LogRecord, Slot

APPLICATION = 0x52534144  # "RSAD": tells a log of ours from any other SQLite file
VERSION = 3  # since rooms start from the topics that they send to
PAGE = 8192  # bytes: most records fit into one, and of many that are written at once most of it is new
BITS = 40  # a record's id is its slot's id, then this many bits of offset: the records of a slot lie side by side
SCHEMA = """
create table topics(name text primary key, partitions integer not null, compact integer not null, retention_s real, max_bytes integer);
create table slots(id integer primary key, topic text not null, partition integer not null, compacted_to integer not null default 0,
  kept integer not null default 0, unique(topic, partition));
create table records(id integer primary key, timestamp real not null, key blob, value blob, headers blob);
create table offsets(consumer_group text, topic text, partition integer, next integer not null,
  primary key(consumer_group, topic, partition)) without rowid;
"""
ADVICE = (
    ("not a database", "this is no log of Rasad: give the log a path of its own"),
    (
        "malformed",
        "the file is damaged: move it away with its -wal file and replay into a new one, or mend it with `sqlite3 OLD .recover`",
    ),
    ("full", "nothing of what was committed is lost: free some space and start again"),
    ("readonly", "make the file and its folder writable, or use another path"),
    ("unable to open", "look at the path and its rights: the folder must exist and be yours to read and write"),
    ("locked", "another program holds the file: close it and start again"),
)
NO_ROOM_BESIDE = ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT")  # for what readers and a writer share
Offsets = dict[str, dict[Slot, int]]  # group → slot → the next offset to read


class Extent(NamedTuple):
    """The offsets that a partition has: first kept, end (the next to be written); and its last compaction: up to where, how many kept."""

    first: int
    end: int
    compacted_to: int
    kept: int


class Store:
    """One SQLite file. Every failure of SQLite is a LogError that says what to do."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._slots: dict[Slot, int] = {}
        with told(path):
            self.refresh()

    @classmethod
    def create(cls, path: Path, synchronous: str) -> "Store":
        """Opens the file for writing, and makes it where it does not exist. synchronous: full, normal or off, as in SQLite."""
        with told(path):
            db = sqlite3.connect(path, isolation_level=None)
            if not _identify(path, db):
                db.execute(f"pragma page_size={PAGE}")
                db.execute("pragma auto_vacuum=incremental")  # before the first table; lets the file shrink
                db.execute("pragma journal_mode=wal")
                db.executescript(f"begin; {SCHEMA} pragma application_id={APPLICATION}; pragma user_version={VERSION}; commit;")
            db.execute("pragma journal_mode=wal")
            db.execute(f"pragma synchronous={synchronous}")
            db.execute("pragma journal_size_limit=67108864")
        return cls(path, db)

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether there is a log to read; false for a file whose writer was killed before it had made it. LogError for any other file."""
        if not path.exists():
            return False
        with told(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return _identify(path, db)

    @classmethod
    def read_only(cls, path: Path) -> "Store":
        """Opens an existing file for reading, beside a running writer too; LogError where there is none.

        In a folder that takes no new file it is read as one that nobody writes to, where no write-ahead log says otherwise.
        """
        if not path.exists():
            raise LogError(f"no log at {path}: give the path of an existing one, or make one with `rasad replay --log {path}`")
        with told(path):
            db = _connected(path, "mode=ro")
            try:
                found = _identify(path, db)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname not in NO_ROOM_BESIDE or path.with_name(f"{path.name}-wal").exists():
                    raise
                db.close()
                db = _connected(path, "mode=ro&immutable=1")
                found = _identify(path, db)
            if not found:
                raise LogError(f"the log {path} is still empty: try again when a replay or worker has written to it")
        return cls(path, db)

    def refresh(self) -> None:
        """Learns of the slots that a writer has added."""
        self._slots = {
            (topic, partition): number for number, topic, partition in self._db.execute("select id, topic, partition from slots")
        }

    def topics(self) -> dict[str, Topic]:
        """The topics of the file."""
        with told(self.path):
            rows = self._db.execute("select name, partitions, compact, retention_s, max_bytes from topics").fetchall()
        return {name: Topic(partitions, Policy(bool(compact), *limits)) for name, partitions, compact, *limits in rows}

    def extents(self) -> dict[Slot, Extent]:
        """What each partition has."""
        with told(self.path):
            self.refresh()
            rows = self._db.execute("select id, topic, partition, compacted_to, kept from slots").fetchall()
            return {(topic, partition): Extent(*self._ends(number), *compacted) for number, topic, partition, *compacted in rows}

    def _ends(self, number: int) -> tuple[int, int]:
        low, high = number << BITS, (number + 1) << BITS
        first, last = self._db.execute(
            "select (select min(id) from records where id >= ?1 and id < ?2), (select max(id) from records where id >= ?1 and id < ?2)",
            (low, high),
        ).fetchone()
        return (0, 0) if first is None else (first - low, last - low + 1)

    def committed(self) -> Offsets:
        """How far each group has come."""
        with told(self.path):
            rows = self._db.execute("select consumer_group, topic, partition, next from offsets").fetchall()
        found: Offsets = {}
        for group, topic, partition, offset in rows:
            found.setdefault(group, {})[topic, partition] = offset
        return found

    def count(self, slot: Slot) -> int:
        """Records kept in a partition."""
        low = self._slots.get(slot, 0) << BITS
        with told(self.path):
            (found,) = self._db.execute("select count(*) from records where id >= ? and id < ?", (low, low + (1 << BITS))).fetchone()
        return int(found)

    def read(self, slot: Slot, offset: int, limit: int) -> list[LogRecord]:
        """At most so many records from this offset on."""
        if slot not in self._slots:
            return []
        low = self._slots[slot] << BITS
        with told(self.path):
            rows = self._db.execute(
                "select id, timestamp, key, value, headers from records where id >= ? and id < ? order by id limit ?",
                (low + offset, low + (1 << BITS), limit),
            ).fetchall()
        return [LogRecord(*slot, number - low, timestamp, key, value, headers.decode(raw)) for number, timestamp, key, value, raw in rows]

    def write(self, records: Iterable[LogRecord], offsets: Offsets) -> None:
        """Adds records and moves groups, in one transaction: all of it or nothing is there after a crash."""
        numbers = self._slots
        rows = [
            ((numbers[topic, partition] << BITS) + offset, timestamp, key, value, headers.encode(told) if told else None)
            for topic, partition, offset, timestamp, key, value, told in records
        ]
        moves = [(group, *slot, offset) for group, slots in offsets.items() for slot, offset in slots.items()]
        with self.transaction() as db:
            db.executemany("insert into records values(?,?,?,?,?)", rows)
            db.executemany("insert or replace into offsets values(?,?,?,?)", moves)

    def save_topic(self, name: str, topic: Topic) -> None:
        """Makes a topic, or changes its policy."""
        with self.transaction() as db:
            db.execute("insert or replace into topics values(?,?,?,?,?)", (name, topic.partitions, *topic.policy))
            db.executemany("insert or ignore into slots(topic, partition) values(?,?)", [(name, p) for p in range(topic.partitions)])
            self.refresh()

    def drop_topic(self, name: str) -> None:
        """Deletes a topic, its records and what groups have committed on it."""
        with self.transaction() as db:
            for slot in [slot for slot in self._slots if slot[0] == name]:
                low = self._slots.pop(slot) << BITS
                db.execute("delete from records where id >= ? and id < ?", (low, low + (1 << BITS)))
            for table, column in (("slots", "topic"), ("offsets", "topic"), ("topics", "name")):
                db.execute(f"delete from {table} where {column} = ?", (name,))  # noqa: S608 - three fixed names
        self.shrink()

    def compact(self, slot: Slot, below: int, forget_before: float) -> int:
        """Below an offset keeps only the newest record of each key, without deletions written before a moment; gives how many are kept."""
        low = self._slots[slot] << BITS
        with self.transaction() as db:
            db.execute(
                "delete from records where id >= :low and id < :below and (id not in"
                " (select max(id) from records where id >= :low and id < :below group by key) or (value is null and timestamp < :before))",
                {"low": low, "below": low + below, "before": forget_before},
            )
            (kept,) = db.execute("select count(*) from records where id >= ? and id < ?", (low, low + below)).fetchone()
            db.execute("update slots set compacted_to = ?, kept = ? where id = ?", (below, kept, self._slots[slot]))
        return int(kept)

    def drop_below(self, slot: Slot, offset: int) -> None:
        """Deletes the records before an offset."""
        low = self._slots[slot] << BITS
        with self.transaction() as db:
            db.execute("delete from records where id >= ? and id < ?", (low, low + offset))

    def first_since(self, slot: Slot, moment: float) -> int | None:
        """The offset of the first record written at or after a moment; None where there is none."""
        low = self._slots[slot] << BITS
        with told(self.path):
            (found,) = self._db.execute(
                "select min(id) from records where id >= ? and id < ? and timestamp >= ?", (low, low + (1 << BITS), moment)
            ).fetchone()
        return None if found is None else int(found) - low

    def first_within(self, slot: Slot, max_bytes: int) -> int | None:
        """The offset from which on keys and values have at most so many bytes; None where not even the last record fits."""
        low = self._slots[slot] << BITS
        found, left = None, max_bytes
        with told(self.path):
            for number, size in self._db.execute(
                "select id, ifnull(length(key), 0) + ifnull(length(value), 0) from records where id >= ? and id < ? order by id desc",
                (low, low + (1 << BITS)),
            ):
                left -= size
                if left < 0:
                    break
                found = number - low
        return found

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is undone as a whole where anything fails."""
        with told(self.path):
            self._db.execute("begin immediate")
            try:
                yield self._db
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                self.refresh()
                raise

    def shrink(self) -> None:
        """Gives free pages back to the file system, some at a time."""
        with told(self.path):
            self._db.execute("pragma incremental_vacuum(5000)").fetchall()

    def close(self) -> None:
        """Closes the file; the write-ahead log is moved into it."""
        with told(self.path):
            self._db.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns an error of SQLite into a LogError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        what = str(error)
        advice = next(
            (advice for sign, advice in ADVICE if sign in what), "look at the path, its rights and the free space, and start again"
        )
        raise LogError(f"the log {path}: {what}: {advice}") from error


def _connected(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False)


def _identify(path: Path, db: sqlite3.Connection) -> bool:
    """True for a log of ours, False for an empty file; LogError for any other."""
    try:
        (tables,) = db.execute("select count(*) from sqlite_master").fetchone()  # first: another program may be making the log just now
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_READONLY_ROLLBACK":  # killed while it was made, which only the next writer can take back
            return False
        raise
    if not tables:
        return False
    (application,) = db.execute("pragma application_id").fetchone()
    (version,) = db.execute("pragma user_version").fetchone()
    if application != APPLICATION:
        raise LogError(f"{path} is a SQLite file of another program: give the log a path of its own")
    if version != VERSION:
        raise LogError(
            f"the log {path} has format {version}, this program reads format {VERSION}: use the release that wrote it, or a new path"
        )
    return True

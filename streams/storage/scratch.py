"""Where state lies that memory need not hold: a nameless file that SQLite makes among the temporary ones and that ends with the process.

Nothing in it is ever the only copy: after a crash it is made again from the changelogs. SQLITE_TMPDIR or TMPDIR says where it lies.
"""

import sqlite3
from collections.abc import Collection, ItemsView, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

from agents.marks import Marks
from streams.errors import ScratchError

CACHE_KIB = 4096  # pages that stay in memory
CHUNK = 200
TOGETHER = 256  # rows that are written at once


class Scratch:
    """The file of one app, with any number of shelves in it. Not safe for threads."""

    def __init__(self) -> None:
        self._db: sqlite3.Connection | None = None
        self._numbers: dict[str, int] = {}

    def shelf(self, name: str, *, marked: bool = False) -> "Shelf":
        """The shelf of this name, empty: what an earlier one of the same name held is gone.

        marked: it is often asked for what it does not hold.
        """
        db = self._open()
        number = self._numbers.setdefault(name, len(self._numbers))
        with told():
            db.execute(f"drop table if exists shelf{number}")
            db.execute(f"create table shelf{number}(place integer primary key, key blob not null unique, value blob not null)")
        return Shelf(db, f"shelf{number}", Marks() if marked else None)

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            with told():
                self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
                for setting in (f"cache_size=-{CACHE_KIB}", "journal_mode=off", "synchronous=off"):
                    self._db.execute(f"pragma {setting}")
        return self._db


class Shelf(MutableMapping[bytes, bytes]):
    """Keys and values, in the order in which they were last written; the last few are written together."""

    def __init__(self, db: sqlite3.Connection, table: str, marks: Marks | None = None) -> None:
        self._db = db
        self._marks = marks
        self._unwritten: dict[bytes, bytes] = {}
        self._get = f"select value from {table} where key = ?"  # noqa: S608 - names of our own
        self._put = f"insert or replace into {table}(key, value) values(?, ?)"
        self._delete = f"delete from {table} where key = ?"  # noqa: S608
        self._count = f"select count(*) from {table}"  # noqa: S608
        self._page = f"select place, key, value from {table} where place > ? order by place limit {CHUNK}"  # noqa: S608
        self._clear = f"delete from {table}"  # noqa: S608

    def get(self, key: bytes, default: Any = None) -> Any:
        """The value of a key; the default where there is none."""
        value = self._unwritten.get(key)
        if value is not None:
            return value
        if self._marks is not None and hash(key) not in self._marks:
            return default
        with told():
            row = self._db.execute(self._get, (key,)).fetchone()
        return default if row is None else row[0]

    def __getitem__(self, key: bytes) -> bytes:
        value: bytes | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def __setitem__(self, key: bytes, value: bytes) -> None:
        if self._marks is not None:
            self._marks.add(hash(key))
        self._unwritten.pop(key, None)  # its place is now the last
        self._unwritten[key] = value
        if len(self._unwritten) >= TOGETHER:
            self._write()

    def put(self, rows: Collection[tuple[bytes, bytes]]) -> None:
        """Writes many."""
        self._write()
        if self._marks is not None:
            for key, _ in rows:
                self._marks.add(hash(key))
        self._many(self._put, rows)

    def drop(self, keys: Iterable[bytes]) -> None:
        """Deletes many, those that are not there too."""
        self._write()
        self._many(self._delete, [(key,) for key in keys])

    def __delitem__(self, key: bytes) -> None:
        if key not in self:
            raise KeyError(key)
        self.drop([key])

    def clear(self) -> None:
        """Deletes everything."""
        self._unwritten.clear()
        with told():
            self._db.execute(self._clear)

    def _write(self) -> None:
        rows, self._unwritten = self._unwritten, {}
        self._many(self._put, rows.items())

    def _many(self, statement: str, rows: Iterable[tuple[bytes, ...]]) -> None:
        with told():
            self._db.execute("begin")
            self._db.executemany(statement, rows)
            self._db.execute("commit")

    def __len__(self) -> int:
        self._write()
        with told():
            return int(self._db.execute(self._count).fetchone()[0])

    def __iter__(self) -> Iterator[bytes]:
        return (key for key, _ in self._rows())

    def items(self) -> ItemsView[bytes, bytes]:
        """All keys with their values, a few at a time in memory."""
        return _Items(self)

    def values(self) -> Any:
        """All values, a few at a time in memory."""
        return (value for _, value in self._rows())

    def _rows(self) -> Iterator[tuple[bytes, bytes]]:
        self._write()
        place = -1
        while True:
            with told():
                rows = self._db.execute(self._page, (place,)).fetchall()
            if not rows:
                return
            yield from ((key, value) for _, key, value in rows)
            place = rows[-1][0]


class _Items(ItemsView[bytes, bytes]):
    _mapping: Shelf

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        return self._mapping._rows()


@contextmanager
def told() -> Iterator[None]:
    """Turns an error of SQLite, or of a file, into a ScratchError that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise ScratchError(
            f"temporary file: {error}: free some space there, or set TMPDIR to a folder that has it, and start again"
        ) from error

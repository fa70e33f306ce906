"""A mapping of which memory holds what was lately used; the rest lies on a shelf and comes back when it is asked for.

News comes in the order of the days it tells of, so what was long not used is what closed long ago. Nothing is decided here: a mapping
with a shelf holds what one without would.
"""

import pickle
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from agents.marks import Marks

SLICES = 64  # steps in which values are put away, so that nobody waits long for it
ABSENT: Any = object()  # is no value: where one is None there is no such key (any more)
K = TypeVar("K")
V = TypeVar("V")


class Shelf(Protocol):
    """Keys and values as bytes, outside of memory; written and read by this process alone."""

    def get(self, key: bytes, /) -> bytes | None:
        """The value of a key; None where there is none."""

    def put(self, rows: list[tuple[bytes, bytes]], /) -> None:
        """Writes many."""

    def drop(self, keys: list[bytes], /) -> None:
        """Deletes many, those that are not there too."""

    def values(self) -> Iterator[bytes]:
        """All values, a few at a time in memory."""


Shelves = Callable[[str], Shelf | None]  # an empty shelf by its name; None: everything stays in memory


def in_memory(_: str) -> None:
    """No shelf."""


class Shelved(Generic[K, V]):
    """A mapping whose values may be changed in place until rest() is called: only there may something leave memory.

    name_of: what tells keys apart on the shelf. most: memory holds at most twice so many, and those that are just leaving it.
    away: marks of what was ever put away, shared by mappings that hold something of the same keys. came: is told each value that came back.
    """

    def __init__(
        self,
        shelf: Shelf | None,
        name_of: Callable[[K], str],
        most: int,
        away: Marks | None = None,
        came: Callable[[V], None] | None = None,
    ) -> None:
        self._shelf, self._name_of, self._most, self._came = shelf, name_of, most, came
        self._young: dict[K, V | None] = {}  # None: there is no such key (any more), whatever the shelf says
        self._old: dict[K, V | None] = {}
        self._leaving: dict[K, V | None] = {}  # are being put away
        self._away = away or Marks()

    def get(self, key: K, default: V | None = None) -> V | None:
        """The value of a key; the default where there is none."""
        value: Any = self._young.get(key, ABSENT)
        if value is ABSENT:
            value = self._fetch(key)
        return default if value is None else value

    def __getitem__(self, key: K) -> V:
        value: Any = self._young.get(key, ABSENT)
        if value is ABSENT:
            value = self._fetch(key)
        if value is None:
            raise KeyError(key)
        return value  # type: ignore[no-any-return]

    def setdefault(self, key: K, default: V) -> V:
        """The value of a key, first put there where there is none."""
        value = self.get(key)
        if value is None:
            value = self[key] = default
        return value

    def pop(self, key: K, default: Any = None) -> Any:
        """The value of a key, which is then no more; the default where there is none."""
        value = self.get(key)
        if value is None:
            return default
        self._forget(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def keys(self) -> Iterator[K]:
        """All keys."""
        return iter(self)

    def values(self) -> Iterator[V]:
        """All values; memory holds them then."""
        return (self[key] for key in list(self))

    def __setitem__(self, key: K, value: V) -> None:
        self._old.pop(key, None)
        if self._leaving:
            self._leaving.pop(key, None)
        self._young[key] = value

    def __delitem__(self, key: K) -> None:
        if key not in self:
            raise KeyError(key)
        self._forget(key)

    def __iter__(self) -> Iterator[K]:
        parts = self._young, self._old, self._leaving
        held = {key for part in parts for key in part}
        yield from [key for part in parts for key, value in part.items() if value is not None]
        for raw in self._shelf.values() if self._shelf else ():
            key, _ = pickle.loads(raw)  # noqa: S301 - written by this process
            if key not in held:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def rest(self, *, full: bool = False) -> bool:
        """Puts away what was not used of late, some at a time, where memory holds too many or is full; whether it begins to."""
        if self._leaving:
            self._put_away(max(self._most // SLICES, 1))
        elif self._shelf is not None and (full or len(self._young) >= self._most):
            self._leaving, self._old, self._young = self._old, self._young, {}
            return True
        return False

    def _put_away(self, most: int) -> None:
        assert self._shelf is not None, "without a shelf nothing leaves"
        gone = list(islice(self._leaving.items(), most))
        kept = [(key, value) for key, value in gone if value is not None]
        if kept:
            for key, _ in kept:
                self._away.add(hash(key))
            self._shelf.put([(self._bytes(key), pickle.dumps((key, value), 5)) for key, value in kept])
        dropped = [self._bytes(key) for key, value in gone if value is None]
        if dropped:
            self._shelf.drop(dropped)
        for key, _ in gone:
            del self._leaving[key]

    def _fetch(self, key: K) -> V | None:
        """The value of a key that is not among the young; it is young then."""
        if self._shelf is None:
            return None
        value: Any = self._old.pop(key, ABSENT)
        if value is ABSENT and self._leaving:
            value = self._leaving.pop(key, ABSENT)
        if value is ABSENT:
            if not self._may_be_away(key):
                return None
            raw = self._shelf.get(self._bytes(key))
            value = None if raw is None else pickle.loads(raw)[1]  # noqa: S301 - written by this process
            if value is not None and self._came is not None:
                self._came(value)
        self._young[key] = value
        return value  # type: ignore[no-any-return]

    def _forget(self, key: K) -> None:
        """Deletes a key that is among the young; what may have been put away is deleted from the shelf when it leaves memory."""
        if self._may_be_away(key):
            self._young[key] = None
        else:
            del self._young[key]

    def _may_be_away(self, key: K) -> bool:
        return hash(key) in self._away

    def _bytes(self, key: K) -> bytes:
        return self._name_of(key).encode()

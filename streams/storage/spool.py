"""A sequence in a nameless temporary file that ends with it: of what is long, and looked at one after the other, memory holds one."""

import pickle
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import TypeVar, overload

from streams.storage.scratch import told

T = TypeVar("T")


class Spool(Sequence[T]):
    """What was put into it, in that order; each look gives an object of its own. TMPDIR says where the file lies."""

    def __init__(self, held: Iterable[T] = ()) -> None:
        with told():
            self._file = TemporaryFile()  # noqa: SIM115 - closed with the sequence
        self._starts, self._sizes, self._end = array("Q"), array("Q"), 0  # bytes
        for one in held:
            self.append(one)

    def append(self, one: T) -> None:
        """Puts one behind the others."""
        raw = pickle.dumps(one, 5)
        with told():
            self._file.seek(self._end)
            self._file.write(raw)
        self._starts.append(self._end)
        self._sizes.append(len(raw))
        self._end += len(raw)

    def keep(self, numbers: Sequence[int]) -> None:
        """From now on holds those of these numbers alone, in this order."""
        self._starts, self._sizes = (array("Q", [held[number] for number in numbers]) for held in (self._starts, self._sizes))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        numbers = range(len(self))[at]
        return [self._read(number) for number in numbers] if isinstance(numbers, range) else self._read(numbers)

    def __del__(self) -> None:
        if "_file" in self.__dict__:
            with suppress(OSError):  # of what could not be written: append() said so
                self._file.close()

    def _read(self, number: int) -> T:
        with told():
            self._file.seek(self._starts[number])
            raw = self._file.read(self._sizes[number])
        one: T = pickle.loads(raw)  # noqa: S301 - written by this process
        return one

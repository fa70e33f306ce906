"""One writer at a time: an exclusive lock beside the file, which the operating system frees when its process ends."""

import os
import sys
from pathlib import Path
from typing import IO

from streams.errors import LogError, LogLocked

_held: set[Path] = set()  # record locks do not exclude the process that has them


class FileLock:
    """The lock ``<path>-lock``; it holds the number of the process that has it. A child process does not inherit it."""

    def __init__(self, path: Path) -> None:
        """Takes the lock; LogLocked where another process, or another app of this one, has it."""
        self._path = path.resolve()
        lock = path.with_name(path.name + "-lock")
        if self._path in _held:
            raise LogLocked(_taken(path, str(os.getpid())))
        try:
            self._file: IO[str] = lock.open("a+", encoding="ascii")
        except OSError as error:
            raise LogError(
                f"cannot write beside the log {path} ({error.strerror}): give a path in a folder that you may write to"
            ) from error
        try:
            _take(self._file)
        except OSError as error:
            self._file.seek(0)
            owner = self._file.read().strip() or "unknown"
            self._file.close()
            raise LogLocked(_taken(path, owner)) from error
        _held.add(self._path)
        self._file.seek(0)
        self._file.truncate()
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Frees the lock. The file stays: deleting it would let two processes lock two files of one name."""
        _held.discard(self._path)
        self._file.close()


def _taken(path: Path, owner: str) -> str:
    return (
        f"the log {path} is being written by process {owner}: wait until it ends, stop it (Ctrl-C, or kill {owner}), or use another path; "
        "commands that only read work beside it"
    )


if sys.platform == "win32":
    import msvcrt

    _AFAR = 1 << 20  # a byte past the number, which others may then still read

    def _take(file: IO[str]) -> None:
        file.seek(_AFAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        # lockf, not flock: a reader process that outlives a killed parent must not keep the log locked
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""The logs that this process has open, by address: the consumer and the producer of an app share one."""

from streams.transports.embedded.address import SYNCHRONOUS, Address
from streams.transports.embedded.lock import FileLock
from streams.transports.embedded.log import Log
from streams.transports.embedded.store import Store


class _Open:
    """An open log, the lock of its file, and how many hold it."""

    def __init__(self, address: Address) -> None:
        self.lock = FileLock(address.path) if address.path else None
        try:
            self.log = Log(Store.create(address.path, SYNCHRONOUS[address.fsync]) if address.path else None)
        except BaseException:
            if self.lock:
                self.lock.release()
            raise
        self.holders = 0


_logs: dict[Address, _Open] = {}


def hold(address: Address) -> Log:
    """The log at this address, opened where it is not; LogLocked where another process writes to it. Each hold needs its release."""
    found = _logs.get(address) or _logs.setdefault(address, _Open(address))
    found.holders += 1
    return found.log


def release(address: Address) -> None:
    """Gives a log back. A file is closed and free for others after the last release; a log in memory stays until ``forget``."""
    found = _logs[address]
    found.holders -= 1
    if not found.holders and found.lock:
        del _logs[address]
        try:
            found.log.close()
        finally:
            found.lock.release()


def in_memory(address: Address) -> Log | None:
    """The log in memory at this address; None where this process has none."""
    found = _logs.get(address)
    return found.log if found else None


def forget(address: Address) -> None:
    """Drops a log in memory with all it holds."""
    _logs.pop(address, None)

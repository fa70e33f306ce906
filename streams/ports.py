"""What an edge is given: where its records come from and where its effects go. No Faust in here, so that every room may import it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

from streams.records import Record


class Batch(Protocol):
    """One country's reports of one article, encoded. country "" announces the article where it has none."""

    @property
    def country(self) -> str: ...
    @property
    def key(self) -> bytes: ...
    @property
    def value(self) -> bytes: ...


class Outcome(Protocol):
    """What reading one article gave: its batches, the announcement last; or a reason and detail why it could not be read."""

    @property
    def batches(self) -> tuple[Any, ...]: ...
    @property
    def reason(self) -> str: ...
    @property
    def detail(self) -> str: ...


class Reading(Protocol):
    """Reads one article, given as the bytes of its record; never raises."""

    async def __call__(self, value: bytes | None) -> Outcome: ...


class Ports(Protocol):
    """The topics of this app, as an edge sees them. partitions: of every topic."""

    partitions: int

    def source(self, topic: str) -> Any:
        """The topic to read from (raw keys, raw values)."""

    def reads(self, topic: str, handle: Callable[[Any], None], tell: Callable[[], None] | None = None) -> None:
        """Has a room handle each message of a topic, after the rooms that asked for it before.

        tell() is called after some messages where many wait, else after each, before any of them counts as worked off.
        """

    def table(self, name: str, rebuild: Callable[[Any], None], said: tuple[str, ...] = (), read: tuple[str, ...] = ()) -> Any:
        """A changelogged table of raw keys and values, its items in the order in which they were last written.

        rebuild(table) is called after each recovery, before anything is read. Rooms that ask for one name share the table: one of them
        writes it, and it may be ahead of the others. said: topics to which its rows are sent when they are written, bytes for bytes, by
        their keys without the number of the partition and a slash before them: a log that keeps them is not told twice. read: topics
        on which it reads what it writes, by such keys too: such a log is told only that it has.
        """

    def shelves(self, name: str) -> Callable[[str], Any]:
        """Places outside of memory (agents.shelved.Shelves) for what can be made again from tables; an earlier one is emptied."""

    def send(self, topic: str, key: bytes, value: Record | bytes | None, partition: int | None = None, **log: Any) -> bytes | None:
        """Appends one record, without suspending, and gives its bytes; None deletes the key. log: fields that never reach a reader."""

    def is_last(self, message: Any) -> bool:
        """Whether no later message is known to wait in its partition. Never true wrongly for long: the later one is handled next."""

    def refuse(self, room: str, message: Any, reason: str, detail: str) -> None:
        """Sends the untouched bytes of a message to the dead letters."""

    def guard(self, room: str, message: Any, mend: Callable[[], None] | None = None, *, handled: int = 1) -> AbstractContextManager[None]:
        """Turns any exception in its body into a dead letter; mend() then rebuilds what the body may have left half done.

        handled: messages that count as handled when the body ends.
        """

"""The edge of linking: in whatever runs batches come, what fails and what is read again, the incidents last told are the same."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from agents.deduplicate.agent import attach
from agents.deduplicate.core import Linker
from agents.shelved import in_memory
from streams.records import Incident, Record, ReportBatch
from streams.wire import encode
from tests.laws.test_rooms import batches

Run = Sequence[ReportBatch]


class Table(dict[bytes, bytes]):
    """Its rows outlive the room that wrote them."""

    def holds(self, key: bytes, value: bytes) -> bool:
        return self.get(key) == value


class Port:
    """A partition that hands on runs and keeps what was sent. offset: of the next message."""

    def __init__(self, table: Table, offset: int = 0) -> None:
        self.rows, self.offset, self.handled = table, offset, 0
        self.sent: list[tuple[bytes, Record]] = []
        self.refused: list[int] = []

    def reads(self, _: str, handle: Callable[[Any], None], tell: Callable[[], None]) -> None:
        self.handle, self.tell = handle, tell

    def shelves(self, _: str) -> Any:
        return in_memory

    def table(self, _: str, rebuild: Callable[[Table], None], read: tuple[str, ...]) -> Table:
        assert read == ("reports",)
        rebuild(self.rows)
        return self.rows

    def play(self, runs: Sequence[Run]) -> None:
        for run in runs:
            for batch in run:
                self.handle(SimpleNamespace(partition=0, offset=self.offset, value=encode(batch)))
                self.offset += 1
            self.tell()

    @contextmanager
    def guard(self, _: str, message: Any, mend: Callable[[], None] | None = None, *, handled: int = 1) -> Iterator[None]:
        try:
            yield
        except ZeroDivisionError:
            self.refused.append(message.offset)
            if mend:
                mend()
        self.handled += handled

    def send(self, topic: str, key: bytes, value: Record, partition: int, **log: Any) -> None:
        assert (topic, partition) == ("incidents", 0) and log["seq"] <= self.offset
        self.sent.append((key, value))

    @property
    def last(self) -> dict[bytes, Record]:
        """What was last told of each incident that stands."""
        told = dict(self.sent)
        return {key: one for key, one in told.items() if isinstance(one, Incident) and one.status != "superseded"}


def played(runs: Sequence[Run], table: Table | None = None, offset: int = 0) -> Port:
    port = Port(Table() if table is None else table, offset)
    attach(port)
    port.play(runs)
    return port


def cut(found: Sequence[ReportBatch], size: int) -> list[Run]:
    return [found[start : start + size] for start in range(0, len(found), size)]


@pytest.mark.parametrize("size", [2, 7, 1000])
def test_in_whatever_runs_batches_come_the_end_is_the_same(size: int) -> None:
    singly, together = played(cut(batches(), 1)), played(cut(batches(), size))
    assert together.last == singly.last
    assert together.handled == singly.handled == len(batches())
    assert len(together.sent) < len(singly.sent)


def test_a_run_tells_no_incident_twice_and_none_that_came_and_went() -> None:
    port = played([batches()])
    keys = [key for key, one in port.sent if isinstance(one, Incident)]
    assert len(keys) == len(set(keys)) > 10
    assert all(one.status == "standing" for _, one in port.sent if isinstance(one, Incident))


def failing(monkeypatch: pytest.MonkeyPatch, method: str, fails: Callable[[int], bool]) -> None:
    """Has a method of the linker fail at some of its calls."""
    works, calls = getattr(Linker, method), []

    def fail(linker: Linker, *arguments: Any) -> Any:
        calls.append(1)
        return 1 / 0 if fails(len(calls)) else works(linker, *arguments)

    monkeypatch.setattr(Linker, method, fail)


@pytest.mark.parametrize("size", [1, 7])
def test_what_fails_once_while_it_is_told_is_told_again(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    whole = played(cut(batches(), size))
    failing(monkeypatch, "changed", lambda call: call == 3)
    port = played(cut(batches(), size))
    assert port.last == whole.last
    assert port.refused == [3 * size - 1]


@pytest.mark.parametrize("size", [1, 7])
def test_a_batch_that_fails_is_refused_and_all_others_are_told(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    whole = played(cut(batches()[:10] + batches()[11:], size))
    failing(monkeypatch, "take", lambda call: call == 11)
    port = played(cut(batches(), size))
    assert port.last == whole.last
    assert port.refused == [10] and port.handled == len(batches())


@pytest.mark.parametrize("size", [1, 7])
def test_what_was_taken_in_but_not_sent_is_sent_when_it_is_read_again(size: int) -> None:
    whole = played(cut(batches(), 1))
    table = Table()
    before = played(cut(batches()[:10], 1), table)
    lost = played([batches()[10:20]], table, 10)  # killed after the rows were written and before anything was sent
    after = played(cut(batches()[10:], size), table, 10)
    assert lost.sent and {**before.last, **after.last}.keys() >= whole.last.keys()
    assert {key: one for key, one in {**dict(before.sent), **dict(after.sent)}.items() if key in whole.last} == whole.last


@pytest.mark.parametrize("size", [2, 7, 1000])
@pytest.mark.parametrize("seed", range(20))
def test_what_is_read_again_within_a_run_leaves_nothing_that_came_and_went(seed: int, size: int) -> None:
    choice, found = random.Random(seed), list(batches())
    choice.shuffle(found)
    twice = [
        one for number, batch in enumerate(found) for one in (batch, *choice.sample(found[: number + 1][-size:], choice.randint(0, 1)))
    ]
    assert played(cut(twice, size)).last == played(cut(batches(), 1)).last

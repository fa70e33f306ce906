"""Faust itself on the embedded log: agents, a table, recovery, exclusive use."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faust import current_event

from streams.errors import LogLocked
from streams.logs.reader import LogReader
from streams.running.channels import _work
from streams.transports.embedded.address import Address
from streams.transports.embedded.consumer import Consumer
from streams.transports.embedded.opened import forget, hold, release
from streams.transports.embedded.stream import TOGETHER
from tests.transports.apps import make, running

pytestmark = pytest.mark.asyncio

WORDS = ["سلام", "خبر", "نبأ", "حدث", "مدينة", "قرية"]
TOTALS = {"8": 2, "6": 3, "10": 1}  # by bytes of UTF-8: two an Arabic letter; مدينة has five letters, سلام and قرية four


async def until(true: Callable[[], bool], limit_s: float = 10) -> None:
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - what it waits for happens inside Faust
            await asyncio.sleep(0.01)


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"embedded://{tmp_path}/log.db" if request.param == "file" else f"embedded://?name={tmp_path.name}"


async def test_three_rooms_pass_records_on_and_count(url: str) -> None:
    async with running(url) as three:
        three.send(*WORDS)
        await until(lambda: sum(three.totals.values()) == len(WORDS))
        assert dict(three.totals) == TOTALS


async def test_a_table_comes_back_and_nothing_is_counted_twice(url: str) -> None:
    for turn in (1, 2, 3):
        async with running(url) as three:
            three.send(*WORDS)
            await until(lambda: sum(three.totals.values()) == turn * len(WORDS))  # noqa: B023 - used in this turn
        assert dict(three.totals) == {length: turn * count for length, count in TOTALS.items()}
    log = LogReader(url)
    assert log.ends("words") == {0: 3 * len(WORDS)}
    assert (log.lag("words"), log.lag("lengths")) == (0, 0)
    assert log.latest("three-totals-changelog") == {b'"6"': b"9", b'"8"': b"6", b'"10"': b"3"}


async def test_each_message_is_the_current_event_of_every_room_that_handles_it(url: str) -> None:
    three = make(url, Stream="streams.transports.embedded.stream:Stream")
    told: list[tuple[str, str]] = []

    def handle(message: Any) -> None:
        event = current_event()
        told.append((message.value.decode(), event.message.value.decode() if event else ""))

    @three.app.agent(three.words)
    async def rooms(stream: Any) -> None:
        await _work([handle, handle], [], lambda: False, stream)

    await three.app.start()
    try:
        three.send(*WORDS)
        await until(lambda: len(told) == 2 * len(WORDS))
    finally:
        await three.app.stop()
    assert sorted(told) == sorted((word, word) for word in WORDS + WORDS)


async def test_what_waits_is_taken_at_once_and_done_before_anything_suspends(url: str) -> None:
    three = make(url, Stream="streams.transports.embedded.stream:Stream")
    taken: list[str] = []

    @three.app.agent(three.words)
    async def room(stream: Any) -> None:
        async for events in stream.batches():
            taken.extend(event.value.decode() for event in events)
            taken.append("|")

    def others() -> None:  # whoever gets a turn finds all told
        assert not taken or taken[-1] == "|"
        turns.append(asyncio.get_running_loop().call_soon(others))

    turns: list[asyncio.Handle] = []
    await three.app.start()
    try:
        others()
        three.send(*WORDS)
        await until(lambda: len(taken) > len(WORDS))
        three.send("x")
        await until(lambda: "x" in taken)
    finally:
        turns[-1].cancel()
        await three.app.stop()
    assert [word for word in taken if word != "|"] == [*WORDS, "x"]
    assert len(taken) < 2 * len(WORDS) and taken[-2:] == ["x", "|"]


async def test_those_who_read_next_catch_up_before_more_is_taken(url: str) -> None:
    three = make(url, Stream="streams.transports.embedded.stream:Stream")
    taken: list[int] = []
    asked: list[int] = []

    def behind() -> bool:
        asked.append(len(taken))
        return len(asked) < 20

    @three.app.agent(three.words)
    async def room(stream: Any) -> None:
        async for events in stream.batches(behind):
            taken.append(len(events))  # noqa: PERF401 - each as it comes

    await three.app.start()
    try:
        three.send(*["w"] * 3 * TOGETHER)
        assert three.app.consumer.waiting("words") == 3 * TOGETHER
        await until(lambda: sum(taken) == 3 * TOGETHER)
        assert three.app.consumer.waiting("words") == 0
    finally:
        await three.app.stop()
    assert asked[:20] == [1] * 20  # once taken some, it waits until nobody is behind


async def test_who_never_catches_up_stops_nobody(url: str) -> None:
    three = make(url, Stream="streams.transports.embedded.stream:Stream")
    taken: list[int] = []

    @three.app.agent(three.words)
    async def room(stream: Any) -> None:
        async for events in stream.batches(lambda: True):
            taken.append(len(events))  # noqa: PERF401 - each as it comes

    await three.app.start()
    try:
        three.send(*["w"] * 3 * TOGETHER)
        await until(lambda: sum(taken) == 3 * TOGETHER)
    finally:
        await three.app.stop()


@pytest.mark.parametrize("turns", range(6))
async def test_what_waits_at_a_start_is_handled_whenever_it_is_read(url: str, turns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(url) as three:
        three.send(*WORDS)
        await until(lambda: sum(three.totals.values()) == len(WORDS))
    log = hold(Address.parse(url))
    log.append(("words", 0), 0.0, b"word", b"word", [])
    release(Address.parse(url))
    works = Consumer.perform_seek

    async def slowly(consumer: Consumer) -> None:
        await works(consumer)
        consumer._wake.set()  # as where reading looks again just now
        for _ in range(turns):
            await asyncio.sleep(0)

    monkeypatch.setattr(Consumer, "perform_seek", slowly)
    async with running(url) as three:
        await until(lambda: sum(three.totals.values()) == len(WORDS) + 1)
    forget(Address.parse(url))


@pytest.mark.parametrize("before", [0, 1, 3])
async def test_what_is_done_before_an_earlier_message_is_not_committed(url: str, before: int) -> None:
    three, done, free = make(url), list[bytes](), asyncio.Event()

    @three.app.agent(three.words, concurrency=4)
    async def slowly(stream: Any) -> None:
        async for event in stream.events():
            if event.value == b"slow":
                await free.wait()
            done.append(event.value)

    await three.app.start()
    try:
        for count in range(before):
            three.send("quick")
            await until(lambda: len(done) > count)  # noqa: B023 - used in this turn
        three.log.flush()
        three.send("slow", "quick", "quick")
        await until(lambda: len(done) == before + 2)
        await asyncio.sleep(0.05)
        three.log.flush()
        assert three.log.committed["three"].get(("words", 0), 0) == before
        free.set()
        await until(lambda: three.log.committed["three"].get(("words", 0), 0) == before + 3)
    finally:
        free.set()
        await three.app.stop()
    forget(Address.parse(url))


async def test_a_record_is_in_the_log_before_the_next_statement(url: str) -> None:
    async with running(url) as three:
        three.send("خبر", "سلام")
        assert [record.value for record in three.log.read(("words", 0), 0, 10)] == ["خبر".encode(), "سلام".encode()]


async def test_an_awaited_send_is_durable(tmp_path: Path) -> None:
    async with running(f"embedded://{tmp_path}/log.db") as three:
        sent = await three.words.send(key=b"k", value=b"v", headers={"h": b"1"})
        await sent
        found = list(LogReader(f"embedded://{tmp_path}/log.db").records("words"))
        assert [(record.value, record.headers) for record in found] == [(b"v", [("h", b"1")])]


async def test_a_second_app_cannot_write_to_the_same_file(tmp_path: Path) -> None:
    url = f"embedded://{tmp_path}/log.db"
    async with running(url):
        with pytest.raises(LogLocked):
            async with running(f"{url}?fsync=always"):
                pass
    async with running(url):
        pass


async def test_starting_takes_less_than_a_second(url: str) -> None:
    clock = asyncio.get_running_loop().time
    before = clock()
    async with running(url) as three:
        three.send("خبر")
        await until(lambda: sum(three.totals.values()) == 1)
        assert clock() - before < 1


async def test_a_full_buffer_costs_no_pause(url: str) -> None:
    seen: list[bytes] = []
    three = make(url, stream_buffer_maxsize=10)
    three.app.agents.clear()

    @three.app.agent(three.words)
    async def collect(stream: Any) -> None:
        async for word in stream:
            await asyncio.sleep(0.002)
            seen.append(word)

    await three.app.start()
    try:
        async with asyncio.timeout(3):
            for turn in range(1, 11):
                three.send(*["خبر"] * 20)
                await until(lambda: len(seen) == turn * 20)  # noqa: B023 - used in this turn
    finally:
        await three.app.stop()


async def test_a_log_in_memory_stays_until_it_is_forgotten() -> None:
    async with running("embedded://?name=mine") as three:
        three.send("خبر")
        await until(lambda: sum(three.totals.values()) == 1)
    assert LogReader("embedded://?name=mine").ends("words") == {0: 1}
    forget(Address(None, "mine"))
    assert not LogReader.exists("embedded://?name=mine")


async def test_a_log_that_cannot_be_written_ends_the_app_with_its_error(tmp_path: Path) -> None:
    async with running(f"embedded://{tmp_path}/log.db") as three:
        assert three.log.store
        with three.log.store.transaction() as db:
            db.execute("drop table records")
        three.send("خبر")
        await until(lambda: three.app.crash_reason is not None)
        assert "no such table: records" in str(three.app.crash_reason)

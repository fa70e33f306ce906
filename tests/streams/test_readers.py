"""Reading in processes: what comes back, and what happens when a reader fails, hangs or dies."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime

import pytest

from streams.errors import RasadError
from streams.reading.readers import Outcome, Read, Readers, outcomes, singly
from streams.records import Article, Report, ReportBatch
from streams.wire import decode_as, encode

NOON = datetime(2019, 3, 12, 12, tzinfo=UTC)


def article(body: str, name: str = "a1") -> bytes:
    return encode(Article(article_id=name, outlet="o", published_at=NOON, body=body))


def obeying() -> Read:
    """A reader that does what the body says."""

    def read(found: Article) -> list[ReportBatch]:
        if found.body == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if found.body == "hang":
            time.sleep(60)
        if found.body == "fail":
            raise ValueError("no")
        return [
            ReportBatch(
                article_id=found.article_id,
                digest="d",
                outlet=found.outlet,
                published_at=found.published_at,
                country=country,
                reports=(Report(id="a", sub_event_type="Attack", country=country),),
            )
            for country in found.body.split()
        ]

    return singly(read)


def test_each_country_gets_its_batch_and_the_last_batch_only_announces() -> None:
    found = outcomes(obeying(), [article("SY IQ")])[0]
    assert [batch.country for batch in found.batches] == ["SY", "IQ", ""]
    assert [batch.key for batch in found.batches] == [b"SY/a1/1/d", b"IQ/a1/1/d", b"/a1/1/d"]
    records = [decode_as(ReportBatch, batch.value) for batch in found.batches]
    assert [len(record.reports) for record in records] == [1, 1, 0]
    assert records[2].digest == "d"


def test_an_article_without_reports_is_still_announced() -> None:
    (announced,) = outcomes(singly(lambda _: []), [article("x")])[0].batches
    record = decode_as(ReportBatch, announced.value)
    assert (record.country, record.reports, record.published_at) == ("", (), NOON)


UNREADABLE = {
    "none": (None, "no-value"),
    "bytes": (b"\xff", "not-a-record"),
    "object": (b"{}", "not-a-record"),
    "a NUL in its id": (article("x", "a-b").replace(b'"a-b"', rb'"a\u0000b"'), "not-a-record"),
    "failure": (article("fail"), "reading-failed"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_has_a_reason(name: str) -> None:
    value, reason = UNREADABLE[name]
    found = outcomes(obeying(), [value])[0]
    assert found.reason == reason and found.detail and not found.batches


async def _all(values: list[bytes], timeout_s: float = 60) -> tuple[list[Outcome], int]:
    readers = Readers(1, timeout_s=timeout_s, loader=obeying)
    await readers.start()
    try:
        return await asyncio.gather(*(readers(value) for value in values)), readers.done
    finally:
        readers.stop()


@pytest.mark.asyncio
async def test_a_reader_that_dies_is_replaced_and_only_the_article_that_kills_it_is_refused() -> None:
    bodies = ["SY", "die", "IQ", "YE", "SY"]
    found, done = await _all([article(body, f"a{index}") for index, body in enumerate(bodies)])
    assert [one.reason for one in found] == ["", "reader-died", "", "", ""]
    assert [one.batches[0].key for one in found if not one.reason] == [b"SY/a0/1/d", b"IQ/a2/1/d", b"YE/a3/1/d", b"SY/a4/1/d"]
    assert done == 5


@pytest.mark.asyncio
async def test_a_reader_that_hangs_is_replaced() -> None:
    found, _ = await _all([article("hang"), article("SY")], timeout_s=2)
    assert [one.reason for one in found] == ["reading-timeout", ""]


@pytest.mark.asyncio
async def test_without_processes_the_same_comes_back() -> None:
    readers = Readers(0, loader=obeying)
    await readers.start()
    assert await readers(article("SY")) == outcomes(obeying(), [article("SY")])[0]
    readers.stop()


@pytest.mark.asyncio
@pytest.mark.parametrize("started", [True, False])
async def test_a_stop_leaves_no_thread_that_manages_processes(started: bool) -> None:
    before = set(threading.enumerate())
    readers = Readers(2, loader=obeying)
    starting = asyncio.create_task(readers.start())
    await (starting if started else asyncio.sleep(0.01))
    managers = {thread for thread in threading.enumerate() if type(thread).__name__ == "_ExecutorManagerThread"} - before
    readers.stop()
    assert len(managers) == 1 and not any(thread.is_alive() for thread in managers)
    if not started:
        with pytest.raises((RasadError, asyncio.CancelledError)):  # as the thread had taken up its first work or not
            await starting


PARENT = """
import asyncio, sys
from streams.reading.readers import Readers
from tests.streams.test_readers import obeying

async def main():
    readers = Readers(2, loader=obeying)
    await readers.start()
    print(*(process.pid for process in readers._pool._processes.values()), flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_a_parent_killed_with_9_leaves_no_reader_behind(tmp_path: object) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    deadline = time.monotonic() + 5
    while any(map(_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert pids and not any(map(_alive, pids))


def _alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
            return file.read().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False

"""Faust on a real Kafka through our transport: the commit barrier, and reading beside it."""

import asyncio
from collections.abc import Callable
from uuid import uuid4

import pytest
from faust.exceptions import ProducerSendError

from streams.errors import LogError
from streams.logs.reader import LogReader
from tests.kafka.kafka_broker import Container, Given, Local
from tests.transports.apps import running

pytestmark = [pytest.mark.kafka, pytest.mark.asyncio, pytest.mark.xdist_group("kafka")]
Kafka = Given | Container | Local
QUICK = {"broker_session_timeout": 6, "broker_heartbeat_interval": 1, "broker_rebalance_timeout": 6}


async def until(true: Callable[[], bool], limit_s: float = 30) -> None:
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - what it waits for happens inside Faust
            await asyncio.sleep(0.02)


async def test_rooms_pass_records_on_and_a_reader_sees_them(kafka: Kafka) -> None:
    name = f"three-{uuid4().hex[:8]}"
    async with running(f"safekafka://{kafka.bootstrap}", name=name, **QUICK) as three:
        three.send("خبر", "نبأ", "سلام")
        await until(lambda: dict(three.totals) == {"6": 2, "8": 1})
        await three.app.consumer.commit()
    log = LogReader(f"kafka://{kafka.bootstrap}")
    assert log.latest(f"{name}-totals-changelog") == {b'"6"': b"2", b'"8"': b"1"}
    assert [record.value for record in log.records(f"{name}-words")] == ["خبر".encode(), "نبأ".encode(), "سلام".encode()]
    assert log.size(f"{name}-words") == (3, 3, 1)
    assert log.lag(f"{name}-words") == 0
    assert log.committed(name)[f"{name}-words", 0] == 3


async def test_a_lost_record_ends_the_app_and_nothing_is_committed(kafka: Kafka) -> None:
    name = f"three-{uuid4().hex[:8]}"
    async with running(f"safekafka://{kafka.bootstrap}", name=name, **QUICK) as three:
        lost = asyncio.get_running_loop().create_future()
        three.app.producer._watch(lost)  # type: ignore[attr-defined]
        three.send("خبر")
        await until(lambda: sum(three.totals.values()) == 1)
        lost.set_exception(ConnectionError("gone"))
        await until(lambda: isinstance(three.app.crash_reason, ProducerSendError))
    assert LogReader(f"kafka://{kafka.bootstrap}").committed(name).get((f"{name}-words", 0)) is None


async def test_a_commit_waits_for_a_record_that_is_on_its_way(kafka: Kafka) -> None:
    async with running(f"safekafka://{kafka.bootstrap}", name=f"three-{uuid4().hex[:8]}", **QUICK) as three:
        slow = asyncio.get_running_loop().create_future()
        three.app.producer._watch(slow)  # type: ignore[attr-defined]
        flush = asyncio.create_task(three.app.producer.flush())
        await asyncio.sleep(0.3)
        assert not flush.done()
        slow.set_result(None)
        await asyncio.wait_for(flush, 5)


def reading_a_broker_that_is_down() -> None:
    LogReader("kafka://127.0.0.1:1").topics()


async def test_a_broker_that_is_down_is_named_with_what_to_check() -> None:
    with pytest.raises(LogError, match=r"127\.0\.0\.1:1.*is it up"):
        await asyncio.to_thread(reading_a_broker_that_is_down)

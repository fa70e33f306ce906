import asyncio
from pathlib import Path

import pytest

from streams.running.watchdog import Look, Progress, look, watch
from tests.transports.apps import running

IDLE, AT_3, AT_4 = Look(False, (3,)), Look(True, (3,)), Look(True, (4,))


def stood(*looks: tuple[float, Look]) -> float:
    progress = Progress()
    return [progress.standstill_s(seen, now) for now, seen in looks][-1]


def test_work_that_gets_less_is_progress() -> None:
    assert stood((0, AT_3), (50, AT_4), (60, AT_4)) == 10


def test_work_that_stays_the_same_is_a_standstill() -> None:
    assert stood((0, AT_3), (30, AT_3), (90, AT_3)) == 90


def test_having_nothing_to_do_is_no_standstill() -> None:
    assert stood((0, IDLE), (500, IDLE)) == 0
    assert stood((0, IDLE), (500, AT_3), (510, AT_3)) == 10


@pytest.mark.asyncio
async def test_an_app_that_has_worked_everything_off_is_idle_and_one_that_hangs_is_ended(tmp_path: Path) -> None:
    async with running(f"embedded://{tmp_path}/log.db") as three:
        await asyncio.sleep(0.2)
        assert not look(three.app).busy
        ended: list[int] = []
        guard = asyncio.create_task(watch(three.app, 0.3, ended.append, poll_s=0.05))
        await asyncio.sleep(0.5)
        assert ended == []
        three.app.consumer.stop_flow()  # as when Faust forgets to take its reading up again
        three.send("خبر")
        await asyncio.wait_for(guard, 5)
        assert ended == [1]
        three.app.consumer.resume_flow()

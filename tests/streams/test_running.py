"""An app that does not stop in time is ended, with the status that says why."""

import asyncio
import os
from types import SimpleNamespace

import pytest

from streams.running import running
from streams.settings import Settings

HANGS_S = 0.6  # how long the app of this test takes to stop: longer than both deadlines


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The statuses with which the process would have ended, in order."""

    async def soon() -> None: ...

    async def late() -> None:
        await asyncio.sleep(HANGS_S)

    app = SimpleNamespace(start=soon, stop=late, crash_reason=None, producer=SimpleNamespace(flush=soon))
    statuses: list[int] = []
    monkeypatch.setattr(running, "make_app", lambda *_: app)
    monkeypatch.setattr(os, "_exit", statuses.append)
    return statuses


def test_a_stop_that_was_asked_for_ends_a_hanging_app_with_its_own_status(ended: list[int]) -> None:
    async def play() -> None:
        stop = running.Stop(deadline_s=0.3)
        async with running.publishing("kafka://nobody:9092", Settings(stop_timeout_s=0.1), stop):
            stop.request(143)

    asyncio.run(play())
    assert ended == [143]


def test_a_broker_that_is_gone_at_the_end_is_given_up_with_status_1(ended: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    async def play() -> None:
        async with running.publishing("kafka://nobody:9092", Settings(stop_timeout_s=0.1), running.Stop(deadline_s=0.3)):
            pass

    asyncio.run(play())
    assert ended == [1]
    assert "kafka://nobody:9092, which does not answer" in capsys.readouterr().err

"""Playing a feed: pace, loops and their dates."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest

from streams.errors import LogError, UsageError
from streams.records import Article
from streams.running.replay import Pace, looped, speed_of
from streams.running.running import Stop

FIRST = datetime(2019, 1, 9, 6, tzinfo=UTC)  # a Wednesday


def article(name: str, days: float) -> Article:
    return Article(article_id=name, published_at=FIRST + timedelta(days=days), body="x")


SPEEDS = {"max": None, "3600x": 3600, "0.5x": 0.5, "60": 60}


@pytest.mark.parametrize("text", SPEEDS)
def test_a_speed_is_a_factor_or_max(text: str) -> None:
    assert speed_of(text) == SPEEDS[text]


@pytest.mark.parametrize("text", ["", "fast", "0x", "-3x", "nan", "inf", "3600xx"])
def test_other_speeds_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="3600x"):
        speed_of(text)


def test_each_loop_is_news_under_new_ids_by_whole_weeks_past_the_end() -> None:
    played = list(looped([article("a", 0), article("b", 10)], 3))
    assert [one.article_id for one in played] == ["a", "b", "a~2", "b~2", "a~3", "b~3"]
    days = [(one.published_at - FIRST).days for one in played]
    assert days == [0, 10, 14, 24, 28, 38]
    assert {one.published_at.weekday() for one in played[::2]} == {2}


def test_a_feed_of_whole_weeks_never_overlaps_its_next_time() -> None:
    played = list(looped([article("a", 0), article("b", 14)], 2))
    assert [(one.published_at - FIRST).days for one in played] == [0, 14, 21, 35]


def test_an_empty_feed_has_no_loops() -> None:
    assert list(looped([], 5)) == []


@pytest.mark.asyncio
async def test_pauses_are_those_of_the_feed_divided_by_the_speed() -> None:
    stop, pace, since = Stop(60), Pace(24 * 3600 * 10), time.monotonic()  # ten days a second
    for days in (0, 1, 3):
        await pace.wait(FIRST + timedelta(days=days), stop)
    assert 0.28 <= time.monotonic() - since < 1


@pytest.mark.asyncio
async def test_a_stop_ends_a_long_pause() -> None:
    stop, pace = Stop(60), Pace(1)
    await pace.wait(FIRST, stop)
    asyncio.get_running_loop().call_later(0.05, stop.request, 143)
    await asyncio.wait_for(pace.wait(FIRST + timedelta(days=1), stop), 1)
    stop.disarm()
    assert stop.requested and stop.status == 143


@pytest.mark.asyncio
async def test_what_fails_meanwhile_ends_a_long_pause() -> None:
    stop, pace = Stop(60), Pace(1)

    def look() -> None:
        raise LogError("full")

    await pace.wait(FIRST, stop, look)
    with pytest.raises(LogError, match="full"):
        await asyncio.wait_for(pace.wait(FIRST + timedelta(days=1), stop, look), 3)

"""Playing articles as a live feed: paced by their moments of publication, without ever publishing one twice."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from streams.errors import UsageError, WireError
from streams.inputs.article import digest
from streams.inputs.files import Feed
from streams.logs.reader import LogReader
from streams.metrics import Metrics
from streams.reading.readers import Read, Readers, load
from streams.records import Article
from streams.running.app import App
from streams.running.running import Stop, check, drain, publishing, running
from streams.settings import Settings, is_embedded
from streams.wire import decode_as, encode

WEEK = timedelta(weeks=1)
LOOK_S = 1.0  # from one look at whether the app still runs to the next, in a long pause
Show = Callable[[Metrics, int], None]  # called some times a second with the counters and the number of articles to publish
Known = set[tuple[str, str]]


class Plan(NamedTuple):
    """What to play and how. speed: seconds of the feed a second, None = as fast as it can be read. loops: times to play it."""

    feed: Feed
    speed: float | None = None
    loops: int = 1


def speed_of(text: str) -> float | None:
    """The speed in "3600x" or "3600"; None for "max". UsageError for anything else."""
    if text == "max":
        return None
    try:
        speed = float(text.removesuffix("x"))
    except ValueError:
        speed = 0
    if not 0 < speed < float("inf"):
        raise UsageError(f"speed {text!r}: expected a factor such as 3600x (an hour a second), or max")
    return speed


def looped(articles: Sequence[Article], loops: int) -> Iterator[Article]:
    """The articles, so many times; each further time under new ids and later by whole weeks, past the end of the time before."""
    if not articles:
        return
    span = articles[-1].due_at - articles[0].due_at
    shift = WEEK * (span // WEEK + 1)
    for turn in range(loops):
        for article in articles:
            yield article if not turn else again(article, turn + 1, shift * turn)


def again(article: Article, turn: int, shift: timedelta) -> Article:
    """The article as news of another time round."""
    received = article.received_at + shift if article.received_at else None
    name = f"{article.article_id}~{turn}"
    return article.model_copy(update={"article_id": name, "published_at": article.published_at + shift, "received_at": received})


def known(log: LogReader) -> Known:
    """Id and text digest of every article already in a log."""
    found: Known = set()
    for record in log.records("articles"):
        try:
            article = decode_as(Article, record.value or b"")
        except WireError:
            continue  # it became a dead letter when it was read
        found.add((article.article_id, digest(article.text)))
    return found


async def replay(plan: Plan, broker: str, settings: Settings, stop: Stop, show: Show, *, loader: Callable[[], Read] = load) -> Metrics:
    """Plays the feed. On the embedded log the rooms run here too, and it returns when all is worked off; on Kafka it only publishes.

    Asked to stop, it stops publishing, commits what has been worked off and returns; the next replay on the same log goes on from there.
    """
    if not is_embedded(broker):
        async with publishing(broker, settings, stop) as app, _showing(show, app.channels.metrics, plan, None):
            look = partial(check, app, broker)
            await _play(plan, app, set(), stop, lambda: app.producer.buffer.size < settings.in_flight, look)
            return app.channels.metrics
    done = known(LogReader(broker)) if LogReader.exists(broker) else set()
    readers = Readers(settings.reader_count(), timeout_s=settings.read_timeout_s, loader=loader)
    async with running(broker, settings, readers) as app, _showing(show, app.channels.metrics, plan, lambda: readers.done):
        sent, handled = app.channels.metrics.sent, app.channels.metrics.handled

        def ready() -> bool:  # what waits anywhere waits in memory, and has to be worked off before a stop
            waiting = max(sent["articles"] - readers.done, sent["reports"] - handled["deduplicate"])
            return waiting < settings.in_flight

        await _play(plan, app, done, stop, ready, partial(check, app, broker))
        await drain(app, broker, stop)
        return app.channels.metrics


async def _play(  # noqa: PLR0917 - what it plays, where to, and what it must heed
    plan: Plan, app: App, done: Known, stop: Stop, ready: Callable[[], bool], look: Callable[[], None]
) -> None:
    """Publishes the feed. look: raises where the app has crashed, which else would be waited for without end."""
    channels, pace = app.channels, Pace(plan.speed)
    for dead in plan.feed.dead:
        channels.bury(dead)
    for article in looped(plan.feed.articles, plan.loops):
        if done and (article.article_id, digest(article.text)) in done:
            channels.metrics.on_published(article.published_at.date(), skipped=True)
            continue
        await pace.wait(article.due_at, stop, look)
        while not ready() and not stop.requested:
            look()
            await stop.wait(0.01)
        if stop.requested:
            return
        channels.metrics.on_published(article.published_at.date())
        channels.send("articles", article.article_id.encode(), encode(article))


@asynccontextmanager
async def _showing(show: Show, metrics: Metrics, plan: Plan, read: Callable[[], int] | None) -> AsyncIterator[None]:
    """Shows the counters while the feed is played. read: how many articles were read here, None where others read them."""
    total = len(plan.feed.articles) * plan.loops

    def told() -> None:
        metrics.done = min(metrics.skipped + read(), metrics.published) if read else metrics.published
        show(metrics, total)

    async def repeat() -> None:
        while True:
            told()
            await asyncio.sleep(0.1)

    task = asyncio.create_task(repeat())
    try:
        yield
    finally:
        task.cancel()
        told()


class Pace:
    """Waits as long as the feed did, divided by the speed."""

    def __init__(self, speed: float | None) -> None:
        self._speed = speed
        self._first: tuple[datetime, float] | None = None

    async def wait(self, moment: datetime, stop: Stop, look: Callable[[], None] = lambda: None) -> None:
        """Waits until it is time for an article of this moment, or a stop is asked for; looks now and then whether all is well."""
        if self._speed is None:
            return
        now = asyncio.get_running_loop().time()
        if self._first is None:
            self._first = (moment, now)
        due = self._first[1] + (moment - self._first[0]).total_seconds() / self._speed
        while due > now and not stop.requested:
            look()
            await stop.wait(min(due - now, LOOK_S))
            now = asyncio.get_running_loop().time()

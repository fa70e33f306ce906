"""From an article's publication on the embedded log to its alert being durable there, at a steady rate; and a replay's first article."""

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from faust import current_event

from benchmarks.embedded import read_already
from benchmarks.texts import objects
from streams.cli.play import quiet
from streams.cli.play import run as run_loop
from streams.inputs.article import article
from streams.logs.reader import LogReader
from streams.reading.readers import Readers
from streams.records import Alert, Article
from streams.running.running import Stop, drain, running
from streams.settings import Settings
from streams.wire import encode

RATE, SECONDS = 200, 15  # articles a second, and for how long
WARM_S = 2  # of the first articles, which are not counted: lexicons and tables are cold
START_WANTED_S = 2


class Watched:
    """Channels that note how long after its article's publication an alert was durable. sent: when each article was published."""

    def __init__(self, app: Any) -> None:
        self.sent: dict[str, float] = {}
        self.took: list[tuple[float, float]] = []
        self._send, self._log = app.channels.send, app.producer.transport.log
        self._causes: dict[int, str] = {}  # by offset of an incident: the article over which it was told
        app.channels.send = self.send

    def send(self, topic: str, key: bytes, value: Any, partition: int | None = None, **log: Any) -> bytes | None:
        """As the channels' own."""
        event = current_event()
        if topic == "incidents" and event is not None:
            self._causes[self._log.partitions[topic, partition].end] = _article(event.message)
        raw: bytes | None = self._send(topic, key, value, partition, **log)
        if isinstance(value, Alert) and event is not None:
            message = event.message
            cause = self._causes[message.offset] if message.topic == "incidents" else _article(message)
            since = self.sent[cause]
            self._log.when_durable(lambda: self.took.append((since, time.perf_counter() - since)))
        return raw


def _article(message: Any) -> str:
    """The article whose batch a message is: country/article id/version/digest."""
    return str(message.key.decode().partition("/")[2].rsplit("/", 2)[0])


async def measured(articles: list[Article], readers: Readers) -> list[float]:
    """Seconds from publication to durable alert, for each alert of an article that was not among the first."""
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        broker, config = f"embedded://{Path(folder) / 'rasad.db'}", Settings()
        async with running(broker, config, readers) as app:
            watched = Watched(app)
            begin = time.perf_counter()
            for number, one in enumerate(articles):
                await asyncio.sleep(max(begin + number / RATE - time.perf_counter(), 0))
                watched.sent[one.article_id] = time.perf_counter()
                app.channels.send("articles", one.article_id.encode(), encode(one))
            await drain(app, broker, Stop(60))
        return [took for since, took in watched.took if since > begin + WARM_S]


def first_article() -> float:
    """Seconds from the start of `rasad replay` of the shipped feed until its first article is read."""
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        url, start = f"embedded://{Path(folder) / 'rasad.db'}", time.perf_counter()
        command = [sys.executable, "-m", "streams", "replay", "--speed", "max", "--log", url]
        job = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while job.poll() is None:
            if LogReader.exists(url) and LogReader(url).size("reports")[0]:
                took = time.perf_counter() - start
                job.wait()
                return took
            time.sleep(0.01)
        return time.perf_counter() - start


def read_before(articles: list[Article]) -> Readers:
    """Readers that have read these articles already: what is left is the log and the rooms."""
    return Readers(0, loader=read_already(articles))


def run() -> str:
    """The table, in Markdown."""
    quiet(verbose=False)
    articles = sorted((article(row, "benchmark") for row in objects(RATE * SECONDS)), key=lambda one: one.published_at)
    lines = [
        f"| {RATE} articles a second | alerts | article to durable alert, ms: half, 90 %, 99 % of them within |",
        "|---|---|---|",
    ]
    for name, readers in (("read before: log and rooms alone", read_before(articles)), ("with one reader process", Readers(1))):
        took = sorted(run_loop(measured(articles, readers)))
        within = [took[min(int(len(took) * share), len(took) - 1)] * 1000 for share in (0.5, 0.9, 0.99)]
        lines.append(f"| {name} | {len(took):,} | {', '.join(f'{ms:,.0f}' for ms in within)} |")
    starts = sorted(first_article() for _ in range(3))
    told = f"{starts[0]:.1f}, {starts[1]:.1f}"
    lines += [
        "",
        "| start of a replay | value |",
        "|---|---|",
        f"| to its first article read, s: least, middle of 3 (wanted {START_WANTED_S}) | {told} |",
    ]
    return "\n".join(lines) + "\n"

"""A small Faust app of three rooms: words → lengths → totals by length, with a table and a changelog."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import faust

from streams.transports.embedded.log import Log


class Three(NamedTuple):
    """The app with its topic of input and its table."""

    app: faust.App
    words: Any
    totals: Any

    @property
    def log(self) -> Log:
        return self.app.producer.transport.log  # type: ignore[no-any-return, attr-defined]

    def send(self, *words: str) -> None:
        for word in words:
            self.words.send_soon(key=word.encode(), value=word.encode())


def make(url: str, name: str = "three", **settings: Any) -> Three:
    """On Kafka the name also begins those of the topics."""
    prefix = "" if url.startswith("embedded") else f"{name}-"
    app = faust.App(
        name,
        broker=url,
        datadir="/tmp/rasad-unused",
        store="memory://",
        web_enabled=False,
        topic_partitions=1,
        topic_disable_leader=True,
        table_standby_replicas=0,
        broker_commit_interval=0.05,
        TableManager="streams.transports.tables:TableManager",
        **settings,
    )
    raw = {"key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw", "internal": True}
    words = app.topic(f"{prefix}words", **raw)
    lengths = app.topic(f"{prefix}lengths", compacting=True, deleting=False, **raw)
    totals: Any = app.Table("totals", default=int, partitions=1)

    @app.agent(words)
    async def measure(stream: Any) -> None:
        async for event in stream.events():
            lengths.send_soon(key=event.key, value=str(len(event.value)).encode())

    @app.agent(lengths)
    async def count(stream: Any) -> None:
        async for event in stream.events():
            length = event.value.decode()
            totals[length] = totals[length] + 1

    return Three(app, words, totals)


@asynccontextmanager
async def running(url: str, **settings: Any) -> AsyncIterator[Three]:
    three = make(url, **settings)
    try:
        await three.app.start()
        yield three
    finally:
        await three.app.stop()

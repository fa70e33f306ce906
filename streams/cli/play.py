"""``rasad replay`` and ``rasad worker``."""

import asyncio
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from streams.cli.options import Broker, Log, Paths, Verbose, broker_url
from streams.errors import InputError, NotStarted, UsageError

if TYPE_CHECKING:
    from streams.metrics import Metrics
    from streams.running.replay import Plan
    from streams.running.running import Stop
    from streams.settings import Settings


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(replay)
    app.command()(worker)


def replay(  # noqa: PLR0917 - options of the command line
    paths: Paths = None,
    speed: Annotated[
        str, typer.Option(metavar="N[x]|max", help="Seconds of the feed a second, for example 3600x; max = no pauses.")
    ] = "max",
    loop: Annotated[int, typer.Option(min=1, help="Play the feed so many times, each time as later news under new ids.")] = 1,
    broker: Broker = "",
    log: Log = "",
    top: Annotated[int, typer.Option(min=0, help="Incidents to list at the end.")] = 12,
    verbose: Verbose = False,
) -> None:
    """Play articles as a live feed, in order of publication; without PATH the shipped feed.

    PATH: .jsonl, .json, .txt with a manifest.json beside it, a folder of these, or - for JSON Lines on standard input.

    On the embedded log the whole pipeline runs here and ends with tables and alerts. With --log the log is kept, and a replay that was
    stopped goes on where it was. On kafka:// it only publishes; `rasad worker` does the rest.
    """
    from streams.cli import closing  # noqa: PLC0415
    from streams.cli.progress import shown  # noqa: PLC0415
    from streams.inputs.files import feed  # noqa: PLC0415
    from streams.running.replay import Plan, speed_of  # noqa: PLC0415
    from streams.settings import is_embedded, settings  # noqa: PLC0415

    config, pace = settings(), speed_of(speed)
    quiet(verbose)
    url = broker_url(broker, log)
    found = feed(paths or [_shipped()], config.max_article_bytes, datetime.now(UTC))
    plan = Plan(found, pace, loop)
    closing.notes(found)
    if not found.articles and not found.dead:
        raise UsageError("nothing to play: the input holds no article")
    if not found.articles and not url:
        raise InputError("nothing to play: no article could be read, see above")
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        target = url if url and url != "embedded://" else f"embedded://{Path(folder) / 'rasad.db'}"
        since = time.monotonic()
        with shown() as show:
            status, metrics = run(_replayed(plan, target, config, show))
        if is_embedded(target):
            closing.closing(target, metrics, top, time.monotonic() - since, kept=bool(url), stopped=bool(status))
        else:
            closing.published(target, metrics)
    raise typer.Exit(status or int(not found.articles))


def worker(broker: Broker = "", log: Log = "", verbose: Verbose = False) -> None:
    """Run the rooms on a broker until Ctrl-C or SIGTERM: read articles, link reports, add up, raise alerts."""
    from streams.settings import settings  # noqa: PLC0415

    quiet(verbose)
    url = broker_url(broker, log)
    if not url or url == "embedded://":
        raise UsageError("a worker needs --broker kafka://host:9092, or --log to work off what an embedded log still holds")
    raise typer.Exit(run(_worked(url, settings())))


async def _replayed(plan: "Plan", broker: str, config: "Settings", show: Any) -> "tuple[int, Metrics]":
    from streams.running.replay import replay as play  # noqa: PLC0415
    from streams.running.running import Stop  # noqa: PLC0415

    stop = Stop(config.stop_timeout_s)
    stop.listen()
    with _stopped(stop):
        metrics = await play(plan, broker, config, stop, show)
    stop.disarm()
    return stop.status, metrics


async def _worked(broker: str, config: "Settings") -> int:
    from streams.reading.readers import Readers  # noqa: PLC0415
    from streams.running.running import Stop, running, work  # noqa: PLC0415

    stop = Stop(config.stop_timeout_s)
    stop.listen()
    readers = Readers(config.reader_count(), timeout_s=config.read_timeout_s)
    with _stopped(stop):
        async with running(broker, config, readers, stop) as app:
            typer.echo(f"rasad worker: ready on {broker}", err=True)
            await work(app, broker, stop)
    return stop.status


@contextmanager
def _stopped(stop: "Stop") -> Iterator[None]:
    """Ends with the status of the stop where one was asked for while things still started, and so did not: that is no failure."""
    try:
        yield
    except NotStarted:
        if not stop.requested:
            raise
        stop.disarm()
        raise typer.Exit(stop.status) from None


def run(work: Any) -> Any:
    """What a coroutine gives, on uvloop where there is one."""
    try:
        import uvloop  # noqa: PLC0415
    except ImportError:  # Windows
        return asyncio.run(work)
    return uvloop.run(work)


def _shipped() -> str:
    import seeds  # noqa: PLC0415

    return str(seeds.path("articles"))


def quiet(verbose: bool) -> None:
    """Silences Faust and the broker's client; verbose shows them instead."""
    import logging  # noqa: PLC0415

    from rich.logging import RichHandler  # noqa: PLC0415

    if verbose:
        from rich.console import Console  # noqa: PLC0415

        logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s", handlers=[RichHandler(console=Console(stderr=True))])
    else:
        logging.basicConfig(level=logging.CRITICAL + 1, handlers=[logging.NullHandler()])
        threading.excepthook = lambda _: None  # aiokafka's thread, when a broker is gone: what matters is told by the main one

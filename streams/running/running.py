"""Starting, draining and stopping an app inside one event loop, with signals and a deadline."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from streams import garbage
from streams.errors import RasadError
from streams.reading.readers import Readers
from streams.running.app import App, make_app
from streams.running.watchdog import watch
from streams.settings import Settings, is_embedded

SOURCES = ("articles", "reports", "incidents")
STALLED_S = 120  # without any progress a drain gives up
GIVEN_BACK_S = 5.0  # from one time that freed memory is given back to the next


class Stop:
    """Set by Ctrl-C or SIGTERM. status: the exit status that says which (130, 143), 0 before."""

    def __init__(self, deadline_s: float) -> None:
        self.status = 0
        self._event = asyncio.Event()
        self._deadline_s = deadline_s
        self._timer: threading.Timer | None = None

    def listen(self) -> None:
        """Takes over both signals; the process ends at the deadline even if a stop hangs (the log allows it at any moment)."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, self.request, 128 + name)

    def request(self, status: int) -> None:
        """Asks for a stop; a second request ends the process at once."""
        if self.status:
            os._exit(status)
        self.status = status
        self._event.set()
        self._timer = threading.Timer(self._deadline_s, os._exit, (status,))
        self._timer.daemon = True
        self._timer.start()

    def disarm(self) -> None:
        """Takes the deadline back: everything has stopped in time."""
        if self._timer is not None:
            self._timer.cancel()

    @property
    def requested(self) -> bool:
        """True once a stop was asked for."""
        return bool(self.status)

    async def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the request, at most so many seconds; True where it came."""
        try:
            await asyncio.wait_for(self._event.wait(), timeout_s)
        except TimeoutError:
            return False
        return True


@asynccontextmanager
async def publishing(broker: str, settings: Settings, stop: Stop | None = None) -> AsyncIterator[App]:
    """An app that only publishes, started; its records are acknowledged before it ends."""
    app = make_app(broker, settings)
    try:
        await _start(app, broker)
        yield app
        await app.producer.flush()
    finally:
        await _stop(app, broker, settings, stop)


@asynccontextmanager
async def running(broker: str, settings: Settings, readers: Readers, stop: Stop | None = None) -> AsyncIterator[App]:
    """The whole pipeline, started and recovered; stopped at the end."""
    garbage.seldom()
    app = make_app(broker, settings, readers)
    beside = [asyncio.create_task(_give_back())]
    if not is_embedded(broker):
        beside.append(asyncio.create_task(watch(app, STALLED_S)))
    try:
        await asyncio.gather(readers.start(), _start(app, broker))
        yield app
    finally:
        for task in beside:
            task.cancel()
        await _stop(app, broker, settings, stop)
        readers.stop()
        garbage.look_again()


async def _give_back() -> None:
    while True:
        await asyncio.sleep(GIVEN_BACK_S)
        garbage.give_back()


async def _start(app: App, broker: str) -> None:
    try:
        await app.start()
    except RasadError:
        raise
    except Exception as error:
        raise RasadError(_unreachable(broker, error)) from error
    check(app, broker)


async def _stop(app: App, broker: str, settings: Settings, stop: Stop | None) -> None:
    if is_embedded(broker) or (stop is not None and stop.requested):  # a stop that was asked for has its deadline and status
        await app.stop()
        return
    deadline = threading.Timer(settings.stop_timeout_s, _give_up, (broker,))
    deadline.daemon = True
    deadline.start()
    await app.stop()
    deadline.cancel()


def _give_up(broker: str) -> None:
    """Ends the process: Kafka's client waits for ever for a broker that is gone. What was not committed is done again."""
    sys.stderr.write(f"rasad: ended without a goodbye to {broker}, which does not answer\n")
    sys.stderr.flush()
    os._exit(1)


def check(app: App, broker: str) -> None:
    """RasadError where the app has crashed."""
    reason: Any = app.crash_reason
    if reason is not None:
        raise reason if isinstance(reason, RasadError) else RasadError(_unreachable(broker, reason))


def _unreachable(broker: str, error: BaseException) -> str:
    detail = f"{type(error).__name__}: {error}".rstrip(": ")
    if is_embedded(broker):
        return f"the log {broker} failed ({detail}); its records are safe: start again, or look at the path, its rights and the free space"
    return f"cannot use the broker {broker} ({detail}): is it up, and are address, user, password and certificate right?"


async def drain(app: App, broker: str, stop: Stop) -> None:
    """Waits until every record on the rooms' topics has been worked off and committed, or a stop is asked for."""
    progress = _Progress(app, broker)
    while not stop.requested:
        await app.consumer.commit()
        if not progress.left():
            return
        await stop.wait(0.02)


async def work(app: App, broker: str, stop: Stop) -> None:
    """Works until a stop is asked for; RasadError where the app crashed. A worker that stands still is ended by its watchdog."""
    while not await stop.wait(1):
        check(app, broker)


class _Progress:
    """Sees to it that what is left gets less: Faust may stand still after trouble with a broker without saying so."""

    def __init__(self, app: App, broker: str) -> None:
        self._app, self._broker = app, broker
        self._committed = -1
        self._since = 0.0

    def left(self) -> int:
        """Records left to work off; RasadError after a crash, or when none was committed for long."""
        check(self._app, self._broker)
        lags, committed = offsets(self._app)
        now = asyncio.get_running_loop().time()
        if committed != self._committed or not any(lags.values()):
            self._committed, self._since = committed, now
        elif now - self._since > STALLED_S:
            raise RasadError(f"the pipeline has stood still for {STALLED_S} s with {lags} records left: start it again")
        return sum(lags.values())


def offsets(app: App) -> tuple[dict[str, int], int]:
    """Records not yet worked off and committed, by topic; and the committed offsets of this worker's partitions, added up."""
    lags, committed = dict.fromkeys(SOURCES, 0), 0
    for tp in app.consumer.assignment():
        if tp.topic in lags:
            done = app.consumer._committed_offset.get(tp) or 0  # type: ignore[attr-defined]
            lags[tp.topic] += app.consumer.highwater(tp) - done
            committed += done
    return lags, committed

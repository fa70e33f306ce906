"""How a replay shows that it moves: a bar on a terminal, a plain line now and then elsewhere. Both go to standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn, track

from streams.metrics import Metrics

PLAIN_EVERY_S = 2.0
T = TypeVar("T")


class Rate:
    """Articles a second since the first one was read."""

    def __init__(self) -> None:
        self._since: float | None = None

    def __call__(self, metrics: Metrics) -> float:
        """The rate up to now."""
        now, played = time.monotonic(), metrics.done - metrics.skipped
        if self._since is None and played:
            self._since = now
        return played / max(now - self._since, 0.1) if self._since is not None else 0.0


class Bar:
    """A rich progress bar: articles, articles a second, day of publication, incidents and alerts so far."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("[bold]{task.fields[day]}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("articles · {task.fields[rate]:.0f}/s · {task.fields[incidents]} incidents · {task.fields[alerts]} alerts"),
            TimeRemainingColumn(compact=True),
            console=console,
            transient=False,
        )
        self._task = self._progress.add_task("", total=None, day="", rate=0.0, incidents=0, alerts=0)
        self._rate = Rate()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def __call__(self, metrics: Metrics, total: int) -> None:
        """Shows these counters."""
        self._progress.update(
            self._task,
            total=total,
            completed=metrics.done,
            day=str(metrics.day or ""),
            rate=self._rate(metrics),
            incidents=metrics.incidents,
            alerts=metrics.alerts,
        )


class Lines:
    """The same as plain lines, one every two seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._rate = Rate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return None

    def __call__(self, metrics: Metrics, total: int) -> None:
        """Writes these counters, when it is time or at the end."""
        now, rate = time.monotonic(), self._rate(metrics)
        if now - self._last < PLAIN_EVERY_S:
            return
        self._last = now
        found = f"{metrics.incidents} incidents, {metrics.alerts} alerts"
        sys.stderr.write(f"{metrics.day or ''} {metrics.done}/{total} articles, {rate:.0f}/s, {found}\n")
        sys.stderr.flush()


def shown() -> Bar | Lines:
    """The bar on a terminal, else the lines."""
    console = Console(stderr=True)
    return Bar(console) if console.is_terminal else Lines()


def counted(found: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The same things; on a terminal a bar shows how many of so many have passed."""
    console = Console(stderr=True)
    return iter(track(found, what, total, console=console, transient=True, disable=not console.is_terminal or not total))

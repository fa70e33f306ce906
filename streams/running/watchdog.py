"""Ends a worker that makes no progress, so that its supervisor starts it again.

Faust can hang for good without an error: in a recovery that reads nothing, in a rebalance that does not end, with an offset that is
never committed. The process then looks well from outside; only the offsets tell. Whatever it was doing is done again after the restart.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

POLL_S = 1.0


class Look(NamedTuple):
    """What one look at an app shows. busy: there is something to do; marks: they change while it is being done."""

    busy: bool
    marks: tuple[Any, ...]


class Progress:
    """Tells how long an app has been busy without progress."""

    def __init__(self) -> None:
        self._last = Look(False, ())
        self._since = 0.0

    def standstill_s(self, look: Look, now: float) -> float:
        """Seconds since the marks last changed or there was nothing to do. now: seconds of a clock that never goes back."""
        if not look.busy or look != self._last:
            self._last, self._since = look, now
        return now - self._since


def look(app: Any) -> Look:
    """Lag, committed offsets and the rest of a recovery of a Faust app; nothing to do before it has a consumer."""
    consumer = app._consumer
    if consumer is None:
        return Look(False, ())
    offsets = {}
    lag = 0
    for tp in consumer.assignment():
        if tp.topic not in app.tables.changelog_topics:
            committed = consumer._committed_offset.get(tp) or 0
            lag += max(0, (consumer.highwater(tp) or 0) - committed)
            offsets[tp] = committed
    recovering = app.in_recovery
    remaining = app.tables.recovery.active_remaining_total() if recovering else 0
    marks = (app.rebalancing, recovering, remaining, tuple(sorted(offsets.items())))
    return Look(bool(lag or recovering or app.rebalancing), marks)


async def watch(app: Any, limit_s: float, end: Callable[[int], Any] = os._exit, poll_s: float = POLL_S) -> None:
    """Ends the process with status 1 when the app has stood still for so many seconds; runs until it is cancelled."""
    progress, clock = Progress(), asyncio.get_running_loop().time
    while True:
        await asyncio.sleep(poll_s)
        seen = look(app)
        stood = progress.standstill_s(seen, clock())
        if stood >= limit_s:
            sys.stderr.write(f"rasad: no progress for {stood:.0f} s, the worker ends itself so that it is started again: {seen}\n")
            sys.stderr.flush()
            end(1)
            return

"""A Faust stream that takes the events that wait at once, without a turn of the event loop and a row of sensors for each."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import faust
from faust.streams import _current_event

from streams.garbage import spare
from streams.transports.embedded.acks import acknowledge

TOGETHER = 256  # events that a batch holds at most: the more, the seldomer is one thing told twice, and the longer do others wait
TURN = 64  # events handled before others get a turn: each may make several for those that read next, which should not fall far behind
TURNS = 200  # of the event loop that a stream gives to those who read next, before it goes on though they are behind
MANY = 32  # of them, after which no garbage is looked for among what handling them left


class Stream(faust.Stream):  # type: ignore[type-arg]
    """As Faust's own, but for what it takes of the topics of an embedded log."""

    app: Any
    channel: Any

    def events(self) -> AsyncIterator[Any]:
        """The events, each acknowledged when the next one is taken: nothing suspends between the two but where none waits."""
        return self._taken(lambda: False, singly=True)

    def batches(self, behind: Callable[[], bool] = lambda: False) -> AsyncIterator[Any]:
        """Lists of the events that wait, likewise: what is done to some before the next are taken becomes durable with all of them.

        behind: whether those who read what is made of the events should catch up first.
        """
        return self._taken(behind, singly=False)

    def now(self, event: Any) -> None:
        """Takes it that tables are written for this event of those that were taken."""
        self.current_event = event

    async def _taken(self, behind: Callable[[], bool], *, singly: bool) -> AsyncIterator[Any]:
        self._finalized = True
        started = await self.maybe_start()
        channel, queue, taken = self.channel, self.channel.queue, 0
        _current_event.set(lambda: self.current_event)  # type: ignore[arg-type] # asked where tables are written: once for all events
        try:
            while not self.should_stop:
                events = [await channel.__anext__() if queue.empty() or queue._errors else queue.get_nowait()]
                if not singly and not queue._errors:
                    events += [queue.get_nowait() for _ in range(min(queue.qsize(), TOGETHER - 1))]
                taken += len(events)
                alive = self._alive(events, waited_for=singly)
                try:
                    if alive:
                        self.now(alive[0])
                        yield alive[0] if singly else alive
                finally:
                    self.current_event = None
                    acknowledge(self.app.consumer, [event.message for event in events])
                if len(alive) >= MANY:
                    spare()
                if taken >= TURN:
                    taken = 0
                    await self._give_turns(behind)
        except StopAsyncIteration:
            return
        finally:
            self._channel_stop_iteration(channel)
            if started:
                await self.stop()
                self.service_reset()

    async def _give_turns(self, behind: Callable[[], bool]) -> None:
        await asyncio.sleep(0)
        for _ in range(TURNS):
            if self.should_stop or not behind():
                return
            await asyncio.sleep(0)

    def _alive(self, events: list[Any], *, waited_for: bool) -> list[Any]:
        """The events without those of a time before partitions were assigned anew, which are read again.

        waited_for: a stop waits for their handlers, as these may wait for others themselves.
        """
        app = self.app
        if not app.flow_control.is_active():
            return []
        generation = app.consumer_generation_id
        alive = [event for event in events if event.message.generation_id == generation]
        if waited_for:
            for message in [event.message for event in alive if not event.message.tracked]:
                message.tracked = True
                app.consumer.unacked.add(message)
        self.events_total += len(alive)
        return alive

"""A Faust stream that takes the events that wait at once, without a turn of the event loop and a row of sensors for each."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import faust

from streams.garbage import spare

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
        self._set_current_event(event)

    async def _taken(self, behind: Callable[[], bool], *, singly: bool) -> AsyncIterator[Any]:
        self._finalized = True
        started = await self.maybe_start()
        channel, queue, taken = self.channel, self.channel.queue, 0
        try:
            while not self.should_stop:
                events = [await channel.__anext__() if queue.empty() or queue._errors else queue.get_nowait()]
                while not singly and len(events) < TOGETHER and not queue.empty() and not queue._errors:
                    events.append(queue.get_nowait())
                taken += len(events)
                alive = [event for event in events if self._is_alive(event.message)]
                try:
                    if alive:
                        self.now(alive[0])
                        yield alive[0] if singly else alive
                finally:
                    self.current_event = None
                    for event in events:
                        event.ack()
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

    def _is_alive(self, message: Any) -> bool:
        """False for a message of a time before partitions were assigned anew, which is read again; others count as taken now."""
        app = self.app
        if not app.flow_control.is_active() or message.generation_id != app.consumer_generation_id:
            return False
        if message.topic in app.topics.acking_topics and not message.tracked:
            message.tracked = True
            app.consumer.unacked.add(message)
        self.events_total += 1
        return True

"""A Faust stream that takes the events that wait one after the other, without a turn of the event loop and a row of sensors for each."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import faust

from streams.garbage import spare

TOGETHER = 128  # events handled before others get a turn
RUN = 64  # likewise, where each may make several for those that read next: these should not fall far behind
MANY = 32  # of a run, after which no garbage is looked for among what it left


class Stream(faust.Stream):  # type: ignore[type-arg]
    """As Faust's own, but for events() of the topics of an embedded log."""

    app: Any
    channel: Any

    def events(self) -> AsyncIterator[Any]:
        """The events, each acknowledged when the next one is taken: nothing suspends between the two but where none waits."""
        return self._taken(pauses=False)

    def runs(self) -> AsyncIterator[Any]:
        """As events(), and None before anything suspends: what is done then becomes durable with all events since the last None."""
        return self._taken(pauses=True)

    async def _taken(self, *, pauses: bool) -> AsyncIterator[Any]:
        self._finalized = True
        started = await self.maybe_start()
        app, channel, queue = self.app, self.channel, self.channel.queue
        tracked, acking = app.consumer.unacked, app.topics.acking_topics
        most = RUN if pauses else TOGETHER
        taken, running = 0, 0
        try:
            while True:
                taken += 1
                if running and (not taken % most or queue.empty() or queue._errors or self.should_stop):
                    yield None
                    if running >= MANY:
                        spare()
                    running = 0
                if self.should_stop:
                    break
                if not taken % most:
                    await asyncio.sleep(0)
                event = await channel.__anext__() if queue.empty() or queue._errors else queue.get_nowait()
                message = event.message
                if app.flow_control.is_active() and message.generation_id == app.consumer_generation_id:
                    if message.topic in acking and not message.tracked:
                        message.tracked = True
                        tracked.add(message)
                    self._set_current_event(event)
                    self.events_total += 1
                    try:
                        yield event
                    finally:
                        self.current_event = None
                        event.ack()
                    running += pauses
                else:  # of a time before partitions were assigned anew: it is read again
                    event.ack()
        except StopAsyncIteration:
            return
        finally:
            self._channel_stop_iteration(channel)
            if started:
                await self.stop()
                self.service_reset()

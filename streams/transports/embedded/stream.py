"""A Faust stream that takes the events that wait one after the other, without a turn of the event loop and a row of sensors for each."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import faust

TOGETHER = 32  # events handled before others get a turn


class Stream(faust.Stream):  # type: ignore[type-arg]
    """As Faust's own, but for events() of the topics of an embedded log."""

    app: Any
    channel: Any

    async def events(self) -> AsyncIterator[Any]:
        """The events, each acknowledged when the next one is taken: nothing suspends between the two but where none waits."""
        self._finalized = True
        started = await self.maybe_start()
        app, channel, queue = self.app, self.channel, self.channel.queue
        tracked, acking = app.consumer.unacked, app.topics.acking_topics
        taken = 0
        try:
            while not self.should_stop:
                taken += 1
                if not taken % TOGETHER:
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
                else:  # of a time before partitions were assigned anew: it is read again
                    event.ack()
        except StopAsyncIteration:
            return
        finally:
            self._channel_stop_iteration(channel)
            if started:
                await self.stop()
                self.service_reset()

"""What was worked off, noted for many messages at once: Faust asks five functions and a lock for each."""

from collections.abc import Iterable
from typing import Any

from faust.types import ConsumerMessage
from mode.utils.futures import notify


def acknowledge(consumer: Any, messages: Iterable[ConsumerMessage]) -> None:
    """Acknowledges messages for one of those who read them; the last of these moves the offset that may be committed.

    In the thread of the event loop alone.
    """
    acking = consumer.app.topics.acking_topics
    for message in messages:
        if message.acked:
            continue
        if message.refcount > 1:
            message.refcount -= 1
            continue
        message.acked, message.refcount = True, 0
        tp, offset = message.tp, message.offset
        committed, known = consumer._committed_offset[tp], consumer._acked_index[tp]
        if tp.topic in acking and (committed is None or offset >= committed) and offset not in known:
            known.add(offset)
            consumer._acked[tp].append(offset)
            consumer._n_acked += 1
        if message.tracked:
            consumer._unacked_messages.discard(message)
    notify(consumer._waiting_for_ack)

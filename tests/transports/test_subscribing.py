"""A worker on Kafka joins only when the cluster knows all topics; commits nothing still handled; no lag is told with older extents."""

import asyncio
from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from streams.logs import kafka as logs_kafka
from streams.transports import safekafka


class Cluster:
    """Knows one topic more at each look."""

    def __init__(self, *names: str) -> None:
        self.names, self.looks = names, 0

    async def topics(self) -> set[str]:
        self.looks += 1
        return set(self.names[: self.looks])


class Thread(safekafka.ConsumerThread):
    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster

    def _ensure_consumer(self) -> Any:
        return self.cluster


@pytest.mark.asyncio
async def test_a_topic_made_just_now_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safekafka, "KNOWN_S", 0)
    cluster = Cluster("articles", "reports", "changelog")
    await Thread(cluster)._until_known({"articles", "changelog"})
    assert cluster.looks == 3


@pytest.mark.asyncio
async def test_a_topic_that_never_comes_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safekafka, "KNOWN_S", 0)
    monkeypatch.setattr(safekafka, "PATIENCE_S", 0.05)
    with pytest.raises(asyncio.TimeoutError):
        await Thread(Cluster("articles"))._until_known({"articles", "changelog"})


def test_extents_are_asked_for_after_what_is_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def committed(_: object) -> dict[str, dict[tuple[str, int], int]]:
        asked.append("committed")
        return {}

    async def extents(_: object) -> dict[tuple[str, int], tuple[int, int]]:
        asked.append("extents")
        return {("articles", 0): (0, 5)}

    monkeypatch.setattr(logs_kafka.KafkaSource, "_committed", committed)
    monkeypatch.setattr(logs_kafka.KafkaSource, "_extents", extents)
    source = logs_kafka.KafkaSource("kafka://nowhere:1")
    assert (source.extents(), source.committed(), asked) == ({("articles", 0): (0, 5)}, {}, ["committed", "extents"])


@pytest.mark.parametrize(
    ("committed", "done", "handled", "next_offset"),
    [
        (None, [1, 2], [0], None),
        (5, [6, 7], [5], None),
        (5, [5, 6, 8], [7], 7),
        (5, [9, 7], [8], None),
        (None, [0, 1], [], 2),
        (None, [4, 5], [6], 6),  # the first that the topic still has
    ],
)
def test_what_is_still_handled_is_not_committed(
    committed: int | None, done: list[int], handled: list[int], next_offset: int | None
) -> None:
    tp = TP("articles", 0)
    other = SimpleNamespace(tp=TP("articles", 1), offset=0, acked=False)
    consumer = safekafka.Consumer.__new__(safekafka.Consumer)
    consumer._acked, consumer._acked_index = defaultdict(list, {tp: done}), defaultdict(set, {tp: set(done)})
    consumer._gap, consumer._committed_offset = defaultdict(list), defaultdict(lambda: None, {tp: committed})
    waiting: Any = [other, *(SimpleNamespace(tp=tp, offset=offset, acked=False) for offset in handled)]
    consumer._unacked_messages = waiting
    assert consumer._new_offset(tp) == next_offset

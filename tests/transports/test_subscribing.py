"""A worker on Kafka joins its group only when the cluster knows all its topics; a lag is never told of with older extents."""

import asyncio
from typing import Any

import pytest

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

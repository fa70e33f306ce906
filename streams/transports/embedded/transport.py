"""The Faust transport: ``faust.App(broker="embedded:///path/rasad.db")``."""

from typing import Any

from aiokafka.partitioner import DefaultPartitioner
from faust.transport import base
from faust.types import TP

from streams.errors import LogError
from streams.transports.embedded.address import Address
from streams.transports.embedded.consumer import Consumer
from streams.transports.embedded.log import Log
from streams.transports.embedded.opened import hold, release
from streams.transports.embedded.policy import Policy
from streams.transports.embedded.producer import Producer


class Transport(base.Transport):
    """Joins an app to the log of its broker URL; the log is open while a consumer or producer of the app runs."""

    Consumer = Consumer
    Producer = Producer
    driver_version = "embedded=1"
    default_port = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(self.url) != 1:
            raise LogError(
                f"{', '.join(map(str, self.url))}: one embedded log is expected, and its path may hold no comma and no semicolon"
            )
        self.address = Address.parse(self.url[0])
        conf: Any = self.app.conf  # declared as a method there, which it is not
        self._partitioner: Any = conf.producer_partitioner or DefaultPartitioner()
        self._held: Log | None = None

    @property
    def log(self) -> Log:
        """The open log; a LogError before the consumer or the producer has started."""
        if self._held is None:
            raise LogError(f"the log {self.address.path or self.address.name} is not open: start the app first")
        return self._held

    @property
    def is_open(self) -> bool:
        """Whether the log was opened."""
        return self._held is not None

    def hold(self) -> Log:
        """Opens the log for one consumer or producer."""
        self._held = hold(self.address)
        return self._held

    def release(self) -> None:
        """Takes one hold back. The log can still be read after the last, as far as it is in memory."""
        release(self.address)

    def create_topic(self, topic: str, partitions: int, **kwargs: Any) -> None:
        """Makes a topic with the policy that Faust gives: compacting, retention (seconds or timedelta), config["retention.bytes"]."""
        self.log.create_topic(topic, partitions, _policy(**kwargs))

    def slot(self, topic: str, key: bytes | None, partition: int | None) -> TP:
        """Where a record goes; LogError for a partition that the topic does not have. The topic is made where there is none."""
        if topic not in self.log.topics:
            self.log.create_topic(topic, self.app.conf.topic_partitions)
        count = self.log.topics[topic].partitions
        if partition is None:
            every = list(range(count))
            partition = self._partitioner(key, every, every)
        elif not 0 <= partition < count:
            raise LogError(f"{topic} has {count} partitions, not one numbered {partition}")
        return TP(topic, partition)


def _policy(*, compacting: bool | None = None, retention: Any = None, config: dict[str, Any] | None = None, **_: Any) -> Policy | None:
    size = (config or {}).get("retention.bytes")
    if compacting is None and retention is None and size is None:
        return None
    seconds = retention.total_seconds() if hasattr(retention, "total_seconds") else retention
    return Policy(bool(compacting), None if seconds is None else float(seconds), None if size is None else int(size))

"""One real Apache Kafka for all tests of this folder, started when the first one needs it."""

import os
from collections.abc import Iterator

import pytest

from tests.kafka.kafka_broker import Container, Given, Local, open_kafka


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Given | Container | Local]":
    """A broker; where none can be had the tests are skipped, or fail with RASAD_REQUIRE_KAFKA=1."""
    try:
        broker = open_kafka(tmp_path_factory.mktemp("kafka"))
    except LookupError as error:
        if os.environ.get("RASAD_REQUIRE_KAFKA") == "1":
            pytest.fail(f"no Kafka, and RASAD_REQUIRE_KAFKA=1: {error}")
        pytest.skip(f"no Kafka: {error}")
    yield broker
    broker.stop()

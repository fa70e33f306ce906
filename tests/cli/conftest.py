"""A log written by hand, still open for writing while tests read it."""

from collections.abc import Iterator

import pytest

from streams.topics import TOPICS
from streams.transports.embedded.address import Address
from streams.transports.embedded.opened import hold, release
from streams.wire import encode
from tests.cli.written import MARCH, RECORDS


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("log") / "rasad.db"
    address = Address(path)
    made = hold(address)
    for row in TOPICS:
        made.create_topic(row.name, 1)
    for topic, key, record in RECORDS:
        made.append((topic, 0), 0.0, key.encode(), encode(record, seq=0, watermark=MARCH), [])
    made.flush()
    yield f"embedded://{path}"  # still open: reading works beside a writer
    release(address)

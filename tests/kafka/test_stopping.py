"""A worker whose broker is gone still ends when it is told to."""

import contextlib
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from streams.logs.reader import LogReader
from tests.kafka.kafka_broker import Container, Given, Local
from tests.kafka.test_smoke import rasad


@contextlib.contextmanager
def down(kafka: Given | Container | Local) -> Iterator[None]:
    if isinstance(kafka, Given):
        pytest.skip("the broker in RASAD_TEST_KAFKA is not ours to kill")
    kafka.kill()
    try:
        yield
    finally:
        kafka.restart()


@pytest.mark.kafka
@pytest.mark.slow
@pytest.mark.xdist_group("kafka")
def test_a_worker_ends_within_five_seconds_of_sigterm_with_the_broker_down(kafka: Given | Container | Local) -> None:
    worker = rasad("worker", "--broker", f"kafka://{kafka.bootstrap}")
    try:
        assert worker.stderr and b"ready" in worker.stderr.readline()
        assert LogReader(f"kafka://{kafka.bootstrap}").size("articles")[2] == 4
        with down(kafka):
            time.sleep(1)
            since = time.monotonic()
            worker.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                worker.wait(20)
            assert time.monotonic() - since < 5
            assert worker.returncode == 128 + signal.SIGTERM
    finally:
        worker.kill()
        worker.communicate()

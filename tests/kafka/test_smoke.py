"""One worker on a real Kafka reads the shipped feed and ends with the tables of the embedded log, exactly."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from streams.logs.reader import LogReader
from streams.queries.queries import alert_history
from tests.kafka.kafka_broker import Container, Given, Local
from tests.tables import tables

ROOT = Path(__file__).parents[2]
READ = ("articles", "reports", "incidents")
ENV = {name: value for name, value in os.environ.items() if not name.startswith("RASAD_")} | {"RASAD_READERS": "1"}


def rasad(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "streams", *arguments], cwd=ROOT, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def done(process: "subprocess.Popen[bytes]", status: int = 0) -> None:
    _, told = process.communicate(timeout=120)
    assert process.returncode == status, told.decode()


def wait_until_worked_off(url: str, articles: int, limit_s: float = 90) -> None:
    """Returns when nothing is left to do; a room passes its records on before it commits, so nothing is between two rooms."""
    deadline = time.monotonic() + limit_s
    log = LogReader(url)
    while log.size("articles")[1] < articles or any(log.lag(topic) for topic in READ) or log.lag("incidents") is None:
        assert time.monotonic() < deadline, {topic: log.lag(topic) for topic in READ}
        time.sleep(0.5)


def consumed(bootstrap: str) -> str:
    """The first alert that the consumer of docs/subscribing.md prints."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "subscribing.md").read_text(encoding="utf-8"), re.S)
    (program,) = [block.replace("host:9092", bootstrap) for block in blocks if "aiokafka" in block]
    with subprocess.Popen([sys.executable, "-u", "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.kill()
    return line.partition(" ")[0]


@pytest.mark.kafka
@pytest.mark.slow
@pytest.mark.xdist_group("kafka")
def test_one_worker_on_kafka_ends_with_the_tables_of_the_embedded_log(kafka: Given | Container | Local, tmp_path: Path) -> None:
    embedded, broker = f"embedded://{tmp_path}/rasad.db", f"kafka://{kafka.bootstrap}"
    done(rasad("replay", "--speed", "max", "--log", str(tmp_path / "rasad.db")))
    articles = LogReader(embedded).size("articles")[0]
    worker = rasad("worker", "--broker", broker)
    try:
        done(rasad("replay", "--speed", "max", "--broker", broker))
        wait_until_worked_off(broker, articles)
        worker.send_signal(signal.SIGTERM)
        done(worker, 128 + signal.SIGTERM)
    finally:
        worker.kill()
    expected = tables(embedded)
    assert expected["incidents"], "the feed has incidents"
    assert tables(broker) == expected
    assert consumed(kafka.bootstrap) in {
        one.alert_id for one in alert_history(LogReader(broker)) if one.country == "SY" and one.severity > 1
    }

"""A replay of the shipped feed, killed with -9 again and again, ends as one that nobody disturbed: byte for byte."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import seeds
from streams.logs.reader import LogReader
from streams.queries import queries
from streams.wire import decode

ROOT = Path(__file__).parents[2]
KILLS = 25
ARTICLES = sum(len(file.read_bytes().strip().split(b"\n")) for file in seeds.path("articles").glob("*.jsonl"))
SPEED = "300000x"  # the feed of ten weeks in twenty seconds, so that a kill hits it somewhere
TOPICS = ("reports", "incidents", "aggregates")


def start(log: Path, speed: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streams", "replay", "--speed", speed, "--log", str(log)]
    with log.with_suffix(".err").open("wb") as said:
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said, env={**os.environ, "RASAD_READERS": "1"})


def ends_well(log: Path) -> None:
    """Plays all that is left, and says why where that fails."""
    assert start(log, "max").wait(120) == 0, log.with_suffix(".err").read_text(encoding="utf-8")[-2000:]


def account(log: Path) -> dict[str, list[tuple[bytes, str]]]:
    """The newest record of each key, without what depends on arrival."""
    reader = LogReader(f"embedded://{log}")
    found = {
        topic: [(key, decode(value).record.model_dump_json()) for key, value in sorted(reader.latest(topic).items())] for topic in TOPICS
    }
    alerts = [(alert.alert_id.encode(), alert.model_dump_json()) for alert in queries.alerts(reader, standing=False)]
    return found | {"alerts": alerts}


@pytest.mark.slow
def test_25_kills_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    ends_well(whole)
    chance, hit = random.Random(2019), 0
    for _ in range(KILLS):
        replay = start(killed, SPEED)
        time.sleep(chance.uniform(0.3, 2.2))
        hit += replay.poll() is None
        replay.send_signal(signal.SIGKILL)
        replay.wait()
    assert hit == KILLS, "the replay had ended before a kill"
    ends_well(killed)
    found = [record.key for record in LogReader(f"embedded://{killed}").records("articles")]
    assert len(found) == ARTICLES
    expected = account(whole)
    assert expected["incidents"] and expected["aggregates"]
    for topic, rows in account(killed).items():
        assert rows == expected[topic], topic

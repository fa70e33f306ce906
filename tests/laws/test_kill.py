"""A replay that is killed at any moment, again and again, ends with the tables of one that was left alone, byte for byte."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from streams.errors import LogError
from streams.logs.reader import LogReader
from streams.queries.queries import incidents
from tests.tables import tables

ROOT = Path(__file__).parents[2]
KILLS = 25
SHORTEST_S, READING_S = 0.3, 2.0  # lives end while a process starts, recovers or reads: from the first to so long after its first article
LOOPS = 12
DAYS_A_SECOND = 12  # of the feed's 75 days a loop, so that the feed is not done before the last kill
ENV = {name: value for name, value in os.environ.items() if not name.startswith("RASAD_")} | {"RASAD_READERS": "1"}


def replay(log: Path, speed: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "streams", "replay", "--loop", str(LOOPS), "--speed", speed, "--log", str(log)]
    return subprocess.Popen(command, cwd=ROOT, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(log: Path) -> None:
    process = replay(log, "max")
    _, told = process.communicate(timeout=120)
    assert process.returncode == 0, told.decode()


def published(log: Path) -> int:
    """Articles in a log; 0 where there is none yet."""
    try:
        return LogReader(f"embedded://{log}").size("articles")[0]
    except LogError:
        return 0


def first_article_after(log: Path) -> float:
    """Seconds until a replay has its first article in the log, on this machine and with what else it does now."""
    start = time.monotonic()
    process = replay(log, f"{DAYS_A_SECOND * 86_400}x")
    while not published(log):
        assert process.poll() is None, "a replay writes its first article"
        time.sleep(0.05)
    process.kill()
    process.communicate()
    return time.monotonic() - start


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of a replay that nobody disturbed."""
    log = tmp_path_factory.mktemp("undisturbed") / "rasad.db"
    finish(log)
    assert incidents(LogReader(f"embedded://{log}")), "the feed has incidents"
    return tables(f"embedded://{log}")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2019])
def test_killing_a_replay_changes_nothing(tmp_path: Path, undisturbed: dict[str, bytes], seed: int) -> None:
    moments, log = random.Random(seed), tmp_path / "rasad.db"
    longest_s = READING_S + first_article_after(tmp_path / "measured.db")
    for _ in range(KILLS):
        process = replay(log, f"{DAYS_A_SECOND * 86_400}x")
        time.sleep(moments.uniform(SHORTEST_S, longest_s))
        assert process.poll() is None, f"a replay must be killed, not end by itself: {process.communicate()[1].decode()}"
        process.kill()
        process.communicate()
    before = published(log)
    finish(log)
    assert 0 < before < published(log), "some articles came before the last kill and some after"
    assert tables(f"embedded://{log}") == undisturbed

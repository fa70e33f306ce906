"""A process killed at any moment loses nothing and counts nothing twice, although the rooms of this app are not idempotent."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from streams.errors import LogError
from streams.logs.reader import LogReader
from tests.transports.counting import word

KILLS = 25
LEAST_S = 0.1  # of a life, from the start of the process; the longest is twice as long as starting takes: some die before they work
PACE = 400  # words a second: not all are counted before the last kill
START_S, END_S = 120, 300  # waited for at most, on a slow machine
DEATHS = 12  # before a begin or a commit: between what must not come apart


def counting(path: Path, words: int, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.transports.counting", str(path), str(words), *options]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2])


def words_of(path: Path) -> int:
    """How many words stand in a log; 0 where it is not made yet."""
    try:
        return LogReader(f"embedded://{path}").ends("words").get(0, 0)
    except LogError:
        return 0


def starting_s(path: Path) -> float:
    """How long a process needs, on this machine and now, until it works."""
    begin = time.monotonic()
    with counting(path, PACE * START_S, str(PACE)) as process:
        while not words_of(path):
            assert process.poll() is None and time.monotonic() - begin < START_S
            time.sleep(0.02)
        process.kill()
    return time.monotonic() - begin


def assert_exact(path: Path, words: int) -> None:
    log = LogReader(f"embedded://{path}")
    counted = {int(key.strip(b'"')): int(value) for key, value in log.latest("three-totals-changelog").items()}
    assert counted == Counter(len(word(number)) for number in range(words))
    assert log.ends("lengths") == {0: words}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_counts_are_exact_after_many_kills(tmp_path: Path, seed: int) -> None:
    moments, path = random.Random(seed), tmp_path / "log.db"
    longest = 2 * starting_s(tmp_path / "other.db")
    words = round(KILLS * longest * PACE)
    for _ in range(KILLS):
        with counting(path, words, str(PACE)) as process:
            time.sleep(moments.uniform(LEAST_S, longest))
            assert process.poll() is None, "a process must be killed, not end by itself"
            process.kill()
    assert 0 < words_of(path) < words  # killed at work, however slow the machine
    with counting(path, words) as process:
        assert process.wait(END_S) == 0
    assert_exact(path, words)


@pytest.mark.slow
def test_counts_are_exact_after_deaths_between_transactions(tmp_path: Path) -> None:
    moments, path, words = random.Random(2), tmp_path / "log.db", 8_000
    for _ in range(DEATHS):
        with counting(path, words, str(PACE), str(moments.randint(1, 30))) as process:
            assert process.wait(END_S) == -signal.SIGKILL
    with counting(path, words) as process:
        assert process.wait(END_S) == 0
    assert_exact(path, words)

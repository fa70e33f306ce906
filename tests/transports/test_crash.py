"""A process killed at any moment loses nothing and counts nothing twice, although the rooms of this app are not idempotent."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from streams.logs import LogReader
from tests.transports.counting import word

KILLS = 25
LIFE_S = (0.1, 1.1)  # from the start of the process: some die while they start or recover
PACE = 400  # words a second: not all are counted before the last kill
WORDS = round(KILLS * LIFE_S[1] * PACE)


DEATHS = 12  # before a begin or a commit: between what must not come apart


def counting(path: Path, words: int, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.transports.counting", str(path), str(words), *options]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2])


def assert_exact(path: Path, words: int) -> None:
    log = LogReader(f"embedded://{path}")
    counted = {int(key.strip(b'"')): int(value) for key, value in log.latest("three-totals-changelog").items()}
    assert counted == Counter(len(word(number)) for number in range(words))
    assert log.ends("lengths") == {0: words}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_counts_are_exact_after_many_kills(tmp_path: Path, seed: int) -> None:
    moments, path = random.Random(seed), tmp_path / "log.db"
    for _ in range(KILLS):
        with counting(path, WORDS, str(PACE)) as process:
            time.sleep(moments.uniform(*LIFE_S))
            assert process.poll() is None, "a process must be killed, not end by itself"
            process.kill()
    assert 0 < LogReader(f"embedded://{path}").ends("words")[0] < WORDS  # killed at work, however slow the machine
    with counting(path, WORDS) as process:
        assert process.wait(60) == 0
    assert_exact(path, WORDS)


@pytest.mark.slow
def test_counts_are_exact_after_deaths_between_transactions(tmp_path: Path) -> None:
    moments, path, words = random.Random(2), tmp_path / "log.db", 8_000
    for _ in range(DEATHS):
        with counting(path, words, str(PACE), str(moments.randint(1, 30))) as process:
            assert process.wait(30) == -signal.SIGKILL
    with counting(path, words) as process:
        assert process.wait(60) == 0
    assert_exact(path, words)

"""A process killed at any moment loses nothing and counts nothing twice, although the rooms of this app are not idempotent."""

import random
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


def counting(path: Path, *pace: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.transports.counting", str(path), str(WORDS), *pace], cwd=Path(__file__).parents[2]
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_counts_are_exact_after_many_kills(tmp_path: Path, seed: int) -> None:
    moments, path = random.Random(seed), tmp_path / "log.db"
    for _ in range(KILLS):
        with counting(path, str(PACE)) as process:
            time.sleep(moments.uniform(*LIFE_S))
            assert process.poll() is None, "a process must be killed, not end by itself"
            process.kill()
    log = LogReader(f"embedded://{path}")
    before = log.ends("words")[0]
    assert WORDS / 10 < before < WORDS
    with counting(path) as process:
        assert process.wait(60) == 0
    expected = Counter(len(word(number)) for number in range(WORDS))
    counted = {int(key.strip(b'"')): int(value) for key, value in log.latest("three-totals-changelog").items()}
    assert counted == expected
    assert log.ends("lengths") == {0: WORDS}

"""A replay that is stopped ends quickly, with the right status, and goes on where it was."""

import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from streams.logs.reader import LogReader

ROOT = Path(__file__).parents[2]
ARTICLES = 40


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Forty articles, a day apart: eight seconds at five days a second."""
    file = tmp_path / "feed.jsonl"
    first = datetime(2019, 1, 1, tzinfo=UTC)
    rows = (
        {"article_id": f"a{day}", "published_at": (first + timedelta(days=day)).isoformat(), "body": f"خبر رقم {day}"}
        for day in range(ARTICLES)
    )
    file.write_bytes(b"\n".join(map(orjson.dumps, rows)))
    return file


def start(feed: Path, log: Path, speed: str = "432000x", *, own_group: bool = False) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "streams", "replay", str(feed), "--speed", speed, "--log", str(log)]
    settings = {**os.environ, "RASAD_READERS": "1"}
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings, start_new_session=own_group
    )


def wait_until_it_listens(process: int) -> None:
    """Waits until a process catches SIGTERM."""
    deadline = time.monotonic() + 60
    bit = 1 << (signal.SIGTERM - 1)
    while not int(re.search(r"SigCgt:\s*(\w+)", Path(f"/proc/{process}/status").read_text())[1], 16) & bit:  # type: ignore[index]
        assert time.monotonic() < deadline, "the replay does not listen"
        time.sleep(0.05)


def published(log: Path) -> list[bytes | None]:
    url = f"embedded://{log}"
    return [record.key for record in LogReader(url).records("articles")] if LogReader.exists(url) else []


def wait_for(log: Path, articles: int) -> None:
    deadline = time.monotonic() + 60
    while len(published(log)) < articles:
        assert time.monotonic() < deadline, "the replay does not publish"
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_a_replay_within_five_seconds_and_the_next_goes_on(feed: Path, tmp_path: Path, name: str) -> None:
    log, number = tmp_path / "rasad.db", getattr(signal, name)
    replay = start(feed, log)
    wait_for(log, 3)
    since = time.monotonic()
    replay.send_signal(number)
    out, error = replay.communicate(timeout=30)
    assert time.monotonic() - since < 5
    assert replay.returncode == 128 + number
    assert "goes on from here" in out and "Traceback" not in error
    before = published(log)
    assert len(before) < ARTICLES
    rest = start(feed, log, "max")
    assert rest.wait(60) == 0
    rest.communicate()
    assert published(log)[: len(before)] == before
    assert sorted(published(log)) == sorted(f"a{day}".encode() for day in range(ARTICLES))


@pytest.mark.slow
@pytest.mark.parametrize("after_s", [0.7, 1.1, 1.6])  # while readers start
def test_a_signal_to_all_processes_of_a_replay_is_a_stop_and_no_failure(feed: Path, tmp_path: Path, after_s: float) -> None:
    replay = start(feed, tmp_path / "rasad.db", own_group=True)
    wait_until_it_listens(replay.pid)
    time.sleep(after_s)
    os.killpg(replay.pid, signal.SIGTERM)
    _, error = replay.communicate(timeout=30)
    assert replay.returncode == 143 and "rasad:" not in error and "Traceback" not in error


@pytest.mark.slow
def test_a_signal_to_all_processes_refuses_no_article(feed: Path, tmp_path: Path) -> None:
    log = tmp_path / "rasad.db"
    replay = start(feed, log, own_group=True)
    wait_for(log, 3)
    os.killpg(replay.pid, signal.SIGTERM)
    out, _ = replay.communicate(timeout=30)
    assert replay.returncode == 143 and "goes on from here" in out
    assert list(LogReader(f"embedded://{log}").records("dead-letters")) == []


@pytest.mark.slow
def test_a_replay_killed_with_9_leaves_no_process_and_publishes_nothing_twice(feed: Path, tmp_path: Path) -> None:
    log = tmp_path / "rasad.db"
    replay = start(feed, log)
    wait_for(log, 3)
    children = _children(replay.pid)
    replay.kill()
    replay.communicate()
    deadline = time.monotonic() + 5
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children and not any(map(_alive, children))
    rest = start(feed, log, "max")
    assert rest.wait(60) == 0
    rest.communicate()
    assert sorted(published(log)) == sorted(f"a{day}".encode() for day in range(ARTICLES))


@pytest.mark.slow
def test_a_second_replay_on_the_same_log_is_refused(feed: Path, tmp_path: Path) -> None:
    log = tmp_path / "rasad.db"
    first = start(feed, log)
    wait_for(log, 1)
    second = start(feed, log)
    _, error = second.communicate(timeout=30)
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=30)
    assert second.returncode == 1
    assert error.startswith("rasad: ") and str(log) in error and "Traceback" not in error


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(") ", 1)[1][0]
    except OSError:
        return False
    return state != "Z"

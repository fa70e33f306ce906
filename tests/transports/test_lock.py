import os
import subprocess
import sys
from pathlib import Path

import pytest

from streams.errors import LogError, LogLocked
from streams.transports.embedded.lock import FileLock

HOLD = """
import sys
from pathlib import Path
from streams.transports.embedded.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_told_who_has_the_log_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "rasad.db"
    with holder(path) as other:
        with pytest.raises(LogLocked) as told:
            FileLock(path)
        other.kill()
    assert f"process {other.pid}" in str(told.value)
    assert "wait until it ends" in str(told.value)


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path / "rasad.db") as other:
        other.kill()
        other.wait()
    FileLock(tmp_path / "rasad.db").release()


def test_one_process_does_not_lock_a_log_twice(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "rasad.db")
    with pytest.raises(LogLocked, match=str(os.getpid())):
        FileLock(tmp_path / "rasad.db")
    lock.release()
    FileLock(tmp_path / "rasad.db").release()


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="cannot write beside the log"):
        FileLock(tmp_path / "nowhere" / "rasad.db")

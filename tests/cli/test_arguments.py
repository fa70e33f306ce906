"""What the command line says to wrong arguments, and how it ends."""

import subprocess
import sys
import time
from pathlib import Path

import pytest


def rasad(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "streams", *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        check=False,
    )


COMMANDS = [
    *(
        "replay",
        "worker",
        "extract",
        "link",
        "explain",
        "incidents",
        "aggregates",
        "alerts",
        "watch",
        "diff",
        "review",
        "outlets",
        "evaluate",
    ),
    *("topics", "dead-letters", "schema", "check"),
]


def test_help_names_every_command_and_comes_quickly() -> None:
    since = time.monotonic()
    found = rasad("--help")
    assert time.monotonic() - since < 2  # the promise is 0.5 s on a quiet machine
    assert found.returncode == 0
    assert all(f" {command} " in found.stdout for command in COMMANDS)


def test_help_does_not_load_faust() -> None:
    code = "import sys, streams.cli; print([name for name in ('faust', 'pydantic', 'rich.table', 'aiokafka') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    found = rasad(command, "--help")
    assert found.returncode == 0
    assert len(found.stdout.splitlines()) > 5


WRONG = {
    "no such command": ("rebuild",),
    "no such option": ("replay", "--fast"),
    "a speed that is none": ("replay", "--speed", "fast"),
    "no log": ("incidents",),
    "a log of another kind": ("incidents", "--log", "redis://host"),
    "a broker of another kind": ("replay", "--broker", "redis://host"),
    "a worker without a broker": ("worker",),
    "two logs": ("replay", "--broker", "embedded:///a.db", "--log", "/b.db"),
    "no file": ("extract",),
    "a record that is none": ("schema", "Nothing"),
    "no letter to send again": ("dead-letters", "requeue", "--log", "/x.db"),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_arguments_end_with_2_and_without_a_traceback(what: str) -> None:
    found = rasad(*WRONG[what])
    assert found.returncode == 2
    assert found.stderr.strip() and "Traceback" not in found.stderr


def test_a_file_that_is_not_there_ends_with_1() -> None:
    found = rasad("replay", "/nonexistent/feed.jsonl")
    assert found.returncode == 1
    assert found.stderr == "rasad: /nonexistent/feed.jsonl: no such file or folder\n"


def test_a_bad_setting_is_named() -> None:
    found = rasad("replay", RASAD_READERS="many")
    assert found.returncode == 2
    assert "RASAD_READERS='many'" in found.stderr


def test_a_log_that_is_not_there_ends_with_1(tmp_path: Path) -> None:
    found = rasad("incidents", "--log", str(tmp_path / "none.db"))
    assert found.returncode == 1
    assert "none.db" in found.stderr and "Traceback" not in found.stderr
    assert not (tmp_path / "none.db").exists()


def test_schema_is_json_schema() -> None:
    import json

    found = json.loads(rasad("schema").stdout)
    assert found["Incident"]["properties"]["incident_id"]["type"] == "string"
    assert json.loads(rasad("schema", "Cell").stdout)["title"] == "Cell"


def test_completion_can_be_shown() -> None:
    """The shell is found among the parents of the process, so a shell of the test's own starts it; `&&` keeps it waiting."""
    shell = ["bash", "-c", f"'{sys.executable}' -m streams --show-completion && true"]
    found = subprocess.run(shell, capture_output=True, text=True, timeout=120, check=False, cwd=Path(__file__).parents[2])
    assert "_RASAD_COMPLETE" in found.stdout, found.stderr

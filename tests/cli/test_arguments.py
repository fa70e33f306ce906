"""What the command line says to wrong arguments, and how it ends."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


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
    "a day that is none": ("incidents", "--log", "/x.db", "--since", "yesterday"),
    "a moment that is none": ("incidents", "--log", "/x.db", "--as-of", "last week"),
    "a folder for a log": ("incidents", "--log", "/tmp"),
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


def test_what_is_expected_is_said_in_the_words_of_the_option() -> None:
    assert "expected a day" in rasad(*WRONG["a day that is none"]).stderr
    assert "published_at" not in rasad(*WRONG["a moment that is none"]).stderr


def test_the_version_is_told() -> None:
    found = rasad("--version")
    assert found.returncode == 0 and found.stdout.startswith("rasad 0.")


def test_an_input_of_which_nothing_can_be_read_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "page.jsonl").write_text("<!DOCTYPE html>\n")
    found = rasad("replay", str(tmp_path / "page.jsonl"))
    assert found.returncode == 1
    assert "page.jsonl:1: not-json" in found.stderr and "no article could be read" in found.stderr and found.stdout == ""


@pytest.mark.parametrize("arguments", ["schema", "explain {feed}"])
def test_a_pipe_that_closes_early_ends_with_0(tmp_path: Path, arguments: str) -> None:
    body = " ".join(["قتل خمسة مدنيين في قصف على حلب."] * 2000)
    (tmp_path / "feed.jsonl").write_text(json.dumps({"article_id": "a", "published_at": "2019-03-03", "body": body}))
    command = f"{sys.executable} -m streams {arguments.format(feed=tmp_path / 'feed.jsonl')} | head -c 10; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert found.stdout.endswith("\n0\n") or found.stdout.endswith("0\n"), found.stdout
    assert found.stderr == ""


def test_a_bad_setting_is_named() -> None:
    found = rasad("replay", RASAD_READERS="many")
    assert found.returncode == 2
    assert "RASAD_READERS='many'" in found.stderr


def test_a_log_that_is_not_there_ends_with_1(tmp_path: Path) -> None:
    found = rasad("incidents", "--log", str(tmp_path / "none.db"))
    assert found.returncode == 1
    assert "none.db" in found.stderr and "Traceback" not in found.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_record_is_known_in_any_capitals() -> None:
    assert rasad("schema", "article").stdout == rasad("schema", "Article").stdout != ""


def test_schema_is_json_schema() -> None:
    found = json.loads(rasad("schema").stdout)
    assert found["Incident"]["properties"]["incident_id"]["type"] == "string"
    assert json.loads(rasad("schema", "Cell").stdout)["title"] == "Cell"


def test_completion_can_be_shown() -> None:
    """The shell is found among the parents of the process, so a shell of the test's own starts it; `&&` keeps it waiting."""
    shell = ["bash", "-c", f"'{sys.executable}' -m streams --show-completion && true"]
    found = subprocess.run(shell, capture_output=True, text=True, timeout=120, check=False, cwd=Path(__file__).parents[2])
    assert "_RASAD_COMPLETE" in found.stdout, found.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1256", "latin-1"])
def test_arabic_is_written_where_the_locale_has_none(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "feed.jsonl").write_text(json.dumps({"article_id": "a", "published_at": "2019-03-03", "body": "قتل خمسة مدنيين في حلب."}))
    found = rasad("explain", str(tmp_path / "feed.jsonl"), PYTHONIOENCODING=encoding)
    assert found.returncode == 0 and "حلب" in found.stdout and found.stderr == ""


@pytest.mark.parametrize("arguments", ["schema", "schema Article", "--version"])
def test_where_nothing_can_be_written_is_told_and_ends_with_1(arguments: str) -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-m", "streams", *arguments.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT
        )
    assert (found.returncode, found.stderr) == (1, "rasad: standard output: No space left on device\n")


def test_a_closed_standard_output_is_no_failure() -> None:
    found = subprocess.run(["bash", "-c", f"{sys.executable} -m streams schema >&-"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (found.returncode, found.stderr) == (0, "")

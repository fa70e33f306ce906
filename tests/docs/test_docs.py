"""What the documentation says is there: commands, topics, settings, links; and the project speaks of itself alone."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from streams.cli import app
from streams.settings import Settings
from streams.topics import TOPICS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = typer.main.get_command(app)
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shown() -> list[tuple[str, list[str]]]:
    """Every `rasad …` line in a code block of a page, as arguments."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                words = shlex.split(line.partition(" #")[0], posix=True) if "rasad " in line else []
                if words and words[0].rsplit("/", 1)[-1] == "rasad":
                    stop = next((n for n, word in enumerate(words) if word in {"|", ">", "&&", ";", "&"}), len(words))
                    found.append((page.name, words[1:stop]))
    return found


def test_there_are_commands_to_check() -> None:
    assert len(shown()) >= 5


@pytest.mark.parametrize(("page", "words"), shown(), ids=lambda value: value if isinstance(value, str) else " ".join(value))
def test_a_command_that_is_shown_can_be_given(page: str, words: list[str]) -> None:
    command = COMMANDS
    rest = words
    while hasattr(command, "commands") and rest and not rest[0].startswith("-"):
        assert rest[0] in command.commands, f"{page}: rasad has no command {rest[0]}"
        command, rest = command.commands[rest[0]], rest[1:]
    if "--help" not in rest:  # which ends the program
        command.make_context("rasad", list(rest))  # raises a usage error, by typer's own copy of click


def test_every_command_is_told_of() -> None:
    told = text("README.md") + text("docs/operating.md")
    assert [name for name in COMMANDS.commands if f"`{name}`" not in told and f"rasad {name}" not in told] == []


def test_every_topic_is_told_of() -> None:
    told = text("docs/flow.md")
    assert [topic.name for topic in TOPICS if f"`{topic.name}`" not in told and topic.name.partition(".")[0] not in told] == []


def test_every_setting_is_told_of() -> None:
    told = text("docs/settings.md")
    assert [name for name in Settings.model_fields if f"RASAD_{name.upper()}" not in told] == []


def test_the_generated_pages_are_those_of_the_code() -> None:
    ended = subprocess.run([sys.executable, "-m", "docs.build", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    assert [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()] == []

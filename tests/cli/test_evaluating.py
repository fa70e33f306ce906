"""`rasad evaluate` on the shipped feed and on gold of one's own."""

import json
from pathlib import Path

import pytest

import seeds
from tests.cli.test_arguments import rasad

GOLD, ARTICLES = seeds.path("gold/badia-news.jsonl"), seeds.path("articles/badia-news.jsonl")
OWN = ("evaluate", "--gold", str(GOLD), "--articles", str(ARTICLES), "--bootstrap", "20")


def test_the_shipped_feed_is_measured_where_nothing_is_named() -> None:
    found = rasad("evaluate", "--bootstrap", "0", "--json")
    (one,) = map(json.loads, found.stdout.splitlines())
    assert (found.returncode, found.stderr, one["articles"]) == (0, "", 97)
    assert one["incident"]["f1"]["value"] > 0.7  # the floor
    assert one["linking"]["n"] > 80


def test_the_table_names_scores_and_only_the_breakdown_wanted() -> None:
    found = rasad(*OWN, "--by", "type")
    assert found.returncode == 0
    assert "template: every filled slot" in found.stdout and "By type" in found.stdout
    assert "By outlet" not in found.stdout and "linking" not in found.stdout


def test_parts_and_errors_are_objects_of_their_own() -> None:
    rows = [json.loads(line) for line in rasad(*OWN, "--split", "--errors", "--json").stdout.splitlines()]
    whole, held = [row for row in rows if "incident" in row][::2]
    assert [row.get("part", "all") for row in rows if "incident" in row] == ["all", "open", "held-back"]
    missed = [row for row in rows if row.get("error") == "missed"]
    assert len(missed) == whole["incident"]["fn"] - held["incident"]["fn"]  # none of the part held back
    assert rasad(*OWN, "--errors").stdout.count("\nmissed (") == whole["incident"]["fn"]


def test_a_sheet_is_written_with_its_numbers(tmp_path: Path) -> None:
    assert rasad(*OWN, "--name", "mine", "--write", str(tmp_path / "sheet.md")).returncode == 0
    assert "## Mine" in (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "sheet.json").read_text(encoding="utf-8"))[0]["name"] == "mine"


WRONG = {
    ("--gold", str(GOLD)): (2, "--gold and --articles go together"),
    ("--write", "sheet.html"): (2, "expected a name that ends with .md"),
    ("--gold", "/none", "--articles", str(ARTICLES)): (1, "/none: no such file"),
    ("--gold", str(GOLD), "--articles", str(seeds.path("articles/sham-daily.jsonl"))): (1, "name their files with --articles"),
}


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_arguments_are_told(arguments: tuple[str, ...]) -> None:
    status, text = WRONG[arguments]
    found = rasad("evaluate", *arguments)
    assert (found.returncode, found.stderr.count("\n")) == (status, 1)
    assert text in found.stderr

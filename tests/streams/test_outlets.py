"""The outlets of a log, as the command shows them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import seeds
from streams.cli import app
from streams.cli.outlets import middle, share
from streams.errors import RasadError


def run(*arguments: str) -> str:
    found = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.output


def test_each_outlet_has_a_row_and_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASAD_READERS", "0")
    log = str(tmp_path / "rasad.db")
    files = [seeds.path(f"articles/{name}.jsonl") for name in ("badia-news", "tadmur-net")]
    run("replay", *map(str, files), "--log", log)
    rows = {row["outlet"]: row for row in map(json.loads, run("outlets", "--log", log, "--json").splitlines())}
    articles = {file.stem: {json.loads(line)["article_id"] for line in file.read_text(encoding="utf-8").splitlines()} for file in files}
    assert {name: row["articles"] for name, row in rows.items()} == {name: len(ids) for name, ids in articles.items()}
    assert all(sum(name["times"] for name in row["names"]) == row["named"] for row in rows.values())
    page, badia = run("outlets", "badia-news", "--log", log), rows["badia-news"]
    assert "How it calls actors" in page
    assert f"{badia['partisan']} of {badia['named']} (" in page and f"(median of {badia['dated']})" in page
    assert all(name["name"] in page for name in badia["names"][:5])
    early = [json.loads(line) for line in run("outlets", "--as-of", "2019-01-25T00:00:00Z", "--log", log, "--json").splitlines()]
    assert sum(row["articles"] for row in early) < sum(row["articles"] for row in rows.values())
    with pytest.raises(RasadError, match=r"no outlet .* which has badia-news, tadmur-net"):
        run("outlets", "nobody", "--log", log)


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(0, 0, "0 of 0"), (0, 3, "0 of 3 (0 %)"), (2, 3, "2 of 3 (67 %)"), (3, 3, "3 of 3 (100 %)")]
)
def test_a_share_is_told_with_its_counts(part: int, whole: int, shown: str) -> None:
    assert share(part, whole) == shown


@pytest.mark.parametrize(("value", "count", "shown"), [(None, 0, ""), (1.0, 21, "1 (median of 21)"), (1.09, 2, "1.09 (median of 2)")])
def test_a_median_is_told_with_its_count(value: float | None, count: int, shown: str) -> None:
    assert middle(value, count) == shown

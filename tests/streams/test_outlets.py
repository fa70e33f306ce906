"""The outlets of a log, as the command shows them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import seeds
from streams.cli import app
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
    assert "How it calls actors" in run("outlets", "badia-news", "--log", log)
    early = [json.loads(line) for line in run("outlets", "--as-of", "2019-01-25T00:00:00Z", "--log", log, "--json").splitlines()]
    assert sum(row["articles"] for row in early) < sum(row["articles"] for row in rows.values())
    with pytest.raises(RasadError, match="no outlet"):
        run("outlets", "nobody", "--log", log)

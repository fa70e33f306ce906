"""The compiled build says what the sources say, byte for byte. `make fast-test` makes one and names it; else these are skipped."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import mutations

ROOT = Path(__file__).parents[2]
FAST = os.environ.get("RASAD_FAST", "")
pytestmark = pytest.mark.skipif(not FAST, reason="no compiled build is named in RASAD_FAST: make fast-test makes one, with a C compiler")
DAMAGED = 4000  # articles
BUILDS = (Path(sys.executable).parent, Path(FAST).absolute())


def _said(build: Path, *arguments: str, cwd: Path, status: tuple[int, ...] = (0,)) -> bytes:
    ended = subprocess.run([build / "rasad", *arguments], cwd=cwd, capture_output=True, check=False, timeout=300)
    assert ended.returncode in status, ended.stderr[-2000:]
    return ended.stdout


def test_the_build_is_compiled(tmp_path: Path) -> None:
    shown = "import agents.extract.core as one, agents.extract.words.lexicon as two; print(one.__file__, two.__file__)"
    files = subprocess.run([BUILDS[1] / "python", "-c", shown], cwd=tmp_path, capture_output=True, text=True, check=True).stdout.split()
    assert [Path(one).suffix in (".so", ".pyd") for one in files] == [True, True]


def test_reports_of_the_shipped_feed_are_the_same(tmp_path: Path) -> None:
    plain, fast = (_said(build, "extract", str(ROOT / "seeds" / "articles"), cwd=tmp_path) for build in BUILDS)
    assert len(plain.splitlines()) == 99
    assert plain == fast


def test_what_is_read_in_damaged_articles_is_the_same(tmp_path: Path) -> None:
    rows = [json.loads(line) for file in sorted((ROOT / "seeds" / "articles").glob("*.jsonl")) for line in file.read_bytes().splitlines()]
    (tmp_path / "damaged.jsonl").write_bytes(b"".join(mutations.line(2019, number, rows) for number in range(DAMAGED)))
    plain, fast = (_said(build, "extract", "damaged.jsonl", cwd=tmp_path, status=(0, 1)) for build in BUILDS)
    assert len(plain.splitlines()) > DAMAGED // 2
    assert plain == fast


def test_what_is_read_in_the_sentences_of_all_cases_is_the_same(tmp_path: Path) -> None:
    tables = sorted((ROOT / "tests" / "extract").rglob("*.tsv"))
    texts = [line.split("\t")[0].rpartition("|") for table in tables for line in table.read_text().splitlines() if "\t" in line]
    rows = [
        {"article_id": f"case-{number}", "outlet": "o", "published_at": "2019-03-06T12:00:00Z", "title": title, "body": body}
        for number, (title, _, body) in enumerate(texts)
    ]
    (tmp_path / "cases.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    plain, fast = (_said(build, "extract", "cases.jsonl", cwd=tmp_path, status=(0, 1)) for build in BUILDS)
    assert len(plain.splitlines()) > len(rows) // 2
    assert plain == fast


def test_replays_end_with_the_same_incidents_aggregates_and_alerts(tmp_path: Path) -> None:
    told: list[list[bytes]] = []
    for at, build in enumerate(BUILDS):
        log = f"embedded://{tmp_path}/{at}.db"
        _said(build, "replay", "--speed", "max", "--log", log, cwd=tmp_path)
        told.append([_said(build, table, "--json", "--log", log, cwd=tmp_path) for table in ("incidents", "aggregates", "alerts")])
    assert [len(table) > 1000 for table in told[0]] == [True, True, True]
    assert told[0] == told[1]

"""Parts of a number, and numbers told twice: which figures stand in each report of an article."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.extract.core import Reader
from streams.records import Article, Figure, Report

TABLE = Path(__file__).with_name("parts.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
PUBLISHED = datetime(2019, 3, 6, 12, tzinfo=UTC)
READER = Reader.load()


def written(one: Figure) -> str:
    number = str(one.low) if one.low == one.high else f"{one.low}+" if one.high is None else f"{one.low or ''}-{one.high}"
    return " ".join(filter(None, [one.measure, one.party, number, one.subset]))


def told(report: Report) -> list[str]:
    return sorted(map(written, report.figures))


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_part_stands_with_its_whole_and_a_number_once(text: str, expected: str, note: str) -> None:
    title, _, body = text.rpartition("|")
    article = Article(article_id="t", outlet="", published_at=PUBLISHED, title=title, body=body)
    reports = [one for one in READER.read(article).reports if one.scope in ("incident", "toll")]
    assert [told(one) for one in reports] == [sorted(part.strip() for part in one.split(";")) for one in expected.split("|")], note

"""Whose people figures count, as the whole text says it: places, who speaks, who was named before."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.extract.core import Reader
from streams.records import Article, Figure

LINES = Path(__file__).with_name("parties.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line.strip() and not line.startswith("#")]
PUBLISHED = datetime(2019, 3, 6, 12, tzinfo=UTC)
READER = Reader.load()


def written(one: Figure) -> str:
    number = str(one.low) if one.low == one.high else f"{one.low}+"
    return " ".join(filter(None, [one.measure, one.party.partition(":مس")[0], number, one.subset or ""]))


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_figure_counts_the_people_of_whom_the_text_says_they_are(text: str, expected: str, note: str) -> None:
    title, _, body = text.rpartition("|")
    reports = READER.read(Article(article_id="t", outlet="", published_at=PUBLISHED, title=title, body=body)).reports
    found = [written(one) for report in reports for one in report.figures]
    assert found == [one.strip() for one in expected.split(";") if one.strip()], note

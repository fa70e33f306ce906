"""Names: whom words for parties mean in a text, and which words only look like one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.extract.core import Reader
from streams.records import Article

LINES = Path(__file__).with_name("named.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line.strip() and not line.startswith("#")]
READER = Reader.load()


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_words_for_parties_mean_those_who_are_meant(text: str, expected: str, note: str) -> None:
    article = Article(article_id="t", outlet="", published_at=datetime(2019, 3, 6, 12, tzinfo=UTC), title="", body=text)
    assert [one.actor for one in READER.read(article).layers.actors] == [one for one in expected.split(";") if one], note

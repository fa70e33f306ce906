"""«مقاتلة»: a jet of its nation, or a woman who fights."""

from datetime import UTC, datetime

import pytest

from agents.extract.core import Reader
from streams.records import Article

READER = Reader.load()
CASES = [
    ("مصرع مقاتلة بريطانية في قصف تركي على عفرين أمس. وقالت متحدثة إن المقاتلة البريطانية قتلت على الفور.", {"gov:TR"}),
    ("شيعت بلدة في سوريا جثمان مقاتلة كندية قتلت برصاص داعش أمس.", {"is"}),
    ("قصفت مقاتلة روسية بلدة سراقب أمس.", {"gov:RU"}),
    ("أسقطت المعارضة السورية مقاتلة روسية فوق سراقب أمس.", {"syrian-rebels", "gov:RU"}),
]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_a_woman_who_fell_is_no_jet_of_her_country(text: str, actors: set[str]) -> None:
    article = Article(article_id="t", outlet="", published_at=datetime(2019, 3, 6, 12, tzinfo=UTC), title="", body=text)
    assert {one.actor for one in READER.read(article).layers.actors} == actors

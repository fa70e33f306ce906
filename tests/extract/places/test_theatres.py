"""Forces that fight in one country say which of two towns of one name is meant."""

from datetime import UTC, datetime

import pytest

from agents.extract.core import Reader
from agents.extract.places.theatres import fought_in
from agents.extract.words.lexicon import Hit
from streams.records import Article

READER = Reader.load()


def named(*values: str) -> list[Hit]:
    return [Hit(at, at + 5, "actor", value, "", at) for at, value in enumerate(values)]


def test_each_irregular_force_speaks_once_of_where_it_fights() -> None:
    assert fought_in(named("name/neutral/settlers", "name/neutral/settlers", "name/neutral/houthis")) == ["PS", "YE"]


@pytest.mark.parametrize("value", ["name/neutral/gov:IL", "name/neutral/is", "context/neutral/PS:gov:IL,*:gov:IL", "name/neutral/nobody"])
def test_states_and_forces_of_no_one_country_speak_of_none(value: str) -> None:
    assert fought_in(named(value)) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("أضرم مستوطنون أمس النار في منزل بقرية دوما.", "PS"),
        ("أضرم مسلحون أمس النار في منزل بقرية دوما.", "SY"),
        ("هاجم مستوطنون أمس قرية دوما في ريف دمشق.", "SY"),
        ("قصفت الطائرات أمس دوما وحرستا، وقتل فيهما أربعة من عناصر حزب الله.", "SY"),
    ],
)
def test_of_two_towns_of_one_name_it_is_the_one_where_they_fight(text: str, country: str) -> None:
    article = Article(article_id="a", published_at=datetime(2019, 3, 6, 12, tzinfo=UTC), title="", body=text)
    places = [one.place for one in READER.read(article).reports]
    assert [one.country for one in places if one] == [country]

"""An explanation quotes the article, not the words that the rules read in their place."""

import re
from datetime import UTC, datetime

import pytest

from agents.extract.core import Reader, Reading
from agents.extract.explain import lines
from streams.records import Article

BODY = "قُتل 4 مدنيين في أعقاب هجوم شنّه مسلحون على قرية في ريف حلب يوم الثلاثاء، وأصيب ﷲ أعلم كم.\nو 11 جريحا وصلوا إلى المستشفى."

STRUCK = "قُتل ثلاثة من الحوثيين أمس في غارة شنتها طائرات التحالف العربي على مدينة صعدة، بينما دمرت غارة للتحالف عربة تابعة للحوثيين في"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def read(reader: Reader, body: str) -> Reading:
    return reader.read(Article(article_id="a", published_at=datetime(2019, 3, 6, 12, tzinfo=UTC), body=body))


def test_every_quoted_word_is_the_articles(reader: Reader) -> None:
    reading = read(reader, BODY)
    shown = list(lines(reading))
    text = " ".join(reading.article.text.split())
    sentences = [line.split("] ", 1)[1] for line in shown if line.startswith("[")]
    quoted = [words for line in shown for words in re.findall("«(.+)»", line)]
    assert any("في أعقاب هجوم" in one for one in sentences)
    assert len(quoted) >= 4
    assert [one for one in [*sentences, *quoted] if one not in text] == []
    assert "يوم الثلاثاء" in quoted


def test_of_an_act_told_again_it_says_in_which_report_it_is(reader: Reader) -> None:
    reading = read(reader, f"{STRUCK} صعدة.")
    (dropped,) = [line for line in lines(reading) if "report.again" in line]
    assert dropped.strip().startswith("-       report.again in report a «بينما دمرت غارة للتحالف")
    (again,) = reading.again
    assert (again.into, again.report.id, [one.id for one in reading.reports]) == ("a", "", ["a"])
    assert again.report.sub_event_type == reading.reports[0].sub_event_type


def test_of_two_acts_none_is_told_again(reader: Reader) -> None:
    reading = read(reader, f"{STRUCK} مأرب.")
    assert len(reading.reports) == 2 and reading.again == ()
    assert not any("report.again" in line for line in lines(reading))

"""An explanation quotes the article, not the words that the rules read in their place."""

import re
from datetime import UTC, datetime

from agents.extract.core import Reader
from agents.extract.explain import lines
from streams.records import Article

BODY = "قُتل 4 مدنيين في أعقاب هجوم شنّه مسلحون على قرية في ريف حلب يوم الثلاثاء، وأصيب ﷲ أعلم كم.\nو 11 جريحا وصلوا إلى المستشفى."


def test_every_quoted_word_is_the_articles() -> None:
    article = Article(article_id="a", published_at=datetime(2019, 3, 6, 12, tzinfo=UTC), body=BODY)
    reading = Reader.load().read(article)
    shown = list(lines(reading))
    text = " ".join(article.text.split())
    sentences = [line.split("] ", 1)[1] for line in shown if line.startswith("[")]
    quoted = [words for line in shown for words in re.findall("«(.+)»", line)]
    assert any("في أعقاب هجوم" in one for one in sentences)
    assert len(quoted) >= 4
    assert [one for one in [*sentences, *quoted] if one not in text] == []
    assert "يوم الثلاثاء" in quoted

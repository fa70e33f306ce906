"""The simpler ways that the reader is measured against do what they are said to do."""

from datetime import UTC, datetime

import pytest

from benchmarks import baseline
from streams.reading.extraction import alone, load
from streams.records import Article

TEXT = "وزار الوزير دمشق. وقتل خمسة مدنيين وأصيب 7 آخرون في غارة جوية على مدينة الرقة أمس، بعد مقتل 30 جندياً."


def article(body: str) -> Article:
    return Article(article_id="a", published_at=datetime(2019, 3, 6, tzinfo=UTC), body=body)


def test_a_bag_of_words_takes_the_first_of_each_kind_and_the_day_of_publication() -> None:
    (report,) = baseline.bag_of_words()(article(TEXT)).reports
    assert report["figures"] == [
        {"measure": "killed", "party": "civilians", "low": 5, "high": 5},
        {"measure": "wounded", "party": "civilians", "low": 7, "high": 7},
    ]
    assert (report["sub_event_type"], report["date_start"]) == ("Air/drone strike", "2019-03-06")
    assert (report["actor1"], report["actor2"]) == ("unknown", "unknown")


def test_a_bag_of_words_makes_no_report_of_a_text_without_harm_or_event() -> None:
    assert baseline.bag_of_words()(article("زار الوزير مدينة حلب أمس.")).reports == []


def test_days_are_compared_on_the_reports_found_and_a_library_that_is_not_at_hand_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASAD_DATEPARSER_PYTHON", raising=False)
    shipped = next(baseline.sets())
    found = baseline.days(shipped, baseline.scored(shipped, alone(load())))
    ours, published = found["rasad"], found["day of publication"]
    assert ours and published
    assert len(ours) == len(published) > 80
    assert found["dateparser"] is None
    assert sum(ours) > 2 * sum(published)

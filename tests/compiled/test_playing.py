from datetime import UTC, date, datetime, timedelta

from compiled.playing import _later
from streams.records import Article, Report, ReportBatch

AT = datetime(2019, 1, 9, 6, tzinfo=UTC)
BATCH = ReportBatch(
    article_id="a",
    published_at=AT,
    country="SY",
    reports=(
        Report(id="a", sub_event_type="Air strike", date_start=date(2019, 1, 8), date_end=date(2019, 1, 9)),
        Report(id="b", sub_event_type="Other"),
    ),
)


def test_what_was_read_is_that_of_the_same_article_as_later_news() -> None:
    later = Article(article_id="a~2", published_at=AT + timedelta(weeks=11), body="نص")
    moved = _later(BATCH, later)
    assert (moved.article_id, moved.published_at) == ("a~2", later.published_at)
    assert [(one.date_start, one.date_end) for one in moved.reports] == [(date(2019, 3, 26), date(2019, 3, 27)), (None, None)]


def test_played_for_the_first_time_it_is_what_was_read() -> None:
    assert _later(BATCH, Article(article_id="a", published_at=AT, body="نص")) == BATCH

"""By which rule the days of a report were chosen: said in its rules, once."""

from datetime import datetime
from pathlib import Path

import pytest

from streams.records import Article
from tests.extract.test_core import READER, article

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("when.tsv").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_report_says_by_which_rule_its_days_were_chosen(text: str, expected: str, note: str) -> None:
    reports = READER.read(article(text)).reports
    told = [(*(rule.removeprefix("when.") for rule in one.rules if rule.startswith("when.")),) for one in reports]
    days = [f"{one.date_start or ''}..{one.date_end or ''}" for one in reports]
    assert [" ".join([*rules, day]) for rules, day in zip(told, days, strict=True)] == expected.split("; "), note


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2019-03-06T22:30:00+00:00", "2019-03-06"),  # in Damascus Thursday has begun
        ("2019-03-06T20:30:00+00:00", "2019-02-28"),
        ("2019-03-06T00:30:00+02:00", "2019-02-28"),  # Wednesday there too, though Tuesday in UTC
        ("2019-03-06T22:30:00+02:00", "2019-02-28"),
        ("2019-03-07T00:30:00+02:00", "2019-03-07"),  # the first of these moments, as written in its own zone
    ],
)
def test_a_weekday_is_that_of_where_it_was_written(published: str, day: str) -> None:
    text = "قتل خمسة جنود بانفجار عبوة ناسفة في مدينة درعا الخميس."
    one = Article(article_id="t", published_at=datetime.fromisoformat(published), title="", body=text)
    assert [report.date_start.isoformat() for report in READER.read(one).reports if report.date_start] == [day]

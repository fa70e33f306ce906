"""Objects that already hold reports: the country under which each is linked."""

import pytest

from streams.reading.linking import Given, given_or_article

HERE, THERE = {"name": "دوما", "country": "SY"}, {"name": "الموصل", "country": "IQ"}


def countries(*reports: dict[str, object]) -> list[str]:
    found = given_or_article(
        {
            "article_id": "one",
            "published_at": "2019-03-10T09:00:00Z",
            "reports": [{"scope": "incident", "sub_event_type": "Attack", **report} for report in reports],
        },
        "here",
    )
    assert isinstance(found, Given)
    told = {report.id: report.country for batch in found.batches for report in batch.reports}
    return [told[name] for name in sorted(told)]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([{"place": HERE}, {"place": THERE}], ["SY", "IQ"]),
        ([{"place": HERE}, {}], ["SY", "SY"]),
        ([{}, {"place": THERE}, {"place": HERE}, {"place": HERE}], ["SY", "IQ", "SY", "SY"]),
        ([{"place": None}, {"place": THERE}, {"place": HERE}], ["IQ", "IQ", "SY"]),
        ([{"place": {"name": "الحدود"}}, {"place": HERE}], ["SY", "SY"]),
        ([{"country": "TR"}, {"place": HERE}], ["TR", "SY"]),
        ([{}], ["ZZ"]),
    ],
)
def test_what_names_no_country_is_of_that_of_most_places_of_its_article(reports: list[dict[str, object]], expected: list[str]) -> None:
    assert countries(*reports) == expected

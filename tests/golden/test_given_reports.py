"""Objects that already hold reports: the country under which each is linked."""

import pytest

from streams.errors import InputError
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


def test_what_extract_writes_is_taken_with_its_offsets() -> None:
    where = {"start": 3, "stop": 7, "wording": "خمسة", "hedge": "attributed", "rules": ["number.words"]}
    figure = {"measure": "killed", "party": "civilians", "low": 5, "high": 5, "evidence": where}
    told = {"start": 0, "stop": 40, "source": "المرصد", "hedge": "attributed", "rules": ["event.shell"]}
    row = {"id": "a", "scope": "incident", "sub_event_type": "Attack", "figures": [figure], "evidence": told}
    found = given_or_article({"article_id": "x", "published_at": "2019-03-06T12:00:00Z", "reports": [row]}, "x:1")
    assert isinstance(found, Given)
    (report,) = found.batches[0].reports
    assert (report.start, report.stop, report.source, report.hedge, report.rules) == (0, 40, "المرصد", "attributed", ("event.shell",))
    (one,) = report.figures
    assert (one.low, one.start, one.stop, one.wording, one.rules) == (5, 3, 7, "خمسة", ("number.words",))


@pytest.mark.parametrize(
    ("reports", "where"),
    [
        ([{"id": "a"}], "reports.0.sub_event_type"),
        ([5], "reports.0: an object"),
        ([{"sub_event_type": "Attack"}, {"sub_event_type": "Attack", "figures": 7}], "reports.1.figures"),
        ([{"sub_event_type": "Attack", "figures": [{"measure": "killed", "party": "is", "low": -3}]}], "reports.0.figures.0.low"),
    ],
)
def test_a_bad_report_is_refused_with_the_place_of_what_is_wrong(reports: list[object], where: str) -> None:
    with pytest.raises(InputError, match=where):
        given_or_article({"article_id": "x", "published_at": "2019-03-06T12:00:00Z", "reports": reports}, "x:1")

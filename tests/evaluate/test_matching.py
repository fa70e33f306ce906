"""Which report is which, and why one was missed or invented."""

from agents.evaluate.matching import match, why_extra, why_missed
from tests.evaluate.reports import ALEPPO, article, figure, other, report


def names(found: list[dict[str, str]]) -> list[str]:
    return [one["id"] for one in found]


def test_reports_are_matched_one_to_one_the_likest_first() -> None:
    near, same = report("r1", figures=[]), report("r2")
    found = match(article([report("g1")], [near, same]))
    assert [(one["id"], two["id"]) for one, two in found.pairs] == [("g1", "r2")]
    assert names(found.extra) == ["r1"]  # type: ignore[arg-type]


def test_reports_too_unlike_are_missed_and_invented() -> None:
    found = match(article([report("g")], [other("r")]))
    assert (found.pairs, names(found.missed), names(found.extra)) == ([], ["g"], ["r"])  # type: ignore[arg-type]


def test_among_equals_a_report_that_must_be_found_is_matched_first() -> None:
    found = match(article([report("free", core=False), report("core")], [report("r")]))
    assert [one["id"] for one, _ in found.pairs] == ["core"]


def test_only_incidents_are_matched() -> None:
    found = match(article([report("g", scope="toll")], [report("r", scope="toll")]))
    assert (found.pairs, found.missed, found.extra) == ([], [], [])


def test_why_a_report_was_missed() -> None:
    lost = report("g", place=ALEPPO)
    assert why_missed(lost, article([lost], [])) == "nothing"
    assert why_missed(lost, article([lost], [report(scope="toll")])) == "scope"
    assert why_missed(lost, article([lost, report()], [report()])) == "joined"
    assert why_missed(lost, article([lost], [other()])) == "unlike"


def test_why_a_report_was_invented() -> None:
    made = report("r", figures=[figure(n=9)])
    assert why_extra(made, article([], [made])) == "nothing"
    assert why_extra(made, article([report(scope="toll")], [made])) == "scope"
    assert why_extra(made, article([report()], [made, report()])) == "split"
    assert why_extra(made, article([other()], [made])) == "unlike"

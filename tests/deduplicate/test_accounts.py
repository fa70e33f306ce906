"""Accounts: their days, their order and what tells them apart."""

import pickle
from datetime import datetime
from itertools import permutations

import pytest

from agents.deduplicate.accounts import FAR, FIELDS, accounts_of, days_of, version_of
from streams.records import Figure
from tests.notation import account, at, batch, day, report, rows


@pytest.mark.parametrize(("days", "published", "expected", "note"), rows(__file__, "days.tsv"))
def test_an_account_is_found_under_the_days_it_names(days: str, published: str, expected: str, note: str) -> None:
    one = account("one", 0, f"day={days}", published_at=datetime.fromisoformat(published))
    number = {str(n): day("2019-02-27") if n < 0 else day(str(n)) for n in range(-1, 32)} | {"0": day("2019-02-28")}
    assert sorted(days_of(one)) == [number[name].toordinal() for name in expected.split(" ")], note


def test_a_longer_span_is_found_under_its_first_and_last_days() -> None:
    one = account("one", 0, "day=2019-01-01..2019-06-30")
    days = sorted(days_of(one))
    assert days == [*range(days[0], days[0] + FAR), *range(days[-1] - FAR + 1, days[-1] + 1)]
    assert (days[0], days[-1]) == (day("2019-01-01").toordinal(), day("2019-06-30").toordinal())


VERSIONS = [
    batch("one", 0, "-", version=1, digest="b"),
    batch("one", 0, "-", version=1, digest="c"),
    batch("one", 0, "-", version=2, digest="a"),
    batch("one", 1, "-", version=1, digest="a"),
]


@pytest.mark.parametrize("order", list(permutations(range(4), 3)))
def test_versions_stand_in_order_of_publication_then_number_then_digest(order: tuple[int, ...]) -> None:
    assert sorted((VERSIONS[n] for n in order), key=version_of) == [VERSIONS[n] for n in sorted(order)]


def test_an_account_holds_what_incidents_say_of_its_report() -> None:
    cells = ("n=killed civilians 8-12; names=سالم", "day=none; place=none")
    found = accounts_of(batch("one", 0, *cells))
    for one, cell in zip(found, cells, strict=True):
        figures = tuple(Figure(**dict(zip(FIELDS, values, strict=True))) for values in one.said.figures)
        assert {name: getattr(one.said, name) for name in one.said.__slots__} | {"figures": figures} == {
            name: getattr(report(cell), name) for name in one.said.__slots__
        }
    assert [one.report_id for one in found] == ["one/a", "one/b"]


def test_an_account_comes_back_from_a_shelf_as_it_was() -> None:
    for one in accounts_of(batch("one", 0, "n=killed civilians 8-12; names=سالم", "day=none; place=none")):
        again = pickle.loads(pickle.dumps(one, 5))
        assert (again.key, again.article_id, again.outlet, again.country) == (one.key, one.article_id, one.outlet, one.country)
        assert again.traits == one.traits and again.traits.facts == one.traits.facts
        assert {name: getattr(again.said, name) for name in one.said.__slots__} == {
            name: getattr(one.said, name) for name in one.said.__slots__
        }


def test_the_same_report_of_another_version_is_another_account() -> None:
    (one,), (again,), (two,) = (accounts_of(batch("one", hours, "-", version=n)) for hours, n in ((0, 1), (0, 1), (3, 2)))
    assert one.key == again.key and one.key != two.key
    assert (one.order, two.order) == ((at(0), "one/a"), (at(3), "one/a"))


def test_a_batch_without_reports_makes_no_account() -> None:
    assert accounts_of(batch("one", 0)) == []

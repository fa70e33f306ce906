"""What a report is compared by."""

from datetime import date
from typing import Any

import pytest

from agents.deduplicate.traits import bare, kin_of, traits_of
from tests.notation import report, rows

PLACES = [("saraqib", False), ("saraqib-east", False), ("idlib", True), ("north", True), ("syria", True)]


def shown(trait: str, value: Any) -> str:
    """A trait as the table writes it."""
    if trait in {"first", "last"} and value:
        return date.fromordinal(value).isoformat()
    if trait in {"numbers", "plural"}:
        return ", ".join(sorted(":".join("-" if part is None else str(part) for part in number) for number in value)) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "-"
    return " ".join(map(str, value)) if trait == "greatest" else value or "-"


@pytest.mark.parametrize(("cell", "trait", "expected", "note"), rows(__file__, "traits.tsv"))
def test_a_trait_follows_from_the_report(cell: str, trait: str, expected: str, note: str) -> None:
    assert shown(trait, getattr(traits_of(report(cell)), trait)) == expected, note


def test_the_first_day_stands_for_the_last() -> None:
    traits = traits_of(report("day=9").model_copy(update={"date_end": None}))
    assert (traits.first, traits.last, traits.since) == (date(2019, 3, 9).toordinal(), date(2019, 3, 9).toordinal(), False)


@pytest.mark.parametrize(("key", "wide"), PLACES)
def test_a_governorate_and_what_is_larger_is_an_area(key: str, wide: bool) -> None:
    spot = traits_of(report(f"place={key}")).spot
    assert spot is not None
    assert (spot.wide, spot.padded) == (wide, f" {spot.bare} ")


def test_a_report_without_a_place_has_no_spot() -> None:
    assert traits_of(report("place=none")).spot is None


@pytest.mark.parametrize("cell", ["by=is", "on=sdf", "n=killed civilians 10", "names=سالم", "weapon=air"])
def test_kin_may_differ_in_parties_figures_and_names(cell: str) -> None:
    assert kin_of(traits_of(report("-"))) == kin_of(traits_of(report(cell)))


@pytest.mark.parametrize(
    "cell", ["day=10", "day=9..10", "day=..9", "place=homs", "place=none", "type=Arrests", "alt=Arrests", "scope=toll"]
)
def test_kin_are_of_one_day_place_kind_and_scope(cell: str) -> None:
    assert kin_of(traits_of(report("-"))) != kin_of(traits_of(report(cell)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("الكشكول", "كشكول"),
        ("حي الكشكول", "حي كشكول"),
        ("كشكول", "كشكول"),
        ("ألمانيا", "ألمانيا"),
        ("الم", "الم"),
        ("قاعدة العند", "قاعدة عند"),
    ],
)
def test_a_name_is_compared_without_its_articles(name: str, expected: str) -> None:
    assert bare(name) == expected

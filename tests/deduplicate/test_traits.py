"""What a report is compared by."""

from datetime import date
from typing import Any

import pytest

from agents.deduplicate.traits import Traits, kin_of, traits_of
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
    return ", ".join(sorted(value)) or "-" if isinstance(value, frozenset) else " ".join(map(str, value)) if trait == "greatest" else value or "-"


@pytest.mark.parametrize(("cell", "trait", "expected", "note"), rows(__file__, "traits.tsv"))
def test_a_trait_follows_from_the_report(cell: str, trait: str, expected: str, note: str) -> None:
    assert shown(trait, getattr(traits_of(report(cell)), trait)) == expected, note


@pytest.mark.parametrize(("field", "other"), [("date_start", "date_end"), ("date_end", "date_start")])
def test_one_end_of_a_span_stands_for_both(field: str, other: str) -> None:
    traits = traits_of(report("day=9").model_copy(update={field: None}))
    assert (traits.first, traits.last) == (date(2019, 3, 9).toordinal(),) * 2, other


@pytest.mark.parametrize(("key", "wide"), PLACES)
def test_a_governorate_and_what_is_larger_is_an_area(key: str, wide: bool) -> None:
    spot = traits_of(report(f"place={key}")).spot
    assert spot is not None
    assert (spot.wide, spot.padded) == (wide, f" {spot.name} ")


def test_a_report_without_a_place_has_no_spot() -> None:
    assert traits_of(report("place=none")).spot is None


@pytest.mark.parametrize(
    ("cell", "shared"),
    [("by=is", True), ("n=killed civilians 10", True), ("names=سالم", True), ("day=10", False), ("place=homs", False), ("type=Arrests", False)]
    + [("alt=Arrests", False), ("scope=toll", False), ("day=9..10", False), ("place=none", False)],
)
def test_kin_are_of_one_day_place_kind_and_scope(cell: str, shared: bool) -> None:
    one, other = (traits_of(report(told)) for told in ("-", cell))
    assert isinstance(one, Traits)
    assert (kin_of(one) == kin_of(other)) is shared

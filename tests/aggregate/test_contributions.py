"""What one incident adds to which rows."""

import pytest

from agents.aggregate.contributions import BOUNDS, contribution_of
from agents.deduplicate.kinds import event_type
from streams.records import Incident
from tests.notation import incident, rows


def whole(cell: str) -> Incident:
    one = incident(cell)
    return one.model_copy(update={"event_type": event_type(one.sub_event_type)})


@pytest.mark.parametrize(("cell", "row", "expected", "note"), rows(__file__, "contributions.tsv"))
def test_an_incident_adds_its_persons_to_its_rows(cell: str, row: str, expected: str, note: str) -> None:
    found = contribution_of(whole(cell))
    assert found is not None
    dimension, value = row.split(" ", 1)
    persons = dict(found.rows).get(("SY", dimension, value))
    one = dict(zip(BOUNDS, persons, strict=True)) if persons else {}
    shown = "{killed} {killed_low}-{killed_high} {wounded} {captured} {displaced}".format_map(one) if one else "-"
    assert shown == expected, note


@pytest.mark.parametrize(("cell", "day", "note"), rows(__file__, "adding.tsv"))
def test_only_an_occurrence_that_stands_adds_to_its_day(cell: str, day: str, note: str) -> None:
    found = contribution_of(whole(cell))
    assert (found.day.isoformat() if found else "-") == day, note


def test_no_row_is_there_twice() -> None:
    found = contribution_of(whole("n=killed civilians 10, wounded civilians 4, killed is 2"))
    assert found is not None
    assert len(dict(found.rows)) == len(found.rows) == 5


def test_an_incident_without_any_day_adds_nothing() -> None:
    assert contribution_of(whole("day=none").model_copy(update={"first_published_at": None})) is None


@pytest.mark.parametrize("field", ["date_start", "date_end"])
def test_one_end_of_a_span_is_its_day(field: str) -> None:
    found = contribution_of(whole("day=9").model_copy(update={field: None}))
    assert found is not None and found.day.isoformat() == "2019-03-09"

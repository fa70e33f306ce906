"""Whether two alerts tell of one occurrence."""

from datetime import date

import pytest

from agents.alert.tales import LONGEST, Tale, are_one, tale_of
from streams.records import Incident
from tests.notation import claim, incident, rows, said


def told(cell: str) -> Incident:
    """An incident; ``dead=is 8, gov:SY 4`` says of which sides its dead were, ``dead=-`` that nobody counts them; ``<-`` its claims."""
    cell, _, claims = cell.partition(" <- ")
    one = incident("; ".join(f"{key}={value}" for key, value in said(cell).items() if key != "dead"))
    if claims:
        one = one.model_copy(update={"claims": tuple(map(claim, claims.split(" | ")))})
    if "dead" not in said(cell):
        return one
    sides = [side.split(" ") for side in said(cell)["dead"].split(", ") if side != "-"]
    dead = {side: int(count) for side, count in sides}
    return one.model_copy(update={"history": tuple(r.model_copy(update={"dead": dead}) for r in one.history)})


@pytest.mark.parametrize(("one", "other", "expected", "note"), rows(__file__, "tales.tsv"))
def test_as_many_dead_in_one_place_on_days_beside_each_other_are_one_occurrence(one: str, other: str, expected: str, note: str) -> None:
    kind, _, first = one.partition(": ")
    tales = tale_of(told(first), kind), tale_of(told(other), kind)  # type: ignore[arg-type]
    for left, right in (tales, tales[::-1]):
        assert (left is not None and right is not None and are_one(left, right, 20)) is (expected == "one"), note


def tale_of_cell(cell: str) -> Tale:
    """What an incident says of which there is an alert."""
    found = tale_of(told(cell), "mass-casualty")
    assert found is not None
    return found


def test_an_incident_is_looked_for_on_each_of_its_days_and_no_longer_than_a_week() -> None:
    first = date(2019, 3, 7).toordinal()
    assert tale_of_cell("history=12; day=7..9").days == (first, first + 1, first + 2)
    assert tale_of_cell("history=12; day=..9").days == (first + 2,)
    assert tale_of_cell("history=12; day=7..27").days == tuple(range(first, first + LONGEST))


def test_words_are_no_number_of_dead() -> None:
    vague = claim("killed civilians 20+").model_copy(update={"rules": ("number.vague",)})
    one = tale_of(incident("history=12", claims=(vague, claim("killed civilians 12"))), "mass-casualty")
    assert one is not None
    assert one.told == {("civilians", 12)}

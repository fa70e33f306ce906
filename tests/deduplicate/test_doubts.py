"""Which incidents may be one after all."""

from collections.abc import Iterable

import pytest

from agents.deduplicate.doubts import Doubt, Doubts
from agents.deduplicate.overrides import Override, Overrides
from streams.records import Incident
from tests.notation import claim, incident, rows


def told(name: str, cell: str, **fields: object) -> Incident:
    """An incident of one report, whose ledger holds its figures."""
    one = incident(cell, f"{name}/a", report_ids=(f"{name}/a",), article_ids=(name,))
    ledger = tuple(claim(f"{f.measure} {f.party} {f.low}-{f.high} article={name}") for f in one.figures)
    return one.model_copy(update={"claims": ledger} | fields)


def doubts(incidents: Iterable[Incident], said: Overrides | None = None) -> list[Doubt]:
    """Every two that may be one, put in this order."""
    held, known = list(incidents), Doubts(said)
    for one in held:
        known.put(one)
    names = sorted(one.incident_id for one in held)
    found = [known.told(one, other) for one in names for other in known.near(one) if one < other]
    assert {(one.left, one.right): one.score for one in found} == {(a, b): s for a in names for b, s in known.near(a).items() if a < b}
    return found


@pytest.mark.parametrize(("one", "other", "expected", "note"), rows(__file__, "doubts.tsv"))
def test_two_incidents_may_be_one(one: str, other: str, expected: str, note: str) -> None:
    held = [told("x", one), told("y", other)]
    found = doubts(held)
    assert ("maybe" if found else "no") == expected, note
    assert doubts(reversed(held)) == found
    assert all((doubt.left, doubt.right) == ("inc-x/a", "inc-y/a") and 0 < doubt.score <= 1 and doubt.reasons for doubt in found)


def test_two_of_one_article_are_two_since_it_tells_them_apart() -> None:
    assert doubts([told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4")])
    assert not doubts([told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4", report_ids=("y/a", "x/b"))])


def test_what_a_reviewer_declared_different_is_in_no_doubt() -> None:
    held = [told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4")]
    assert doubts(held, Overrides())
    assert not doubts(held, Overrides([Override(("x/a",), ("y/a",), "different", "sara", "two streets")]))


@pytest.mark.parametrize("changed", [{"hedge": "denied"}, {"subset": "children"}])
def test_numbers_that_were_denied_and_parts_speak_for_nothing(changed: dict[str, str]) -> None:
    one, other = told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4")
    (plain,) = doubts([one, other])
    (silent,) = doubts([one, other.model_copy(update={"claims": tuple(claim.model_copy(update=changed) for claim in other.claims)})])
    assert "figures.equal +0.20" in plain.reasons and "figures.unknown +0.03" in silent.reasons


def test_an_incident_that_says_otherwise_is_weighed_again_and_one_that_leaves_leaves_nothing() -> None:
    known, one, other = Doubts(), told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4")
    for each in (one, other):
        known.put(each)
    assert set(known.near("inc-x/a")) == {"inc-y/a"}
    known.put(told("y", "place=homs; n=killed civilians 4"))
    assert not known.near("inc-x/a") and not known.near("inc-y/a")
    known.put(other)
    known.put(other.model_copy(update={"report_ids": ("y/a", "x/b")}))
    assert not known.near("inc-x/a"), "an article tells of both now"
    known.put(other)
    known.drop("inc-y/a")
    assert not known.near("inc-x/a") and not known.near("inc-y/a")

"""Which incidents may be one after all, and which of them together."""

from itertools import permutations

import pytest

from agents.deduplicate.doubts import Doubt, doubts, groups
from agents.deduplicate.overrides import Override, Overrides
from streams.records import Incident
from tests.notation import claim, incident, rows


def told(name: str, cell: str, **fields: object) -> Incident:
    """An incident of one report, whose ledger holds its figures."""
    one = incident(cell, f"{name}/a", report_ids=(f"{name}/a",), article_ids=(name,))
    ledger = tuple(claim(f"{f.measure} {f.party} {f.low}-{f.high} article={name}") for f in one.figures)
    return one.model_copy(update={"claims": ledger} | fields)


@pytest.mark.parametrize(("one", "other", "expected", "note"), rows(__file__, "doubts.tsv"))
def test_two_incidents_may_be_one(one: str, other: str, expected: str, note: str) -> None:
    held = [told("x", one), told("y", other)]
    found = doubts(held)
    assert ("maybe" if found else "no") == expected, note
    assert doubts(reversed(held)) == found
    assert all((doubt.left, doubt.right) == ("inc-x/a", "inc-y/a") and 0 < doubt.score <= 1 and doubt.reasons for doubt in found)


def test_two_of_one_article_are_two_since_it_tells_them_apart() -> None:
    assert doubts([told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4")])
    assert not doubts([told("x", "n=killed civilians 4"), told("y", "n=killed civilians 4", article_ids=("y", "x"))])


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


def doubt(pair: str, score: float) -> Doubt:
    return Doubt(pair[0], pair[1], score, ())


GROUPS = [
    ("", ""),
    ("ab.7", "ab"),
    ("ab.7 bc.6", "ab"),  # c may be b, but nobody says that it may be a
    ("ab.6 bc.7", "bc"),  # the surest first
    ("ab.7 bc.7", "ab"),  # among equals the first by name
    ("ab.7 bc.6 ac.6", "abc"),
    ("ab.7 cd.7 bc.6 ac.6 ad.6", "ab cd"),  # b and d are two
    ("ab.7 cd.7 bc.6 ac.6 ad.6 bd.6", "abcd"),
]


@pytest.mark.parametrize(("found", "expected"), GROUPS)
def test_a_group_is_of_those_that_may_all_be_one(found: str, expected: str) -> None:
    held = [doubt(word[:2], float(word[2:])) for word in found.split()]
    for order in list(permutations(held))[:24]:
        assert groups(order) == {name: word[0] for word in expected.split() for name in word}

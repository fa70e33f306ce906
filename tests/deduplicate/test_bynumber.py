"""Numbers that show two reports to be of one occurrence, and who is found by them."""

import pytest

from agents.deduplicate.bynumber import ByNumber, known_by
from agents.deduplicate.decide import decide
from agents.deduplicate.rows import Row
from agents.deduplicate.traits import Traits, traits_of
from agents.shelved import in_memory
from tests.notation import account, report, rows

CASES = [
    (reason if expected == "yes" else "", left, right, note)
    for reason, table in (("figures.pair", "pairs.tsv"), ("figures.recalled", "recalled.tsv"))
    for left, right, expected, note in rows(__file__, table)
]


def traits(cell: str) -> Traits:
    return traits_of(report(cell))


@pytest.mark.parametrize(("reason", "left", "right", "note"), CASES)
def test_two_are_known_by_their_numbers(reason: str, left: str, right: str, note: str) -> None:
    one, two = traits(left), traits(right)
    assert known_by(one, two) == known_by(two, one) == reason, note
    decision = decide(one, two)
    assert decision == decide(two, one)
    assert (decision.reasons == (f"{reason} +1.00",)) == bool(reason), note
    assert not reason or decision.verdict == "same"


@pytest.mark.parametrize(("reason", "left", "right", "note"), CASES)
def test_they_are_found_by_them(reason: str, left: str, right: str, note: str) -> None:
    numbers = ByNumber(in_memory)
    one, two = account("one", 0, left), account("two", 5, right)
    numbers.add(one, Row(one.key, one.article_id, one.traits))
    assert [row.key for row in numbers.shared(two)] == ([one.key] if reason else []), note


def test_who_shares_two_numbers_is_found_once() -> None:
    numbers = ByNumber(in_memory)
    cell = "day=..9; n=killed civilians 51, wounded civilians 79"
    one, two = account("one", 0, cell), account("two", 5, cell)
    numbers.add(one, Row(one.key, one.article_id, one.traits))
    assert [row.key for row in numbers.shared(two)] == [one.key]

"""Two numbers that seldom come together, and who is found by them."""

import pytest

from agents.deduplicate.decide import decide
from agents.deduplicate.pairs import Pairs, share_a_pair
from agents.deduplicate.rows import Row
from agents.deduplicate.traits import Traits, traits_of
from agents.shelved import in_memory
from tests.notation import account, report, rows

CASES = [tuple(row) for row in rows(__file__, "pairs.tsv")]


def traits(cell: str) -> Traits:
    return traits_of(report(cell))


@pytest.mark.parametrize(("left", "right", "expected", "note"), CASES)
def test_a_pair_is_shared_by_those_who_tell_of_the_same_people(left: str, right: str, expected: str, note: str) -> None:
    one, two = traits(left), traits(right)
    assert share_a_pair(one, two) == share_a_pair(two, one) == (expected == "yes"), note
    decision = decide(one, two)
    assert decision == decide(two, one)
    assert (decision.reasons == ("figures.pair +1.00",)) == (expected == "yes"), note
    assert expected == "no" or decision.verdict == "same"


@pytest.mark.parametrize(("left", "right", "expected", "note"), CASES)
def test_it_is_found_by_the_pair(left: str, right: str, expected: str, note: str) -> None:
    pairs = Pairs(in_memory)
    one, two = account("one", 0, left), account("two", 5, right)
    pairs.add(one, Row(one.key, one.article_id, one.traits))
    assert [row.key for row in pairs.shared(two)] == ([one.key] if expected == "yes" else []), note

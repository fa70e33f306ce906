"""Contradictions under the shipped rule: two numbers that exclude each other, and two that do not."""

import pytest

from agents.alert.contradictions import moments_of
from agents.alert.rules import load
from agents.alert.story import Moment
from tests.notation import at, claim, incident, rows

(RULE,) = (rule for rule in load() if rule.kind == "contradiction")


def moments(*claims: str) -> list[Moment]:
    return moments_of(incident("history=5", claims=tuple(map(claim, claims))), RULE)


@pytest.mark.parametrize(("claims", "expected", "note"), rows(__file__, "contradictions.tsv"))
def test_two_exact_counts_that_exclude_each_other_are_a_contradiction(claims: str, expected: str, note: str) -> None:
    for ledger in (claims.split(" | "), claims.split(" | ")[::-1]):
        shown = [" ".join(one.facts[side].split(" ")[0] for side in ("lower", "higher")) for one in moments(*ledger) if one.holds]
        assert shown == ([] if expected == "-" else [expected]), note


def test_a_contradiction_begins_with_the_later_count_and_names_both() -> None:
    (found,) = moments("killed civilians 5", "killed civilians 12 outlet=two hours=3 attributed_to=SOHR")
    assert (found.at, found.facts) == (at(3), {"lower": "5 civilians (one)", "higher": "12 civilians (SOHR)"})


def test_a_contradiction_says_the_words_of_both_and_where_they_stand() -> None:
    (found,) = moments("killed civilians 5 wording=خمسة start=10 stop=14", "killed civilians 12 outlet=two wording=12 start=3 stop=5")
    assert found.facts == {
        "lower": "5 civilians «خمسة» (one)",
        "lower_at": "one 10-14",
        "higher": "12 civilians «12» (two)",
        "higher_at": "two 3-5",
    }

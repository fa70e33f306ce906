"""Two reports by hand: whether they are one occurrence, with the score and what decides."""

import pytest

from agents.deduplicate.decide import CLOSEST, COUNTED, NEVER, TELLING, Decision, alike, closeness, decide, doubtful
from agents.deduplicate.traits import Traits, traits_of
from tests.notation import report, rows

SAME, APART = rows(__file__, "decide-same.tsv"), rows(__file__, "decide-apart.tsv")
PAIRS = [(row[0], row[1]) for row in SAME + APART]


def traits(cell: str) -> Traits:
    return traits_of(report(cell.replace("; copy=yes", "")))


def decided(left: str, right: str) -> Decision:
    return decide(traits(left), traits(right), near_copy="copy=yes" in left)


def told(decision: Decision) -> list[str]:
    return [reason.split(" ")[0] for reason in decision.reasons]


@pytest.mark.parametrize(("left", "right", "score", "reasons", "note"), SAME)
def test_accounts_of_one_occurrence_are_the_same(left: str, right: str, score: str, reasons: str, note: str) -> None:
    decision = decided(left, right)
    assert (decision.verdict, decision.score) == ("same", float(score)), (note, decision.reasons)
    assert set(reasons.split(" ")) <= set(told(decision)), note


@pytest.mark.parametrize(("pair", "verdict", "score", "reason", "note"), [(row[:2], *row[2:]) for row in APART])
def test_accounts_that_may_be_of_two_stay_apart(pair: list[str], verdict: str, score: str, reason: str, note: str) -> None:
    decision = decided(*pair)
    assert (decision.verdict, decision.score) == (verdict, float(score)), (note, decision.reasons)
    assert told(decision) == [reason] if verdict == "different" else reason in told(decision), note


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_a_decision_is_symmetric(left: str, right: str) -> None:
    there, back = traits(left), traits(right)
    assert decide(there, back) == decide(back, there)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_short_way_finds_what_is_the_same_and_nothing_else(left: str, right: str) -> None:
    one, two = traits(left), traits(right)
    decision, base = decided(left, right), alike(one, two)
    score = 0.0 if base == NEVER else closeness(base, one, two, "copy=yes" in left)
    weights = sum(float(reason.split()[-1]) for reason in decision.reasons)
    counted = 0.0 if TELLING.isdisjoint(told(decision)) else COUNTED  # makes them no more the same, but closer
    assert score == (pytest.approx(min(weights + counted, CLOSEST)) if decision.verdict == "same" else 0.0)
    assert min(max(round(score - counted, 4), 0.0), 1.0) == (decision.score if decision.verdict == "same" else 0.0)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_what_is_in_doubt_has_the_score_that_is_decided(left: str, right: str) -> None:
    one, two = traits(left), traits(right)
    decision = decide(one, two)
    assert doubtful(one, two) == doubtful(two, one) == (0.0 if decision.verdict == "different" else decision.score)


def test_reasons_come_strongest_first_with_their_weights() -> None:
    told = "place.same +0.35, copy +0.20, kind.same +0.20, actor1 -0.15, actor2 +0.10, day.next +0.08, figures.unknown +0.03"
    assert ", ".join(decided("by=is; on=turkey; day=10; copy=yes", "by=sdf; on=turkey").reasons) == told

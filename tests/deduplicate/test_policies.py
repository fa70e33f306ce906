"""Each policy over a few ledgers of independent outlets: policies.tsv; and which claims a figure rests on: ledgers.tsv."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agents.deduplicate.policies import POLICIES, dead, hitter, reconcile
from streams.records import Claim
from tests.notation import claim as given
from tests.notation import rows

LINES = Path(__file__).with_name("policies.tsv").read_text(encoding="utf-8").splitlines()
NAMES = LINES[0].split("\t")[3:]
CASES = [line.split("\t") for line in LINES[1:]]


def claim(index: int, killed: int) -> Claim:
    name = f"art-{index}"
    return Claim(
        measure="killed",
        party="civilians",
        low=killed,
        high=killed,
        report_id=f"{name}/a",
        article_id=name,
        article_version=1,
        outlet=name,
        origin=name,
        published_at=datetime(2019, 3, 1, tzinfo=UTC) + timedelta(hours=index),
    )


def test_every_policy_has_its_column() -> None:
    assert list(POLICIES) == NAMES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_policy_makes_one_figure_of_a_ledger(case: list[str]) -> None:
    claims = [claim(index, int(killed)) for index, killed in enumerate(case[0].split())]
    for name, best in zip(NAMES, case[3:], strict=True):
        (figure,) = reconcile(claims, name)
        assert (figure.low, figure.high, figure.best) == (int(case[1]), int(case[2]), int(best)), name


@pytest.mark.parametrize(("claims", "figures", "note"), rows(__file__, "ledgers.tsv"))
def test_a_ledger_makes_figures_that_count_nobody_twice(claims: str, figures: str, note: str) -> None:
    told = [given(cell) for cell in claims.split(" | ")]
    for ledger in (told, told[::-1]):
        found = [f"{f.measure} {f.party}{'/' + f.subset if f.subset else ''} {f.low}-{f.best}-{f.high}" for f in reconcile(ledger)]
        assert "; ".join(found) == figures, note


@pytest.mark.parametrize(("claims", "by", "figures", "note"), rows(__file__, "rivals.tsv"))
def test_whoever_one_side_hit_is_counted_once(claims: str, by: str, figures: str, note: str) -> None:
    told = [given(cell) for cell in claims.split(" | ")]
    for ledger in (told, told[::-1]):
        found = [f"{f.measure} {f.party} {f.low}-{f.best}-{f.high}" for f in reconcile(ledger, by=None if by == "-" else by)]
        assert "; ".join(found) == figures, note


@pytest.mark.parametrize(
    ("kind", "actor1", "by"),
    [
        ("Air/drone strike", "gov:SY", "gov:SY"),
        ("Suicide bomb", None, "unknown"),
        ("Armed clash", "gov:SY", None),
        ("Government regains territory", "gov:SY", None),
        ("Peaceful protest", "protesters", None),
    ],
)
def test_who_hit_is_told_where_nobody_hit_back(kind: str, actor1: str | None, by: str | None) -> None:
    assert hitter(kind, actor1) == by


@pytest.mark.parametrize(("rules", "best"), [((), 46), (("figure.dead", "number.vague"), 46), (("figure.dead", "number.digits"), 20)])
def test_at_least_twenty_in_digits_is_a_number(rules: tuple[str, ...], best: int) -> None:
    some = [claim(index, 20).model_copy(update={"high": None, "rules": rules}) for index in range(2)]
    (figure,) = reconcile([*some, claim(2, 46)])
    assert figure.best == best


COUNTED = [
    ("killed civilians 20+", {}),
    ("killed civilians 20+ | killed civilians 20 outlet=two hours=1", {"civilians": 20}),
    ("killed civilians 2+ | killed civilians 23 outlet=two hours=1", {"civilians": 23}),
    ("killed gov:SY 7 | killed is 2+", {"gov:SY": 7}),
    ("killed gov:SY 7 | killed is 2", {"gov:SY": 7, "is": 2}),
    ("wounded civilians 12", {}),
]


@pytest.mark.parametrize(("claims", "expected"), COUNTED)
def test_the_dead_of_a_side_are_counted_where_somebody_gives_a_number(claims: str, expected: dict[str, int]) -> None:
    ledger = [given(cell) for cell in claims.split(" | ")]
    assert dead(reconcile(ledger), ledger) == expected

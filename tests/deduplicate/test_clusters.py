"""Clusters of small graphs drawn by hand."""

from itertools import permutations

import pytest

from agents.deduplicate.clusters import K, clusters, home_of
from tests.notation import at, rows

TABLE = rows(__file__, "clusters.tsv")


def key(letter: str) -> K:
    return letter, (at(0), 1, "")


def near_of(scores: list[str]) -> dict[K, dict[K, float]]:
    near: dict[K, dict[K, float]] = {}
    for pair, score in (one.split("=") for one in scores):
        for left, right in permutations(pair):
            near.setdefault(key(left), {})[key(right)] = float(score)
    return near


def grouped(accounts: str, scores: list[str], barred: str) -> str:
    apart = [] if barred == "-" else [set(pair) for pair in barred.split(" ")]
    found = clusters(map(key, accounts), near_of(scores), lambda one, other: {one[0], other[0]} in apart)
    assert all(name == members[0][0] for name, members in found.items()), "a cluster is called by its founder"
    return " ".join("".join(letter for letter, _ in members) for members in found.values())


@pytest.mark.parametrize(("accounts", "scores", "barred", "expected", "note"), TABLE)
def test_accounts_gather_around_founders(accounts: str, scores: str, barred: str, expected: str, note: str) -> None:
    assert grouped(accounts, [] if scores == "-" else scores.split(" "), barred) == expected, note


@pytest.mark.parametrize(("accounts", "scores", "barred", "expected", "note"), [row for row in TABLE if 2 < row[1].count("=") < 6])
def test_the_order_in_which_scores_became_known_does_not_matter(accounts: str, scores: str, barred: str, expected: str, note: str) -> None:
    assert {grouped(accounts, list(order), barred) for order in permutations(scores.split(" "))} == {expected}, note


def test_an_account_that_knows_nobody_founds_its_own() -> None:
    assert home_of(key("b"), {}, {key("a"): "a"}, {"a": [key("a")]}, lambda *_: False) is None


def test_those_not_yet_in_a_cluster_do_not_count() -> None:
    assert home_of(key("c"), {key("b"): 0.9}, {key("a"): "a"}, {"a": [key("a")]}, lambda *_: False) is None

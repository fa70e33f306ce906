"""Clusters of small graphs drawn by hand."""

import re
from itertools import permutations

import pytest

from agents.deduplicate.clusters import Bonds, clusters, homes_of
from agents.deduplicate.keys import Key, founder_of, key_named, report_of, turn_named
from tests.notation import at, rows

TABLE, FRONTS = rows(__file__, "clusters.tsv"), rows(__file__, "fronts.tsv")


def key(letter: str) -> Key:
    """a: the first report of article a; A: its second, of the same version; a': the first of its next version."""
    article, version = letter[0].lower(), len(letter)
    place = "first" if letter[0] == article else "second"
    return key_named(turn_named(article, (at(24 * version + ord(article)), version, "")), f"{article}/{place} {letter[0]}")


def near_of(scores: list[str]) -> dict[Key, dict[Key, float]]:
    near: dict[Key, dict[Key, float]] = {}
    for pair, score in (one.split("=") for one in scores):
        for left, right in permutations(re.findall("[a-zA-Z]'?", pair)):
            near.setdefault(key(left), {})[key(right)] = float(score)
    return near


def grouped(accounts: str, scores: list[str], barred: str, counting: str = "-", agreeing: str = "-") -> str:
    counts, agreed = {key(letter) for letter in counting}, {key(letter) for letter in agreeing}
    apart = [] if barred == "-" else [{key(one), key(other)} for one, other in barred.split(" ")]
    letters = {key(letter): letter for letter in re.findall("[a-zA-Z]'?", accounts)}
    near = near_of(scores)
    bonds = Bonds(
        lambda one: near.get(one, {}),
        counts.__contains__,
        lambda one, other: {one, other} in apart,
        lambda one, other: {one, other} <= agreed,
    )
    found = clusters(sorted(letters), bonds)
    assert all(founder_of(name)[0] == report_of(members[0]) for name, members in found.items()), "a cluster is called by its founder"
    return " ".join("".join(letters[one] for one in members) for members in found.values())


@pytest.mark.parametrize(("accounts", "scores", "barred", "expected", "note"), TABLE)
def test_accounts_gather_around_founders(accounts: str, scores: str, barred: str, expected: str, note: str) -> None:
    assert grouped(accounts, [] if scores == "-" else scores.split(" "), barred) == expected, note


@pytest.mark.parametrize(("accounts", "scores", "barred", "expected", "note"), [row for row in TABLE if 2 < row[1].count("=") < 6])
def test_the_order_in_which_scores_became_known_does_not_matter(accounts: str, scores: str, barred: str, expected: str, note: str) -> None:
    assert {grouped(accounts, list(order), barred) for order in permutations(scores.split(" "))} == {expected}, note


@pytest.mark.parametrize(("accounts", "counting", "scores", "expected", "note"), FRONTS)
def test_who_counts_the_dead_of_a_front_joins_by_who_does_too(accounts: str, counting: str, scores: str, expected: str, note: str) -> None:
    assert grouped(accounts, scores.split(" "), "-", counting) == expected, note


@pytest.mark.parametrize(
    ("accounts", "scores", "agreeing", "expected", "note"),
    [
        ("abcd", "ab=1.2 ad=0.8 bd=0.8 cd=0.8", "-", "abd c", "who agrees with nobody goes where most speaks for it"),
        ("abcd", "ab=1.2 ad=0.8 bd=0.8 cd=0.8", "cd", "ab cd", "its own dead are counted elsewhere, though more speaks for the first"),
        ("abcd", "ab=1.2 ad=0.8 bd=0.8 cd=0.4", "cd", "abd c", "where they are counted it is not near enough"),
        ("abcd", "ab=1.2 ad=0.8 bd=0.8 cd=0.8", "bd", "abd c", "they are counted in the closest one"),
        ("abcC", "ab=1.2 bc=0.9 aC=0.8", "aC", "abC c", "of two accounts of an article the one that agrees goes first"),
    ],
)
def test_who_counts_as_many_dead_as_another_joins_it_first(accounts: str, scores: str, agreeing: str, expected: str, note: str) -> None:
    assert grouped(accounts, scores.split(" "), "-", agreeing=agreeing) == expected, note


def test_an_account_that_knows_nobody_founds_its_own() -> None:
    assert homes_of([key("b")], Bonds(lambda _: {}, lambda _: False, None), {key("a"): "a"}.get, {"a": [key("a")]}.__getitem__) == {
        key("b"): report_of(key("b"))
    }


def test_those_not_yet_in_a_cluster_do_not_count() -> None:
    near = Bonds(lambda _: {key("b"): 0.9}, lambda _: False, None)
    assert homes_of([key("c")], near, {key("a"): "a"}.get, {"a": [key("a")]}.__getitem__) == {key("c"): report_of(key("c"))}

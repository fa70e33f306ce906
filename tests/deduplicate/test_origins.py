"""Near-copies of hand-made signatures: two share as many parts, from the first on, as both take from one text."""

from datetime import timedelta
from itertools import permutations
from random import Random

import pytest

from agents.deduplicate.keys import Version
from agents.deduplicate.origins import Origins, Signature, likeness
from tests.notation import BEGIN, rows

WIDTH = 160
DAY = timedelta(days=1)


def signature(name: str, shared: str) -> Signature:
    own = 1000 * ord(name)
    return () if shared == "-" else tuple(n if n < int(shared) else own + n for n in range(WIDTH))


def version(day: float, number: int = 1) -> Version:
    return BEGIN + day * DAY, number, ""


def known(articles: list[str]) -> Origins:
    origins = Origins()
    for name, day, shared in (one.replace("@", ":").split(":") for one in articles):
        origins.add(name, version(float(day)), signature(name, shared))
    return origins


@pytest.mark.parametrize(("articles", "families", "origins", "note"), rows(__file__, "signatures.tsv"))
def test_copies_have_one_origin_in_whatever_order_they_come(articles: str, families: str, origins: str, note: str) -> None:
    names = [one[0] for one in articles.split(" ")]
    for order in permutations(articles.split(" ")):
        held = known(list(order))
        assert [held.origin(name) for name in names] == origins.split(" "), note
        assert {frozenset(held.family(name)) for name in names} == {frozenset(family) for family in families.split(" ")}, note


LIKE = [
    ((1, 2, 3, 4), (1, 2, 3, 4), 1.0),
    ((1, 2, 3, 4), (1, 2, 3, 9), 0.75),
    ((1, 2, 3, 4), (4, 3, 2, 1), 0.0),  # place by place
    ((1, 2, 3, 4), (5, 6, 7, 8), 0.0),
    ((1, 2), (1, 2, 3), 0.0),  # of another length
    ((), (), 0.0),
    ((1,), (), 0.0),
]


@pytest.mark.parametrize(("left", "right", "expected"), LIKE)
def test_likeness_is_the_share_of_equal_parts(left: Signature, right: Signature, expected: float) -> None:
    assert likeness(left, right) == likeness(right, left) == expected


def test_an_article_that_comes_again_changes_nothing() -> None:
    origins = known(["a@0:160", "b@1:160"])
    for day in (1, 2):
        assert origins.add("b", version(day), signature("b", "160")) == set()
    assert (origins.origin("b"), set(origins.copies_of("b"))) == ("a", {"a"})


def test_an_article_that_proves_earlier_becomes_the_origin() -> None:
    origins = known(["a@1:160", "b@2:160"])
    assert origins.add("b", version(0), signature("b", "160")) == {"a"}
    assert (origins.origin("a"), origins.origin("b")) == ("b", "b")


def test_adding_tells_whose_origin_may_have_changed() -> None:
    origins = known(["a@1:160", "b@5:160", "c@5:0"])
    assert origins.add("d", version(0), signature("d", "160")) == {"a", "b"}  # b over a
    assert not origins.copies("a", "c") and origins.copies("a", "d")


def test_an_older_version_of_another_text_parts_what_the_newer_one_joined() -> None:
    origins = known(["a@1:160", "b@2:160", "c@3:160"])
    assert origins.add("b", version(1.5), signature("b", "0")) == {"a", "c"}
    assert [origins.origin(name) for name in "abc"] == ["a", "b", "a"]
    assert origins.add("b", version(2), signature("b", "160")) == set()


@pytest.mark.parametrize("seed", range(40))
def test_versions_of_articles_make_the_same_copies_in_whatever_order_they_come(seed: int) -> None:
    choice = Random(seed)
    versions = [
        (name, version(choice.choice([0, 1, 5, 6, 7, 12]), n), choice.choice(["-", "0", "32", "90", "160"]))
        for name in "abcde"
        for n in (1, 2, 3)
    ]
    ends = []
    for _ in range(6):
        choice.shuffle(versions)
        origins = Origins()
        for name, at, shared in versions:
            origins.add(name, at, signature(name, shared))
        ends.append([(origins.origin(name), sorted(origins.copies_of(name))) for name in "abcde"])
    assert ends == [ends[0]] * 6

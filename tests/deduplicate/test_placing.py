"""Clusters kept up as accounts come in any order: they end as those of all accounts at once."""

import random
from collections import defaultdict

import pytest

from agents.deduplicate.clusters import Bonds, clusters
from agents.deduplicate.keys import Key, key_named, report_of, turn_named, turn_of
from agents.deduplicate.placing import Placing
from agents.shelved import Shelved
from tests.notation import at

GRAPHS = 200


def graph(choice: random.Random) -> tuple[list[Key], dict[Key, dict[Key, float]]]:
    """Accounts of a few articles, in some versions, with scores."""
    keys = [
        key_named(turn_named(article, (at(number % 3 + 3 * version), version, "")), f"{article}/{letter}")
        for number, article in enumerate("abcdef")
        for version in range(1, choice.choice((2, 2, 3)))
        for letter in "xyz"[: choice.randint(1, 3)]
    ]
    near: dict[Key, dict[Key, float]] = defaultdict(dict)
    for one in keys:
        for other in keys:
            if turn_of(one) != turn_of(other) and one < other:
                score = 0.3 if report_of(one) == report_of(other) else choice.choice((0, 0, 0, 0.4, 0.8, 0.9, 1.0))
                if score:
                    near[one][other] = near[other][one] = score
    return keys, near


class Kept:
    """Clusters kept up, with what is known of accounts so far."""

    def __init__(self, near: dict[Key, dict[Key, float]]) -> None:
        self.cluster: Shelved[Key, str] = Shelved(None, str, GRAPHS)
        self.members: Shelved[str, list[Key]] = Shelved(None, str, GRAPHS)
        self.here: list[Key] = []
        self.all = near
        self.bonds = Bonds(self.near, counts, barred, agree)
        self.placing = Placing(self.cluster, self.members, self.bonds, self.together)

    def near(self, key: Key) -> dict[Key, float]:
        return {other: score for other, score in self.all[key].items() if other in self.here}

    def together(self, turn: str) -> list[Key]:
        return [key for key in self.here if turn_of(key) == turn]


def counts(key: Key) -> bool:
    """A third of the accounts, by their names."""
    return sum(map(ord, key)) % 3 == 0


def agree(one: Key, other: Key) -> bool:
    """A quarter of the pairs, by their names."""
    return (sum(map(ord, one)) + sum(map(ord, other))) % 4 == 0


def barred(one: Key, other: Key) -> bool:
    return turn_of(one) == turn_of(other)


@pytest.mark.parametrize("seed", range(GRAPHS))
def test_the_end_is_that_of_all_at_once(seed: int) -> None:
    choice = random.Random(seed)
    keys, near = graph(choice)
    kept = Kept(near)
    turns = sorted({turn_of(key) for key in keys})
    choice.shuffle(turns)
    for turn in turns:
        new = [key for key in keys if turn_of(key) == turn]
        before = {name: list(held) for name, held in dict(kept.members).items()}
        kept.here += new
        kept.placing.settle(new)
        changed, gone = kept.placing.moved()
        assert dict(kept.members) == clusters(sorted(kept.here), kept.bonds)
        assert {key: name for name, held in dict(kept.members).items() for key in held} == dict(kept.cluster)
        assert changed == {name for name, held in dict(kept.members).items() if before.get(name) != held}
        assert gone == before.keys() - set(kept.members)


@pytest.mark.parametrize("seed", range(GRAPHS // 4))
def test_what_moved_is_told_of_many_articles_at_once(seed: int) -> None:
    choice = random.Random(seed)
    keys, near = graph(choice)
    kept, turns = Kept(near), sorted({turn_of(key) for key in keys})
    choice.shuffle(turns)
    for some in (turns[:2], turns[2:5], turns[5:]):
        before = {name: list(held) for name, held in dict(kept.members).items()}
        for turn in some:
            new = [key for key in keys if turn_of(key) == turn]
            kept.here += new
            kept.placing.settle(new)
        changed, gone = kept.placing.moved()
        assert changed == {name for name, held in dict(kept.members).items() if before.get(name) != held}
        assert gone == before.keys() - set(kept.members)
    assert kept.placing.moved() == (set(), set())


@pytest.mark.parametrize("seed", range(GRAPHS // 4))
def test_scores_that_come_or_go_later_end_the_same(seed: int) -> None:
    choice = random.Random(seed)
    keys, near = graph(choice)
    kept = Kept(near)
    kept.here = keys
    kept.placing.again(keys)
    for _ in range(4):
        one = choice.choice(keys)
        other = choice.choice([key for key in keys if turn_of(key) != turn_of(one)])
        if near[one].pop(other, None) is None:
            near[one][other] = near[other][one] = 0.9
        else:
            del near[other][one]
        kept.placing.again([one, other])
        assert dict(kept.members) == clusters(sorted(keys), kept.bonds)

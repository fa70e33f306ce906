"""Which accounts are found for one that is new, and with what score."""

import pytest

from agents.deduplicate.accounts import Account
from agents.deduplicate.blocks import Blocks
from agents.deduplicate.decide import decide
from agents.deduplicate.keys import report_of
from agents.shelved import SLICES, in_memory
from tests.notation import account, rows
from tests.test_shelved import Board


def told(cell: str) -> str:
    return "n=killed civilians 10" + ("" if cell == "-" else f"; {cell}")


def found(new: Account, *held: Account, copies: tuple[str, ...] = ()) -> dict[str, float]:
    blocks = Blocks(in_memory, 8, 64)
    for one in held:
        blocks.add(one)
    pairs = list(blocks.same(new, copies))
    assert len({key for key, _ in pairs}) == len(pairs), "each is found once"
    return {report_of(key): min(score, 1.0) for key, score in pairs}


@pytest.mark.parametrize(("held", "new", "expected", "note"), rows(__file__, "blocks.tsv"))
def test_the_same_is_found_with_its_score(held: str, new: str, expected: str, note: str) -> None:
    one, two = account("one", 0, told(held)), account("two", 5, told(new))
    score = decide(one.traits, two.traits).score
    assert found(two, one) == ({"one/a": score} if expected == "yes" else {}), note


def test_accounts_of_one_version_of_an_article_are_the_same_only_as_twins() -> None:
    one, again = account("one", 0, told("-")), account("one", 0, told("id=b"))
    assert found(again, one) == {}
    assert found(account("one", 3, told("id=b"), version=2), one) == {"one/a": 1.0}


RAID = "type=Armed clash; by=gov:SY; on=is"


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ("on=civilians; n=killed civilians 52", "n=killed civilians 60", 0.93),  # one attack, by two who counted
        (
            "type=Suicide bomb; on=civilians; n=killed civilians 52",
            "place=maarra; on=civilians; n=killed civilians 60",
            0.0,
        ),  # in two towns
        ("on=civilians; n=killed civilians 52", "day=10; n=killed civilians 60", 0.0),  # too little else
        ("n=killed civilians 52", "n=killed civilians 80", 0.0),  # not nearly alike
        ("n=killed civilians 29", "n=killed civilians 29", 0.0),  # not so many
        ("n=killed civilians 52", "place=homs; n=killed civilians 60", 0.0),  # elsewhere
        ("on=civilians; n=killed civilians 52", "on=civilians", 0.3),  # once counted
        ("on=civilians; n=killed civilians 52", "on=civilians; n=wounded civilians 20", 0.0),  # once the dead, once others
        ("n=killed gov:SY 52", "-", 0.0),  # of a front
        ("scope=toll; n=killed civilians 52", "scope=toll; n=killed civilians 52", 0.0),  # two sums
        (f"{RAID}; n=killed is 1, killed is 11", f"{RAID}; place=sarmin; n=killed is 12", 1.0),  # a leader and his men, and all of them
        (f"{RAID}; n=killed is 9, killed civilians 3", f"{RAID}; n=killed is 12", 1.0),  # some without arms among them
        (f"{RAID}; n=killed is 9, killed gov:SY 3", f"{RAID}; n=killed is 12", 0.0),  # of both sides, and as many of one
        (f"{RAID}; n=killed is 1, killed is 11", f"{RAID}; n=killed is 13", 0.0),  # not as many
        (f"{RAID}; n=killed is 1, killed is 11", "type=Armed clash; by=gov:RU; on=is; n=killed is 12", 0.0),  # by another
        (f"{RAID}; n=killed is 1, killed is 11", f"{RAID}; type=Air/drone strike; n=killed is 12", 0.0),  # by other means
        (f"{RAID}; n=killed is 1, killed is 11", f"{RAID}; place=homs; n=killed is 12", 0.0),  # elsewhere
        (f"{RAID}; n=killed is 12", f"{RAID}; n=killed is 12", 0.0),  # as many in two fights
    ],
)
def test_twins(first: str, second: str, score: float) -> None:
    one, two = account("one", 0, first), account("one", 0, "id=b" if second == "-" else f"id=b; {second}")
    assert found(two, one) == ({"one/a": pytest.approx(score)} if score else {})


def test_rows_that_came_back_leave_memory_as_others_do() -> None:
    board = Board()
    blocks = Blocks(lambda name: board if name == "blocks" else None, 1000, 8)
    for day in range(1, 29):
        blocks.add(account(f"one-{day}", day, told(f"day={day}")))
        for _ in range(SLICES):
            blocks.rest()
    looks = []
    for day in (2, 5, 8, 11, 14, 2):  # three blocks come back at each look
        before = board.asked
        assert list(blocks.same(account("two", 60, told(f"day={day}")), ()))
        looks.append(board.asked - before)
        for _ in range(SLICES):
            blocks.rest()
    assert looks == [3, 3, 3, 3, 3, 3], "the first ones have left again"


def test_countries_do_not_meet() -> None:
    assert found(account("two", 0, told("place=none"), country="YE"), account("one", 0, told("place=none"))) == {}


def test_a_copy_is_found_where_the_rest_alone_would_not_do() -> None:
    one, two = (account(name, 0, "day=none; place=none") for name in ("one", "two"))
    assert found(two, one) == {}  # 0.1 + 0.12 + 0.2 + 0.08 + 0.03
    near, other = (account(name, 0, "place=none") for name in ("three", "four"))
    assert (found(near, other), found(near, other, copies=("four",))) == ({}, {"four/a": 0.88})


def test_a_shared_name_is_found_where_the_rest_alone_would_not_do() -> None:
    one, two, three = (account(name, 0, f"place=none; names={who}") for name, who in (("one", "سالم"), ("two", "سالم"), ("three", "عمر")))
    assert found(two, one, three) == {"one/a": 0.83}

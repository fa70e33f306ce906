"""Where a feed covers the days before one: what newly covers days names them, whatever came first."""

import random
from datetime import date
from itertools import pairwise

import pytest

from agents.alert.flow import Flow
from agents.alert.rules import Rule
from agents.stretches import Stretch

REACH, GAP = 20, 10
FIRST = date(2019, 1, 1).toordinal()


def flow() -> Flow:
    return Flow(Rule("one", "new-front", 1, {"gap_days": GAP}), REACH)


def covered(days: set[int], day: int) -> bool:
    """The rule in words: some article is as old as is asked for, and from it to the day no gap is too long."""
    return any(
        first <= day - REACH and all(later - one <= GAP for one, later in pairwise(sorted({day, *(n for n in days if first <= n <= day)})))
        for first in days
    )


@pytest.mark.parametrize("seed", range(80))
def test_days_are_covered_by_the_set_of_days_with_articles_and_each_that_comes_to_be_is_named(seed: int) -> None:
    choice = random.Random(seed)
    days = [FIRST + choice.randint(0, 150) for _ in range(choice.choice([5, 20, 40]))]
    known, feed = set[int](), flow()
    every = range(FIRST - 30, FIRST + 220)
    for day in days:
        was = {one for one in every if feed.covers(date.fromordinal(one))}
        named = feed.add(Stretch(day, day))
        known.add(day)
        now = {one for one in every if feed.covers(date.fromordinal(one))}
        assert was <= now, "an article never makes a day less covered"
        assert now - was <= set(named)
        assert now == {one for one in every if covered(known, one)}


def test_an_article_a_day_names_a_day() -> None:
    feed = flow()
    feed.add(Stretch(FIRST, FIRST + 50))
    assert list(feed.add(Stretch(FIRST + 51, FIRST + 51))) == [FIRST + 61]
    assert not feed.add(Stretch(FIRST + 51, FIRST + 51))


def test_the_end_of_the_calendar_is_the_last_day_named() -> None:
    feed, last = flow(), date.max.toordinal()
    assert feed.add(Stretch(last - 40, last)).stop == last + 1

"""Draws of articles and the intervals from them."""

from random import Random

from agents.evaluate.bootstrap import draws, interval


def test_a_draw_sums_the_articles_drawn() -> None:
    tallies = [{"a": 1, "b": 0}, {"a": 10}, {"b": 5}]
    (found,) = draws(tallies, 1, lambda n: [0, 0, 2])
    assert found == {"a": 2, "b": 5}


def test_draws_are_those_of_the_chance_handed_in() -> None:
    tallies = [{"a": value} for value in range(20)]
    first, second = Random(7), Random(7)
    one = list(draws(tallies, 5, lambda n: first.choices(range(n), k=n)))
    two = list(draws(tallies, 5, lambda n: second.choices(range(n), k=n)))
    assert one == two
    assert len({sums["a"] for sums in one}) > 1


def test_an_interval_holds_95_in_a_hundred() -> None:
    assert interval(range(1001)) == (25, 975)
    assert interval([3.0]) == (3.0, 3.0)
    assert interval([None, 2.0, None, 1.0]) == (1.0, 2.0)
    assert interval([None]) is None


def test_an_interval_narrows_as_articles_are_more() -> None:
    def width(articles: int) -> float:
        chance = Random(1)
        tallies = [{"right": index % 2, "all": 1} for index in range(articles)]
        drawn = draws(tallies, 500, lambda n: chance.choices(range(n), k=n))
        low, high = interval(sums["right"] / sums["all"] for sums in drawn) or (0, 0)
        return high - low

    assert width(400) < width(100) < width(25)
    assert 0.15 < width(100) < 0.25  # 2 × 1.96 × √(0.25 / 100) = 0.196

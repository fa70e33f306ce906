"""Who fights beside whom."""

import pytest

import seeds
from agents.extract.sides import allied


@pytest.mark.parametrize(
    ("country", "one", "two", "expected"),
    [
        ("YE", "gov:YE", "ye-resistance", True),
        ("YE", "arab-coalition", "houthis", False),
        ("SY", "sdf", "syrian-rebels", False),
        ("SY", "gov:RU", "gov:SY", True),
        ("LY", "gov:YE", "ye-resistance", False),  # a side is one of a country's wars
        ("YE", "houthis", "houthis", False),  # one actor is not its own ally
        ("YE", None, "houthis", False),
    ],
)
def test_two_are_allied_where_one_side_holds_both(country: str, one: str | None, two: str | None, expected: bool) -> None:
    assert allied(country, one, two) is expected


def test_every_ally_is_an_actor_and_stands_once_a_country() -> None:
    rows = list(seeds.rows("alliances.csv"))
    actors = {row["actor"] for row in seeds.rows("actors.csv")}
    assert {row["actor"] for row in rows} <= actors
    assert len({(row["country"], row["actor"]) for row in rows}) == len(rows)

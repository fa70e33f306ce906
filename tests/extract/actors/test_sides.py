"""Who fights beside whom."""

import pytest

import seeds
from agents.extract.actors.sides import allied, enemies
from agents.extract.acts.events import KINDS
from agents.extract.opponents.foes import usual


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


@pytest.mark.parametrize(
    ("country", "one", "two", "expected"),
    [
        ("YE", "arab-coalition", "houthis", True),
        ("IQ", "is", "gov:IQ", True),
        ("YE", "gov:YE", "ye-resistance", False),
        ("FR", "arab-coalition", "houthis", False),  # no war of that country
        ("YE", "houthis", "houthis", False),
        ("YE", "houthis", "civilians", False),  # nothing is known of one of them
    ],
)
def test_two_are_enemies_where_two_sides_hold_them(country: str, one: str, two: str, expected: bool) -> None:
    assert enemies(country, one, two) is expected


def test_who_strikes_as_a_rule_is_no_ally_of_whom_it_strikes() -> None:
    for row in seeds.rows("usual-strikes.csv"):
        assert row["code"] in KINDS
        assert usual(row["country"], row["code"]) == (row["agent"], row["target"])
        assert not allied(row["country"], row["agent"], row["target"])
    assert usual("FR", "air") == (None, None)


def test_every_ally_is_an_actor_and_stands_once_a_country() -> None:
    rows = list(seeds.rows("alliances.csv"))
    actors = {row["actor"] for row in seeds.rows("actors.csv")}
    assert {row["actor"] for row in rows} <= actors
    assert len({(row["country"], row["actor"]) for row in rows}) == len(rows)

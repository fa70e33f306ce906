"""Sub-event types by what happened, who did it and who was harmed."""

from itertools import combinations
from pathlib import Path

import pytest

from agents.extract.acts.events import KINDS, armed, compatible, refined, sub_event_type

TABLE = Path(__file__).with_name("events.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case[:2]) for case in CASES])
def test_means_and_victims_decide_the_type(case: list[str]) -> None:
    code, actor1, actor2, hurt, expected, note = case
    assert sub_event_type(code, actor1 or None, actor2 or None, set(hurt.split()), {code}) == expected, note


def test_a_vague_word_is_made_exact_by_the_means_beside_it() -> None:
    assert refined("assault", {"blast", "ied", "suicide"}) == "suicide"
    assert refined("blast", {"grenade"}) == "grenade"
    assert refined("strike", {"air"}) == "air"
    assert refined("clash", {"air"}) == "clash"


def test_compatibility_has_no_direction() -> None:
    assert all(compatible(one, two) == compatible(two, one) for one, two in combinations(KINDS, 2))


def test_an_air_strike_is_no_car_bomb_and_no_shelling() -> None:
    assert not compatible("air", "ied")
    assert not compatible("air", "shell")
    assert compatible("blast", "ied")
    assert compatible("assault", "suicide")


def test_protesters_and_civilians_bear_no_arms() -> None:
    assert not any(map(armed, ["civilians", "protesters", "rioters", "unknown", None]))
    assert all(map(armed, ["sdf", "gov:IQ", "rebel:جماعة", "houthis"]))

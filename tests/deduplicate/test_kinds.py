"""The event types above the 25 sub-event types."""

import pytest

from agents.deduplicate.kinds import EVENT_TYPES, KINETIC, event_type
from tests.notation import rows

TABLE = rows(__file__, "kinds.tsv")


@pytest.mark.parametrize(("sub_event_type", "expected"), TABLE)
def test_a_sub_event_type_has_one_event_type_above_it(sub_event_type: str, expected: str) -> None:
    assert event_type(sub_event_type) == expected


@pytest.mark.parametrize("word", ["", "attack", "Attack ", "Battles", "Protests", "هجوم"])
def test_what_is_not_in_the_list_is_a_strategic_development(word: str) -> None:
    assert event_type(word) == "Strategic developments"


def test_the_list_is_the_guides_and_no_longer() -> None:
    assert {(sub, top) for top, subs in EVENT_TYPES.items() for sub in subs} == {(sub, top) for sub, top in TABLE}


@pytest.mark.parametrize(("top", "expected"), [(top, top[0] in "BEV") for top in sorted({row[1] for row in TABLE})])
def test_battles_explosions_and_violence_against_civilians_are_kinetic(top: str, expected: bool) -> None:
    assert (top in KINETIC) is expected

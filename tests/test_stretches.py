"""Days with articles as stretches: two days belong together where no gap between them is too long."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from agents.stretches import Stretch, Stretches, flow_of, parsed

BEGIN = date(2019, 3, 1)


def added(*days: str, gap: int = 7) -> str:
    """days: of March, one (``5``) or several (``5-9``); which stretches they make, likewise."""
    found = Stretches(gap)
    for cell in days:
        first, _, last = cell.partition("-")
        found.add(Stretch(BEGIN.toordinal() + int(first) - 1, BEGIN.toordinal() + int(last or first) - 1))
    return " ".join(f"{one.first - BEGIN.toordinal() + 1}-{one.last - BEGIN.toordinal() + 1}" for one in parsed(str(found)))


STRETCHES = [
    ("1", "1-1"),
    ("1 8", "1-8"),
    ("1 9", "1-1 9-9"),
    ("9 1", "1-1 9-9"),
    ("1 9 5", "1-9"),
    ("1 9 17 25", "1-1 9-9 17-17 25-25"),
    ("1 9 17 25 8-16", "1-17 25-25"),
    ("1-20 3-4", "1-20"),
    ("3-4 1-20", "1-20"),
    ("30 20 10", "10-10 20-20 30-30"),
    ("", ""),
]


@pytest.mark.parametrize(("days", "stretches"), STRETCHES)
def test_days_near_each_other_are_one_stretch(days: str, stretches: str) -> None:
    assert added(*days.split()) == stretches


@pytest.mark.parametrize(("gap", "stretches"), [(7, "1-1 10-10"), (8, "1-1 10-10"), (9, "1-10")])
def test_how_near_is_for_the_asker_to_say(gap: int, stretches: str) -> None:
    assert added("1", "10", gap=gap) == stretches


@pytest.mark.parametrize("seed", range(100))
def test_stretches_follow_from_the_set_of_days(seed: int) -> None:
    choice = random.Random(seed)
    days = [choice.randint(1, 120) for _ in range(choice.choice([3, 10, 30]))]
    known = sorted(set(days))
    parts = [[known[0]]]
    for one in known[1:]:
        parts.append([one]) if one - parts[-1][-1] > 7 else parts[-1].append(one)
    wanted = " ".join(f"{part[0]}-{part[-1]}" for part in parts)
    for _ in range(3):
        choice.shuffle(days)
        assert added(*map(str, days)) == wanted


def test_days_that_are_known_change_nothing() -> None:
    found = Stretches()
    assert found.add(Stretch(10, 20)) == ([], Stretch(10, 20))
    assert found.add(Stretch(12, 13)) is None
    assert found.add(Stretch(21, 21)) == ([Stretch(10, 20)], Stretch(10, 21))
    assert [found.before(day) for day in (9, 10, 99)] == [None, Stretch(10, 21), Stretch(10, 21)]


def test_a_feed_is_told_by_the_days_of_its_articles_as_they_were_printed() -> None:
    moments = [datetime(2019, 3, 1, 23, tzinfo=UTC) + timedelta(hours=n) for n in (0, 2, 240)]
    assert flow_of(moments) == "2019-03-01/2019-03-02,2019-03-11/2019-03-11"
    assert flow_of([]) == ""

"""Moments in parts on a shelf are what one sorted list of them would be, whatever has left memory."""

from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agents.alert.moments import PARTS, US, Moments, parts, us_of
from streams.storage.scratch import Scratch

LEAST = timedelta(days=10) // US
BEGIN = datetime(2019, 1, 1, tzinfo=UTC)


def moment(hour: int, ahead: int) -> datetime:
    return (BEGIN + timedelta(hours=hour)).astimezone(timezone(timedelta(hours=ahead)))


@given(
    st.lists(st.tuples(st.integers(-40_000, 40_000), st.sampled_from((0, 3, -5))), min_size=1, max_size=60), st.integers(-41_000, 41_000)
)
def test_they_are_what_a_sorted_list_is(told: list[tuple[int, int]], asked: int) -> None:
    held = parts(Scratch().shelf)
    moments, other = Moments(LEAST, "one", held), Moments(LEAST, "other", held)
    listed: list[tuple[int, datetime]] = []
    for hour, ahead in told:
        at = moment(hour, ahead)
        assert moments.add(at) == us_of(at)
        listed.insert(bisect_right([us for us, _ in listed], us_of(at)), (us_of(at), at))
        other.add(at + timedelta(days=1))
        for full in (True, False):
            held.rest(full=full)  # all leaves memory as soon as it can
    expected = [us for us, _ in listed]
    assert [moments.us(index) for index in range(len(moments))] == expected
    assert [moments[index] for index in range(len(moments))] == [at for _, at in listed]
    assert [moments[index].utcoffset() for index in range(len(moments))] == [at.utcoffset() for _, at in listed]
    assert moments.us(-1) == expected[-1]
    us = us_of(moment(asked, 0))
    assert (moments.before(us), moments.after(us)) == (bisect_left(expected, us), bisect_right(expected, us))
    gaps = [left for left, right in pairwise(expected) if right - left >= LEAST]
    assert moments.long == gaps
    assert moments.long_from(us, us + 9 * LEAST) == [left for left in gaps if us <= left <= us + 9 * LEAST]


def test_years_of_articles_do_not_stay_in_memory() -> None:
    held, years = parts(Scratch().shelf), 20
    moments = Moments(LEAST, "one", held)
    for day in range(365 * years):
        for _ in range(5):
            moments.add(BEGIN + timedelta(days=day))
            held.rest()
    assert len(moments) == 5 * 365 * years
    assert len(held) > 4 * PARTS, "so many parts were put away"
    assert len(held._young) + len(held._old) + len(held._leaving) <= 2 * PARTS

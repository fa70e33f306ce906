"""Which period a day lies in."""

from datetime import date, timedelta

import pytest

from agents.aggregate.periods import period_of, window_named, windows_of
from tests.notation import rows

TABLE = rows(__file__, "periods.tsv")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[-1])
def test_a_day_lies_in_a_period(row: list[str]) -> None:
    window, day, end, *expected, _ = row
    found = period_of(window, date.fromisoformat(day), date.fromisoformat(end))
    assert ([found.name, found.first.isoformat(), found.last.isoformat()] if found else ["-"] * 3) == expected


@pytest.mark.parametrize("window", ["day", "week", "month"])
def test_periods_of_the_calendar_follow_upon_each_other(window: str) -> None:
    end = date(2030, 1, 1)
    day = date(2015, 12, 1)
    while day < date(2021, 2, 1):
        found, after = period_of(window, day, end), period_of(window, day + timedelta(days=1), end)
        assert found and after and found.first <= day <= found.last
        assert after == found or (day == found.last and after.first == day + timedelta(days=1) and after.name > found.name)
        day += timedelta(days=1)


@pytest.mark.parametrize(("window", "name"), [(row[0], row[3]) for row in TABLE if row[3] != "-"])
def test_the_name_of_a_period_says_which_window_it_is_of(window: str, name: str) -> None:
    assert window_named(name) == window


def test_windows_are_read_from_a_list() -> None:
    assert windows_of("") == []
    assert windows_of("week, 7d,7,Month,07d,day") == ["week", "7d", "month", "day"]


@pytest.mark.parametrize("text", ["fortnight", "0", "0d", "-7d", "7 days", "week;month", "40000d", "2019-W10"])
def test_what_is_no_window_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected day, week, month"):
        windows_of(text)

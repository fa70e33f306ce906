"""Tables asked for on the command line, on a log written by hand: incidents of 2 and 3 March with 5 and 12 killed."""

import pytest

from streams.errors import RasadError
from tests.cli.written import rows, run


def test_aggregates_are_chosen_by_window_and_dimension(log: str) -> None:
    found = rows("aggregates", "--log", log)
    assert {(row["dimension"], row["window"]) for row in found} == {
        (by, window) for by in ("country", "admin1", "party", "event_type") for window in ("1d", "7d", "30d")
    }
    assert [(row["window_days"], row["killed"]) for row in rows("aggregates", "--log", log, "--days", "1", "--by", "country")] == [(1, 12)]
    assert [row["window"] for row in rows("aggregates", "--log", log, "--window", "30d,week", "--by", "outlet")] == ["30d", "2019-W09"]
    (crossed,) = rows("aggregates", "--log", log, "--by", "governorate,perpetrator", "--window", "month")
    assert (crossed["value"], crossed["values"]) == ("Deir ez-Zor,gov:SY", ["Deir ez-Zor", "gov:SY"])
    assert (crossed["window"], crossed["first"], crossed["last"]) == ("2019-03", "2019-03-01", "2019-03-31")


def test_aggregates_tell_what_a_sum_is_if_doubtful_incidents_are_one(log: str) -> None:
    (row,) = rows("aggregates", "--log", log, "--by", "country", "--days", "7")
    assert (row["incidents_low"], row["incidents"]) == (1, 2)
    assert (row["killed_low"], row["killed"], row["killed_high"]) == (5, 17, 21)
    shown = run("aggregates", "--log", log, "--by", "place", "--days", "7")
    assert "2 (1–2)" in shown and "17 (5–21)" in shown and "البلدة" in shown
    (found,) = rows("explain", "SY/place/البلدة/7d", "--log", log)
    assert [(one["left"], one["right"], one["verdict"]) for one in found["doubts"]] == [("inc-1", "inc-2", "possibly-same")]
    assert "May be one" in run("explain", "SY/country/SY/2019-03", "--log", log)


def test_aggregates_count_the_days_asked_for(log: str) -> None:
    wide = ("aggregates", "--log", log, "--by", "country", "--window", "7d")
    assert [row["killed"] for row in rows(*wide, "--until", "2019-03-02")] == [5]
    assert [row["killed"] for row in rows(*wide, "--since", "2019-03-03")] == [12]
    assert "Nothing is counted" in run(*wide, "--since", "2019-04-01", "--until", "2019-04-30")
    assert rows("aggregates", "--log", log, "--country", "IQ") == []
    days = rows("aggregates", "--log", log, "--by", "country", "--window", "day")
    assert [(row["window"], row["killed"]) for row in days] == [("2019-03-03", 12), ("2019-03-02", 5)]


def test_the_largest_rows_of_each_period_are_shown(log: str) -> None:
    (first,) = rows("aggregates", "--log", log, "--by", "sub_event_type", "--window", "week", "--limit", "1")
    assert first["killed"] == 17
    assert len(rows("aggregates", "--log", log, "--by", "country", "--window", "day", "--limit", "1")) == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--by", "mood"), r"--by mood: expected .*perpetrator"),
        (("--window", "fortnight"), "--window fortnight: expected day, week, month"),
        (("--window", "7d", "--days", "7"), "give one of them"),
        (("--days", "40000"), "--days 40000d: expected"),
        (("--policy", "mean"), "--policy mean: expected one of ucdp"),
        (("--since", "2019-03-03", "--until", "2019-03-02"), "the earlier one first"),
    ],
)
def test_tables_that_are_none_are_refused(log: str, options: tuple[str, ...], says: str) -> None:
    with pytest.raises(RasadError, match=says):
        run("aggregates", "--log", log, *options)

"""Tables added up when they are read, by hand; the laws that hold for any are in tests/laws/test_totals.py."""

from datetime import date

import pytest

from agents.aggregate.dimensions import dimensions_of
from agents.aggregate.totals import Span, Total, totals
from agents.deduplicate.kinds import event_type
from streams.records import Incident
from tests.notation import day, incident, near, rows

NINTH = Span(None, day("9"))


def whole(cell: str, name: str = "a", **fields: object) -> Incident:
    one = incident(cell, name, **fields)
    return one.model_copy(update={"event_type": event_type(one.sub_event_type)})


def told(incidents: list[Incident], by: str = "country", *windows: str, span: Span = NINTH, groups: str = "") -> list[Total]:
    return totals(incidents, dimensions_of(by), windows or ("7d",), span, near(groups))


@pytest.mark.parametrize(("cells", "groups", "killed", "incidents", "note"), rows(__file__, "doubtful.tsv"))
def test_what_may_be_one_is_a_band(cells: str, groups: str, killed: str, incidents: str, note: str) -> None:
    held = [whole(cell, name) for cell, name in zip(cells.split(" | "), "abcd", strict=False)]
    (found,) = told(held, groups="" if groups == "-" else groups)
    assert f"{found.killed_low}-{found.killed}-{found.killed_high}" == killed, note
    assert f"{found.incidents_low}-{found.incidents}" == incidents, note


def test_every_measure_has_its_bounds() -> None:
    (found,) = told([whole("n=killed civilians 1-2-3, wounded civilians 4-5-6, captured is 7-8-9, displaced civilians 10-11-12")])
    assert (found.killed_low, found.killed, found.killed_high) == (1, 2, 3)
    assert (found.wounded_low, found.wounded, found.wounded_high) == (4, 5, 6)
    assert (found.captured_low, found.captured, found.captured_high) == (7, 8, 9)
    assert (found.displaced_low, found.displaced, found.displaced_high) == (10, 11, 12)


def test_outlets_are_counted_once_and_incidents_of_two_origins_are_corroborated() -> None:
    held = [whole("outlets=one, two", "a", origins=2), whole("outlets=two, three", "b", origins=1), whole("outlets=one", "c", origins=3)]
    (found,) = told(held)
    assert (found.outlets, found.corroborated) == (3, 2)
    assert {one.value: (one.incidents, one.outlets) for one in told(held, "outlet")} == {"one": (2, 2), "two": (2, 3), "three": (1, 2)}


def test_a_doubt_counts_only_where_a_row_holds_both() -> None:
    held = [whole("type=Attack; n=killed civilians 10", "a"), whole("type=Suicide bomb; n=killed civilians 5", "b")]
    assert [one.killed_low for one in told(held, "country", groups="ab")] == [5]
    assert {one.value: (one.killed_low, one.incidents_low) for one in told(held, "kind", groups="ab")} == {
        "Attack": (10, 1),
        "Suicide bomb": (5, 1),
    }


def test_periods_come_in_the_order_of_their_windows_the_newest_first_and_in_each_the_largest_row() -> None:
    days = {"a": "2019-01-31", "b": "2019-02-28", "c": "2019-03-01", "d": "2019-03-09", "e": "2019-03-09"}
    held = [whole(f"day={at}; n=killed civilians 1; place={'homs' if name == 'd' else 'saraqib'}", name) for name, at in days.items()]
    found = [(one.window, one.value, one.incidents) for one in told(held, "governorate", "month", "week", "1d")]
    assert found == [
        ("2019-03", "Idlib", 2),
        ("2019-03", "Homs", 1),
        ("2019-02", "Idlib", 1),
        ("2019-01", "Idlib", 1),
        ("2019-W10", "Homs", 1),
        ("2019-W10", "Idlib", 1),
        ("2019-W09", "Idlib", 2),
        ("2019-W05", "Idlib", 1),
        ("1d", "Homs", 1),
        ("1d", "Idlib", 1),
    ]


def test_only_the_days_that_were_asked_for_count() -> None:
    held = [whole(f"day={at}; n=killed civilians 1", name) for name, at in {"a": "1", "b": "4", "c": "8", "d": "12"}.items()]
    assert [(one.window, one.incidents) for one in told(held, "country", "week", span=Span(day("2"), day("10")))] == [
        ("2019-W10", 2),  # Monday 4 March to Sunday 10 March
    ]
    assert [one.incidents for one in told(held, "country", "30d", span=Span(None, day("8")))] == [3]
    assert told(held, "country", "30d", span=Span(day("13"), day("20"))) == []


def test_a_row_says_its_days_and_the_newest_that_adds_to_it() -> None:
    (found,) = told([whole("day=5; n=killed civilians 1")], "governorate,kind", "week")
    assert (found.first, found.last, found.window_days, found.day) == (date(2019, 3, 4), date(2019, 3, 10), 7, date(2019, 3, 5))
    assert (found.dimension, found.value, found.values) == ("admin1,sub_event_type", "Idlib,Attack", ("Idlib", "Attack"))
    assert found.cell_id == "SY/admin1,sub_event_type/Idlib,Attack/2019-W10"


def test_a_place_is_called_as_most_articles_call_it() -> None:
    held = [whole(f"place={key}", name) for name, key in {"a": "saraqib-again", "b": "saraqib", "c": "saraqib"}.items()]
    (found,) = told(held, "place")
    assert (found.value, found.name, found.incidents) == ("sy-saraqib", "سراقب", 3)
    assert told(held, "governorate")[0].name == ""


def test_rows_never_span_two_countries() -> None:
    held = [whole("n=killed civilians 1", "a"), whole("country=IQ; n=killed civilians 2", "b")]
    assert {one.country: one.killed for one in told(held, "party")} == {"SY": 1, "IQ": 2}

"""Likeness of two reports, part by part."""

from typing import Any

import pytest

from agents.evaluate import likeness as l
from tests.evaluate.reports import ALEPPO, MOSUL, RAQQA, TABQA, figure, other, report


def test_a_report_is_wholly_like_itself_and_hardly_like_one_unlike_it_in_everything() -> None:
    assert l.likeness(report(), report()) == 1.0
    assert l.likeness(report(), other()) < 0.1


TYPES = [
    ("Air/drone strike", 1.0),
    ("Grenade", 0.6),  # explosions too
    ("Armed clash", 0.3),
    ("Arrests", 0.0),
    (None, 0.0),
]


@pytest.mark.parametrize(("read", "expected"), TYPES)
def test_types_are_as_like_as_their_top_types(read: str | None, expected: float) -> None:
    assert l.type_likeness(report(), report(sub_event_type=read)) == expected


def test_a_type_that_is_as_right_is_right() -> None:
    assert l.type_likeness(report(type_alt=["Arrests"]), report(sub_event_type="Arrests")) == 1.0


PLACES = [
    (None, None, 1.0),
    (RAQQA, None, 0.2),
    (RAQQA, RAQQA | {"name": "الدرعية", "lat": 35.9}, 1.0),  # 6 km away under another name
    (RAQQA, {"name": "مدينة الرقة"}, 1.0),
    (RAQQA, {"name": "حلب"}, 0.0),
    (RAQQA, RAQQA | {"lat": 33.0}, 0.5),  # its namesake 300 km away
    (RAQQA, TABQA, 0.5),
    (RAQQA, ALEPPO, 0.3),
    (RAQQA, MOSUL, 0.0),
]


@pytest.mark.parametrize(("gold", "read", "expected"), PLACES)
def test_places_are_like_by_distance_name_governorate_and_country(gold: Any, read: Any, expected: float) -> None:
    assert l.place_likeness(gold, read) == expected


NAMES = [("الرقّة", "رقه"), ("مخيم الهول", "هول"), ("«إدلب»", "ادلب"), ("", ""), (None, "")]


@pytest.mark.parametrize(("written", "expected"), NAMES)
def test_a_name_is_compared_without_marks_and_article(written: str | None, expected: str) -> None:
    assert l.name(written) == expected


DAYS = [
    ("2019-03-10", "2019-03-10", 1.0),
    ("2019-03-01", "2019-03-31", 1.0),  # a span around it
    ("2019-03-12", "2019-03-12", 0.5),
    ("2019-03-13", "2019-03-14", 0.0),
    (None, "2019-03-09", 0.5),
    (None, None, 0.4),
]


@pytest.mark.parametrize(("first", "last", "expected"), DAYS)
def test_days_are_like_where_they_meet_and_half_up_to_two_days_apart(first: str | None, last: str | None, expected: float) -> None:
    assert l.day_likeness(report(), report(date_start=first, date_end=last)) == expected


def test_nothing_said_of_the_day_on_both_sides_is_like() -> None:
    assert l.day_likeness(report(date_start=None, date_end=None), report(date_start=None, date_end=None)) == 1.0


PARTIES = [
    ("intl-coalition", "civilians", 1.0),
    ("intl-coalition", "is", 0.5),
    ("civilians", "intl-coalition", 0.8),  # the other way round
    ("sdf", "is", 0.0),
]


@pytest.mark.parametrize(("actor1", "actor2", "expected"), PARTIES)
def test_each_party_is_half(actor1: str, actor2: str, expected: float) -> None:
    assert l.parties_likeness(report(), report(actor1=actor1, actor2=actor2)) == expected


FIGURES = [
    ([figure()], [figure()], 1.0),
    ([], [], 1.0),
    ([figure()], [], 0.2),
    ([figure()], [figure(), figure("wounded")], 2 / 3),
    ([figure()], [figure(n=6)], 0.3),  # killed on both sides
    ([figure()], [figure("wounded", n=6)], 0.0),
]


@pytest.mark.parametrize(("gold", "read", "expected"), FIGURES)
def test_figures_are_like_by_their_f1_or_their_measures(gold: Any, read: Any, expected: float) -> None:
    assert l.figures_likeness(report(figures=gold), report(figures=read)) == pytest.approx(expected)

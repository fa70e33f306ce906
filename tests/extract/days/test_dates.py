"""Dates as read from short texts of Wednesday 13 March 2019. Notation: kind (point is left out), first..last; the year 2019 is left out."""

import csv
from datetime import date
from pathlib import Path

import pytest

from agents.extract.days.dates import DateMention, find_dates
from agents.extract.words.fold import fold

PUBLISHED = date(2019, 3, 13)
with Path(__file__).with_name("dates.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(one: DateMention) -> str:
    first, last = ("?" if day is None else day.isoformat().removeprefix("2019-") for day in (one.first, one.last))
    return f"{'' if one.kind == 'point' else one.kind} {first if first == last else f'{first}..{last}'}".strip()


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_dates_are_read_as_a_careful_reader_reads_them(text: str, expected: str, note: str) -> None:
    found = [written(one) for one in find_dates(fold(text).text, PUBLISHED)]
    assert (" | ".join(found) or "-") == expected, note


@pytest.mark.parametrize(
    ("text", "late", "expected"),
    [
        ("أكد الجيش الخميس", True, "03-13"),
        ("أكد الجيش الخميس", False, "03-07"),
        ("فجر الخميس", True, "03-13"),
        ("الخميس الماضي", True, "03-07"),
        ("الأربعاء", True, "03-13"),
        ("الجمعة", True, "03-08"),
        ("أمس الثلاثاء", True, "03-12"),
    ],
)
def test_late_in_the_day_of_utc_the_weekday_of_tomorrow_has_begun(text: str, late: bool, expected: str) -> None:
    assert [written(one) for one in find_dates(fold(text).text, PUBLISHED, late=late)] == [expected]

"""Pointing: days that are told from one named before («on the same day», «the day after», «in the same month», «two days before that»)."""

import re

from agents.extract.days import days as calendar
from agents.extract.days.days import Days
from agents.extract.days.timeline import Length, Line, Read

_GOES_ON = re.compile(r"\s(?:الذي|التي)\s")  # «في اليوم نفسه الذي»: points ahead
_NEAR = 300  # characters from a day to what points back to it
_NEAR_MONTH = 600  # the same, where only its month or year is meant
_BESIDE = {"next": 1, "previous": -1}  # days from the day named before
_ABOUT = {("day", True): (2, 10), ("week", False): (5, 9), ("month", False): (25, 35)}  # days, the least and the most
_OF = " من "  # before a month or year to which a day belongs


def same_at(line: Line, at: int, depth: int) -> Read | None:
    """«في اليوم ذاته», «في اليوم التالي», «آنذاك», «في الشهر نفسه»: told from the day named before, or with «then» the period."""
    value, start = line.words[at].value, line.words[at].start
    if _GOES_ON.match(line.text, line.words[at].stop):
        return None
    if value in ("month", "year"):
        return None if line.text.endswith(_OF, 0, start) else _period(line, at, value)
    days = said(line, at) if value in ("day", "then") else counted(line, at, _BESIDE[value])
    return Read(days, at + 1, "same") if days and (value == "then" or days.precision == "day") else None


def said(line: Line, at: int, reach: int = _NEAR) -> Days | None:
    """The day or period named last before a word, which is over and not far away; None where there is none."""
    if line.said is None:
        return None
    days, stop = line.said
    return days if 0 <= line.words[at].start - stop <= reach and not days.is_future else None


def month_of(line: Line, at: int) -> Days | None:
    """The month of the day named before, for «12 من الشهر نفسه»; None where this word does not say so."""
    read = _period(line, at, "month") if line.has(at, "same") and line.words[at].value == "month" else None
    return read.days if read else None


def year_of(line: Line, at: int) -> int | None:
    """The year of the day named before, for «12 مايو من العام نفسه»; None where this word does not say so."""
    read = _period(line, at, "year") if line.has(at, "same") and line.words[at].value == "year" else None
    return read.days.last.year if read and read.days.last else None


def counted(line: Line, at: int, days: int) -> Days | None:
    """The day so many days from the one named before («قبل ذلك بيومين»); None where none was, or it is not yet over."""
    known = said(line, at)
    if known is None or known.precision != "day" or known.last is None:
        return None
    day = calendar.shifted(known.last, days)
    return Days(day, day, "day") if day <= line.published else None


def about(line: Line, at: int, way: int, length: Length) -> Days | None:
    """«وبعدها بأسبوع», «وقبل ذلك بأيام»: about so long after the day named before (way 1), or before it (-1)."""
    known = said(line, at)
    about_so_many = _ABOUT.get((length.unit, length.is_vague))
    if about_so_many is None or known is None or known.precision != "day" or known.last is None:
        return None
    near, far = (days * max(length.units, 1) if not length.is_vague else days for days in about_so_many)
    first, last = sorted((calendar.shifted(known.last, way * near), calendar.shifted(known.last, way * far)))
    last = min(last, line.published)
    return Days(first, last, "span") if first <= last else None


def _period(line: Line, at: int, unit: str) -> Read | None:
    known = said(line, at, _NEAR_MONTH)
    if known is None or known.last is None:
        return None
    if unit == "year":
        return Read(calendar.year_of(line.published, known.last.year), at + 1, "same.year")
    return Read(calendar.in_month(line.published, known.last.month, known.last.year, None, ahead=False), at + 1, "same.month")

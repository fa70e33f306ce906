"""Spans of days that tables are kept over: so many days up to the newest, or the days, weeks and months of the calendar.

A week is that of ISO 8601: Monday to Sunday, named by the year in which its Thursday lies. Both ends of a period are in it.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

CALENDAR = ("day", "week", "month")
LONGEST = 36_600  # days of a rolling window
ROLLING = re.compile(r"(\d{1,5})d?")


class Period(NamedTuple):
    """A span of days. name: ``7d``, ``2019-03-10``, ``2019-W11`` or ``2019-03``."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def windows_of(text: str) -> list[str]:
    """The windows in a list that commas separate: day, week, month, 7d (7 will do); ValueError says what is none."""
    return list(dict.fromkeys(map(_window, filter(None, (part.strip().lower() for part in text.split(","))))))


def _window(word: str) -> str:
    if word in CALENDAR:
        return word
    found = ROLLING.fullmatch(word)
    if not found or not 1 <= int(found[1]) <= LONGEST:
        raise ValueError(f"{word}: expected day, week, month, or a number of days such as 7d; several are separated by commas")
    return f"{int(found[1])}d"


def period_of(window: str, day: date, end: date) -> Period | None:
    """The period of a window that holds a day; None where a rolling one does not. end: the newest day, with which rolling ones end."""
    if window == "day":
        return Period(day.isoformat(), day, day)
    if window == "week":
        year, week, weekday = day.isocalendar()
        first = day - timedelta(days=weekday - 1)
        return Period(f"{year}-W{week:02}", first, first + timedelta(days=6))
    if window == "month":
        return Period(f"{day:%Y-%m}", day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    rolling = Period(window, end - timedelta(days=int(window.removesuffix("d")) - 1), end)
    return rolling if rolling.first <= day <= end else None


def window_named(name: str) -> str:
    """The window that a period of this name is one of; ValueError where there is none."""
    if re.fullmatch(r"\d{4}-W\d\d", name):
        return "week"
    if re.fullmatch(r"\d{4}-\d\d", name):
        return "month"
    return "day" if re.fullmatch(r"\d{4}-\d\d-\d\d", name) else _window(name)

"""Months and years: «12 March 2017», «the 3rd of last month», «Ramadan 1440», «in 2014», «summer 2016»."""

import re
from datetime import date

from agents.extract.days import days as calendar
from agents.extract.days import pointing
from agents.extract.days.datewords import Word
from agents.extract.days.days import Days
from agents.extract.days.timeline import LATEST, Line, Read

_MONTHS = ("month", "month?", "hmonth", "hmonth?")
_OF = frozenset(["", "من", "من شهر", "شهر", "من هذا", "لشهر"])
_OF_YEAR = frozenset(["", "من", "ل", "في", "من ال"])
_NAMED = re.compile(r"(?:شهر|في|خلال|منذ|اواخر|مطلع|اوائل|منتصف|نهايه|بدايه)\s+$")


def year_at(line: Line, at: int) -> Read | None:
    """A year in digits, 1900 to 2100, at this word; None where there is none, or ``at`` is behind the last."""
    word = line.words[at] if at < len(line.words) else None
    if word and word.kind == "num" and word.stop - word.start in (4, 5, 6) and 1900 <= word.low == word.high <= 2100:
        return Read(calendar.year_of(line.published, word.low), at + 1, "year")
    return None


def number_at(line: Line, at: int, depth: int) -> Read | None:
    """«12 مارس», «10 و11 مارس», «12 من الشهر الماضي», «12 الجاري»; None where the number, 1 to 31, is no day of a month.

    depth: how many words were read before that wait for this one; so for all that are named ``…_at``.
    """
    word, after = line.words[at], at + 1
    low = int(word.value) if word.kind == "ord" else word.low
    high = low if word.kind == "ord" else word.high
    if not 1 <= low <= high <= 31 or word.value == "vague":
        return None
    if (
        line.has(after, "period")
        and line.words[after].value == "month"
        and line.has(after + 1, *_MONTHS)
        and line.gap(after, after + 1) == ""
    ):
        return in_month(line, after + 1, low, high) if line.gap(at, after) in _OF else None  # «10 من شهر مارس»
    following = line.words[after] if after < len(line.words) else None
    upto = after + line.has(after, "prep") if following and following.value == "until" else after  # «من الأول حتى العاشر من فبراير»
    last = _day_of(line.words[upto]) if upto < len(line.words) else 0
    if low < last <= 31 and (_is_span(line, at, after) if upto == after else line.gap(at, after) == line.gap(after, upto) == ""):
        pair = number_at(line, upto, depth)
        if pair and pair.days.last and pair.days.precision == "day":
            first = calendar.shifted(pair.days.last, low - last)
            return Read(Days(first, pair.days.last, "span", pair.days.is_future), pair.after, "days-month")
    if following is None or line.gap(at, after) not in _OF:
        return None
    if following.kind in _MONTHS:
        read = in_month(line, after, low, high)
        yearly = line.text.endswith(" كل ", 0, word.start)  # «يخلد كل 30 مارس»: a day of every year
        return read._replace(days=Days(None, None, "none", True), rule="yearly") if read and yearly else read
    return _of_this_month(line, after, high)


def _day_of(word: Word) -> int:
    """Which day of a month a word may be, by its number; 0 where it is none."""
    return int(word.value) if word.kind == "ord" else word.low if word.kind == "num" else 0


def _of_this_month(line: Line, at: int, day: int) -> Read | None:
    """«12 الجاري», «12 من هذا الشهر», «12 من الشهر الماضي»: at is the word after the day."""
    word, after = line.words[at], at + 1
    which: int | None = None
    if (word.kind, word.value) in (("rel", "0"), ("cal", "month:0")):
        which = 0
    elif (word.kind, word.value) == ("period", "month"):
        after, which = line.which(after)
    elif (month := pointing.month_of(line, at)) and month.last:
        same = calendar.on_day(line.published, day, month.last.month, month.last.year, which=None, ahead=False)
        return Read(same, after, "day-of-same-month") if same and not same.is_future else None
    found = calendar.day_of(line.published, day, which) if which not in (None, LATEST) else None
    return Read(found, after, "day-of-month") if found else None


def _is_span(line: Line, left: int, right: int) -> bool:
    """Whether two days belong together: «10 و11», «10 - 12», «10 إلى 12»."""
    gap = line.gap(left, right)
    dash = "-" in line.text[line.words[left].stop : line.words[right].start]
    return gap in ("و", "الي", "حتي") or (gap == "" and (line.words[right].joined or dash))


def in_month(line: Line, at: int, low: int = 0, high: int = 0) -> Read | None:
    """A month at this word, with the days before it (low to high; 0 = none), its other name, year and «last» after it; None where
    there is no such day.
    """
    word, after = line.words[at], at + 1
    kinds = (word.kind.rstrip("?"), word.kind.rstrip("?") + "?")
    if line.has(after, *kinds) and line.words[after].value == word.value and line.gap(at, after) in ("", "او"):
        after += 1
    after, year, which = _year_of(line, after, word.kind[0] == "h")
    ahead = line.is_planned(at)
    if word.kind[0] == "h":
        if which == 1:  # «رمضان المقبل»
            return Read(Days(None, None, "none", True), after, "hijri")
        days = calendar.hijri_day(line.published, high, int(word.value), year)
        return Read(days, after, "hijri") if days else None
    number = int(word.value)
    if not high:
        return Read(calendar.in_month(line.published, number, year, which, ahead), after, "month")
    days = calendar.on_day(line.published, high, number, year, which=which, ahead=ahead)
    if days is None or days.last is None:
        return None
    if low < high:
        return Read(Days(calendar.shifted(days.last, low - high), days.last, "span", days.is_future), after, "days-month")
    return Read(days, after, "day-month")


def _year_of(line: Line, at: int, is_hijri: bool) -> tuple[int, int | None, int | None]:
    """What follows a month: the year, or which one it is («الماضي», «من العام الماضي»). Gives (word after, year, which)."""
    after = at
    if line.has(at, "period") and line.words[at].value == "year" and line.gap(at - 1, at) in _OF_YEAR:
        after = at + 1
        last, which = line.which(after)
        if which is not None:
            return last, line.published.year + (which if which != LATEST else 0), None
    if line.has(at, "cal") and line.words[at].value == "year:0" and line.gap(at - 1, at) in _OF_YEAR:
        return at + 1, line.published.year, None
    if not is_hijri and line.gap(at - 1, at) in _OF_YEAR and (same := pointing.year_of(line, at)) is not None:
        return at + 1, same, None
    years = range(1340, 1501) if is_hijri else range(1900, 2101)
    is_year = line.has(after, "num") and line.words[after].low == line.words[after].high and line.words[after].low in years
    if is_year and line.gap(after - 1, after) in _OF_YEAR and line.text[line.words[after - 1].stop] != "\n":
        return after + 1, line.words[after].low, None
    last, which = line.which(at)
    if which is None and not is_hijri:
        return last, line.year_above(at - 1), None
    return last, None, None if which == LATEST else which


def month_at(line: Line, at: int, depth: int) -> Read | None:
    """A month without a day; None where its word may be another, and no year, «شهر» or like word stands beside it."""
    if line.words[at].kind.endswith("?"):
        _, year, which = _year_of(line, at + 1, line.words[at].kind[0] == "h")
        twice = line.has(at + 1, "month") and line.words[at + 1].value == line.words[at].value and line.gap(at, at + 1) == ""
        named = _NAMED.search(line.text, max(line.words[at].start - 8, 0), line.words[at].start)
        hijri = line.words[at].kind[0] == "h"
        weak = hijri or line.words[at].stop - line.words[at].start < 4
        if not (year or twice or depth or (named and (not weak or "شهر" in named.group())) or (which is not None and not hijri)):
            return None
    return in_month(line, at)


def event_at(line: Line, at: int, depth: int) -> Read | None:
    """A day known by the event of its year («السابع من أكتوبر»): that year, unless another or «last» is said, or it is not yet past."""
    event = date.fromisoformat(line.words[at].value)
    after, year, which = _year_of(line, at + 1, is_hijri=False)
    if year is None and which is None and event < line.published and (line.published.month, line.published.day) != (event.month, event.day):
        return Read(Days(event, event, "day"), after, "event-day")
    days = calendar.on_day(line.published, event.day, event.month, year, which=which, ahead=line.is_planned(at))
    return Read(days, after, "day-month") if days else None


def feast_at(line: Line, at: int, depth: int) -> Read | None:
    """A day of a feast («ثاني أيام عيد الأضحى»), or its first three days; None where the calendar does not reach.

    The word's value is the Hijri month, the day on which the feast begins and the day of the feast (0: all).
    """
    number, begin, day = (int(part) for part in line.words[at].value.split("."))
    first = calendar.hijri_day(line.published, begin + max(day - 1, 0), number, None)
    if first is None or first.first is None:
        return None
    after, which = line.which(at + 1)
    if which == 1 or line.is_planned(at):
        return Read(Days(None, None, "none", True), after, "feast")
    if day == 0:
        last = calendar.shifted(first.first, 2)
        first = Days(first.first, last if first.is_future else min(last, line.published), "span", first.is_future)
    return Read(first, after, "feast")


def _season(year: int, number: int) -> tuple[date, date]:
    """The first day and the last of the season that begins with this month of a year."""
    return calendar.month(year, number)[0], calendar.month(year + (number == 12), (number + 1) % 12 + 1)[1]


def season_at(line: Line, at: int, depth: int) -> Read | None:
    """«صيف 2018», «الشتاء الماضي»: its three months; None where neither a year nor «last» says of which.

    The word's value is the number of its first month.
    """
    after, year, which = _year_of(line, at + 1, is_hijri=False)
    if year is None and which is None:
        return None
    number = int(line.words[at].value)
    year = year if year is not None else line.published.year - (number > line.published.month) + (which == 1)
    if not 2 <= year <= 9998:
        return None
    first, last = _season(year, number)
    if which == -1 and last >= line.published:  # «الصيف الماضي», in summer
        first, last = _season(year - 1, number)
    return Read(Days(first, last, "span", first > line.published), after, "season")

"""Days: the arithmetic of spans of days, seen from the day of publication. A span is (first, last), both days included."""

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from hijridate import Hijri

HIJRI_YEARS = range(1343, 1501)  # what hijridate converts


class Days(NamedTuple):
    """A span of days. precision: as in the records (day, span, month, year, none). is_future: wholly after publication."""

    first: date | None
    last: date | None
    precision: str
    is_future: bool = False


def shifted(day: date, days: int) -> date:
    """The day so many days on; the calendar's first or last day where that leaves it."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def relative(published: date, days: int) -> Days:
    """The day so many days from publication."""
    day = shifted(published, days)
    return Days(day, day, "day", days > 0)


def night(published: date, days: int) -> Days:
    """The night that begins on that day: it belongs to both days, as far as they are over."""
    first = shifted(published, days)
    return Days(first, min(shifted(first, 1), published), "day")


def weekday(published: date, number: int, which: int | None) -> Days:
    """A weekday (Monday 0). which: None the most recent, publication day included; -1 before it, -2 one week earlier, 1 after it."""
    back = (published.weekday() - number) % 7
    if which is None or which == 0:
        return relative(published, -back)
    if which > 0:
        return relative(published, 7 - back)
    return relative(published, -(back or 7) + 7 * (which + 1))


def weekday_near(published: date, number: int, days: int) -> Days:
    """The weekday said beside «yesterday» or «today»: outlets close their day at other hours than we do, so the weekday decides."""
    wanted = shifted(published, days)
    for drift in (0, 1, -1):
        day = shifted(wanted, drift)
        if day.weekday() == number and (day <= published or days > 0):
            return Days(day, day, "day", days > 0)
    return relative(published, days)


def week(published: date, which: int) -> Days:
    """A calendar week, Sunday to Saturday. which: 0 the running one, -1 the last, 1 the next."""
    sunday = shifted(published, -((published.weekday() + 1) % 7) + 7 * which)
    return _until(published, sunday, shifted(sunday, 6), "span")


def week_of(published: date, span: Days, number: int) -> Days:
    """A week of a month: the first its first seven days, and so on; 0 its last seven."""
    if span.first is None:
        return span
    last = month(span.first.year, span.first.month)[1]
    begin = shifted(span.first, 7 * (number - 1)) if number else shifted(last, -6)
    return _until(published, begin, min(shifted(begin, 6), last) if number else last, "span")


def weekend(published: date) -> Days:
    """The latest weekend, Friday to Sunday, as far as it is over."""
    friday = shifted(published, -((published.weekday() - 4) % 7))
    return Days(friday, min(shifted(friday, 2), published), "span")


@lru_cache(maxsize=512)
def month(year: int, number: int) -> tuple[date, date]:
    """First and last day of a month. number: 1 to 12. Raises ValueError outside the years 1 to 9999."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def month_from(published: date, which: int) -> Days:
    """A calendar month. which: 0 that of publication, -1 the one before it; of no days where the calendar does not reach."""
    months = published.year * 12 + published.month - 1 + which
    if not 12 <= months < 9999 * 12:
        return Days(None, None, "none")
    first, last = month(months // 12, months % 12 + 1)
    return _until(published, first, last, "month")


def year_of(published: date, year: int) -> Days:
    """A calendar year, up to publication where it is running."""
    if not 1 <= year <= 9999:
        return Days(None, None, "none")
    return _until(published, date(year, 1, 1), date(year, 12, 31), "year")


def in_month(published: date, number: int, year: int | None, which: int | None, ahead: bool) -> Days:
    """A named month. year None: the nearest one that has begun, or the next one where which is 1 or the text tells of plans (ahead)."""
    if year is None:
        year = published.year
        said_in_it = number == published.month and which == -1  # «مارس الماضي», said in March
        if said_in_it or (number > published.month and not (ahead or which == 1 or (which is None and number - published.month <= 1))):
            year -= 1
        elif number < published.month and (which == 1 or (ahead and published.month - number > 6)):
            year += 1
    if not 1 <= year <= 9999:
        return Days(None, None, "none")
    first, last = month(year, number)
    return _until(published, first, last, "month")


def on_day(published: date, day: int, number: int, year: int | None, *, which: int | None, ahead: bool) -> Days | None:
    """A day of a named month; None where there is no such day. Without a year: the nearest one, in the future only up to 60 days on."""
    if year is not None:
        return _day(published, year, number, day)
    near = _day(published, published.year, number, day)
    if which == 1 or ahead:
        return near if near and near.is_future else _day(published, published.year + 1, number, day) or near
    options = [found for back in (0, 1, -1, 4) if (found := _day(published, published.year - back, number, day))]
    past = [found for found in options if not found.is_future]
    soon = [found for found in options if found.is_future and found.first and (found.first - published).days <= 60]
    if soon and which != -1 and (not past or (published - (past[0].first or published)).days > 240):
        return soon[0]
    return past[0] if past else None


def day_of(published: date, day: int, which: int | None) -> Days | None:
    """«the 12th» of this month (which 0), the last (-1), or, where it is not said, the nearest 12th gone by.

    None where the month has no such day.
    """
    for months in (which,) if which is not None else (0, -1, -2):
        span = month_from(published, months)
        if span.first and (found := _day(published, span.first.year, span.first.month, day)) and (which is not None or not found.is_future):
            return found
    return None


def ago(published: date, count: int, unit: str) -> Days:
    """So many units before publication, as exactly as the unit says: weeks ±3 days, months and years the whole one.

    unit: minute, hour, day, week, month or one of YEARS.
    """
    if unit in ("hour", "minute"):
        return Days(
            shifted(published, -((count + 23) // 24 if unit == "hour" else 1)),
            published if count < 24 else shifted(published, -(count // 24)),
            "day",
        )
    if unit == "day":
        return relative(published, -count)
    if unit == "week":
        return Days(shifted(published, -7 * count - 3), shifted(published, -7 * count + 3), "span")
    if unit == "month":
        return month_from(published, -count)
    return year_of(published, published.year - count * YEARS.get(unit, 1))


YEARS = {"year": 1, "decade": 10, "century": 100}
LENGTHS = {"minute": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "century": 36525}


def back_to(published: date, count: int, unit: str) -> Days:
    """The span of so many units that ends with publication; two days for up to 24 hours."""
    if unit in ("hour", "minute"):
        return Days(shifted(published, -max((count + 23) // 24, 1) if unit == "hour" else 0), published, "span")
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        if months >= 12:
            first, last = month(months // 12, months % 12 + 1)
            return Days(min(first.replace(day=min(published.day, last.day)), published), published, "span")
    if unit in YEARS:
        year = published.year - count * YEARS[unit]
        if year >= 1:
            return Days(published.replace(year=year, day=min(published.day, 28)), published, "span")
    return Days(shifted(published, -count * LENGTHS.get(unit, 1)), published, "span")


_SHARES = {"half-1": (2, 0), "half-2": (2, 1), "quarter-1": (4, 0), "quarter-2": (4, 1), "quarter-3": (4, 2), "quarter-4": (4, 3)}
_MONTHS_OF = {"start": (1, 3), "middle": (5, 8), "end": (10, 12)} | {
    edge: (12 * which // share + 1, 12 * (which + 1) // share) for edge, (share, which) in _SHARES.items()
}


def part_of(span: Days, edge: str) -> Days:
    """The start (first third), middle or end of a span of days, or a half or quarter of it.

    Of a year the start are the first, the middle four, the end the last three months.
    """
    if span.first is None or span.last is None:
        return span
    last = span.last
    if span.precision == "year":
        first, stop = _MONTHS_OF[edge]
        return Days(date(last.year, first, 1), month(last.year, stop)[1], "span")
    if span.precision == "month":
        last = month(last.year, last.month)[1] if span.first.day == 1 else shifted(span.first, 28)  # a Hijri month has 29 or 30 days
    elif (last - span.first).days < 6:  # the running week, so far
        last = shifted(span.first, 6)
    total = (last - span.first).days + 1
    if edge in _SHARES:
        share, which = _SHARES[edge]
        return Days(
            shifted(span.first, total * which // share), shifted(span.first, total * (which + 1) // share - 1), "span", span.is_future
        )
    third = 10 if span.precision == "month" else max(round(total / 3), 1)
    begin = {"start": span.first, "middle": shifted(span.first, third), "end": shifted(span.first, 2 * third)}[edge]
    end = {"start": shifted(span.first, third - 1), "middle": shifted(span.first, 2 * third - 1), "end": last}[edge]
    return Days(begin, end, "span", span.is_future)


@lru_cache(maxsize=4096)
def _hijri_month(year: int, number: int) -> tuple[date, date] | None:
    """First and last day of a Hijri month; None outside the years that can be converted."""
    if year not in HIJRI_YEARS or not 1 <= number <= 12 or (year == HIJRI_YEARS[-1] and number == 12):
        return None
    first = Hijri(year, number, 1)
    start = first.to_gregorian()
    begin = date(start.year, start.month, start.day)
    return begin, begin + timedelta(first.month_length() - 1)


def hijri_day(published: date, day: int, number: int, year: int | None) -> Days | None:
    """A day (0: the whole month) of a Hijri month; without a year the nearest one that has begun; None where there is none."""
    years = (year,) if year is not None else _hijri_years(published)
    for one in years:
        span = _hijri_month(one, number)
        if span is None or (year is None and span[0] > published):
            continue
        if day == 0:
            return _until(published, *span, "month")
        found = span[0] + timedelta(day - 1)
        return Days(found, found, "day", found > published) if 1 <= day <= 30 and found <= span[1] else None
    return None


def _hijri_years(published: date) -> tuple[int, ...]:
    about = int((published.year - 622) * 1.0307) + 2
    return about, about - 1, about - 2


def _day(published: date, year: int, number: int, day: int) -> Days | None:
    if not (1 <= year <= 9999 and 1 <= number <= 12 and 1 <= day <= month(year, number)[1].day):
        return None
    found = date(year, number, day)
    return Days(found, found, "day", found > published)


def _until(published: date, first: date, last: date, precision: str) -> Days:
    return Days(first, last, precision, True) if first > published else Days(first, min(last, published), precision)

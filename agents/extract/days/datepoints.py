"""Points in time: days and running periods, named or counted from publication («Sunday evening», «last week», «early this month»)."""

import re
from collections.abc import Mapping
from datetime import date

from agents.extract.days import days as calendar
from agents.extract.days.datemonths import event_at, feast_at, in_month, month_at, number_at, season_at, year_at
from agents.extract.days.days import Days
from agents.extract.days.pointing import same_at
from agents.extract.days.timeline import DEEP, LATEST, Line, Read, Rule
from agents.extract.words.ranks import up_to

_DAY = frozenset(["", "من", "يوم", "من يوم", "هذا", "ال", "يوم ال"])


_PAST_MIDNIGHT = ("بعد منتصف ليل", "بعد منتصف ليله")
_LATE, _EARLY = frozenset(["night", "evening"]), frozenset(["dawn", "morning"])
EARLIER = "earlier"
_EARLIER = re.compile(r"\sوقت سابق (?:من )?(?:ال)?$")
_SOON = 25  # characters from a word for what is yet to come to «today»: «التي ستعقد اليوم», «سيشيع القتلى اليوم»
_A_WEEK = 7
_WEEKS = 4  # of a month: a fifth is never told
_SOME_DAY = re.compile(  # «اليوم الأكثر دموية», «اليوم التالي»: not the day of publication
    rf"\sال(?:اكثر|اعنف|اسوا|اشد|اول|اخر|اخير|تالي|{'|'.join(up_to(5))}|سابق|موالي|ذي)(?![\u0621-\u064a])|\s(?:نفسه|ذاته)(?![\u0621-\u064a])"
)
_NEED = " الحاجه"  # «نحن في أمس الحاجة إلى»: most, not yesterday


def _day(line: Line, at: int, depth: int) -> Read | None:
    """«أمس», and the weekday beside it."""
    shift = int(line.words[at].value)
    if _SOME_DAY.match(line.text, line.words[at].stop) if shift == 0 else line.text.startswith(_NEED, line.words[at].stop):
        return None
    if line.has(at + 1, "weekday") and line.gap(at, at + 1) in ("", "يوم") and not line.words[at + 1].joined:
        day = calendar.weekday_near(line.published, int(line.words[at + 1].value), shift)
        return Read(day._replace(is_future=day.is_future or (shift == 0 and line.is_planned(at, _SOON))), at + 2, "day.weekday")
    planned = shift == 0 and line.is_planned(at, _SOON)
    return Read(calendar.relative(line.published, shift)._replace(is_future=shift > 0 or planned), at + 1, "day")


def _night(line: Line, at: int, depth: int) -> Read:
    shift = int(line.words[at].value)
    if shift == 0:
        return Read(calendar.relative(line.published, 0), at + 1, "night")
    return Read(calendar.night(line.published, shift), at + 1, "night")


def _part(line: Line, at: int, depth: int) -> Read | None:
    """«مساء السبت», «فجر اليوم», «ليل الثلاثاء الأربعاء»."""
    if depth > DEEP or line.gap(at, at + 1) not in _DAY or line.text[line.words[at].stop : line.words[at].stop + 1] in "،,":
        return None
    point = line.read(at + 1, depth + 1)
    if (
        point is None
        or point.days.precision not in ("day", "span")
        or (line.words[at + 1].kind in ("edge", "num") and not point.days.first)
    ):
        return None
    if line.words[at].value == "night" and line.words[at + 1].kind == "weekday":
        point = _night_of(line, at + 1, point)
    else:
        point = point._replace(rule=f"part.{point.rule}")
    return _into_morning(line, at, point, depth)


def _into_morning(line: Line, at: int, point: Read, depth: int) -> Read:
    """«ليل الأحد وفجر الاثنين»: one night, of two days; else the point as it was."""
    next_at, first = point.after, point.days.last
    if line.words[at].value not in _LATE or not line.has(next_at, "part") or line.words[next_at].value not in _EARLY:
        return point
    if not line.words[next_at].joined or line.gap(next_at - 1, next_at) != "":
        return point
    morning = line.read(next_at, depth + 1)
    if first is None or morning is None or morning.days.last != calendar.shifted(first, 1):
        return point
    return Read(Days(first, morning.days.last, "day"), morning.after, "part.two-days")


def _night_of(line: Line, at: int, point: Read) -> Read:
    word, next_at = line.words[at], at + 1
    first = point.days.first or line.published
    if (
        line.has(next_at, "weekday")
        and (int(line.words[next_at].value) - int(word.value)) % 7 == 1
        and line.gap(at, next_at) in ("", "الي", "علي")
    ):
        if first == line.published and line.which(next_at + 1)[1] is None:  # «ليل الاثنين الثلاثاء» in news of Monday night
            return Read(point.days, next_at + 1, "part.two-days")
        second = calendar.weekday(line.published, int(line.words[next_at].value), None).first or first
        return Read(Days(calendar.shifted(second, -1), second, "day"), next_at + 1, "part.two-days")
    if first == line.published:  # «ليل الاثنين» in Monday's paper is the night before
        return Read(Days(calendar.shifted(first, -1), first, "day"), point.after, "part.night")
    if line.text.endswith(
        _PAST_MIDNIGHT, 0, line.words[at - 1].stop
    ):  # «بعد منتصف ليل الأحد»: some mean Sunday's first hours, most Monday's
        return Read(Days(first, calendar.shifted(first, 1), "day"), point.after, "part.night")
    return point._replace(rule="part.night")


def _weekday(line: Line, at: int, depth: int) -> Read | None:
    """«الأحد», «الأحد الماضي», «الجمعة 13 نوفمبر 2015», «السبت من الأسبوع الماضي», «الجمعة والسبت»."""
    number = int(line.words[at].value)
    exact = (
        line.read(at + 1, depth + 1)
        if depth <= DEEP and line.has(at + 1, "num", "date") and line.gap(at, at + 1) in ("", "الموافق", "ال")
        else None
    )
    if exact and exact.days.precision == "day":
        return exact._replace(rule=f"weekday.{exact.rule}")
    after, which = line.which(at + 1)
    if line.has(after, "period") and line.words[after].value == "week" and line.gap(after - 1, after) == "من":
        next_after, of_week = line.which(after + 1)
        span = calendar.week(line.published, of_week or 0)
        if span.first and next_after > after + 1:
            day = calendar.shifted(span.first, (number + 1) % 7)
            return Read(Days(day, day, "day", day > line.published), next_after, "weekday.week")
    if which is None and line.is_planned(at) and number != line.published.weekday():
        which = 1
    if which is None and line.late and number == calendar.shifted(line.published, 1).weekday():
        return Read(calendar.relative(line.published, 0), after, "weekday")  # «أكد الجيش الخميس», late on Wednesday in UTC
    found = calendar.weekday(line.published, number, None if which == LATEST else which)
    if which is None and line.has(after, "weekday") and line.words[after].joined and line.gap(at, after) == "":
        last_after, last_which = line.which(after + 1)
        second = calendar.weekday(line.published, int(line.words[after].value), last_which)
        first = calendar.weekday(second.first or line.published, number, -1)
        if second.last and first.first and (second.last - first.first).days <= 3:
            return Read(Days(first.first, second.last, "span", second.is_future), last_after, "weekday.pair")
    return Read(found, after, "weekday")


def _period(line: Line, at: int, depth: int) -> Read | None:
    """«يوم الأحد», «يوم 12», «شهر مايو», «الشهر الماضي», «عام 2014»."""
    word = line.words[at]
    if word.value == "day" and depth <= DEEP and line.gap(at, at + 1) in ("", "ال", "امس"):
        point = line.read(at + 1, depth + 1) if line.has(at + 1, "weekday", "day", "num", "ord", "date", "part", "night") else None
        if point is None and line.has(at + 1, "num") and line.text[line.words[at + 1].stop - 1].isdigit() and not word.definite:
            days = None if _counts(line, at + 1) else calendar.day_of(line.published, line.words[at + 1].low, None)
            point = Read(days, at + 2, "day-of-month") if days else None
        return point
    if word.value == "month" and line.has(at + 1, "month", "month?", "hmonth", "hmonth?") and line.gap(at, at + 1) == "":
        return in_month(line, at + 1)
    if word.value == "year":
        year = year_at(line, at + 1) if line.gap(at, at + 1) in ("", "ال") else None
        if year:
            return year
    after, which = line.which(at + 1)
    if not word.definite:
        return None
    if which is None and _EARLIER.search(line.text, max(word.start - 17, 0), word.start):  # «في وقت سابق من العام»
        which = 0
    if which is None:
        return _week_of(line, at, depth) if word.value == "week" and depth <= DEEP else None
    return _earlier(line, at, _running(line, word.value, which, after))


def _earlier(line: Line, at: int, running: Read | None) -> Read | None:
    """«في وقت سابق من هذا الشهر»: some day of the running period, not all of it."""
    start = line.words[at].start
    if running is None or running.days.is_future or _EARLIER.search(line.text, max(start - 17, 0), start) is None:
        return running
    return Read(running.days._replace(precision="span"), running.after, EARLIER)


def _week_of(line: Line, at: int, depth: int) -> Read | None:
    """«الأسبوع الثاني من شهر مايو», «الأسبوع الأخير من الشهر الماضي»: so many weeks into a month, or its last."""
    if line.has(at + 1, "ord") and line.gap(at, at + 1) == "" and line.gap(at + 1, at + 2) == "من":
        number, named = int(line.words[at + 1].value), at + 2
    elif line.gap(at, at + 1) == "الاخير من":
        number, named = 0, at + 1
    else:
        return None
    whole = line.read(named, depth + 1) if number <= _WEEKS else None
    if whole is None or whole.days.precision != "month":
        return None
    return Read(calendar.week_of(line.published, whole.days, number), whole.after, "week.of-month")


def _running(line: Line, unit: str, which: int, after: int) -> Read | None:
    if which == LATEST:
        return Read(calendar.back_to(line.published, 1, unit), after, f"{unit}.latest")
    if unit == "week":
        return Read(calendar.week(line.published, which), after, "week")
    if unit == "month":
        return Read(calendar.month_from(line.published, which), after, "month.relative")
    if unit == "year":
        return Read(
            calendar.year_of(line.published, line.published.year + which)._replace(is_future=which > 0),
            after,
            "year.relative" if which > -1 else "year.last",
        )
    return None


def _cal(line: Line, at: int, depth: int) -> Read | None:
    unit, _, which = line.words[at].value.partition(":")
    if unit == "day":
        return Read(calendar.relative(line.published, 0), at + 1, "day")
    return _earlier(line, at, _running(line, unit, int(which), at + 1))


def _pair(line: Line, at: int, depth: int) -> Read | None:
    """«يومي الجمعة والسبت», «يومي 5 و6 مايو», «عامي 2011 و2014»."""
    if depth > DEEP or line.gap(at, at + 1) != "":
        return None
    first, second = year_at(line, at + 1), year_at(line, at + 2)
    if (
        line.words[at].value == "year"
        and first
        and second
        and line.words[at + 1].low < line.words[at + 2].low
        and line.gap(at + 1, at + 2) in ("", "و")
    ):
        return Read(Days(first.days.first, second.days.last, "span"), at + 3, "years")
    return line.read(at + 1, depth + 1) if line.has(at + 1, "weekday", "num", "day") else None


def _edge(line: Line, at: int, depth: int) -> Read | None:
    """«أواخر مارس», «مطلع العام», «نهاية 2008», «منتصف الأسبوع المقبل»."""
    edge = line.words[at].value
    if depth > DEEP or line.gap(at, at + 1) not in ("", "شهر", "هذا"):
        return None
    if line.has(at + 1, "period") and line.words[at + 1].definite and line.which(at + 2)[1] is None:
        if line.words[at + 1].value == "week" and edge == "end" and not line.is_planned(at):
            return Read(calendar.weekend(line.published), at + 2, "edge.week")
        named = line.words[at + 1].value == "year" and line.gap(at + 1, at + 2) == ""  # «النصف الأول من العام 2015»
        whole = (year_at(line, at + 2) if named else None) or _running(line, line.words[at + 1].value, 0, at + 2)
    else:
        whole = line.read(at + 1, depth + 1) or year_at(line, at + 1)
    if whole is None or whole.days.precision not in ("month", "year", "span"):
        return whole if whole and line.words[at].value == "start" else None
    days = _edge_of_week(whole.days, edge, line.published) if whole.rule == "week" else calendar.part_of(whole.days, edge)
    if days.first and days.last and days.first <= line.published:
        days = days._replace(last=min(days.last, line.published), is_future=False)
    else:
        days = days._replace(is_future=days.first is not None)
    return Read(days, whole.after, f"edge.{whole.rule}")


def _edge_of_week(week: Days, edge: str, published: date) -> Days:
    """«مطلع الأسبوع»: with the weekend before it; «مطلع الأسبوع الماضي» is to some the last weekend, with which this week began."""
    days = calendar.part_of(week, edge)
    if edge != "start" or days.first is None or week.last is None:
        return days
    over = 0 < (published - week.last).days <= _A_WEEK
    return days._replace(first=calendar.shifted(days.first, -1), last=calendar.shifted(week.last, 2) if over else days.last)


def _date(line: Line, at: int, depth: int) -> Read | None:
    days = line.words[at].days
    return Read(days, at + 1, "numeric") if days else None


def _counts(line: Line, at: int) -> bool:
    """Whether a number counts a period («يوم 3 ساعات»)."""
    return line.has(at + 1, "period", "periods") and line.gap(at, at + 1) == ""


RULES: Mapping[str, Rule] = {
    "day": _day,
    "night": _night,
    "part": _part,
    "weekday": _weekday,
    "num": number_at,
    "ord": number_at,
    "date": _date,
    "month": month_at,
    "month?": month_at,
    "hmonth": month_at,
    "hmonth?": month_at,
    "period": _period,
    "cal": _cal,
    "pair": _pair,
    "edge": _edge,
    "season": season_at,
    "event": event_at,
    "feast": feast_at,
    "same": same_at,
}

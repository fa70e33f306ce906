"""Points in time: days, months, years and parts of them, named or counted from publication («Sunday evening», «12 March 2017»)."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from agents.extract import days as calendar
from agents.extract.datewords import Word, between
from agents.extract.days import Days

_OF = frozenset(["", "من", "من شهر", "شهر", "من هذا", "لشهر"])
_OF_YEAR = frozenset(["", "من", "ل", "في", "من ال"])
_DAY = frozenset(["", "من", "يوم", "من يوم", "هذا", "ال", "يوم ال"])
_SENTENCE = re.compile(r"[.؟!\n]")
_DEEP = 4  # parts of days may stand in a row: «late in the evening of the night of Sunday»


class Read(NamedTuple):
    """A point read. after: index of the word after it."""

    days: Days
    after: int
    rule: str


class Points:
    """The points of one text."""

    def __init__(self, text: str, published: date, line: list[Word]) -> None:
        self._text, self._published, self._line = text, published, line
        self._plans = [word.start for word in line if word.kind == "plan"]

    def read(self, at: int, depth: int = 0) -> Read | None:
        """The point that begins at this word; None where none does."""
        rule = _RULES.get(self._line[at].kind) if at < len(self._line) else None
        return rule(self, at, depth) if rule else None

    def gap(self, left: int, right: int) -> str | None:
        """The words between two words of time; None where one is missing or they are far apart."""
        return between(self._text, self._line[left], self._line[right]) if right < len(self._line) else None

    def year_at(self, at: int) -> Read | None:
        """A year in digits at this word."""
        word = self._line[at] if at < len(self._line) else None
        if word and word.kind == "num" and word.stop - word.start in (4, 5, 6) and 1900 <= word.low == word.high <= 2100:
            return Read(calendar.year_of(self._published, word.low), at + 1, "year")
        return None

    def _day(self, at: int, depth: int) -> Read:  # noqa: ARG002
        """«أمس», and the weekday beside it."""
        shift = int(self._line[at].value)
        if self._is(at + 1, "weekday") and self.gap(at, at + 1) in ("", "يوم") and not self._line[at + 1].joined:
            day = calendar.weekday_near(self._published, int(self._line[at + 1].value), shift)
            return Read(day, at + 2, "day.weekday")
        return Read(calendar.relative(self._published, shift), at + 1, "day")

    def _night(self, at: int, depth: int) -> Read:  # noqa: ARG002
        shift = int(self._line[at].value)
        if shift == 0:
            return Read(calendar.relative(self._published, 0), at + 1, "night")
        return Read(calendar.night(self._published, shift), at + 1, "night")

    def _part(self, at: int, depth: int) -> Read | None:
        """«مساء السبت», «فجر اليوم», «ليل الثلاثاء الأربعاء»."""
        if depth > _DEEP or self.gap(at, at + 1) not in _DAY or self._text[self._line[at].stop : self._line[at].stop + 1] in "،,":
            return None
        point = self.read(at + 1, depth + 1)
        if (
            point is None
            or point.days.precision not in ("day", "span")
            or self._line[at + 1].kind in ("edge", "num")
            and not point.days.first
        ):
            return None
        if self._line[at].value == "night" and self._line[at + 1].kind == "weekday":
            return self._night_of(at + 1, point)
        return point._replace(rule=f"part.{point.rule}")

    def _night_of(self, at: int, point: Read) -> Read:
        word, next_at = self._line[at], at + 1
        first = point.days.first or self._published
        if (
            self._is(next_at, "weekday")
            and (int(self._line[next_at].value) - int(word.value)) % 7 == 1
            and self.gap(at, next_at) in ("", "الي", "علي")
        ):
            second = calendar.weekday(self._published, int(self._line[next_at].value), None).first or first
            return Read(Days(calendar.shifted(second, -1), second, "day"), next_at + 1, "part.two-days")
        if first == self._published:  # «ليل الاثنين» in Monday's paper is the night before
            return Read(Days(calendar.shifted(first, -1), first, "day"), point.after, "part.night")
        return point._replace(rule="part.night")

    def _weekday(self, at: int, depth: int) -> Read | None:
        """«الأحد», «الأحد الماضي», «الجمعة 13 نوفمبر 2015», «السبت من الأسبوع الماضي», «الجمعة والسبت»."""
        number = int(self._line[at].value)
        exact = (
            self.read(at + 1, depth + 1)
            if depth <= _DEEP and self._is(at + 1, "num", "date") and self.gap(at, at + 1) in ("", "الموافق", "ال")
            else None
        )
        if exact and exact.days.precision == "day":
            return exact._replace(rule=f"weekday.{exact.rule}")
        after, which = self._which(at + 1)
        if self._is(after, "period") and self._line[after].value == "week" and self.gap(after - 1, after) == "من":
            next_after, of_week = self._which(after + 1)
            span = calendar.week(self._published, of_week or 0)
            if span.first and next_after > after + 1:
                day = calendar.shifted(span.first, (number + 1) % 7)
                return Read(Days(day, day, "day", day > self._published), next_after, "weekday.week")
        if which is None and self._is_plan(at) and number != self._published.weekday():
            which = 1
        found = calendar.weekday(self._published, number, which)
        if which is None and self._is(after, "weekday") and self._line[after].joined and self.gap(at, after) == "":
            last_after, last_which = self._which(after + 1)
            second = calendar.weekday(self._published, int(self._line[after].value), last_which)
            first = calendar.weekday(second.first or self._published, number, -1)
            if second.last and first.first and (second.last - first.first).days <= 3:
                return Read(Days(first.first, second.last, "span", second.is_future), last_after, "weekday.pair")
        return Read(found, after, "weekday")

    def _number(self, at: int, depth: int) -> Read | None:
        """«12 مارس», «10 و11 مارس», «12 من الشهر الماضي», «12 الجاري»."""
        word, after = self._line[at], at + 1
        low = int(word.value) if word.kind == "ord" else word.low
        high = low if word.kind == "ord" else word.high
        if not 1 <= low <= high <= 31 or word.value == "vague":
            return None
        following = self._line[after] if after < len(self._line) else None
        if following and following.kind == "num" and low < following.low <= 31 and self._is_span(at, after):
            pair = self._number(after, depth)
            if pair and pair.days.last and pair.days.precision == "day":
                first = calendar.shifted(pair.days.last, low - following.low)
                return Read(Days(first, pair.days.last, "span", pair.days.is_future), pair.after, "days-month")
        if following is None or self.gap(at, after) not in _OF:
            return None
        if following.kind in ("month", "month?", "hmonth", "hmonth?"):
            return self._in_month(after, low, high)
        if following.kind == "rel" and following.value == "0" and self.gap(at, after) in ("", "من", "من شهر"):
            found = calendar.day_of(self._published, high, 0)
            return Read(found, after + 1, "day-of-month") if found else None
        if following.kind == "cal" and following.value == "month:0":
            found = calendar.day_of(self._published, high, 0)
            return Read(found, after + 1, "day-of-month") if found else None
        if following.kind == "period" and following.value == "month":
            last, which = self._which(after + 1)
            found = calendar.day_of(self._published, high, which) if which is not None else None
            return Read(found, last, "day-of-month") if found else None
        return None

    def _is_span(self, left: int, right: int) -> bool:
        """Whether two days belong together: «10 و11», «10 - 12», «10 إلى 12»."""
        gap = self.gap(left, right)
        dash = "-" in self._text[self._line[left].stop : self._line[right].start]
        return gap in ("و", "الي", "حتي") or (gap == "" and (self._line[right].joined or dash))

    def _in_month(self, at: int, low: int = 0, high: int = 0) -> Read | None:
        """A month at this word, with the day before it (0 = none), its other name, year and «last» after it."""
        word, after = self._line[at], at + 1
        kinds = (word.kind.rstrip("?"), word.kind.rstrip("?") + "?")
        if self._is(after, *kinds) and self._line[after].value == word.value and self.gap(at, after) in ("", "او"):
            after += 1
        after, year, which = self._year_of(after, word.kind[0] == "h")
        ahead = self._is_plan(at)
        if word.kind[0] == "h":
            days = calendar.hijri_day(self._published, high, int(word.value), year)
            return Read(days, after, "hijri") if days else None
        number = int(word.value)
        if not high:
            return Read(calendar.in_month(self._published, number, year, which, ahead), after, "month")
        days = calendar.on_day(self._published, high, number, year, which=which, ahead=ahead)
        if days is None or days.last is None:
            return None
        if low < high:
            return Read(Days(calendar.shifted(days.last, low - high), days.last, "span", days.is_future), after, "days-month")
        return Read(days, after, "day-month")

    def _year_of(self, at: int, is_hijri: bool) -> tuple[int, int | None, int | None]:
        """What follows a month: the year, or which one it is («الماضي», «من العام الماضي»). Gives (word after, year, which)."""
        after = at
        if self._is(at, "period") and self._line[at].value == "year" and self.gap(at - 1, at) in _OF_YEAR:
            after = at + 1
            last, which = self._which(after)
            if which is not None:
                return last, self._published.year + (which if which != 0 else 0), None
        if self._is(at, "cal") and self._line[at].value == "year:0" and self.gap(at - 1, at) in _OF_YEAR:
            return at + 1, self._published.year, None
        years = range(1340, 1501) if is_hijri else range(1900, 2101)
        if self._is(after, "num") and self._line[after].low == self._line[after].high and self._line[after].low in years:
            if self.gap(after - 1, after) in _OF_YEAR and self._text[self._line[after - 1].stop] != "\n":
                return after + 1, self._line[after].low, None
        last, which = self._which(at)
        return last, None, which

    def _month(self, at: int, depth: int) -> Read | None:
        """A month without a day; a word that may be another needs a year or «شهر»."""
        if self._line[at].kind.endswith("?"):
            after, year, which = self._year_of(at + 1, self._line[at].kind[0] == "h")
            twice = self._is(at + 1, "month") and self._line[at + 1].value == self._line[at].value and self.gap(at, at + 1) == ""
            named = re.search(
                r"(?:شهر|في|منذ|اواخر|مطلع|اوائل|منتصف|نهايه|بدايه)\s+$",
                self._text[max(self._line[at].start - 8, 0) : self._line[at].start],
            )
            weak = self._line[at].kind[0] == "h" or self._line[at].stop - self._line[at].start < 4
            if not (year or twice or depth or (named and (not weak or "شهر" in named.group())) or (which is not None and not weak)):
                return None
        return self._in_month(at)

    def _period(self, at: int, depth: int) -> Read | None:
        """«يوم الأحد», «يوم 12», «شهر مايو», «الشهر الماضي», «عام 2014»."""
        word = self._line[at]
        if word.value == "day" and depth <= _DEEP and self.gap(at, at + 1) in ("", "ال", "امس"):
            point = self.read(at + 1, depth + 1) if self._is(at + 1, "weekday", "day", "num", "ord", "date", "part", "night") else None
            if (
                point is None
                and self._is(at + 1, "num")
                and 1 <= self._line[at + 1].low == self._line[at + 1].high <= 31
                and not word.definite
            ):
                days = None if self._counts(at + 1) else calendar.day_of(self._published, self._line[at + 1].low, None)
                point = Read(days, at + 2, "day-of-month") if days else None
            return point
        if word.value == "month" and self._is(at + 1, "month", "month?", "hmonth", "hmonth?") and self.gap(at, at + 1) == "":
            return self._in_month(at + 1)
        if word.value == "year":
            year = self.year_at(at + 1) if self.gap(at, at + 1) in ("", "ال") else None
            if year:
                return year
        after, which = self._which(at + 1)
        if which is None or not word.definite:
            return None
        return self._running(word.value, which, after)

    def _running(self, unit: str, which: int, after: int) -> Read | None:
        if unit == "week":
            return Read(calendar.week(self._published, which), after, "week")
        if unit == "month":
            return Read(calendar.month_from(self._published, which), after, "month.relative")
        if unit == "year":
            return Read(
                calendar.year_of(self._published, self._published.year + which)._replace(is_future=which > 0), after, "year.relative"
            )
        return None

    def _cal(self, at: int, depth: int) -> Read | None:  # noqa: ARG002
        unit, _, which = self._line[at].value.partition(":")
        return Read(calendar.relative(self._published, 0), at + 1, "day") if unit == "day" else self._running(unit, int(which), at + 1)

    def _pair(self, at: int, depth: int) -> Read | None:
        """«يومي الجمعة والسبت», «يومي 5 و6 مايو», «عامي 2011 و2014»."""
        if depth > _DEEP or self.gap(at, at + 1) != "":
            return None
        first, second = self.year_at(at + 1), self.year_at(at + 2)
        if self._line[at].value == "year" and first and second and self.gap(at + 1, at + 2) in ("", "و"):
            return Read(Days(first.days.first, second.days.last, "span"), at + 3, "years")
        return self.read(at + 1, depth + 1) if self._is(at + 1, "weekday", "num", "day") else None

    def _edge(self, at: int, depth: int) -> Read | None:
        """«أواخر مارس», «مطلع العام», «نهاية 2008», «منتصف الأسبوع المقبل»."""
        edge = self._line[at].value
        if depth > _DEEP or self.gap(at, at + 1) not in ("", "شهر", "هذا"):
            return None
        if self._is(at + 1, "period") and self._line[at + 1].definite and self._which(at + 2)[1] is None:
            whole = self._running(self._line[at + 1].value, 0, at + 2)
        else:
            whole = self.read(at + 1, depth + 1) or self.year_at(at + 1)
        if whole is None or whole.days.precision not in ("month", "year", "span"):
            return whole if whole and self._line[at].value == "start" else None
        days = calendar.part_of(whole.days, edge)
        return Read(days._replace(is_future=bool(days.first and days.first > self._published)), whole.after, f"edge.{whole.rule}")

    def _season(self, at: int, depth: int) -> Read | None:  # noqa: ARG002
        after, year, which = self._year_of(at + 1, is_hijri=False)
        if year is None and which is None:
            return None
        number = int(self._line[at].value)
        year = year if year is not None else self._published.year - (number > self._published.month) + (which == 1)
        if not 2 <= year <= 9998:
            return None
        last = calendar.month(year + (number == 12), (number + 1) % 12 + 1)[1]
        first = calendar.month(year, number)[0]
        return Read(Days(first, last, "span", first > self._published), after, "season")

    def _date(self, at: int, depth: int) -> Read | None:  # noqa: ARG002
        days = self._line[at].days
        return Read(days, at + 1, "numeric") if days else None

    def _which(self, at: int) -> tuple[int, int | None]:
        """«الماضي» (-1), «الجاري» (0), «المقبل» (1) at this word, and the word after it; None where it is not said."""
        if self._is(at, "rel") and self.gap(at - 1, at) == "":
            return at + 1, int(self._line[at].value)
        return at, None

    def _counts(self, at: int) -> bool:
        """Whether a number counts a period («يوم 3 ساعات»)."""
        return self._is(at + 1, "period", "periods") and self.gap(at, at + 1) == ""

    def _is(self, at: int, *kinds: str) -> bool:
        return at < len(self._line) and self._line[at].kind in kinds

    def _is_plan(self, at: int) -> bool:
        """Whether a word just before, in the same sentence, says that this is yet to come."""
        start = self._line[at].start
        for back in range(at - 1, max(at - 5, -1), -1):
            word = self._line[back]
            if start - word.stop > 60:
                return False
            if word.kind == "plan":
                return not _SENTENCE.search(self._text, word.stop, start)
        return False


_RULES: dict[str, Callable[[Points, int, int], Read | None]] = {
    "day": Points._day,
    "night": Points._night,
    "part": Points._part,
    "weekday": Points._weekday,
    "num": Points._number,
    "ord": Points._number,
    "date": Points._date,
    "month": Points._month,
    "month?": Points._month,
    "hmonth": Points._month,
    "hmonth?": Points._month,
    "period": Points._period,
    "cal": Points._cal,
    "pair": Points._pair,
    "edge": Points._edge,
    "season": Points._season,
}

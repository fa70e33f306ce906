"""Phrases of time: how words of time combine («during the last 48 hours», «since the end of March last», «from 5 to 7 May»)."""

import re
from datetime import date

from agents.extract.days import days as calendar
from agents.extract.days import governed, once, onset, pointing
from agents.extract.days.datemonths import year_at
from agents.extract.days.datepoints import RULES
from agents.extract.days.datewords import Word
from agents.extract.days.days import Days
from agents.extract.days.lags import COST
from agents.extract.days.timeline import ROUGHLY, Length, Line, Phrase, Read

_WHEN = frozenset(["", "في", "يوم", "من", "يوم ال", "منذ"])
_SAW = re.compile(  # «بعد يوم دام قتل خلاله العشرات»: what that day was like
    rf"\s(?!واحده?\s|فقط\s|كامله?\s)[\u0621-\u064a]{{3,8}}\s{COST}"
)
_END_OF = re.compile(r"\s+من\s+(?:شهر|رمضان|حياه|حكم|(?:ال)?(?:حرب|عام|سنه))\b")  # «الأيام الأخيرة من رمضان»
_YEAR_CUE = re.compile(r"(?:(?:^|\s)[وف]?(?:في|اعوام|السنوات|سنوات|حرب|مواليد)\s+(?:ال)?|\(|\b(?:19|20)\d\d\s*[-و]?\s*و?)$")
_UP_TO = re.compile(r"\s(?:الي|حتي|لغايه)\s")  # «الفترة من 20 إلى 31 يناير»; «10 و11 يناير» are two days
_OPENS = re.compile(r"[.،\n]\s?[وثب]$|^[وب]$")
_FEW = {"minute": 0, "hour": 12, "day": 7, "week": 4, "month": 6}  # «recent days», «recent weeks»
_BOUND = re.compile(r"م?\s*[،,]?\s*(?:و?(?:حتي|الي|لغايه)\s+(?:نهايه\s+|شهر\s+|يوم\s+|ال)*|[-–—]\s*)")  # «2015م، وحتى فبراير 2018»
_NOTHING = Days(None, None, "none")
_FELL_THEN = re.compile(r"\)?،?\s(?:حين|عندما|حينما)\s(?:قتل|لقي|سقط|اودت|اودي|اسفر)")  # «الأكبر منذ ديسمبر 2011، حين قتل 50»
_GREW, _GREW_REACH = re.compile(r"(?:^|\s)[وف]?(?:ا?زدا?د|زاد|[تي]زايد|تزايد|اشتد|تصاعد)(?:ت|ا)?\s(?:[^\s،.]+\s){0,2}$"), 40  # no act's day


class Phrases:
    """The phrases of one text."""

    def __init__(self, text: str, published: date, line: list[Word], *, late: bool = False) -> None:
        self._text, self._published, self._line = text, published, line
        self._points = Line(text, published, line, RULES, late=late)

    def read(self, at: int) -> Phrase | None:
        """The phrase that begins at this word; None where none does."""
        word = self._line[at]
        if word.kind == "prep":
            return getattr(self, f"_{word.value}")(at)  # type: ignore[no-any-return]
        if word.kind == "recent":
            if governed.elsewhere(self._text, word.start, word.stop):  # «قبل أيام من وقوعه»
                return Phrase(_NOTHING, at + 1, "", "recent.elsewhere")
            return Phrase(self._recently(word.value), at + 1, "ago", "recent")
        if word.kind in ("num", "two", "period", "periods") and (length := self._length(at)) and self._rel(length.after - 1) is not None:
            return self._window(length, "span", "window")
        point = self._points.read(at) or self._in_year(at)
        if point is None:
            return self._counted(at)
        return self._from_point(at, point)

    def named(self, days: Days, stop: int) -> None:
        """Takes note of a day, to which «في اليوم ذاته» and «آنذاك» point back."""
        self._points.said = days, stop

    def _from_point(self, at: int, point: Read) -> Phrase:
        """A point alone, or the first day of «من … إلى …»."""
        if self._line[at].kind != "edge" and (upto := self._upto(point)) and self._preceded(at, "من"):
            return upto
        if point.rule == "days-month" and self._text.startswith("بين", self._line[at].start):  # the number took «between» along
            return Phrase(point.days, point.after, "span", "between.days-month")
        if point.rule == "days-month" and _UP_TO.search(self._text, self._line[at].start, self._line[point.after - 1].start):
            return Phrase(point.days, point.after, "span", "from-to.days-month")
        return Phrase(point.days, point.after, "point", point.rule)

    def _in_year(self, at: int) -> Read | None:
        """«في 2014», «(2007)», «أعوام 2008 و2012»: a bare year, by what stands before it."""
        year = year_at(self._points, at)
        if year is None or not _YEAR_CUE.search(self._text, max(self._line[at].start - 14, 0), self._line[at].start):
            return None
        return year if self._line[at].low % 100 or not self._text[self._line[at].stop : self._line[at].stop + 2].strip() else None

    def _month_behind(self, length: Length) -> bool:
        """Whether a month's name stands right behind «month»."""
        at = length.after
        return at < len(self._line) and self._line[at].kind.rstrip("?") in ("month", "hmonth") and self._points.gap(at - 1, at) == ""

    def _since(self, at: int) -> Phrase | None:
        """«منذ»: from a day until publication, or until the day that «حتى» names."""
        point = self._next_point(at, _WHEN | ROUGHLY)
        named = point is not None
        if point is None:
            if length := self._next_length(at):
                happened = once.happened(self._text, self._line[at].start)
                return self._so_long_ago(length) if happened else self._window(length, "since", "since.length")
            bare = year_at(self._points, at + 1) if self._points.gap(at, at + 1) in _WHEN else None
            point = bare or onset.begun(self._points, at, self._ago) or onset.after(self._points, at, self._in_year, self._ago)
        if point is None or point.days.first is None:  # «since the protests»: from when is not said
            return Phrase(Days(None, self._published, "none"), at + 1, "since", "since.event")
        if upto := self._upto(point):
            return upto._replace(rule="since.until")
        first = point.days.first
        if first > self._published:
            return Phrase(point.days, point.after, "future", "since")
        if named and _FELL_THEN.match(self._text, self._line[point.after - 1].stop):
            return Phrase(point.days, point.after, "point", f"since.when.{point.rule}")
        return Phrase(Days(first, self._published, "span"), point.after, "since", f"since.{point.rule}")

    def _within(self, at: int) -> Phrase | None:
        """«خلال»: the days up to publication, or those of the period named («خلال شهر تموز»)."""
        length = self._next_length(at)
        if length and not self._month_behind(length):
            return self._window(length, "span", "within")
        at += length is not None
        point = self._next_point(at, frozenset(["", "يوم", "هذا", "ال"]))
        return Phrase(point.days, point.after, "span", f"within.{point.rule}") if point else None

    def _latest(self, at: int) -> Phrase | None:
        """«في آخر 24 ساعة»; not «في آخر يومين من الهدنة», «في آخر يوم», «زادت شراسة المعارك في آخر 72 ساعة»."""
        length = self._next_length(at) if self._points.has(at + 1, "num", "two") else None
        if length and _GREW.search(self._text, max(self._line[at].start - _GREW_REACH, 0), self._line[at].start):
            return None
        elsewhere = length is not None and governed.FROM.match(self._text, self._line[length.after - 1].stop)
        return self._window(length, "span", "within") if length and not elsewhere else None

    def _ago(self, at: int) -> Phrase | None:
        """«قبل»: so long before publication, unless it is counted from something else; «before Sunday» says nothing of the day."""
        if length := self._next_length(at):
            if governed.elsewhere(self._text, self._line[at].start, self._line[length.after - 1].stop):
                return Phrase(_NOTHING, length.after, "", "ago.elsewhere")
            return self._so_long_ago(length)
        point = self._next_point(at, _WHEN)
        if point and point.rule in ("part.night", "part.two-days"):  # «قبل منتصف ليل الأحد»: in that night
            return Phrase(point.days, point.after, "point", f"before.{point.rule}")
        return Phrase(_NOTHING, point.after, "", "before") if point else None

    def _so_long_ago(self, length: Length) -> Phrase:
        """The day or days that lie so long before publication."""
        if length.is_vague:
            return Phrase(self._back(length.units, length.unit), length.after, "ago", "ago.vague")
        return Phrase(calendar.ago(self._published, length.units, length.unit), length.after, "ago", "ago")

    def _after(self, at: int) -> Phrase | None:
        """«بعد» counts from something else."""
        if length := self._next_length(at):
            days = pointing.counted(self._points, at, length.units) if self._opens_later(at, length) else None
            return Phrase(days or _NOTHING, length.after, "point" if days else "", "after")
        point = self._next_point(at, frozenset(["", "يوم"]))
        return Phrase(_NOTHING, point.after, "", "after") if point else None

    def _before(self, at: int) -> Phrase | None:
        """«قبل ذلك بيومين»: counted from the day named before."""
        return self._counted_from(at, -1)

    def _later(self, at: int) -> Phrase | None:
        """«بعد ذلك بثلاثة أيام»: counted from the day named before."""
        return self._counted_from(at, 1)

    def _counted_from(self, at: int, way: int) -> Phrase | None:
        stop = self._line[at].stop
        length = self._length(at + 1) if at + 1 < len(self._line) and self._points.gap(at, at + 1) in ("", "ب") else None
        if length is None or not self._text.startswith(" ب", stop):
            return None
        if length.unit == "day" and not length.is_vague:
            days = pointing.counted(self._points, at, way * length.units)
        else:
            days = pointing.about(self._points, at, way, length)
        return Phrase(days or _NOTHING, length.after, "point" if days else "", "counted")

    def _opens_later(self, at: int, length: Length) -> bool:
        """«وبعد يومين قتل …», first in a sentence: so long after the day named before."""
        stop = self._line[length.after - 1].stop
        if length.unit != "day" or length.is_vague or governed.FROM.match(self._text, stop) or _SAW.match(self._text, stop):
            return False
        return _OPENS.search(self._text, max(self._line[at].start - 3, 0), self._line[at].start + 1) is not None

    def _until(self, at: int) -> Phrase | None:
        point = self._next_point(at, _WHEN)
        if point is None:
            return None
        return Phrase(Days(None, point.days.last, point.days.precision, point.days.is_future), point.after, "until", f"until.{point.rule}")

    def _between(self, at: int) -> Phrase | None:
        """«بين 5 و7 مايو», «بين عامي 2011 و2014», «بين الجمعة والأحد»."""
        point = self._next_point(at, frozenset(["", "يومي", "عامي", "يوم"]))
        if point is None:
            return None
        gap = self._points.gap(point.after - 1, point.after)
        if gap in ("و", "و ") or (gap == "" and self._line[point.after].joined):
            other = self._points.read(point.after)
            if other and other.days.last and point.days.first and point.days.first <= other.days.last:
                return Phrase(Days(point.days.first, other.days.last, "span", point.days.is_future), other.after, "span", "between")
        if point.rule == "part.two-days":  # «بين مساء الأحد وفجر الاثنين»
            return Phrase(point.days, point.after, "point", point.rule)
        kind = "" if point.days.precision == "day" else "span"  # «بين الاثنين»: between the two
        return Phrase(point.days, point.after, kind, f"between.{point.rule}")

    def _upto(self, point: Read) -> Phrase | None:
        """«… إلى 7 مايو», «… حتى ظهر أمس» after a date: a span of both."""
        line = self._line
        next_at = point.after
        if next_at < len(line) and line[next_at].kind == "prep" and line[next_at].value == "until":
            next_at += 1
        if next_at >= len(line) or line[next_at].start - line[point.after - 1].stop > 20:
            return None
        if not _BOUND.fullmatch(self._text, line[point.after - 1].stop, line[next_at].start):
            return None
        other = self._points.read(next_at)
        if other is None or other.days.last is None or point.days.first is None or point.days.first > other.days.last:
            return None
        return Phrase(Days(point.days.first, other.days.last, "span", point.days.is_future), other.after, "span", "from-to")

    def _counted(self, at: int) -> Phrase | None:
        """A number and its unit that say nothing of when («a siege of 3 days») are passed over together."""
        if self._line[at].kind == "num" and (length := self._length(at)):
            return Phrase(_NOTHING, length.after, "", "length")
        return None

    def _preceded(self, at: int, word: str) -> bool:
        start = self._line[at].start
        return self._text[max(start - 9, 0) : start].removesuffix("يوم ").rstrip().endswith(word)

    def _next_point(self, at: int, gaps: frozenset[str]) -> Read | None:
        return self._points.read(at + 1) if at + 1 < len(self._line) and self._points.gap(at, at + 1) in gaps else None

    def _next_length(self, at: int) -> Length | None:
        return self._length(at + 1) if at + 1 < len(self._line) and self._points.gap(at, at + 1) in ROUGHLY else None

    def _length(self, at: int) -> Length | None:
        """«3 أيام», «الأيام الثلاثة الماضية», «يومين», «أسبوع», «عدة أشهر»; a word that says which («الماضية») is taken along."""
        line, gap = self._line, self._points.gap
        word = line[at]
        found: Length | None = None
        if word.kind == "two":
            found = Length(2, word.value, at + 1, False)
        elif (
            word.kind in ("num", "ord")
            and at + 1 < len(line)
            and line[at + 1].kind in ("period", "periods")
            and (not line[at + 1].definite or self._text.endswith("ال ", 0, word.start))  # «الـ 24 الساعة»
            and gap(at, at + 1) in ("", "ال")
        ):
            unit, count = line[at + 1].value, int(word.value) if word.kind == "ord" else word.low
            few = word.value == "vague"
            found = Length(_FEW.get(unit, 0) if few else count, unit, at + 2, few)
        elif word.kind == "periods":
            if at + 1 < len(line) and line[at + 1].kind == "num" and word.definite and gap(at, at + 1) in ("", "ال"):
                found = Length(line[at + 1].low, word.value, at + 2, False)
            else:
                found = Length(_FEW.get(word.value, 0), word.value, at + 1, True)
        elif (
            word.kind == "period"
            and not word.definite
            and not (word.value == "year" and year_at(self._points, at + 1) and gap(at, at + 1) == "")
        ):
            found = Length(1, word.value, at + 1, False)
        if found is None or found.after >= len(line) or line[found.after].kind != "rel":
            return found
        return found._replace(after=found.after + 1) if gap(found.after - 1, found.after) in ("", "القليله", "قليله", "القلائل") else found

    def _window(self, length: Length, kind: str, rule: str) -> Phrase:
        """A length of time that ends with publication, or begins with it («المقبلة»)."""
        if rule == "window" and _END_OF.match(self._text, self._line[length.after - 1].stop):
            return Phrase(_NOTHING, length.after, "", "window.elsewhere")
        if self._rel(length.after - 1) == 1:
            return Phrase(Days(self._published, None, "span", True), length.after, "future", f"{rule}.ahead")
        if length.is_vague and length.unit not in _FEW:
            return Phrase(Days(None, self._published, "none"), length.after, kind, f"{rule}.vague")
        return Phrase(self._back(length.units, length.unit), length.after, kind, rule)

    def _recently(self, value: str) -> Days:
        """«قبل أيام»: so many days ago at most, and at least so many where that is told."""
        most, _, least = value.partition("-")
        days = self._back(int(most), "day")
        return days._replace(last=calendar.shifted(self._published, -int(least))) if least else days

    def _back(self, count: int, unit: str) -> Days:
        return calendar.back_to(self._published, count, unit)

    def _rel(self, at: int) -> int | None:
        return int(self._line[at].value) if self._line[at].kind == "rel" else None

"""Numbers as a text says them, with the words that bound them («at least», «up to»), told apart from those that count no people."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import seeds
from agents.extract.words import aroundnumbers, counted
from agents.extract.words.lexicon import Entry, Hit, Matcher
from agents.extract.words.numerals import Numeral, Numerals, Token, tokens

KINDS = ("number", "bound", "label", "month")
_JUNK = " \"'()«»-"
_YEARS = range(1900, 2101)
_IN_YEAR = re.compile(
    r"(?:^|[\s(])[وف]?(?P<strong>بعام|(?:العام|السنه)\sال(?:حالي|جاري|ماضي|منصرم|فائت)ه?|"
    r"مطلع|اواخر|اوائل|نهايه|بدايه|منتصف|حرب|صيف|شتاء|ربيع|خريف)?(?P<weak>في|منذ|حتي|من|الي|بين|قبل|بعد|خلال|و)?\s*(?:ال)?$"
)
_GLUED = re.compile(
    r"(?P<year>[هم](?![\u0621-\u064a]))|(?:كم|كلم|كيلو|متر|ملم|مم|طن|كغ|دولار|ساعه|يوم|عاما?|سنه)(?![\u0621-\u064a])"
)  # «90كلم», «1436ه»
_AFTERWARDS = 45  # characters in which «at least» may follow a number
_CHANGE = 90  # characters in which «rose» stands before «from 5 to 7»
_MANY = 40_000_000  # more than that is no count of people


class Number(NamedTuple):
    """A number as read. low, high: as in the annotation guide (None = open); about n is exact.

    form: digits, words, vague («dozens»), range, one-of («one of the»), or what it counts instead of people: unit (metres, hours, money,
    things, places, acts), label (a year, a brigade, an hour of the day, an age, an ordinal), date, fraction (a percentage, a decimal).
    start, stop: with the particles and bounds written before it. rule: the id of the rule that decided the form or the bounds.
    """

    start: int
    stop: int
    low: int | None
    high: int | None
    form: str
    rule: str


PEOPLE = frozenset(["digits", "words", "vague", "range", "one-of"])  # the forms that may count people


def entries() -> Iterator[Entry]:
    """The surfaces of number words, bounds, and what tells that a number names something, for the one matcher."""
    for row in seeds.rows("lexicon/numbers.csv"):
        yield Entry(row["surface"], "number", f"{row['kind']}:{row['value']}", row["source"])
    for name in ("bounds", "labels"):
        for row in seeds.rows(f"lexicon/{name}.csv"):
            clitics = row["value"] != "model"  # «آلاف» is no «ال» + «اف»
            yield Entry(row["surface"], row["kind"], row["value"], row["source"], clitics)
    for row in seeds.rows("lexicon/time-words.csv"):
        if row["value"].startswith(("month", "hmonth")):
            yield Entry(row["surface"], "month", row["value"], row["source"])


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    """A matcher of these words alone, for texts that come without hits."""
    return Matcher(entries())


def find_numbers(text: str, hits: Mapping[str, Sequence[Hit]] | None = None) -> list[Number]:
    """All numbers of a folded text, in order and apart. hits: by kind, those of KINDS; they are looked up where not given.

    Those that count no people are kept, and say so in their form. Weekdays and single ordinals are left out. Linear in the text.
    """
    return _Article(text, matcher().hits(text) if hits is None else hits).numbers()


class _Read(NamedTuple):
    """A numeral in its place. at: where its digits or words begin; start: with particles; first: its first token."""

    start: int
    at: int
    stop: int
    numeral: Numeral
    first: Token
    form: str


class _Article:
    def __init__(self, text: str, hits: Mapping[str, Sequence[Hit]]) -> None:
        self._text = text
        self._tokens = [
            token
            for token in tokens(text, hits.get("number", ()))
            if token.kind != "hundred" or counted.before(text, token.stop) != counted.PERCENT
        ]
        self._numerals = Numerals(text, self._tokens)
        self._bounds: dict[int, str] = {}
        self._bound_starts: dict[int, int] = {}
        self._bounds_after: dict[int, str] = {}
        for hit in hits.get("bound", ()):
            if hit.value.endswith("after"):
                self._bounds_after[hit.start] = hit.value
            else:
                self._bounds[hit.stop], self._bound_starts[hit.stop] = hit.value, hit.start
        self._afters = sorted(self._bounds_after)
        self._year_stop = -1  # where the last year ended: «عامي 2011 و2014»
        self._labels = {hit.stop: hit.value for hit in hits.get("label", ())}
        self._months_from = {hit.start for hit in hits.get("month", ())}
        self._months_to = {hit.stop for hit in hits.get("month", ())}

    def numbers(self) -> list[Number]:
        reads = self._reads()
        found: list[Number] = []
        at = 0
        while at < len(reads):
            pair = self._range(reads[at], reads[at + 1]) if at + 1 < len(reads) else None
            found.append(pair or self._bounded(reads[at]))
            at += 2 if pair else 1
        return found

    def _reads(self) -> list[_Read]:
        found: list[_Read] = []
        at = 0
        while at < len(self._tokens):
            first, numeral = self._tokens[at], self._numerals.read(at)
            if numeral.form:
                stop = self._tokens[numeral.after - 1].stop
                read = _Read(first.start, first.at, stop, numeral, first, self._form(first, stop, numeral))
                last = found[-1] if found and found[-1].form in PEOPLE else None
                if last and aroundnumbers.twice(self._text, last.stop, read.start, last.numeral[:2], numeral[:2]):
                    found[-1] = last._replace(stop=stop, numeral=last.numeral._replace(after=numeral.after), form=read.form)
                else:
                    found.append(read)
            at = numeral.after
        return found

    def _form(self, first: Token, stop: int, numeral: Numeral) -> str:
        """What the number is: a count (its own form), or something that counts no people."""
        value = numeral.value
        if numeral.form == "ordinal":
            return "label"
        if numeral.form == "odd" or value != int(value) or self._is_percent(first, stop):
            return "fraction"
        if numeral.form == "one-of":
            return "one-of"
        if numeral.form == "digits" and aroundnumbers.sign(self._text, first.at, stop, ":"):
            return "label"
        return self._thing(first, stop) or self._label(first, stop, numeral) or self._thing_before(first, numeral) or numeral.form

    def _thing(self, first: Token, stop: int) -> str:
        """«unit», «label» or «fraction» where the word after the number says what is counted, and it is no people; else ""."""
        if glued := _GLUED.match(self._text, stop):
            return "label" if glued["year"] else "unit"
        after = self._after(stop)
        what = counted.behind(self._text, after, definite=first.definite) or counted.behind_of(self._text, stop)
        return "fraction" if what == counted.PERCENT else what if what == counted.FAMILY else "unit" if what else ""

    def _thing_before(self, first: Token, numeral: Numeral) -> str:
        """The same for the word before it: «الأيام العشرة», «مواقع عدة»."""
        before = self._before(first.start)
        of = first.kind in ("few", "vague") and " من" in (self._text[first.stop : first.stop + 3], self._text[first.stop - 3 : first.stop])
        behind = (first.definite or first.kind == "few") and not of and self._text[before : first.start] == " "  # not «الغارة عشرات القتلى»
        return "unit" if behind and counted.before(self._text, before) else "fraction" if numeral.value < 1 else ""

    def _label(self, first: Token, stop: int, numeral: Numeral) -> str:
        """«label» or «date» where the number names or orders something; else ""."""
        value, before = numeral.value, self._before(first.start)
        if numeral.form == "digits" and (named := self._named(first, stop, value, before)):
            return named
        label = self._labels.get(before, "")
        wrong = (
            (label == "order" and not first.definite)
            or (label in ("age", "model") and first.joined)  # «أم وثلاثة من أطفالها»
            or (label == "year" and value not in _YEARS and (value >= 100 or counted.in_year(self._text, before, stop, value)))
        )
        if label and not wrong and numeral.form != "vague":
            self._year_stop = stop if label == "year" else self._year_stop
            return "label"
        return "label" if value > _MANY and numeral.form == "digits" else ""

    def _named(self, first: Token, stop: int, value: float, before: int) -> str:
        """Digits that stand in a date, a year, a time of day, a name."""
        text = self._text
        month = self._after(stop)
        if value <= 31 and (month in self._months_from or (text.startswith("من ", month) and month + 3 in self._months_from)):
            return "date"
        if aroundnumbers.sign(self._text, first.at, stop, "/"):
            return "date"
        if first.at and text[first.at - 1] in "-_" and text[first.at - 2 : first.at - 1].isalpha():
            return "label"
        if stop - first.at == 4 and value in _YEARS and self._is_year(first, stop, int(value), before):
            self._year_stop = stop
            return "label"
        return ""

    def _is_year(self, first: Token, stop: int, value: int, before: int) -> bool:
        text = self._text
        if (
            (first.joined and before == self._year_stop)
            or before in self._months_to
            or (before in self._bounds and self._bounds[before] == "between" and value % 100)
        ):
            return True
        if text[first.at - 1 : first.at] in ("(", "-") and text[stop : stop + 1] in (")", "-"):
            return True
        cue = _IN_YEAR.search(text, max(first.at - 16, 0), first.at)
        if cue is None or not (cue["strong"] or cue["weak"]):
            return False
        return bool(cue["strong"] or value % 100 or not text[stop : stop + 2].strip() or text[stop : stop + 1] in ".،,):؛")

    def _is_percent(self, first: Token, stop: int) -> bool:
        return self._text[stop : stop + 2].lstrip(" ")[:1] == "%" or self._text[max(first.at - 1, 0) : first.at] == "%"

    def _bounded(self, read: _Read) -> Number:
        """The number with the bounds around it."""
        value = int(read.numeral.value)
        low, high = value, None if read.form == "vague" else value
        if read.form not in PEOPLE and read.form != counted.FAMILY:
            none = read.form == "fraction" or read.numeral.form == "ordinal"
            return Number(read.start, read.stop, None if none else low, None if none else high, read.form, f"number.{read.form}")
        bound, start = self._bound(read)
        after = self._bound_after(read) if bound not in ("least", "most") else ""
        if "least" in (bound, after):
            return Number(start, read.stop, value, None, read.form, "number.at-least")
        if "most" in (bound, after) and read.form != "vague":
            return Number(start, read.stop, None, value, read.form, "number.up-to")
        return Number(start, read.stop, low, high, read.form, "number.about" if bound == "about" else f"number.{read.form}")

    def _bound(self, read: _Read) -> tuple[str, int]:
        before = self._before(read.start)
        bound = self._bounds.get(before, "") if not read.first.joined else ""  # «68 ألفا على الأقل و170 ألفا»
        if bound not in ("least", "most", "about"):
            return "", read.start
        start = self._bound_starts[before]
        outer = self._before(start)  # «ما يصل إلى نحو 50», not «31 قتيلا على الأقل ونحو 100 جريح»
        further = self._bounds.get(outer) in ("least", "most") and self._text[start] != "و"
        return (self._bounds[outer], self._bound_starts[outer]) if further else (bound, start)

    def _bound_after(self, read: _Read) -> str:
        """«على الأقل» up to four words behind, before the next number or stop."""
        text, at = self._text, read.stop
        near = bisect_left(self._afters, at)
        if near == len(self._afters) or self._afters[near] > at + _AFTERWARDS:
            return ""
        last = read.numeral.after == len(self._tokens)
        end = min(at + _AFTERWARDS, len(text) if last else self._tokens[read.numeral.after].start)
        for _ in range(5):
            at = self._after(at)
            if at in self._bounds_after:
                return self._bounds_after[at].removesuffix("-after")
            while at < end and (text[at].isalpha() or text[at] in '"«»)'):
                at += 1
            if text.startswith("، ع", at) and at + 2 in self._bounds_after:  # «11 جنديا، على الأقل،»
                at += 1
            if at >= end or text[at] != " " or text[at + 1 : at + 2].isdigit():
                return ""
        return ""

    def _range(self, one: _Read, two: _Read) -> Number | None:
        """«400 إلى 600», «بين 5 و7 آلاف», «3 أو 4», «10-12»; scores and years are labels."""
        if two.start - one.stop > 8 or one.numeral.form not in ("digits", "words", "vague") or two.numeral.form not in ("digits", "words"):
            return None
        gap = self._text[one.stop : two.start].strip(' "')
        before = self._before(one.start)
        bound = self._bounds.get(before, "")
        low, high = one.numeral.value, two.numeral.value
        if gap in ("-", "–") and one.numeral.form == two.numeral.form == "digits" and low >= high:
            return Number(one.start, two.stop, None, None, "label", "number.score")
        if not (gap in ("الي", "-", "–", "او", "حتي") or (bound == "between" and (gap == "و" or (gap == "" and two.first.joined)))):
            return None
        if one.numeral.scale == 1 and two.numeral.scale > 1 and low * two.numeral.scale < high and low < 1000:
            low *= two.numeral.scale
        if one.form not in PEOPLE and two.form in PEOPLE and high not in _YEARS:
            return None  # «منذ أكتوبر 2023 إلى 63 ألف شهيد»
        if low >= high or low != int(low) or high != int(high) or self._is_change(one):
            return None
        form = next((form for form in (two.form, one.form) if form not in PEOPLE), "range")
        start = self._bound_starts[before] if bound in ("between", "about") else one.start
        if form == "range" and self._labels.get(before) == "age":
            form = "label"
        return Number(start, two.stop, int(low), int(high), form, "number.range" if form == "range" else f"number.{form}")

    def _is_change(self, one: _Read) -> bool:
        """«ارتفع عدد القتلى من 5 إلى 7»."""
        text = self._text
        if not text[max(one.start - 4, 0) : one.start].rstrip().endswith("من"):
            return False
        return any(self._bounds.get(at) == "change" for at in range(max(one.start - _CHANGE, 0), one.start))

    def _after(self, at: int) -> int:
        """Where the next word begins, over blanks and quotes."""
        text, end = self._text, min(at + 4, len(self._text))
        while at < end and text[at] in ' "':
            at += 1
        return at

    def _before(self, at: int) -> int:
        """Where the word before ends."""
        text, end = self._text, max(at - 4, 0)
        while at > end and text[at - 1] in _JUNK:
            at -= 1
        return at

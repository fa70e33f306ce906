"""Dates: what a text says of when, resolved against the day of publication."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from agents.extract.days.datewords import KIND, matcher, words
from agents.extract.days.days import Days
from agents.extract.days.phrases import Phrases
from agents.extract.words.lexicon import Hit
from agents.extract.words.numbers import Number, find_numbers
from agents.extract.words.wordlists import listed

_CALLED, _CALLED_SO = 12, listed("gaps", "called")  # characters before a day in which stands what is called so

_OPENS = " ("
_NET = " نت"  # behind the name of an outlet


class DateMention(NamedTuple):
    """When something is said to have been. first, last: days, both included; None = open or not said.

    precision: day, span, month, year or none. kind: point («yesterday», «in March»), since (from first until publication or last),
    span («during the last 48 hours», «between 5 and 7 May»), ago («two weeks ago»), until (up to last), future (after publication).
    rule: the id of the rule that read it.
    """

    start: int
    stop: int
    first: date | None
    last: date | None
    precision: str
    kind: str
    rule: str

    @property
    def over_years(self) -> bool:
        """«خلال السنوات الماضية», «في الأعوام الأخيرة»: whether it is of years up to now, of which none is told."""
        return self.first is None and self.rule.endswith(".vague")


def find_dates(
    text: str, published: date, hits: Sequence[Hit] | None = None, numbers: Sequence[Number] | None = None, *, late: bool = False
) -> list[DateMention]:
    """All dates of a folded text, in order and apart. hits: those of kind ``time``; they and the numbers are found where not given.

    late: it was published so late in the day of UTC that the next one had begun where it was written.

    A bare weekday is the latest such day, that of publication included; a day and month without a year is the nearest one gone by.
    What is counted from another event («two days later», «a year before his death») is left out. Linear in the text; raises nothing.
    """
    if hits is None:
        hits = matcher().hits(text).get(KIND, [])
    if numbers is None:
        numbers = find_numbers(text)
    line = words(text, published, hits, numbers)
    phrases = Phrases(text, published, line, late=late)
    found: list[DateMention] = []
    at = 0
    while at < len(line):
        phrase = phrases.read(at)
        if phrase is None:
            at += 1
            continue
        if phrase.kind and not _is_name(text, line[at].start, line[phrase.after - 1].stop):
            found.append(_mention(line[at].start, line[phrase.after - 1].stop, phrase.days, phrase.kind, phrase.rule))
            if len(found) > 1 and _says_which(text, found[-2], found[-1]):
                found[-2:] = [found[-1]._replace(start=found[-2].start)]
            if phrase.kind == "point":
                phrases.named(phrase.days, found[-1].stop)
        at = phrase.after
    return found


def _says_which(text: str, said: DateMention, day: DateMention) -> bool:
    """«فجر اليوم (أمس السبت)»: whether a paper puts, behind a day as somebody said it, which one that was when it printed it."""
    if not text.startswith(_OPENS, said.stop) or day.start != said.stop + len(_OPENS) or not text.startswith(")", day.stop):
        return False
    return (said.precision, said.kind) == (day.precision, day.kind) == ("day", "point")


def _is_name(text: str, start: int, stop: int) -> bool:
    """«شارع 26 سبتمبر», «ثورة 14 أكتوبر», «سبتمبر نت»: whether a day and a month are what a street, an uprising or an outlet is called."""
    if text.startswith(_NET, stop) and not text[stop + len(_NET) : stop + len(_NET) + 1].isalpha():
        return True
    if not text[start].isdecimal() or text[stop - 1].isdecimal():
        return False  # no number before, or a year behind
    before = text[max(start - _CALLED, 0) : start].rstrip('"«').split()
    return bool(before) and text[start - 1] in ' "«' and not _CALLED_SO.isdisjoint((before[-1], before[-1].lstrip("وبلف")))


def _mention(start: int, stop: int, days: Days, kind: str, rule: str) -> DateMention:
    kind = "future" if days.is_future else kind
    return DateMention(start, stop, days.first, days.last, days.precision, kind, f"date.{rule}")

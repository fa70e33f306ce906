"""Onset: the day that stands some words behind «since», and is that of what it names («since the protests began on 30 March»)."""

import re
from collections.abc import Callable

from agents.extract.days.datemonths import year_at
from agents.extract.days.timeline import Line, Phrase, Read

_STOP = re.compile(r"[.؟!\n]")
_SOON = frozenset(["weekday", "day", "part", "night"])
_ON = re.compile(r"(?:في|من|يوم|عام|بتاريخ|مطلع|الموافق)\s*(?:ال)?$")
_BRIEF, _FAR, _NEAR = 45, 110, 60  # characters from «since» to a bare weekday, to the day of what began, to that of what happened
_LOOK = 20  # characters behind «since» in which such a noun begins
_BREAKS = re.compile(r"[.؟!\n،]|\s(?:الذي|التي|الذين|اللذين|حين|عندما|و[^\s]{3,})\s")  # something is told of its own, or something else
_ACT = re.compile(
    r"^\s\S{0,2}(?:هجوم|هجمات|هجمت|اعتداء|تفجير|انفجار|غار|قصف|مقتل|اغتيال|مجزر|مذبح|قتل|صدام|احداث|عمليه|حرب)"
)  # what is told of too, on its day; with which a fight is compared
_NAMES = frozenset(["weekday", "part", "num", "date", "month", "month?", "edge", "period", "season", "hmonth", "cal"])


def begun(line: Line, at: int, ago: Callable[[int], Phrase | None]) -> Read | None:
    """«since the protests began on 30 March»: the date stands some words on, in the same sentence. ago: reads what «قبل» begins."""
    words, text = line.words, line.text
    if at + 1 >= len(words) or words[at + 1].kind not in ("onset", "edge") or line.gap(at, at + 1) not in ("", "بدايه", "يوم"):
        return None
    stop = words[at].stop
    for next_at in range(at + 2, min(at + 8, len(words))):
        word = words[next_at]
        if (word.kind, word.value) == ("prep", "until") or word.start - stop > _FAR or _STOP.search(text, stop, word.start):
            return None
        if (word.kind, word.value) == ("prep", "ago") and (long := ago(next_at)) and long.days.first:
            return Read(long.days, long.after, "onset.ago")  # «منذ بدء القصف قبل أسبوع»
        if _stands_bare(line, at, next_at) or _ON.search(text, max(word.start - 10, 0), word.start):
            point = line.read(next_at) or year_at(line, next_at)
            if point and not point.days.is_future:
                return point._replace(rule=f"onset.{point.rule}")
    return None


def after(line: Line, at: int, in_year: Callable[[int], Read | None], ago: Callable[[int], Phrase | None]) -> Read | None:
    """«منذ سيطرتها على عدن الشهر الماضي», «منذ أن شن هجوما قبل أسبوعين»: since it happened. in_year: reads a bare year."""
    words, text, stop = line.words, line.text, line.words[at].stop
    if _ACT.match(text[stop : stop + _LOOK]):
        return None
    for next_at in range(at + 1, min(at + 4, len(words))):
        word = words[next_at]
        if word.start - stop > _NEAR or _BREAKS.search(text, stop, word.start):
            return None
        if word.kind in _NAMES and (word.kind not in _SOON or word.start - stop <= _BRIEF):
            point = line.read(next_at) or in_year(next_at)
            if point and point.days.first and not point.days.is_future:
                return point._replace(rule=f"onset.{point.rule}")
        if (word.kind, word.value) == ("prep", "ago") and (long := ago(next_at)) and long.days.first:
            return Read(long.days, long.after, "onset.ago")
        if word.kind in ("num", "prep"):  # «منذ مقتل 50 شخصا»
            return None
    return None


def _stands_bare(line: Line, since: int, at: int) -> bool:
    """«منذ اندلاعها أواخر مارس», «منذ بدأ القصف الشهر الماضي», «… السبت الماضي»: whether the day of an onset needs no preposition."""
    word, stop = line.words[at], line.words[since].stop
    if word.kind == "period" and line.which(at + 1)[1] == -1:
        return "،" not in line.text[stop : word.start]
    return word.kind == "edge" or (word.kind in _SOON and word.start - stop <= _BRIEF)

"""Lags: «two days after an attack on …» tells of an older occurrence, and how many days older it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.extract.words.fold import fold_word
from agents.extract.words.letters import standing
from agents.extract.words.lexicon import Hit

_UNITS = {
    "ساعة": 0,
    "ساعات": 0,
    "يوم": 1,
    "يوما": 1,
    "يومين": 2,
    "أيام": 1,
    "أسبوع": 7,
    "أسبوعا": 7,
    "أسبوعين": 14,
    "أسابيع": 7,
    "شهر": 30,
    "شهرا": 30,
    "شهرين": 60,
    "أشهر": 30,
    "شهور": 30,
    "عام": 365,
    "عاما": 365,
    "عامين": 730,
    "أعوام": 365,
    "سنة": 365,
    "سنتين": 730,
    "سنوات": 365,
    "سنين": 365,
}
_COUNTS = {"ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10} | {
    "ثلاث": 3,
    "أربع": 4,
    "خمس": 5,
    "ست": 6,
    "سبع": 7,
    "ثماني": 8,
    "ثمان": 8,
    "تسع": 9,
    "عشر": 10,
}
_DAYS = {fold_word(unit): days for unit, days in _UNITS.items()}
_PLURALS = frozenset(fold_word(unit) for unit in ("أيام", "أسابيع", "أشهر", "شهور", "أعوام", "سنوات", "سنين"))
_NUMBERS = {fold_word(word): count for word, count in _COUNTS.items()}
_AFTER = ("بعد", "بعيد", "عقب")  # with which a lag begins; what stands before is looked at then
_LAG = re.compile(
    r"(?:بع(?:د|يد)|عقب)\s+(?:مرور\s+|مضي\s+)?(?:نحو\s+|حوالي\s+|قرابه\s+|زهاء\s+|(?P<open>(?:اقل|اكثر)\s+من)\s+)?"
    rf"(?:(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+|(?:بضعه?|عده)\s+)?"
    rf"(?P<unit>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?:\s+(?:واحد|واحده|قليله|فقط|تقريبا))?\s+(?:من|علي)\s"
)
COST = r"(?:قتل|استشهد|سقط|شهد|خلف|اوقع|حصد|لقي|قضي|راح|اصيب|جرح)(?:ت|وا)?\s"  # verbs of what a day cost
_DAY_WHEN = re.compile(  # «بعد يوم دام قتل خلاله العشرات»
    rf"بع(?:د|يد)\s+يوم\s+(?!من\s|علي\s|امس\s|واحد\s|ال)[\u0621-\u064a]{{3,8}}\s+(?={COST})"
)
_NEXT_DAY = re.compile(r"غداه\s")
_BEGINS = re.compile(r"(?<![\u0621-\u064a])و?\Z")


class Lag(NamedTuple):
    """days: how many days older what follows is than what stands before; None where that is left open («days after», «in a month»)."""

    start: int
    stop: int
    days: int | None


def find(text: str) -> list[Lag]:
    """All lags of a folded text, in order; linear."""
    found = [Lag(begun.start(), one.end(), _days(one)) for one in _after(text) if (begun := _begun(text, one.start()))]
    if "د يوم " in text:
        found += [Lag(begun.start(), one.end(), 1) for one in _DAY_WHEN.finditer(text) if (begun := _begun(text, one.start()))]
    if "غداه" in text:
        found += [Lag(begun.start(), one.end(), 1) for one in _NEXT_DAY.finditer(text) if (begun := _begun(text, one.start()))]
    return sorted(found)


def _after(text: str) -> Iterator[re.Match[str]]:
    return filter(None, (_LAG.match(text, at) for at, _ in standing(_AFTER, text)))


def _begun(text: str, at: int) -> re.Match[str] | None:
    """Where the word at this place begins, with «و» or without; None inside a longer word."""
    return _BEGINS.search(text, max(at - 1, 0), at)


def _days(lag: re.Match[str]) -> int | None:
    unit, count = lag["unit"], lag["count"]
    if lag["open"]:  # «بعد أقل من شهر على»
        return None
    if count is None:
        return None if unit in _PLURALS else _DAYS[unit]
    return _DAYS[unit] * (int(count) if count.isdecimal() else _NUMBERS[count])


def as_links(lags: list[Lag]) -> list[Hit]:
    """The lags as hits of the lexicon of links: what follows is earlier."""
    return [Hit(one.start, one.stop, "links", "earlier/lag", "", one.start) for one in lags]

"""Sets of acts: whether a clause counts people in several acts, by words that say so («ثلاثة تفجيرات», «سلسلة هجمات», «الهجومين»)."""

import re

from agents.extract.words.letters import among, search
from agents.extract.words.numerals import FEW
from agents.extract.words.wordlists import any_of, listed

_EACH, _TWO = any_of("acts", "each"), any_of("acts", "two")
_NUMBER = rf"{FEW}|\d{{1,2}}"
_ROW = r"سلسله|موجه|عدد|عده|مجموعه|جمله|بضعه?|مختلف|مجمل"
_LIKE = r"متفرق|منفصل|متزامن|متتالي|متلاحق|متعاقب|متعدد|مختلف|عد"
_SETS = re.compile(
    r"(?<![\u0621-\u064a])[وفبل]?(?:"
    rf"(?:ال)?(?:{_ROW})\s(?:من\s)?(?:ال)?(?:{_EACH})"
    rf"|(?:{_NUMBER})\s(?:ال)?(?:{_EACH})"
    rf"|(?:ال)?(?:{_TWO})"
    rf"|(?:ال)?(?:{_EACH})\s(?:[^\s،,.:؛]+\s){{0,2}}(?:ال)?(?:(?:{_NUMBER})|(?:{_LIKE})ه)"
    r")(?![\u0621-\u064a])"
)
_KNOWN = re.compile(  # «تفجيرات كابل الثلاثة», «الهجومين», «موجة التفجيرات»: those that were told of
    r"(?<![\u0621-\u064a])[وفبل]?(?:"
    rf"(?:{_ROW})\s(?:من\s)?(?:ال|هذه\sال)(?:{_EACH})"
    rf"|(?:ال)(?:{_TWO})"
    rf"|(?:ال)?(?:{_EACH})\s(?:[^\s،,.:؛]+\s){{0,2}}ال(?:{_NUMBER})"
    r")(?![\u0621-\u064a])"
)
_AMONG = re.compile(  # «وشملت الغارات مواقع كذا، من بينها الكلية، التي قتل فيها 72»
    rf"(?<![\u0621-\u064a])[وفبل]?ال(?:{_EACH})(?![\u0621-\u064a])[^.:؛\n]{{0,140}}\s(?:و?من\s)?(?:بينها|ضمنها|ابرزها|منها)\s"
)
_AMONG_BY = ("بينها ", "ضمنها ", "ابرزها ", "منها ")
_PARTS = r"(?:مناطق|مواقع|اماكن|انحاء|ارجاء|قري|بلدات|مدن|احياء|جبهات|محاور|مديريات)"
_STREWN = re.compile(  # «في مناطق متفرقة من المحافظة», «في عدد من قرى الريف»
    rf"(?<![\u0621-\u064a])[وفبل]?(?:{_PARTS}\s(?:متفرقه|مختلفه|عده|متعدده)|(?:عده|مختلف|عدد\sمن)\s(?:ال)?{_PARTS})(?![\u0621-\u064a])"
)
_STREWN_BY = ("متفرقه", "مختلف", "عده", "متعدده", "عدد من")
_ACTS = tuple(sorted(listed("acts", "each") | listed("acts", "two")))  # one of which stands in each set


def of(text: str, start: int, stop: int) -> bool:
    """Whether a stretch of text speaks of several acts as a set."""
    return among(_ACTS, text, start, stop) and _SETS.search(text, start, stop) is not None


def known(text: str, start: int, stop: int) -> bool:
    """Whether it speaks of a set of acts as known."""
    return among(_ACTS, text, start, stop) and _KNOWN.search(text, start, stop) is not None


def part(text: str, start: int, stop: int) -> bool:
    """Whether it goes on with a known set of acts, and tells of one of them."""
    return among(_AMONG_BY, text, start, stop) and _AMONG.search(text, start, stop) is not None


def strewn(text: str, start: int, stop: int) -> int:
    """Where words end by which it tells of what befell several parts of a place at once, which is named behind; -1 where it does not."""
    found = search(_STREWN, _STREWN_BY, text, start, stop)
    return found.end() if found else -1

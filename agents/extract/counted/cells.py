"""Cells: people of whom a cell, a network or a gang that was broken up consists («فككت الشرطة خلية من ستة أشخاص», «تضم خمسة عناصر»)."""

import re

from agents.extract.harm.counts import Count, Line

_REACH = 130  # characters before them in which the cell and the verb stand
_CELL = re.compile(
    r"(?<![\u0621-\u064a])(?:[وفب]|ان)?(?:[يت]?(?:فكك|ضبط|وقف|عتقل|احبط)|اوقف|اعتقل|احبط|تفكيك|ضبط|توقيف|اعتقال|(?:قبض|القبض)\s(?:[^\s،.:]+\s){0,4}?علي|اطاح|الاطاحه)"
    r"[تاو]*\s(?:(?!ان\s|انها\s|انه\s)[^\s،.:؛]+\s){0,6}?(?:ب)?(?:خليه|شبكه|عصابه)"
    r"(?:\s(?!قتل|قتلت|هاجم|نفذ|حاول|خطط|استهدف)[^\s،.:؛]+){0,5}?،?"
    r"\s(?:(?:مكونه|مولفه|تتكون|تتالف|مشكله)\sمن|من|تضم|ضمت|قوامها|عدد\s(?:افرادها|عناصرها))\s$"
)
_WORDS = ("خليه", "شبكه", "عصابه")


def broken_up(line: Line, count: Count) -> str:
    """Counted people right behind the words that say how many a cell has, where a verb before says that it was broken up or arrested."""
    people = count.people
    if not people.counted or people.particles:
        return ""
    before = line.before(people.start, _REACH)
    if not any(word in before for word in _WORDS) or _CELL.search(before) is None:
        return ""
    count.measures = ("captured",)
    return "figure.cell"

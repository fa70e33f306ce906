"""Daily: numbers of every day, and of what happens often, are of no one act («يسقط العشرات يوميا», «كل شهر يقتل نحو 50»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.scope.covered import APART
from agents.extract.words.letters import among

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_DAILY = re.compile(r"(?<!\S)(?:ب(?:شكل|صوره)\s(?:شبه\s)?(?:يومي|متكرر)ه?|يوميا|كل يوم)(?!\s(?:من|في)\s\d|\s?جمعه|[\u0621-\u064a])")
_EACH = re.compile(  # behind which exact numbers too are of a habit
    r"(?<!\S)و?(?:يوميا|شهريا|سنويا|اسبوعيا|(?:في )?كل (?:يوم|اسبوع|شهر|عام|سنه|مره)|(?:غالبا|عاده|كثيرا) ما)"
    r"(?!\s(?:من|في)\s\d|\s(?:جمعه|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس)|[\u0621-\u064a])"
)
_EACH_BY = ("يوميا", "شهريا", "سنويا", "اسبوعيا", "كل ", " ما ")
_DAILY_BY = ("يومي", "متكرر", "كل يوم")  # letters without which it finds nothing
_NEAR, _NEXT = 100, 30  # characters from the people who are counted to the word


def counts(figure: "FigureMention", clause: Clause, text: str) -> bool:
    """Whether a number counts those of every day, or of every time."""
    if among(_EACH_BY, text, clause.start, clause.stop) and _beside(_EACH, figure, clause, text, _NEXT):
        return True
    vague = figure.high is None and among(_DAILY_BY, text, clause.start, clause.stop)
    return vague and _beside(_DAILY, figure, clause, text, _NEAR)


def _beside(often: re.Pattern[str], figure: "FigureMention", clause: Clause, text: str, near: int) -> bool:
    """Whether such a word stands near people, in one statement with them."""
    start, stop = max(clause.start, figure.start - near), min(clause.stop, figure.stop + near)
    for one in often.finditer(text, start, stop):
        first, last = sorted(((one.start(), one.end()), (figure.start, figure.stop)))
        if not (APART.search(text, first[1], last[0]) or "،" in text[first[1] : last[0]]):
            return True
    return False

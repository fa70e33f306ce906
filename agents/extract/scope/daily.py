"""Daily: round words for those of every day count those of no one act («يسقط العشرات يوميا»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.scope.covered import APART
from agents.extract.words.letters import among

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_DAILY = re.compile(r"(?<!\S)(?:ب(?:شكل|صوره)\s(?:شبه\s)?(?:يومي|متكرر)ه?|يوميا|كل يوم)(?!\s(?:من|في)\s\d|\s?جمعه|[\u0621-\u064a])")
_DAILY_BY = ("يومي", "متكرر", "كل يوم")  # letters without which it finds nothing
_NEAR = 100  # characters from the people who are counted to the word


def counts(figure: "FigureMention", clause: Clause, text: str) -> bool:
    """Whether round words count those of every day."""
    if figure.high is not None or not among(_DAILY_BY, text, clause.start, clause.stop):
        return False
    start, stop = max(clause.start, figure.start - _NEAR), min(clause.stop, figure.stop + _NEAR)
    for one in _DAILY.finditer(text, start, stop):
        first, last = sorted(((one.start(), one.end()), (figure.start, figure.stop)))
        if not (APART.search(text, first[1], last[0]) or "،" in text[first[1] : last[0]]):
            return True
    return False

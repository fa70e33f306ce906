"""Ordered: «ووقع الهجوم الأول في كذا», «والثاني في كذا»: a clause that tells of one of several acts that were told together before it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.scope import actsets
from agents.extract.words.letters import search
from agents.extract.words.ranks import up_to
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.layers import Clause
    from agents.extract.places.mention import PlaceMention

_SOME = up_to(4)
_LATER = "|".join(_SOME)
_NUMBER = rf"ال(?:اولي?|(?:{_LATER})ه?)(?![\u0621-\u064a])"
_WHICH = re.compile(  # not «للمرة الأولى», «في اليوم الثاني», «الهجوم الأول من نوعه»
    rf"(?:(?<![\u0621-\u064a])[وفبل]?ال(?:{any_of('acts', 'each')}|هجوم|تفجير|انفجار|اعتداء|غاره|ضربه|عمليه|كمين|قصف)\s"
    rf"(?:ال[^\s،,.:؛]{{2,}}(?:ي|يه)\s)?{_NUMBER}"
    rf"|(?<![\u0621-\u064a])[وف]?(?:وقع|حدث|جري|نفذ|استهدف|ضرب|اسفر|اوقع|قتل في|ادي)ت?\s{_NUMBER})"
    r"(?!\s(?:من\s|ل|خلال\s|منذ\s|في\s(?:اقل|غضون)))"
)
_NEXT = re.compile(rf"(?:[وف]|فيما\s|بينما\s)ال(?:{_LATER}|اخر|اخري)ه?\s")  # «والثانية بلدة كذا»: right behind the first
_WHICH_BY = ("الاول", *(f"ال{one}" for one in _SOME))
_FIRST_BY = ("الاول",)
_BACK = 700  # characters before the clause in which they were told together


def of(text: str, clause: "Clause", places: Sequence["PlaceMention"]) -> bool:
    """Whether a clause says which of several acts it tells of, and where that was; of two at one place the second is no act of its own."""
    if not places:
        return False
    found = _NEXT.match(text, clause.start, clause.stop) or search(_WHICH, _WHICH_BY, text, clause.start, clause.stop)
    return found is not None and actsets.of(text, max(clause.start - _BACK, 0), found.start())


def first(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Where a sentence says that it tells of the first of several acts which the sentences before it told together."""
    found = search(_WHICH, _FIRST_BY, text, start, stop)
    return found if found is not None and actsets.of(text, max(start - _BACK, 0), start) else None

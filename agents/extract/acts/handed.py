"""Handed: ground that changed hands before, of which a clause says only where something else happened.

«قصفت الجماعة قرى حررها الجيش الشهر الماضي»: neither that it was freed nor the month are news of the shelling.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger

_LEADS = (
    rf"(?<![\u0621-\u064a])[وفبل]?(?:ال|لل)?(?:{any_of('acts', 'ground')})\s(?:ال[^\s،,.:؛]+\s)?"
    r"(?:(?:التي|الذي)\s)?(?:كانت?\s)?(?:قد\s)?(?:[^\s،,.:؛]+\s)?(?:قد\s)?"
)  # the ground, «which», and who had it
_GOT = r"(?:حرر|استعاد|استرد|انتزع|احتل|دخل|اقتحم)(?:ت|وا)?(?:ها|ه)|(?:سيطر|استول|تقدم|دخل)(?:ت|وا|ي)?\s(?:علي|الي|في)(?:ها|ه)"
_GAVE_UP = r"(?:خسر|فقد|هجر|اخل|غادر|حاصر)(?:ت|وا)?(?:ها|ه)|(?:انسحب|طرد|نزح|اندحر)(?:ت|وا)?\sمن(?:ها|ه)"
_ROLE = rf"(?:{_GOT}|{_GAVE_UP})"
_BEFORE = re.compile(rf"{_LEADS}$")
_VERB = re.compile(rf"{_ROLE}(?![\u0621-\u064a])")
_TO_DATE = re.compile(rf"{_LEADS}{_ROLE}\s(?:[^\s،,.:؛]+\s){{0,7}}[^\s\w]*(?:في\s|يوم\s)?$")
_HOLDER = re.compile(rf"{_LEADS}(?:{_GOT})\s(?:[^\s،,.:؛]+\s)?[\"«]?$")
_LIST = re.compile(r"(?:بين|اهم|ابرز|اخر|اول|ثاني)\s$")  # «من أهم المواقع التي حررها الجيش أمس جبل كذا»: what was taken is news
_GOT_BY = ("حرر", "ستعاد", "سترد", "نتزع", "حتل", "دخل", "قتحم", "سيطر", "ستول", "تقدم")  # letters without which these find nothing
_ROLE_BY = (*_GOT_BY, "خسر", "فقد", "هجر", "اخل", "غادر", "حاصر", "نسحب", "طرد", "نزح", "ندحر")
_REACH, _FAR = 60, 110  # characters before the verb, before a date


def over(text: str, clause: Clause, hit: Hit, before: Sequence["Trigger"], *, counted: bool) -> str:
    """«قصفت الجماعة قرى حررها الجيش»: takes back a verb that says of ground named right before it that somebody took it, or left it.

    before: the triggers before it; counted: people harmed are counted in the clause. Where neither is, the ground is the news.
    """
    if not (hit.value.startswith("territory/") and (counted or any(not one.rejected for one in before))):
        return ""
    if _VERB.match(text, hit.entry_start) is None:
        return ""
    lead = _BEFORE.search(text, max(clause.start, hit.entry_start - _REACH), hit.entry_start)
    return "reject.held" if lead is not None and lead.start() > clause.start + 1 and not _listed(text, lead) else ""


def since(text: str, start: int, at: int) -> int | None:
    """Where ground is named behind ``start`` that, by the words up to a date at ``at``, changed hands on that; None where none is."""
    lead = search(_TO_DATE, _ROLE_BY, text, max(start, at - _FAR), at)
    return lead.start() if lead is not None and not _listed(text, lead) else None


def holds(text: str, start: int, at: int) -> bool:
    """«هجوم على بلدات سيطرت عليها القوات»: whether who is named at an offset is said to have taken the ground named before."""
    return search(_HOLDER, _GOT_BY, text, max(start, at - _REACH), at) is not None


def _listed(text: str, lead: re.Match[str]) -> bool:
    return _LIST.search(text, max(lead.start() - 8, 0), lead.start()) is not None

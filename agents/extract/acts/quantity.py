"""Quantity: «شن عشرات الغارات», «أطلقوا عددا من الصواريخ»: strikes somewhere that are news, though their noun has the article."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR

if TYPE_CHECKING:
    from agents.extract.acts.layers import Clause

_REACH = 24  # characters before an act in which a word of quantity stands
_SOME = re.compile(
    r"(?:^|\s)[وف]?(?:عشرات|مئات|الاف"
    r"|(?:ال)?(?:عشرات|مئات|عدد|عديد|مزيد|كثير|وابل|سلسله|مجموعه|موجه|دفعه|رشقه|رشقات)(?:ا|ا?\sكبير[اه]?)?\sمن)\s$"
)
_TURNS = re.compile(r"\s(?:لكن|ولكن|بل|غير ان|الا ان|فيما|بينما)\s")  # from where somebody else may be told of
_ENDS = ("ات ", "اف ", "من ")  # of words of quantity
_AFTER_THAT = re.compile(r"\s(?:منذ\sذلك|(?:التي|الذي)\s(?:تلت|تلا|اعقب|تبع|سبق))")  # what came since is told at large


def opens(text: str, clause: "Clause", verb: int, at: int, code: str) -> bool:
    """Whether a word of quantity stands right before a strike; not of all that came since («الغارات منذ ذلك الحين», «التي تلت»).

    verb: where the verb before it ends, from where somebody else may be told of.
    """
    before = text[max(at - _REACH, 0) : at]
    if code not in FROM_AFAR or not before.endswith(_ENDS) or _SOME.search(before) is None:
        return False
    return _AFTER_THAT.search(text, clause.start, clause.stop) is None and _TURNS.search(text, verb, at) is None

"""Quantity: «شن عشرات الغارات», «أطلقوا عددا من الصواريخ»: acts that are news, though their noun has the article."""

import re

_REACH = 24  # characters before an act in which a word of quantity stands
_SOME = re.compile(
    r"(?:^|\s)[وف]?(?:عشرات|مئات|الاف"
    r"|(?:ال)?(?:عشرات|مئات|عدد|عديد|مزيد|كثير|وابل|سلسله|مجموعه|موجه|دفعه|رشقه|رشقات)(?:ا|ا?\sكبير[اه]?)?\sمن)\s$"
)
_TURNS = re.compile(r"\s(?:لكن|ولكن|بل|غير ان|الا ان|فيما|بينما)\s")  # from where somebody else may be told of
_BACK = re.compile(r"\s(?:التي|الذي)\s(?:تلت|سبقت|تبعت|اعقبت)")  # «عشرات الغارات التي تلت ذلك»: only what came of an act
_ENDS = ("ات ", "اف ", "من ")  # of words of quantity


def opens(text: str, verb: int, start: int, stop: int) -> bool:
    """Whether a word of quantity stands right before an act. verb: where the verb before it ends; start, stop: of the act."""
    before = text[max(start - _REACH, 0) : start]
    if not before.endswith(_ENDS) or _SOME.search(before) is None:
        return False
    return _BACK.match(text, stop) is None and _TURNS.search(text, verb, start) is None

"""Quantity: «شن عشرات الغارات», «أطلقوا عددا من الصواريخ»: acts that are news, though their noun has the article."""

import re

_REACH = 24  # characters before an act in which a word of quantity stands
_SOME = re.compile(
    r"(?:^|\s)[وف]?(?:عشرات|مئات|الاف"
    r"|(?:ال)?(?:عشرات|مئات|عدد|عديد|مزيد|كثير|وابل|سلسله|مجموعه|موجه|دفعه|رشقه|رشقات)(?:ا|ا?\sكبير[اه]?)?\sمن)\s$"
)
_ENDS = ("ات ", "اف ", "من ")  # of words of quantity


def opens(text: str, at: int) -> bool:
    """Whether a word of quantity stands right before an act, and governs it."""
    before = text[max(at - _REACH, 0) : at]
    return before.endswith(_ENDS) and _SOME.search(before) is not None

"""Aboard: of whom those are who are on board («أسقط الجيش مروحية للجماعة وقتل خمسة كانوا على متنها»): whose craft it is."""

import re

from agents.extract.parties.context import Context
from agents.extract.people.people import People

_ABOARD = "علي متن"
_REACH = 25  # characters behind people in which that stands: «خمسة مسلحين كانوا على متنها»
_CRAFT = (
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:طائر[هت]|مروحي[هت]|مقاتل[هت]|هليكوبتر|عرب[هت]|مدرع[هت]|طقما?|اطقم|الي(?:ه|ات)|دوري[هت]|دباب[هت]|ناقل[هت]"
    r"|مركب[هت]|سيار[هت]|زورقا?|قاربا?|سفين[هت]|بارج[هت])(?!\w)"
)
_ANY_CRAFT = re.compile(_CRAFT)
_ITS = re.compile(rf"{_CRAFT}(?:\s[^\s،,.:؛]+){{0,4}}\s?$")  # what stands before whose it is
_BEFORE = 50  # characters in which that stands
_UNARMED = frozenset(["civilians", "protesters", "person", "official"])


def party(people: People, span: tuple[int, int], context: Context) -> str | None:
    """The force whose aircraft or vehicle people are aboard, where it is named behind that; None where it is not."""
    text = context.text
    whoever = people.noun.whose == "person" and text.find(_ABOARD, people.start, people.stop) >= 0  # «جميع من كانوا على متنها»
    if not whoever and (people.noun.whose in _UNARMED or text.find(_ABOARD, people.start, min(people.stop + _REACH, span[1])) < 0):
        return None
    for one in reversed(context.actors_in(span[0], people.start)):
        if _ANY_CRAFT.search(text, one.stop, people.start):
            return None  # of another craft
        if one.cls in ("civilians", "protesters"):
            continue
        if _ANY_CRAFT.match(text, one.start, one.stop) or _ITS.search(text[max(one.start - _BEFORE, span[0]) : one.start]):
            return one.actor  # «طائرة استطلاع روسية» is a name itself
    return None

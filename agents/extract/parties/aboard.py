"""Aboard: of whom those are who are on board («أسقط الجيش مروحية للجماعة وقتل خمسة كانوا على متنها»): whose craft or weapon it is."""

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
_MANNED = 150  # characters before a crew in which its weapon is named
_CREW = re.compile(r"\s(?:من\s)?(?:افراد\s)?طاقم(?:ه|ها|هما|هم)(?![\u0621-\u064a])")
_CREW_WORD = "طاقم"
_WEAPON = re.compile(
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:دباب(?:[هت]|ات)|مدرع(?:[هت]|ات)|مدفعا?|مدافع|هاون|راجم(?:[هت]|ات)|رشاشا?|طقما?|اطقم|منص(?:[هت]|ات)\s(?:ل?اطلاق|صواريخ)"
    r"|(?:عرب[هت]|الي[هت]|شاحن[هت]|سيار[هت]|ناقل[هت]|مركب[هت]|مروحي[هت]|طائر[هت]|زورقا?|بارج[هت])\s(?:ال)?(?:عسكري|مدرع|حربي|قتالي|جند|جنود)\w{0,2})(?!\w)"
)
_UNARMED = frozenset(["civilians", "protesters", "person", "official"])


def party(people: People, span: tuple[int, int], context: Context) -> str | None:
    """The force whose aircraft or vehicle people are aboard, where it is named behind that; None where it is not."""
    text = context.text
    whoever = people.noun.whose == "person" and text.find(_ABOARD, people.start, people.stop) >= 0  # «جميع من كانوا على متنها»
    aboard = people.noun.whose not in _UNARMED and text.find(_ABOARD, people.start, min(people.stop + _REACH, span[1])) >= 0
    if not (whoever or aboard or crew(people, text)):
        return None
    for one in reversed(context.actors_in(span[0], people.start)):
        if _ANY_CRAFT.search(text, one.stop, people.start):
            return None  # of another craft
        if one.cls in ("civilians", "protesters"):
            continue
        if _ANY_CRAFT.match(text, one.start, one.stop) or _ITS.search(text[max(one.start - _BEFORE, span[0]) : one.start]):
            return one.actor  # «طائرة استطلاع روسية» is a name itself
    return None


def crew(people: People, text: str) -> bool:
    """«دمرت غارة مدفعا وقتلت ثلاثة من طاقمه»: whether people manned a weapon that is named before them."""
    if people.noun.whose not in ("", "person") or not people.counted or text.find(_CREW_WORD, people.start, people.stop + _REACH) < 0:
        return False
    own = _CREW.match(text, people.stop) or _CREW.search(text, people.start, people.stop)
    return own is not None and _WEAPON.search(text, max(people.start - _MANNED, 0), people.start) is not None

"""Wreaked: «أوقع القصف 14 مدنيا», «قصف البلدة، موقعا 14 مدنيا»: dead of whom no other word tells, where a number follows."""

import re

from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN

_WREAKS = ("اوقع", "موقع")  # «أوقع خسائر», «استهدف موقعا», «لموقعه المحوري»
_NUMBER = re.compile(  # not «أوقعت 14 قتيلا»: which the noun tells
    r"(?:\s(?!(?:في|علي|من|ب\S+)\s)[^\s،.:؛\d]+){0,2}?\s(?:(?:نحو|حوالي|اكثر\sمن|ما\sلا\sيقل\sعن|ما\sيزيد\sعن|قراب[هت])\s)?"
    rf"(?:[0-9]+|(?:{FEW_BEGIN})[ا-ي]{{0,4}})\s(?!(?:\S+\s){{0,2}}?\S?\S?(?:قت[يل]|جر[حي]|ضح|شه[يد]|مصاب|اصاب))"
)


def told(text: str, hits: list[Hit]) -> list[Hit]:
    """The words of harm of a text without such behind which no number of people stands. Linear in the words."""
    return [one for one in hits if not text.startswith(_WREAKS, one.entry_start) or _wreaks(text, one)]


def _wreaks(text: str, one: Hit) -> bool:
    return not one.proclitic and _NUMBER.match(text, one.stop) is not None

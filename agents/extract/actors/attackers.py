"""Attackers: people of an occupied nation whom the words around them tell of as doers, «طعن شاب فلسطيني جنديا», «نفذها فلسطيني»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = r"(?![\u0621-\u064a])"
_START = r"(?<![\u0621-\u064a])[وف]?"
_KIN = re.compile(r"(?:اقارب|عائله|اسره|والد|والده|ذوي|شقيق|منزل) (?:[\u0621-\u064a]+ )?\Z")  # «اعتقال أقارب شاب فلسطيني نفذ الهجوم»
_KIND = "شاب|شابان|شابه|فتي|فتاه|رجل|سائق|مهاجم|قناص|امراه|سيده|عامل|مراهق"
_DOER = f"(?P<who>(?:(?:{_KIND}) )?فلسطيني(?:ان|ون|ه)?){_END}"
_ANY = f"(?P<who>(?:(?:{_KIND}|شابا|شابين|رجلا|سائقا|قناصا) )?فلسطيني(?:ا|ان|ين|ون|ه)?){_END}"
_SOME = f"(?P<who>(?:(?:{_KIND}|نشطاء|ناشطون|مسلحون|شبان) )?(?:ال)?فلسطيني(?:ان|ون|ين|ه)?){_END}"
_ROCKETS = r"صاروخ|صاروخا|صاروخين|صواريخ|الصواريخ|قذائف|قذيفه|قذيفتين|قذيفتي|رشقه|رشقات"
_DAY = "صباح|مساء|فجر|ظهر|ليل|امس|اليوم|يوم|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه"
_HIS = r"بسيارته|بمركبته|بشاحنته|بسكين|بسكينه"
_STRUCK = r"جندي|جنود|مجند|شرطي|ضابط|حارس|مستوطن|اسرائيلي|يهودي|حاخام|مجموع|عدد|ماره"
# «فلسطينيا دهس جنودا», «فلسطيني حاول طعن», not «فلسطيني طعن في»
_TOLD_OF = re.compile(
    f'{_START}{_ANY} "?(?:كان )?(?:قد )?(?:'
    r"(?:حاول|حاولا|حاولت|اقدم علي|حاول تنفيذ) (?:طعن|دهس|مهاجمه|تنفيذ|اطلاق النار)"
    r"|(?:اطلق|فتح) (?:النار|الرصاص)|نفذ|نفذت|نفذا|(?:طعن|طعنت|دهس|دهست|هاجم|صدم|يطعن|يدهس|يهاجم)"
    rf"{_END}(?! (?:في|علي يد|من قبل|ب(?!سيار|سك|مركب|شاحن))))"
)
_PATTERNS = (
    _TOLD_OF,
    # «عملية نفذها الجمعة فلسطيني», «مستوطن طعنه شاب فلسطيني», «برصاص قناص فلسطيني»
    re.compile(f"(?:نفذ|شن|طعن|دهس|صدم)(?:ه|ها|هم|هما) (?:(?:{_DAY}) ){{0,2}}{_DOER}"),
    re.compile(f"(?:برصاص|بنيران|بسكين|علي يد) {_DOER}"),
    # «طعن فلسطيني جنديا», «دهس شاب فلسطيني بسيارته», «أطلق فلسطيني النار», «أقدم فلسطيني على طعن»
    re.compile(rf"{_START}(?:طعن|طعنت|دهس|دهست|هاجم|هاجمت|صدم) {_DOER}(?: {_HIS})?(?: (?:{_HIS})|(?: \S+){{0,1}} (?:{_STRUCK}))"),
    re.compile(rf"{_START}(?:ي|ت)?(?:طلق|اطلق|اطلقت|فتح) {_SOME}(?: \S+){{0,3}} (?:النار|الرصاص|{_ROCKETS})"),
    re.compile(rf"(?:{_ROCKETS})(?: \S+){{0,3}} اطلق(?:ها|ه|تها|هما) {_SOME}"),
    re.compile(rf"{_START}(?:حاول|حاولت|اقدم|اقدمت) {_DOER} (?:علي )?(?:طعن|دهس|مهاجمه|تنفيذ)"),
)
_WORD = "فلسطيني"


class Attacker(NamedTuple):
    """[start, stop) of the words for people, and of which nation they are. does: whether they can only be who did what is told there."""

    start: int
    stop: int
    nation: str
    does: bool


def attackers(text: str) -> Iterator[Attacker]:
    """People of the nation who are said to have attacked, as often as the text says so."""
    if _WORD not in text:
        return
    for pattern in _PATTERNS:
        for one in pattern.finditer(text):
            if pattern is _TOLD_OF and _KIN.search(text, max(one.start("who") - 20, 0), one.start("who")):
                continue
            yield Attacker(one.start("who"), one.end("who"), "PS", pattern is not _TOLD_OF)

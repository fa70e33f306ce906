"""Substances: arms of poison that are only spoken of («ترسانة النظام الكيميائية», «يمكنها أن تستخدم أسلحة كيميائية»), and were not used."""

import re

from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit

_WORDS = r"(?:\s[^\s،,.:؛]+)"
_STOCK = re.compile(  # who makes or keeps them, or is able to use them
    r"(?<![\u0621-\u064a])[وفبلك]?(?:ال|لل)?(?:ترسان|مخزون|برنامج|برامج|انتاج|تصنيع|تخزين|حياز|امتلاك|[يتن]متلك|احتوا[ءئ]|[يت]حتوي|[يت]حوي|ورش[هت]|مصانع|مصنع|معمل|معامل"
    rf"|مختبر|مخازن|مخزن|مستودع|منشا|ملف)\S{{0,3}}{_WORDS}{{0,4}}\s$"
)
_ABLE = re.compile(  # «القدرة على استخدام», «تاريخا في استعمال»
    rf"(?<![\u0621-\u064a])\S?(?:ال|لل)?(?:قدر[هات]|امكاني|قادر|تاريخ|[يتن]ستطيع)\S{{0,3}}{_WORDS}{{0,3}}\sا?ست(?:خدام|عمال)\S{{0,3}}{_WORDS}{{0,3}}\s$"
)
_TO_USE = re.compile(  # «قد يستخدم», «ستستعمل», «يمكنها أن تستخدم», «منع استخدام»
    rf"(?<![\u0621-\u064a])[وف]?(?:س[يتن]ست(?:خدم|عمل)\S*|(?:قد|ربما|لن|ان|لو|اذا|حال)\s(?:[^\s،,.:؛]+\s)?[يتن]ست(?:خدم|عمل)\S*"
    rf"|(?:اي|عدم|منع|حظر|حال|نيه|احتمال|خطر|مغبه|من)\sا?ست(?:خدام|عمال)\S*){_WORDS}{{0,4}}\s$"
)
_READIES = re.compile(  # «تعد لهجوم كيماوي»
    r"(?<![\u0621-\u064a])[وف]?[يتن]?(?:عد|عدون|حضر|حضرون|خطط|خططون|جهز|جهزون|ستعد|ستعدون|تحضير|اعداد)\s$"
)
_TIED = re.compile(  # «أهداف على صلة بالأسلحة الكيميائية», «مواقع مرتبطة بها»
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:علاق|صل[هت]|ارتباط|مرتبط|متصل|متعلق|خاص[هت]?|معني)\S{0,4}\s$"
)
_JUDGED = re.compile(  # «استخدام الأسلحة الكيميائية أمر غير مقبول»: of any use
    r"(?:\s(?:ال)?[\u0621-\u064a]+){0,2}?\s(?:امر(?:ا)?|جريمه|غير\s(?:ال)?(?:مقبول|شرعي|قانوني)|محظور|انتهاك|مرفوض|خط\s(?:ال)?احمر)"
)
_POISON = ("الغاز السام", "غاز سام", "الغازات السامه", "غازات سامه")
_TEARS = ("مسيل", "مدمع", "هراو", "قنابل الغاز", "قنابل غاز", "فلفل")  # of the police: «اختناق بالغاز السام جراء قنابل الغاز»
_USE = ("استخدام ", "استعمال ")
_AROUND = 90  # characters
_BEFORE = 70  # characters


def spoken_of(text: str, start: int, hit: Hit) -> bool:
    """Whether a word for such arms, or for an attack with them, tells of no use of them. start: where its clause begins."""
    before = text[max(start - 1, hit.start - _BEFORE, 0) : hit.start]
    if "ل" in hit.proclitic and _READIES.search(before):
        return True
    if "ست" in before and (_TO_USE.search(before) or _ABLE.search(before)):
        return True
    if "ست" in before and before.endswith(_USE) and _JUDGED.match(text, hit.stop):
        return True
    if text.startswith(_POISON, hit.entry_start) and among(_TEARS, text, max(hit.start - _AROUND, 0), hit.stop + _AROUND):
        return True
    if hit.proclitic.startswith(("ب", "ل")) and _TIED.search(before):
        return True
    return "ب" not in hit.proclitic and _STOCK.search(before) is not None

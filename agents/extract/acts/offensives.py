"""Offensives: attacks of an army or of a side of a war on a town or a region, which are fights and no attacks on people."""

import re

from agents.extract.acts.trigger import Trigger

_WORD = "هجوم"
_FORCES = (
    r"(?:ال)?(?:قوات|جيش|تحالف|مقاوم[هت]|فصائل|معارض[هت]|الوي[هت]|حوثي(?:ون|ين)?|مليشيا\S*|ميليشيا\S*|مقاتلو|مقاتلي|ثوار|حكوم[هت]|انقلابيون"
    r"|متمردون|متمردين)(?![\u0621-\u064a])"
)
_LAUNCHED = re.compile(  # «شنت قوات النظام هجوما», «كان التحالف قد بدأ في 13 يونيو هجوما»
    rf"(?<![\u0621-\u064a])(?:{_FORCES}\s(?:[^\s،.:؛]+\s){{0,4}}?)?[وف]?[يت]?(?:بدا|اطلق|طلق|شن|جدد|كثف|صعد|واصل|استانف)(?:ت|وا|ا)?\s"
    rf"(?P<who>(?:[^\s،.:؛]+\s){{0,9}}?)$"
)
_NAMED = re.compile(_FORCES)
_ON_GROUND = re.compile(
    r"(?:\s(?!علي|في|ضد|باتجاه)[^\s،.:؛]+){0,2}?\s(?:علي|في|باتجاه)\s"
    r"(?!(?:ال)?(?:مدني|مدرس|سوق|مسجد|جامع|كنيس|حي\s|احياء|قري|سيار|حافل|مستشف|قافل|ناقل|سفين|منزل|منازل|مخيم|مطعم|فندق|سجن|مبني|تجمع|مسير|متظاهر|مواقع|مقر|معسكر|ثكن|نقط|نقاط|حاجز|حواجز|قوات|ميليشي|مليشي|جيش|مسلح|عناصر|تنظيم|جماع|دوري|رتل|ارتال|قائد|قياد|حوثي|داعش|قاعده|طالبان|مقاتل|متمرد|انقلابي|فصائل|معارض))"
)
_REACH = 90  # characters before the word in which it is told who launched it


def is_one(text: str, act: Trigger) -> bool:
    """«شنت قوات النظام هجوما على محافظة درعا»: whether an attack was launched by forces on ground, and on no people or houses there."""
    if act.part != "noun" or text.find(_WORD, act.start, act.stop) < 0 or _ON_GROUND.match(text, act.stop) is None:
        return False
    launched = _LAUNCHED.search(text, max(act.start - _REACH, 0), act.start)
    return launched is not None and _NAMED.search(launched.group()) is not None

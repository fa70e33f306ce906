"""Recalled: whether a clause without a day only recalls an act and its dead, as what something else answers, follows or looks into."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause, Layers, any_inside, inside
from agents.extract.harm.harm import sure
from agents.extract.scope.occurred import ADVANCED
from agents.extract.scope.phrased import LOOKED_INTO_BY
from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.figures.mention import FigureMention

_WHAT = r"(?:[^\s،,.:؛]+\s){0,2}$"  # what may stand between such a word and the act: «عملية», «وقوع»
_SINCE_THEN = re.compile(  # «فرض حظر التجول بعد هجوم», «هذه العملية هي رد على الهجوم»
    rf"\s\S?(?:بعد|عقب|اثر|في اعقاب|علي خلفيه|(?:ال)?رد علي|انتقام\S* [لم]\S*)\s{_WHAT}"
)
_LOOKED_INTO = re.compile(  # «كشفت التحقيقات في التفجير», «المحاكمة في قضية الهجوم»
    rf"(?:تحقيقات|محاكمه)\s[^.:؛\n]{{0,60}}?(?:في|حول|بشان)\s(?:قضيه\s)?{_WHAT}"
)
_JUDGED = re.compile(  # «إثر إدانته بالهجوم», «بتهمة التورط في تفجير», «يشتبه بعلاقتهم بالهجوم»; not «إدانته للهجوم»
    r"(?<![\u0621-\u064a])[وبفل]?(?:"
    r"(?:ادان(?:ته|تها|تهم|تهما)|ادين(?:ت|وا)?|(?:ال)?مدان(?:ا|ه|ون|ين)?)\s(?:غيابيا\s)?ب(?:\S+\s(?:[^\s،,.:؛]+\s){0,2}\S?)?"
    r"|(?:تهمه?|ضلوع\S*|تورط\S*|(?:صل|علاق)(?:ه|ت\S+))\s(?:[^\s،,.:؛]+\s){0,3}\S?)$"
)
_JUDGED_BY = ("ادان", "ادين", "مدان", "تهم", "ضلوع", "تورط", "صل", "علاق")  # letters without which it finds nothing
_REMEMBERED = re.compile(r"(?:^|[\s(])[بل]?(?:ال)?ذكر[يا]\S*\s[^.:؛،\n]{1,70}?\s(?:الذي|التي|الذين)\s")  # «ذكرى مجزرة كذا التي قتل فيها»
_REMEMBERS = ("ذكر",)  # letters without which nothing does
_DID = re.compile(r"\sو?(?:الذي|التي|اللذين|اللذان|اللتين|اللتان)\s")
_CHANGED = re.compile(  # «الهجوم الذي أوقع 30 قتيلا غير موقف كذا», «… دفع الحكومة إلى»
    r"[^.:؛\n]{0,60}?\sو?(?:غيرت?\s(?:ال)?(?:معطي|معادل|مشهد|موقف|مسار|قواعد|حساب|سياس|وضع|واقع|نظر)|(?:اجبر|دفع|عجل|شكل|قلب)ت?\s)"
)
_PLANNED = re.compile(r"[،,:]|\s\S{0,3}(?:مقرر|مزمع|مقبل|قادم|قبل|قبيل|موعد|حتي|محدد|ستجري|ستنظم|سي[\u0621-\u064a]{3,})")
_NEAR, _FAR = 30, 110  # characters before an act
_OPENS = 12  # characters of «لكن», «وعقب» before the first word of a sentence
_LASTS = frozenset(["clash"])  # by fights ground is taken of which news tells


def of(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"], *, lede: bool) -> bool:
    """Whether the people whom a clause counts fell in an act that it only recalls. On top of an article, only where it is looked into."""
    text, start = layers.text, max(clause.start - 1, 0)
    if search(_REMEMBERED, _REMEMBERS, text, start, figures[0].start):
        return True
    if _of_other_year(layers, clause, heads, figures) or _judged(layers, clause, heads):
        return True
    told = [one.start for one in layers.cues("harm", clause) if not one.value.startswith("none") and sure(one)]
    first = min([*told, *(one.start for one in heads)], default=-1)
    act = heads[0] if heads else None
    if act is None or act.start != first or act.part != "noun" or act.code not in VIOLENT or act.code in _LASTS:
        return False
    if any_inside(layers.figures, clause.start, first):
        return False
    if search(_LOOKED_INTO, LOOKED_INTO_BY, text, max(start, first - _FAR), first):
        return True
    opens = first - layers.sentences[clause.sentence][0] <= _OPENS
    return not lede and (_changed(text, act, figures) if opens else _answered(text, clause, act))


def _judged(layers: Layers, clause: Clause, heads: Sequence["Trigger"]) -> bool:
    """«قضت المحكمة بإعدام خمسة إثر إدانتهم بالهجوم الذي …»: whether it is told as what somebody is judged for, or suspected of."""
    act = heads[0] if heads else None
    if act is None or act.part != "noun" or act.code not in VIOLENT or act.code in _LASTS:
        return False
    return search(_JUDGED, _JUDGED_BY, layers.text, max(clause.start - 1, act.start - _FAR, 0), act.start + 1) is not None


def _answered(text: str, clause: Clause, act: "Trigger") -> bool:
    """«فرضت السلطات حظر التجول بعد هجوم أوقع …»: whether it is told only as what something else followed."""
    after = _SINCE_THEN.search(text, max(clause.start - 1, act.start - _NEAR, 0), act.start)
    return after is not None and ADVANCED.search(text, clause.start, act.start) is None


def _changed(text: str, act: "Trigger", figures: Sequence["FigureMention"]) -> bool:
    """«لكن الهجوم الذي أوقع 30 قتيلا غير موقف كذا»: whether it opens a sentence as what changed something."""
    return act.points_back and _DID.match(text, act.stop) is not None and _CHANGED.match(text, figures[-1].stop) is not None


def _of_other_year(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«فضت الشرطة الاعتصام يوم 14 أغسطس», read on the 11th: whether people fell on a day that is still to come this year."""
    told = inside(layers.dates, heads[0].stop, figures[0].start) if heads else ()
    day = next((one for one in told if one.kind == "future" and one.rule.endswith("day-month")), None)
    return day is not None and _PLANNED.search(layers.text, clause.start, day.start) is None

"""Wrought: «هجوم لمسلحين من الجماعة»: whose act a noun tells of, by the men behind «ل»; «اعتقال خلية للجماعة»: whose men it befell."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.trigger import Trigger

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_REACH = 70  # characters between a noun for an act and whose men did it
_MEN = (
    r"مسلح|مقاتل|عنصر|عناصر|متشدد|متطرف|ارهابي|جهادي|متمرد|مجهول|انتحاري|اسلامي|خلي[هة]|خلايا|جماع|مجموع|فصيل|فصائل|مي?ليشي|قو[هةا]|طائر"
    r"|مروحي|مسير|وحد|دوري|كتيب|لواء|الوي|حرك|فرع|تنظيم|اتباع|انصار|رجال|افراد|مهاجم|زوارق|مدفعي"
)
_OF = r"من|تابع|مرتبط|موالي?|منتم|[يت]نتم|[يت]تبع|محسوب|مقرب|علي\sصل[هة]|علي\sارتباط|بايع|[يت]شتبه\s\S{2,5}|[يت]عتقد\s\S{2,5}"
_THEIRS = re.compile(
    rf"\sل(?:ل)?(?:{_MEN})\w*\s(?:(?!علي|ضد|في|قرب|ب|استهدف|شمال|جنوب|شرق|غرب|داخل|خارج|وسط|ل)[^\s،.:؛]+\s){{0,2}}?"
    r"(?:" + _OF + r")\w*\s(?:(?:عن|الي|علي|من)\s)?(?:تنظيم\s|جماعه\s|حركه\s)?[\"«]?"
)
_CELL = re.compile(  # «اعتقال خلية لكذا», «تفكيك شبكة مرتبطة بكذا»
    r"\s(?:افراد\s|اعضاء\s|عناصر\s)?(?:خلي[هة]|خليتين|خلايا|شبك[هة]|شبكات|عصاب[هة]|ناشط\w*|عضو\w*|قيادي\w*)\s(?:(?!علي|في|قرب|بعد|كان|لل?[يت])[^\s،.:؛]+\s){0,2}?"
    rf"(?:(?:{_OF})\w*\s(?:(?:عن|الي|علي|من)\s)?)?(?:تنظيم\s|جماعه\s|حركه\s)?[\"«]?"
)
_BEFALLS = ("استهداف", "ملاحق", "تصفي", "طرد", "تحييد", "دحر", "محاصر", "تعقب", "قتل", "مقتل")  # of these they are the object
_BACKED = re.compile(r"\s(?:مدعوم|ممول|مسلح)\S*\sمن\s[\"«]?$")  # «لميليشيا مدعومة من إيران»: no act of hers


def whose(text: str, act: Trigger, begin: int, actor: "ActorMention") -> bool:
    """Whether an actor behind a noun for an act is whose men did it. begin: where the noun ends, or the day behind it."""
    if act.part != "noun" or not text.startswith(" ل", begin) or not 0 < actor.start - begin <= _REACH:
        return False
    if text[act.start : act.stop].lstrip("وفبل").removeprefix("ال").startswith(_BEFALLS):
        return False
    return _THEIRS.fullmatch(text, begin, actor.start) is not None and _BACKED.search(text, begin, actor.start) is None


def cell(text: str, act: Trigger, begin: int, actor: "ActorMention") -> bool:
    """Whether an actor behind a noun for an arrest is whose cell, network or leaders were taken."""
    return act.part == "noun" and actor.start - begin <= _REACH and _CELL.fullmatch(text, begin, actor.start) is not None

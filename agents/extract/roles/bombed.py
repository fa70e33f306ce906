"""Bombed: «تفجير عبوة بآلية للجيش», «قنص جندي», «نصب كمينا للجيش», «تدمير مدفع للجيش»: whom a device, a shot or an ambush met."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS
from agents.extract.acts.trigger import Trigger
from agents.extract.words.letters import among

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.roles.surroundings import Seen

_REACH = 60  # characters between a word for setting off and whose vehicle it was
_NAMED = 16  # characters before an act in which its device is named: «عبوة شديدة الانفجار»
_DEVICE = re.compile(r"عبو[هة]|عبوات|لغم|الغام|قنبل|متفجر|ناسف|\sمفخخا?\s(?:ب|في\s)")  # not «تفجير بسيارة مفخخة لداعش»
_AT = re.compile(  # «بآلية للجيش», «برتل من قوات»
    r"\sب(?:ال)?(?:الي|دباب|دوري|عرب|ناقل|مدرع|رتل|ارتال|قافل|حافل|موكب|حاجز|نقط|مقر|مركب|شاحن|سيار|جيب|جراف|قو[هةا]|جنود|عناصر|افراد|تجمع)\w*\s"
    r"(?!مفخخ|ملغوم|ملغم)(?:[^\s،.:؛]+\s)?$"
)
_SNIPED = re.compile(r"(?:عملي[هة]\s)?قنص")
_ONE_MAN = re.compile(r"(?:جندي|ضابط|عنصر|شرطي|مقاتل|مسلح|قناص|قيادي|قائد|حوثي)(?:ا|ان|ين)?(?![\u0621-\u064a])")  # «قنص قوات كذا» is theirs

_AMBUSH = re.compile(r"(?:ال)?(?:كمين|كمائن|كماين)")
_LAID = re.compile(r"(?<![\u0621-\u064a])(?:[وف]?[يت]?نصب(?:ت|وا)?|[وب]?(?:ال)?نصب)\s(?:[^\s،.:؛]+\s){0,5}$")
_SUPPLY = re.compile(r"(?:طريق|طرق|خط|خطوط)\s(?:ال)?امداد[\u0621-\u064a]*\s(?:[^\s،.:؛]+\s)?$")
_BLOW = frozenset(["air", "shell"])  # not «ضربة جديدة للجماعة», which is seldom of a weapon
_DEALT = re.compile(r"(?<![\u0621-\u064a])(?:[وفل]?[يت]?(?:وجه|سدد)(?:ت|وا)?|[وب]?(?:توجيه|تسديد))\s(?:[^\s،.:؛]+\s){0,4}$")
_DESTROYED = re.compile(r"[وفبل]?(?:ال|لل)?(?:تدمير|اعطاب|احراق|نسف)(?![\u0621-\u064a])")
_THING = re.compile(r"(?:\s(?!(?:علي|في|من|خلال|بعد)\s|ب)[^\s،.:؛]+){1,4}\s")  # «تدمير مدفع تابع للحركة»: whose that was
_WHILE = ("اثناء", "خلال", "لحظ", "لدي", "عند", "حين")  # letters without which the next finds nothing
_AT_WORK = re.compile(  # «انفجرت عبوة أثناء قيام دورية للجيش بتمشيط كذا»
    r"\s(?:(?:في\s)?اثناء|خلال|لحظه|لدي|عند|حين)\s(?:قيام|اداء|مرور|عبور|توجه|دخول|خروج|وصول|عوده|تواجد|وجود|تنفيذ|محاوله)\s(?:[^\s،.:؛]+\s){0,3}[\"«]?$"
)
_WENT_OFF = ("فجير", "نفجار", "نفجرت")
_LAYS = re.compile(r"[\"»]?\s(?:[^\s،.:؛]+\s)?(?:علي\s|ب)(?:زرع|زراع|تفخيخ|تصنيع|صنع|اعداد|تجهيز|تركيب|نقل|تفجير)")  # whose the device was
_LAID_REACH = 50  # characters between the verb and the word for an ambush


def at(text: str, act: Trigger, begin: int, actor: "ActorMention") -> bool:
    """Whether an actor behind an act is whom a device, a sniper or an ambush met, or whose thing was destroyed, whose supplies were cut.

    begin: where the act ends, or the day behind it.
    """
    if _cut_off(text, act, actor) or _dealt(text, act, begin, actor):
        return True
    if act.code == "shooting":
        return act.part == "noun" and _SNIPED.match(text, act.start) is not None and _ONE_MAN.match(text, actor.start) is not None
    if text[actor.start] == "ل" and act.part == "noun" and _DESTROYED.match(text, act.start, act.stop):
        return _THING.fullmatch(text, begin, actor.start) is not None
    if text[actor.start] == "ل" and _AMBUSH.match(text, act.start, act.stop) and actor.start - begin <= _NAMED:
        return _LAID.search(text, max(act.start - _LAID_REACH, 0), act.start) is not None  # «كمين للجيش» alone may be his
    if act.code not in BOMBS or actor.start - begin > _REACH or _DEVICE.search(text, max(act.start - _NAMED, 0), actor.start) is None:
        return False
    return text[actor.start] == "ب" or _AT.search(text, begin, actor.start) is not None


def at_work(text: str, seen: "Seen") -> bool:
    """Whether a bomb went off while an actor did something, or passed: it met him; also where the word for it is only «of a blast»."""
    act, actor = seen.behind or seen.ahead, seen.actor
    if act is None or act.code not in BOMBS or not among(_WHILE, seen.before, 0, len(seen.before)):
        return False
    went_off = seen.behind is not None or among(_WENT_OFF, seen.before, 0, len(seen.before))
    return went_off and _AT_WORK.search(seen.before) is not None and _LAYS.match(text, actor.stop) is None


def _cut_off(text: str, act: Trigger, actor: "ActorMention") -> bool:
    """«قطعت طرق إمداد الجماعة»: whether the roads that were cut are those of an actor."""
    return text.find("امداد", act.start, actor.start) >= 0 and _SUPPLY.search(text, act.start, actor.start) is not None


def _dealt(text: str, act: Trigger, begin: int, actor: "ActorMention") -> bool:
    """«وجه ضربة جوية للجماعة»: whether a blow from the air was dealt to an actor, and is not his."""
    if act.code not in _BLOW or act.part != "noun" or text[actor.start] != "ل" or actor.start - begin > _NAMED:
        return False
    return _DEALT.search(text, max(act.start - _LAID_REACH, 0), act.start) is not None

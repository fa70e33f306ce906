"""Bombed: «تفجير عبوة بآلية للجيش», «قنص جندي»: whose vehicle or men a device was set off at, or a sniper shot."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS
from agents.extract.acts.trigger import Trigger

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_REACH = 60  # characters between a word for setting off and whose vehicle it was
_NAMED = 16  # characters before an act in which its device is named: «عبوة شديدة الانفجار»
_DEVICE = re.compile(r"عبو[هة]|عبوات|لغم|الغام|قنبل|متفجر|ناسف|\sمفخخا?\s(?:ب|في\s)")  # not «تفجير بسيارة مفخخة لداعش»
_AT = re.compile(  # «بآلية للجيش», «برتل من قوات»
    r"\sب(?:ال)?(?:الي|دباب|دوري|عرب|ناقل|مدرع|رتل|ارتال|قافل|حافل|موكب|حاجز|نقط|مقر|مركب|شاحن|سيار|جيب|جراف|قو[هةا]|جنود|عناصر|افراد|تجمع)\w*\s"
    r"(?!مفخخ|ملغوم|ملغم)(?:[^\s،.:؛]+\s)?$"
)
_SNIPED = re.compile(r"(?:عملي[هة]\s)?قنص")
_ONE_MAN = re.compile(r"(?:جندي|ضابط|عنصر|شرطي|مقاتل|مسلح|قناص|قيادي|قائد|حوثي)(?:ا|ان|ين)?(?![\u0621-\u064a])")  # «قنص قوات كذا» is theirs


def at(text: str, act: Trigger, begin: int, actor: "ActorMention") -> bool:
    """Whether an actor behind an act is whom a device or a sniper hit. begin: where the act ends, or the day behind it."""
    if act.code == "shooting":
        return act.part == "noun" and _SNIPED.match(text, act.start) is not None and _ONE_MAN.match(text, actor.start) is not None
    if act.code not in BOMBS or actor.start - begin > _REACH or _DEVICE.search(text, max(act.start - _NAMED, 0), actor.start) is None:
        return False
    return text[actor.start] == "ب" or _AT.search(text, begin, actor.start) is not None

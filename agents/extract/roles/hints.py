"""Hints: words beside an actor that alone give it its part, or take one from it: «لا تزال القوات تقصف», «قرية خاضعة للجماعة»."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.words.letters import among, search

if TYPE_CHECKING:
    from agents.extract.roles.surroundings import Seen

_STILL = re.compile(r"(?:^|\s)[وف]?(?:(?:لا|ما)\s[يت]زال|(?:لا|ما\s?)زالت?|ظلت?)\s[\"«]?$")
_STILL_BY = ("زال", "ظل")  # letters without which it finds nothing, as those below
_NEAR = 45  # characters between an actor and the verb behind it
_HABIT = re.compile(
    r"\s[وف]?[يت](?:ستهدف|هاجم|قصف|ضرب)(?:ها|ه|هم)\s(?:(?:بانتظام|باستمرار|دوريا|يوميا|مرارا|غالبا|عاده|بشكل\s\S+)\s){1,2}"
    r"(?:[^\s،,.:؛]+\s){0,5}[\"«]?$"
)
_HABIT_BY = ("بانتظام", "باستمرار", "دوريا", "يوميا", "مرارا", "غالبا", "عاده", "بشكل ")
_HABIT_REACH = 100  # characters before a name
_HE_IS = re.compile(  # «فلان، وهو ضابط سابق في الجيش، اعتقل في كذا»
    r"\s(?:وهو|وهي|الذي\sكان)\s(?:ضابط|عسكري|جندي|عضو|عنصر|قيادي|قائد|مسؤول|موظف|مقاتل)[^\s،,.]*\s(?:[^\s،,.]+\s){0,4}$"
)
_HE_IS_BY = ("وهو ", "وهي ", "الذي كان ")
_SOME_OF = re.compile(r"\s(?:من\s)?(?:بينهم|بينهما|منهم)\s(?:[^\s،,.:؛]+\s){1,3}(?:من|في)\s(?:[^\s،,.:؛]+\s)?[\"«]?$")
_SOME_OF_BY = ("بينهم", "منهم")
_MENTIONS = re.compile(r"\s(?:التي|الذي|الذين)\s(?:كان(?:ت)?\s)?(?:قد\s)?(?:ذكر|حدد|وصف|اورد|نشر|سم[يا]|عرض)ت?(?:ها|ه|هم)\s[\"«]?$")
_MENTIONS_BY = ("ذكر", "حدد", "وصف", "اورد", "نشر", "سم", "عرض")
_PREVENTS = re.compile(r"\s(?:في|عن|من|علي|دون)\s(?:ال)?(?:منع|حيلوله\sدون|تفادي|تجنب|توقع|كشف|التنبؤ\sب|استباق)\s?(?:[^\s،,.:؛]+\s){0,2}$")
_PREVENTS_BY = ("منع", "حيلول", "تفادي", "تجنب", "توقع", "كشف", "تنبؤ", "استباق")
_HELD_BY = re.compile(r"\s(?:ال)?خاضع(?:ه|ين|تين)?\s(?:لقوات\s|لسلطه\s|لاداره\s|لنفوذ\s)?[\"«]?$")
_DRIVEN = re.compile(r"[\"»]?\s(?:قامت|اقدمت|اطلقت|فتحت|شنت|حاولت)\s")


def part(text: str, clause: Clause, seen: "Seen") -> str:
    """The rule by which words right before an actor give it its part, "" where none do.

    «لا تزال القوات تقصف كذا», «بلدة يستهدفها باستمرار مسلحو كذا», «قتل أربعة بينهم ناشطان في كتائب كذا».
    """
    verb = seen.ahead is not None and seen.ahead.part in ("verb", "now") and seen.ahead.start - seen.actor.stop <= _NEAR
    if verb and among(_STILL_BY, seen.before, 0, len(seen.before)) and _STILL.search(seen.before):
        return "roles.subject-before"
    start = seen.actor.start
    if verb and seen.behind is None and among(_HE_IS_BY, seen.before, 0, len(seen.before)) and _HE_IS.search(seen.before):
        return "roles.aside"
    if search(_HABIT, _HABIT_BY, text, max(clause.start, start - _HABIT_REACH), start):
        return "roles.subject-after"
    return "roles.against" if among(_SOME_OF_BY, seen.before, 0, len(seen.before)) and _SOME_OF.search(seen.before) else ""


def mentions(before: str) -> bool:
    """«أحد الأهداف التي ذكرتها الوزارة»: whether an actor only speaks of something, by a verb that has it for its object."""
    return among(_MENTIONS_BY, before, 0, len(before)) and _MENTIONS.search(before) is not None


def prevents(text: str, seen: "Seen") -> bool:
    """«فشلت أجهزة كذا في منع هجوم»: whether an actor is only said to prevent or foresee the act behind it, or to fail to."""
    act = seen.ahead
    return act is not None and act.part == "noun" and search(_PREVENTS, _PREVENTS_BY, text, seen.actor.stop, act.start) is not None


def held_by(before: str) -> bool:
    """«قرية خاضعة للجماعة»: whether an actor only holds what was named before it."""
    return "خاضع" in before and _HELD_BY.search(before) is not None


def driven(text: str, stop: int) -> bool:
    """«أطقم للجماعة قامت بقصف كذا»: whether a thing of an actor that ends at an offset does what only those in it do."""
    return _DRIVEN.match(text, stop) is not None

"""Relative: «الهجوم الذي استهدف رجال الأمن»: what is told of stands before «which», so an actor right behind the verb is its object."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.trigger import Trigger
from agents.extract.roles import rolewords as words

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_HITS = re.compile(r"(?:استهدف|ضرب|اصاب|هاجم)ت?")  # without a pronoun: «الموقع الذي استهدفه الجيش» has its subject behind it
_WHICH = re.compile(r"(?:^|[\s\"«])(?:الذي|التي|اللذين|اللتين|اللذان|اللتان)\s(?:(?:كان|كانت)\s)?(?:قد\s)?$")
_REACH = 20  # characters before a verb in which that stands
_BESIDE = 2  # characters between a verb and its object: a space, a quotation mark


def part(text: str, verb: Trigger, begin: int, actor: "ActorMention") -> str:
    """The part of an actor whom a verb right behind «which» struck; "" of others. begin: where the verb ends, or the day behind it.

    Of people without arms the house in which they were says more, so they have none here. Not aircraft or guns, which strike more
    often than they are struck: «المواقع التي استهدفت الطائرات».
    """
    if verb.part != "verb" or actor.start - begin > _BESIDE or _HITS.fullmatch(text, verb.start, verb.stop) is None:
        return ""
    if _WHICH.search(text, max(verb.start - _REACH, 0), verb.start) is None or words.CRAFT.match(text, actor.start) is not None:
        return ""
    return "roles.aside" if actor.cls == "civilians" else "roles.object"

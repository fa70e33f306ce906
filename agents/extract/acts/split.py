"""Split: verbs that tell what happened only with their object, where the subject stands between: «قبضت الشرطة على مطلوب»."""

import re
from collections.abc import Sequence
from functools import lru_cache

from agents.extract.acts.layers import inside
from agents.extract.words.lexicon import Hit

APART = "|"  # in a value, between what happened and the words it needs
OR = "\n"  # between what the same verb tells with other words
_BETWEEN = r"(?: [^\s،,.:؛()\[\]«»\"]+){0,5}? "  # words of one clause
_MEANS = "/means"  # «أسقط الطيران قنابل»: no act by themselves
_NONE = "none/"  # «حررت الشرطة محضرا»
_REACH = 70  # characters
_VAGUE = ("blast/", "assault/")  # «فجر مسلحون»: made exact by the object


def joined(text: str, events: Sequence[Hit], verbs: Sequence[Hit]) -> list[Hit]:
    """The events, and in order with them the verbs whose object stands behind their subject; an act told between the two goes before.

    Without those whose object says that nothing happened («ضربت القوات طوقا حول المبنى»).
    """
    found: dict[int, Hit] = {}
    for verb in verbs:
        reach = text[verb.stop : verb.stop + _REACH]
        for code, needed in _readings(verb.value):
            if needed not in reach:
                continue
            behind = _object(needed).match(text, verb.stop, verb.stop + _REACH)
            if behind and not any(_tells(one, verb, code, behind.start(1)) for one in inside(events, verb.start, behind.start(1) + 1)):
                end = text.find(" ", verb.entry_start, verb.stop)  # the verb alone: «دخلت قوات المقاومة مدينة» has its subject behind it
                found[verb.start] = verb._replace(kind="event", value=code, stop=end if end > 0 else verb.stop)
    if not found:
        return list(events)
    told = (one for one in found.values() if not one.value.startswith(_NONE))
    return sorted([*told, *(one for one in events if one.start not in found)], key=lambda one: one.start)


@lru_cache(maxsize=4096)  # the values of one lexicon
def _readings(value: str) -> tuple[tuple[str, str], ...]:
    """What a verb may tell, and the words that it needs for that."""
    return tuple((code, needed) for code, _, needed in (one.partition(APART) for one in value.split(OR)))


def _tells(one: Hit, verb: Hit, code: str, at: int) -> bool:
    """Whether another act is told by the same verb («فجر انتحاري نفسه قرب منزل»), or before the object, or the same by the object."""
    if one.start == verb.start:
        return one.stop > verb.stop and not one.value.startswith(_VAGUE)
    between = verb.stop < one.start < at and (one.stop > at or not one.value.endswith(_MEANS))
    return between or (one.start == at and one.value.partition("/")[0] == code.partition("/")[0])


@lru_cache(maxsize=256)
def _object(needed: str) -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN}({needed})(?![\\u0621-\\u064a])")

"""Split: verbs that tell what happened only with their object, where the subject stands between: «قبضت الشرطة على مطلوب»."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from agents.extract.frames.layers import inside
from agents.extract.words.lexicon import Hit

APART = "|"  # in a value, between what happened and the words it needs
_BETWEEN = r"(?: [^\s،,.:؛()\[\]«»\"]+){0,5}? "  # words of one clause
_REACH = 70  # characters
_START = attrgetter("start")
_VAGUE = ("blast/", "assault/")  # «فجر مسلحون»: made exact by the object


def joined(text: str, events: Sequence[Hit], verbs: Sequence[Hit]) -> list[Hit]:
    """The events, and in order with them the verbs whose object stands behind their subject; an act told between the two goes before."""
    found: dict[int, Hit] = {}
    told: set[int] = set()  # where objects stand that would tell the same once more
    for verb in verbs:
        code, _, needed = verb.value.partition(APART)
        behind = _object(needed).match(text, verb.stop, verb.stop + _REACH)
        if behind and not any(_goes_before(one, verb, behind.start(1)) for one in inside(events, verb.start, behind.start(1))):
            found[verb.start] = verb._replace(kind="event", value=code)
            told.update(one.start for one in inside(events, behind.start(1), behind.end(1)) if _code(one) == _code(found[verb.start]))
    if not found:
        return list(events)
    return sorted([*found.values(), *(one for one in events if one.start not in found and one.start not in told)], key=_START)


def _goes_before(one: Hit, verb: Hit, at: int) -> bool:
    """Whether another act is told by the same verb («فجر انتحاري نفسه قرب منزل»), or between it and its object at ``at``."""
    if one.start == verb.start:
        return one.stop > verb.stop and not one.value.startswith(_VAGUE)
    return verb.stop < one.start < at


def _code(one: Hit) -> str:
    return one.value.partition("/")[0]


@lru_cache(maxsize=256)
def _object(needed: str) -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN}({needed})(?![\\u0621-\\u064a])")

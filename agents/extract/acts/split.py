"""Split: verbs that tell what happened only with their object, where the subject stands between: «قبضت الشرطة على مطلوب»."""

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern

from agents.extract.days.datewords import WEEKDAY
from agents.extract.words.letters import standing
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

PLACE = "*"  # for the words: a place (see entered.py)
APART = "|"  # in a value, between what happened and the words it needs
OR = "\n"  # between what the same verb tells with other words
_DAY = rf"(?:،? (?:امس|اليوم|(?:ال)?(?:صباح|مساء|فجر|ليل[هت]?|ظهر|يوم)|{WEEKDAY})){{1,3}}،"
_TRUCE = "agreement/"
_DONE = (_TRUCE, "reinforce/")  # of which a noun tells in passing
_STRICT = re.compile(r"(?: [^\s،,.:؛()\[\]«»\"]+){0,9}? ")  # of a truce the day it is told of is not the day it begins
_BACKED = (  # who backs the subject: «حقق الجيش، بإسناد من طيران كذا، تقدما»
    r"،? و?(?:ب(?:اسناد|دعم|مسانده|غطاء|مشاركه)|(?:ال)?(?:مدعوم|مسنود|معزز)[\u0621-\u064a]{0,3})(?: [^\s،,.:؛()\[\]«»\"]+){1,7}?،"
)
_BETWEEN = re.compile(  # words of one clause, who backs them or a day behind them: «نزعت الفرق، الاثنين، ألغاما»
    rf"(?: [^\s،,.:؛()\[\]«»\"]+){{0,5}}?(?:{_BACKED})?(?:{_DAY})? "
)
_MEANS = "/means"  # «أسقط الطيران قنابل»: no act by themselves
_NONE = "none/"  # «حررت الشرطة محضرا»
_REACH = 70  # characters
_ADVANCE = "advance/"  # «حققت القوات، بإسناد من كذا، تقدما»: who backs them is often told at length
_FORCE = re.compile(  # «أن الجيش، بإسناد من كذا، أحرز»: who gained ground before his verb; not «الحكومة أحرزت تقدما»
    rf"(?<![\u0621-\u064a])[وف]?(?:(?:ال)?(?:{any_of('forces', 'part')}|جيش|مقاومه|فصائل|كتائب|الويه|مسلح|مقاتل|تنظيم|حوثي)"
    r"(?:ه|ون|ين|ي|ات)?"
    r"|(?:ال)?مي?ليشيا?(?:ت|ات)?|(?:ال)?بيشمركه)(?![\u0621-\u064a])(?:،?\s(?!ان\s|وزير|رئيس|مفاوض)[^\s،.:؛]+){0,9}،?\s$"
)
_BEFORE_VERB = 100  # characters before a verb in which its subject stands
_FAR_ON = "كيلومتر"  # «تقدموا ستة كيلومترات باتجاه»: on the ground, whoever
_CROWD = "protest/"  # «تجمع العشرات أمام كذا في كذا، اليوم، احتجاجا على»: what a crowd came for stands behind where and when it did
_WHAT_FOR = "احتجاجا"
_FAR = 120  # characters to that
_BEFORE = re.compile(r"(?:،? [^\s،,.:؛()\[\]«»\"]+){0,12}?،? ")
_VAGUE = ("blast/", "assault/")  # «فجر مسلحون»: made exact by the object


def joined(text: str, events: Sequence[Hit], verbs: Sequence[Hit]) -> list[Hit]:
    """The events, and in order with them the verbs whose object stands behind their subject; an act told between the two goes before.

    Without those whose object says that nothing happened («ضربت القوات طوقا حول المبنى»).
    """
    found: dict[int, Hit] = {}
    for verb in verbs:
        codes, objects = _readings(verb.value)
        stood = standing(objects, text[verb.stop : verb.stop + _FAR])
        for which in sorted({which for _, which in stood}):
            code, places = codes[which], [verb.stop + at for at, one in stood if one == which]
            at = _object(text, verb.stop, places, len(objects[which]), code)
            if at is not None and code.startswith(_ADVANCE) and not _by_force(text, verb, at):
                continue
            if at is not None and not _told_so(text, inside(events, verb.start, at + 1), verb, code, at):
                end = text.find(" ", verb.entry_start, verb.stop)  # the verb alone: «دخلت قوات المقاومة مدينة» has its subject behind it
                found[verb.start] = verb._replace(kind="event", value=code, stop=end if end > 0 else verb.stop)
    if not found:
        return list(events)
    told = (one for one in found.values() if not one.value.startswith(_NONE))
    return sorted([*told, *(one for one in events if one.start not in found)], key=lambda one: one.start)


@lru_cache(maxsize=4096)  # the values of one lexicon
def _readings(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a verb may tell, and the words that it needs for each of these."""
    told = [(code, intern(needed)) for code, _, needed in (one.partition(APART) for one in value.split(OR)) if needed != PLACE]
    return tuple(code for code, _ in told), tuple(needed for _, needed in told)


def _by_force(text: str, verb: Hit, at: int) -> bool:
    """Whether who advanced bears arms: a force is named with the verb or before it, or it is told how far."""
    if " " in text[verb.entry_start : verb.stop] or text.startswith(_FAR_ON, at):
        return True
    return _FORCE.search(text, max(verb.start - _BEFORE_VERB, 0), verb.start) is not None


def _told_so(text: str, events: Sequence[Hit], verb: Hit, code: str, at: int) -> bool:
    """Whether the acts between a verb and its object say already what the two tell.

    A noun of the same act at the object does («وقع اتفاقا»), unless the verb alone would say something else («دمرت مخبأ للأسلحة»), or
    what a crowd did is told by what it came for («تجمع العشرات احتجاجا»).
    """
    alone = any(one.start == verb.start for one in events) or (code.startswith(_CROWD) and text.startswith(_WHAT_FOR, at))
    return any(_tells(one, verb, "" if alone else code, at) for one in events)


def _tells(one: Hit, verb: Hit, code: str, at: int) -> bool:
    """Whether another act is told by the same verb («فجر انتحاري نفسه قرب منزل»), or before the object, or the same by the object."""
    if one.start == verb.start:
        return one.stop > verb.stop and not one.value.startswith(_VAGUE)
    between = verb.stop < one.start < at and (one.stop > at or not one.value.endswith(_MEANS))
    if code.startswith(_DONE) and one.start == at and one.value.endswith("/noun"):
        return False  # «أعلن التحالف أمس هدنة», «أرسل الجيش تعزيزات»: only the verb says that it was done
    return between or (one.start == at and one.value.partition("/")[0] == code.partition("/")[0])


def _object(text: str, start: int, places: Sequence[int], length: int, code: str) -> int | None:
    """The first place of an object, as a whole word, behind no more than may stand between it and its verb, which ends at ``start``."""
    between = _BEFORE if code.startswith(_CROWD) else _STRICT if code.startswith(_TRUCE) else _BETWEEN
    reach = _FAR if code.startswith((_CROWD, _ADVANCE)) else _REACH
    for at in places:
        left = start + reach - at - length
        inside_word = left > 0 and "ء" <= text[at + length : at + length + 1] <= "ي"
        if left >= 0 and not inside_word and between.fullmatch(text, start, at):
            return at
    return None

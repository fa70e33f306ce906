"""Blows: which strikes are words for a fight or for bad news, and fell on no place from afar."""

import re

from agents.extract.acts.trigger import Trigger
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

_WORD = "ضرب"
_FELT_WORD = any_of("acts", "felt")
_HARD = rf"(?:ال)?(?:{any_of('acts', 'hard')}|{_FELT_WORD})"
_SITES = (  # «للقاعدة» alone is the group
    r"(?:(?:ال)?(?:مواقع|موقع|اهداف|هدف|تجمع|معسكر|مقر|معاقل|تعزيز|مخازن|مخزن|قواعد|اليات)"
    r"|(?<!ال)(?<!لل)قاعد[هت]\s|(?:ال)?قاعده\sال(?:عسكري|جوي|بحري))"
)
_BLOW = re.compile(  # «ضربات قوية للتنظيم», not «ضربات قوية لمواقع التنظيم»
    rf"\s{_HARD}(?:\sو?{_HARD})?(?!\w)(\sل(?!ل?{_SITES})[\u0621-\u064a])?"
)
_PREEMPTIVE = "استباقيه"
_FELT = re.compile(rf"\s(?:ال)?(?:{_FELT_WORD})")
_EACH = r"(?:(?:كل|جميع|كافه)\s)?"
_AIMED = re.compile(  # «ضربة استباقية على مواقع التنظيم», «ضربة قوية استهدفت قاعدة»: a blow struck there
    rf"\s{_HARD}(?:\sو?{_HARD})?\s(?:[وف]?(?:استهدف|طال)ت\s|ب(?:ال)?(?:صواريخ|صاروخ|طائر|مسير|مدفعي)"
    rf"|(?:علي|ضد|الي)\s{_EACH}(?:{_SITES}|(?:ال)?(?:منصات|منصه|منشا|مطار|ثكن|مدين|بلد[هات]|قري))|ل(?:ل|{_EACH}){_SITES})"
)
_DEALT = re.compile(
    r"(?<![\u0621-\u064a])[وفب]?(?:[يت]?وجه|توجيه|شن|[يت]شن|نفذ|[يت]لق)(?:ت|وا?|ا|ي|ون)?(?:\s[^\s.:؛]+){0,9}\s[\"«]?(?:ب|في\s)?$"
)
_DEALS = 80  # characters before a blow in which its verb stands
_RECEIVED = re.compile(r"[وفب]?[يت]لق")  # «تلقى التنظيم ضربات موجعة»
_MEN = (  # who fights on the ground
    r"(?:(?:ال)?(?:قوات|مقاوم[هت]|جيش|الوي[هت]|نخب[هت]|ثوار|مقاتلي\S*)|رجال|ابطال|عناصر|افراد)(?![\u0621-\u064a])"
    r"(?!\sال(?:جوي|اسرائيلي|ام[ير]{1,2}كي|تركي|روسي|فرنسي|بريطاني|تحالف))"
)
_UNDER = re.compile(r"(?<!\S)(?:تحت|بفعل|امام|وقع)\s$")
_OF_MEN = re.compile(rf"\s{_MEN}")
_FROM_MEN = re.compile(rf"(?:\sو?(?:{_HARD}|ال(?:متلاحقه|متتاليه|متواليه)))*\sمن\s(?:قبل\s)?{_MEN}")
_MEN_BEFORE = re.compile(
    rf"(?<![\u0621-\u064a])(?:(?:ال)?مقاتلون|{_MEN})(?:\s(?!ان\s)[^\s،,.:؛\"«»]+){{0,3}}\s\S?$"
)  # «المقاتلون الموالون وجهوا ضربات»
_SUBJECT = 60  # characters before the verb
_MEANS_MUCH = re.compile(  # «يمثل توقيفه ضربة للجماعة», «ما شكل ضربة في معقلها»: what something means, not what was done
    r"(?<![\u0621-\u064a])[وفل]{0,2}(?:[يت]مثل|مثل|مثلت|[يت]شكل|شكل|شكلت|[يت]عد|[يت]عتبر)(?:\s(?!ان\s)[^\s،,.:؛]+){0,7}\s$"
)
_MEANS_REACH = 90  # characters
_AT_IDEAS = re.compile(
    rf"\s{_HARD}\s(?:ل(?:ل|كل\sمن\s|هذا\sال)|ضد\sال)(?:ارهاب|فكر|تطرف|اقتصاد|مشروع|مخطط|جهود|تسو)"
)  # «ضربات موجعة للإرهاب»
_TO_THE_WALL = "عرض الحائط"


def blow(text: str, hit: Hit, start: int) -> str:
    """«شنت القوات ضربات استباقية» tells of raids, «ويمثل مقتله ضربة جديدة للتنظيم» of nothing: its code, "metaphor"; else ""."""
    if not text.startswith(_WORD, hit.entry_start) or is_aimed(text, hit):
        return ""
    said = _BLOW.match(text, hit.stop)
    if _AT_IDEAS.match(text, hit.stop) or _means_much(text, hit, start) or (said and text.startswith("ضربه", hit.entry_start)):
        return "metaphor"
    if said is None:
        return ""
    preemptive, felt = _PREEMPTIVE in said.group(), _FELT.match(text, hit.stop) is not None
    if not (said.group(1) or preemptive or felt):
        return ""
    dealt = _DEALT.search(text, max(start, hit.start - _DEALS), hit.start)
    if dealt is None or (felt and _RECEIVED.match(dealt.group())):
        return "metaphor"
    return "assault" if preemptive else ""


def _means_much(text: str, hit: Hit, start: int) -> bool:
    """«يمثل توقيفه ضربة للجماعة»: whether one blow, of which no weapon is told, is only what something means."""
    if hit.proclitic or text[hit.entry_start : hit.stop] != "ضربه" or not text.startswith((" ل", " في "), hit.stop):
        return False
    return _MEANS_MUCH.search(text, max(start, hit.start - _MEANS_REACH), hit.start) is not None


def by_men(text: str, act: Trigger) -> bool:
    """«فروا تحت ضربات المقاومة», «وجه الجيش ضربات قاصمة للتنظيم»: whether strikes are those of men who fight on the ground."""
    if act.code != "strike" or act.part != "noun" or text.find(_WORD, act.start, act.stop) < 0:
        return False
    if _FROM_MEN.match(text, act.stop):
        return True
    if _OF_MEN.match(text, act.stop):
        return _UNDER.search(text, max(act.start - 6, 0), act.start) is not None
    if _FELT.match(text, act.stop) is None or _AIMED.match(text, act.stop):
        return False
    dealt = _DEALT.search(text, max(act.start - _DEALS, 0), act.start)
    if dealt is None:
        return False
    by = dealt.start()
    return _OF_MEN.search(dealt.group()) is not None or _MEN_BEFORE.search(text, max(by - _SUBJECT, 0), by + 1) is not None


def is_aimed(text: str, hit: Hit) -> bool:
    """«ضربة استباقية على مواقع التنظيم»: whether a blow is told with the things on which it fell, and is one."""
    return text.startswith(_WORD, hit.entry_start) and _AIMED.match(text, hit.stop) is not None


def is_scorned(text: str, hit: Hit, code: str, stop: int) -> bool:
    """«ضربت الجماعة بالقرارات عرض الحائط»: whether a word for striking only says that somebody cares for nothing."""
    return code == "strike" and text.find(_TO_THE_WALL, hit.stop, stop) >= 0

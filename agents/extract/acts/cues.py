"""Cues: words of rejection that reach an act and yet do not take it back: who accuses tells what was done."""

import re

from agents.extract.acts.events import FROM_AFAR
from agents.extract.words.lexicon import Hit

_ACCUSES = re.compile(r"[وف]?(?:اتهم(?:ت|وا|ا)?|متهم(?:ا|ه|ين))(?=\s)")  # not «تتهم», of what is done again and again
_STRIKES = FROM_AFAR | {"assault"}  # of a bomb or a murder, which is known already, somebody is only given the blame
_ITS = ("ها", "هم", "هما", "شنه")
_KNOWN = re.compile(r"\s(?:هذه?\s|تلك\s|ال(?:غار|هجوم|هجم|ضرب|قصف|عملي|اعتداء))")
_TO_BLAME = re.compile(r"(?:\s[^\s،,.:؛]+){0,3}?\sل(?:القاء|تبرير|تحميل|تشويه|تضليل)\S*\s")
_ALONE = re.compile(r"\s[^\s،,.:؛]+\s?(?:[،,.:؛\n]|$)")
_OFTEN = re.compile(r"\s(?:مرارا|مرات|مره|عاده|دائما|منذ|باستمرار)\s")
_OF = re.compile(  # from the accuser on: «اتهمت دمشق إسرائيل بقصف», «متهما إيران بشن»
    r"(?:\s(?!ب(?:ال)?(?:وقوف|ضلوع|تورط|محاول|تخطيط|مواصل|استمرار|مسؤول|استخدام|عدم|فشل))[^\s،,.:؛\"»«]+){1,6}?\s"
    r"(?P<by>ب(?:شن|تنفيذ|ارتكاب|توجيه|اطلاق)\S{0,2}\s(?:[^\s،,.:؛]+\s){0,2})?"
)
_SAYS = re.compile(  # behind a denial, what is said instead: «نفى التقارير وقال إن المقاتلين صدوا هجوما»
    r"\s(?:و?(?:قال|اكد|اضاف|اعلن|اوضح|اتهم)(?:ت|وا|ا)?|مؤكد(?:ا|ه|ين)|متهم(?:ا|ه|ين)|مضيف(?:ا|ه)|موضح(?:ا|ه)|مشير(?:ا|ه)\sالي"
    r"|(?:عقب|بعد)\s(?:اعلان|تاكيد|اتهام)|بعدما)\s"
)
_STRATEGIC = "استراتيجيه"
_GROUND = re.compile(  # «مواقع استراتيجية», «المدينة الاستراتيجية»: what ground is worth; not «استراتيجية التحالف»
    r"(?:(?<![\u0621-\u064a])ال[\u0621-\u064a]+\sال"
    r"|\s(?:مواقع|موقعا?|مناطق|منطقه|تلالا?|تله|تبابا?|تبه|جبالا?|مرتفعات|مدينه|مدنا?|بلده|قاعده|قواعد|اهدافا?|نقاطا?|طرقا?|قري)\s)$"
)
_STATE = re.compile(r"\s(?:ال)?(?:خطر|خطره|خطيره|حرجه|الموت|مستقره|سيئه|جيده)(?![\u0621-\u064a])")  # «خمسة منهم في حال الخطر»: how they are
_CAMPAIGN = re.compile(  # «شنت حملة مداهمات»: by men, not by words
    r"\s(?:(?:واسعه|كبيره|جديده|شرسه|عنيفه)\s)?(?:عسكري|امني|جوي|بري|مداهم|دهم|اعتقال|اختطاف|خطف|تمشيط|تفتيش|اقتحام|قصف|غارات|تطهير)"
)


def lets_stand(text: str, cue: Hit, hit: Hit, value: str, *, told: bool) -> bool:
    """Whether an act stands though a word of rejection reaches it. told: it is told as new, and in a place that is named."""
    if value == "topic":
        return told and _accused(text, cue, hit)
    if value == "condition":
        return _STATE.match(text, cue.stop) is not None
    if value == "denial":
        return says_on(text, cue, hit.start)
    if value == "general":
        return text.startswith(_STRATEGIC, cue.entry_start) and _GROUND.search(text, max(cue.start - 20, 0), cue.entry_start) is not None
    return value == "metaphor" and "حمل" in text[cue.start : cue.stop] and _CAMPAIGN.match(text, cue.stop) is not None


def says_on(text: str, cue: Hit, start: int) -> bool:
    """«نفى التقارير، وقال إن»: whether between a word of denial and an offset it is said what was the case instead."""
    return _SAYS.search(text, cue.stop, start) is not None


def _accused(text: str, cue: Hit, hit: Hit) -> bool:
    """«اتهمت دمشق إسرائيل بقصف مطار كذا»: whether somebody is accused of one act of violence, which the accuser so tells."""
    if hit.value.partition("/")[0] not in _STRIKES or _ACCUSES.match(text, cue.start) is None:
        return False
    of = _OF.fullmatch(text, cue.stop, hit.start)
    if of is None or any(one.match(text, hit.stop) for one in (_KNOWN, _TO_BLAME, _ALONE)) or text.endswith(_ITS, hit.start, hit.stop):
        return False  # «بشن الغارات», «بشنها», «بشن هجوم لإلقاء اللوم على», «بقصف إدلب»: none of one day or thing
    return (hit.proclitic == "ب" or of["by"] is not None) and _OFTEN.search(text, cue.start - 12, hit.start) is None

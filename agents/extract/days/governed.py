"""Governed: «من», «على» behind a length of time: from what it is counted, or of what governs it before («هجوم شنه قبل يومين على كذا»)."""

import re

FROM = re.compile(r"\s+(?:(?:واحده?|فقط|تماما|كامله?|تقريبا|قليله)\s+)?(?:من|علي)\s+(?!(?:الان|اليوم)\b)")
_ON = re.compile(  # «سيطرت القوات قبل يومين على كذا»; not «وقعت قبل يومين على»
    r"(?:^|[\s\"«(])[وف]?(?:[يت]?سيطر|[يت]?ستول[يى]?|استول[يى]?|[يت]?ستحوذ|استحوذ|[يت]?عثر|[يت]?حصل|[يت]?عتد[يى]|اعتد[يى]?|[يت]?غير|اغار|[يت]?وافق)"
    r"(?:ت|وا|تا|ا)?\s(?:(?!علي\s)[^\s،,.:؛]+\s){0,7}$"
)
_AGAINST = re.compile(  # «في هجوم شنه التنظيم قبل يومين على كذا», «الحملة التي بدأها», «منذ بدء الحملة»; not «وجاء الهجوم قبل يومين على»
    r"(?:^|[\s\"«(])(?:[وفبلك]?(?:هجوما?|هجومين|هجومه[ما]?|هجومها|هجمات|غاره|غارات|غارتين|غاراته[ما]?|غاراتها|ضربه|ضربات|ضربتين|قصفا?|قصفه[ما]?|قصفها|"
    r"حمله|عدوانا?|سيطره|سيطرته[ما]?|سيطرتها|استيلاء|استيلائه[ما]?|استيلائها|اعتداء)|(?:الذي|التي)\s(?:شن|نفذ|بدا|اطلق)\w*|منذ\s(?:بدء|بدايه|انطلاق|اطلاق))"
    r"\s(?:(?!علي\s)[^\s،,.:؛]+\s){0,7}$"
)
_OCCASION = re.compile(  # «شنت غارات قبل يومين على بدء المحادثات»: what it is counted from
    r"\sعلي\s(?:ال)?(?:اعلان|بدء|بدايه|اعاده|انتخاب|استفتاء|موعد|لقاء|قمه|مباحثات|مفاوضات|محادثات|اجتماع|زياره|وصول|انطلاق|انعقاد|مؤتمر|سريان|دخول|انتهاء|"
    r"نهايه|ذكري|حلول|عيد|شهر|توقيع|جوله|تنفيذ|جريمه|مجزره|اتفاق|هدنه|مباراه|انسحاب|مغادره|هجوم|تفجير)"
)
_REACH = 70  # characters before a length of time in which its verb stands
_VERB = re.compile(  # no other «من» between: «تمكنوا من قتله قبل يومين من الهجوم»
    r"(?:^|[\s\"«(])[وف]?(?:[يت]?تمكن|[يت]?نسحب|انسحب|خرج|فر|هرب|نجا|عاد|اقترب|طرد|نزح|اخرج|افرج)(?:ت|وا|تا|ا)?\s"
    r"(?:(?!م(?:ن|م[نا])\s)[^\s،,.:؛]+\s){0,7}$"
)


def elsewhere(text: str, start: int, stop: int) -> bool:
    """Whether a length of time, which lies from start to stop, is counted from what is told behind it, and not from publication."""
    if FROM.match(text, stop) is None:
        return False
    reach = max(start - _REACH, 0), start
    if text.startswith(" من ", stop):
        return _VERB.search(text, *reach) is None
    if text.startswith(" علي ", stop):
        return _ON.search(text, *reach) is None and (_AGAINST.search(text, *reach) is None or _OCCASION.match(text, stop) is not None)
    return True

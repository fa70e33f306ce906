"""Governed: «من», «على» behind a length of time, from what it is counted, or of the verb before it («تمكنت قبل يومين من السيطرة»)."""

import re

FROM = re.compile(r"\s+(?:(?:واحده?|فقط|تماما|كامله?|تقريبا|قليله)\s+)?(?:من|علي)\s+(?!(?:الان|اليوم)\b)")
_ON = re.compile(  # «سيطرت القوات قبل يومين على كذا»; not «وقعت قبل يومين على»
    r"(?:^|[\s\"«(])[وف]?(?:[يت]?سيطر|[يت]?ستول[يى]?|استول[يى]?|[يت]?ستحوذ|استحوذ|[يت]?عثر|[يت]?حصل|[يت]?عتد[يى]|اعتد[يى]?|[يت]?غير|اغار|[يت]?وافق)"
    r"(?:ت|وا|تا|ا)?\s(?:(?!علي\s)[^\s،,.:؛]+\s){0,7}$"
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
    verb = _VERB if text.startswith(" من ", stop) else _ON if text.startswith(" علي ", stop) else None
    return verb is None or verb.search(text, max(start - _REACH, 0), start) is None

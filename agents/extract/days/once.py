"""Once: «since» behind what happened once says how long ago it was («في هجوم شمال البلاد منذ أسبوعين»), not since when it goes on."""

import re

_OF_ACT = 60  # characters from an act to «since» behind it
_GOES_ON = r"(?!الت?ي\s|الذين?\s|(?:ال)?(?:مستمر|متواصل|جار|دائر)|بد[اء]|[تي]?ستمر|[تي]?تواصل|[تي](?:شن|خوض|دور|شهد|حاصر)|و)"
_ONCE = re.compile(
    rf"(?:(?:في|اثر|جراء)\s|\sب)(?:هجوم|تفجير|انفجار|غاره|كمين)\s(?:{_GOES_ON}[^\s،,.:؛]+\s){{0,6}}$"
    r"|\s(?:وقع|حدث|جر[يت]|نفذ)ت?\s(?:[^\s،,.:؛]+\s){0,2}$"
    rf"|(?:^|(?<!التي)(?<!الذي)(?<!الذين)\s)[وف]?(?:اغتيل|اغتال|انفجر|اعتقل|افرج|استعاد|حرر|تمكن|سيطر)(?:ت|وا|تا|ا)?\s(?:{_GOES_ON}[^\s،,.:؛]+\s){{0,6}}$"
    r"|(?:\s(?:فقدوا|(?:اختفي|اختفت|ا?خت?طف)(?:وا|ت)?)|(?:مخطوف|مفقود|مختف)\S*)\s(?:(?!و)[^\s،,.:؛]+\s){0,5}$"
)


def happened(text: str, since: int) -> bool:
    """Whether what stands before a word for «since» is an act, or people who went missing, of one day."""
    return _ONCE.search(text, max(since - _OF_ACT, 0), since) is not None

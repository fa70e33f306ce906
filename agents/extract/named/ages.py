"""Ages: further people of whom only a name and an age are told, behind one told of so («أحمد عمر (19 عاما)، ومحمد علي (22 عاما)»)."""

import re

from agents.extract.named import kinfolk

_AGE = r"،?\s\(?(?:البالغ\S*\s(?:من العمر\s)?)?[0-9]{1,2}\s?(?:عاما|عام|سنه|سنوات|اعوام)(?![\u0621-\u064a])\)?"
_WORD = r"\s[\"«]?(?!في\s|من\s|عن\s|علي\s(?:يد|متن)|خلال|اثر|بعد|منذ|قبل|الذي|التي|اصيب|قتل|استشهد)[\u0621-\u064a]+[\"»]?"
_FIRST = re.compile(rf"(?:{_WORD}){{0,7}}?{_AGE}")
_KIN = rf"(?:ال|(?:{kinfolk.FAMILY}|طفل|رضيع|ام|اب|عم|خال)[\u0621-\u064a]*{kinfolk.THEIRS}\s)"  # who are nouns of their own
_NAME = rf"(?:و(?!{_KIN})[\u0621-\u064a]{{2,}}|(?<=،\s)(?!و|{_KIN})[\u0621-\u064a]{{3,}})"
_NEXT = re.compile(rf"(?:،|\s?[-–])?\s{_NAME}(?:{_WORD}){{1,5}}?{_AGE}")
_REACH = 70  # characters in which the first age stands


def further(text: str, at: int) -> int:
    """How many names with ages follow one that has hers, behind a title or a word of harm that ends there."""
    if text.find("عام", at, at + _REACH) < 0 and text.find("سن", at, at + _REACH) < 0:
        return 0  # most people
    behind, found = _FIRST.match(text, at), -1
    while behind is not None:
        found, behind = found + 1, _NEXT.match(text, behind.end())
    return max(found, 0)

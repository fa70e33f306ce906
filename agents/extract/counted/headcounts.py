"""Head counts: «عدد الضباط الذين قتلوا منذ مطلع العام»: a relative clause says what befell the people that a number counts."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.harm import Harm

_COUNTED = re.compile(r"(?<!\S)[وف]?(?:ال)?عدد\s(?!من\s)(?:[^\s،.:]+\s){1,4}(?:الذين|اللواتي|اللاتي|ممن)\s(?:قد\s)?$")
_OF_WHOM = "عدد من "
_WHO = ("الذين ", "اللواتي ", "اللاتي ", "ممن ", " قد ", _OF_WHOM)
_OF_PEOPLE = frozenset(["verb", "passive", "light", "gone", "come", "caught"])  # kinds of words that say what befell people
_REACH = 70  # characters from «number» to the word for what befell them


def counted(line: Line, word: Harm) -> Harm:
    """The word as one that counts, from «number» on, where it says what befell those who are counted; else as it is."""
    if word.kind not in _OF_PEOPLE or word.proclitic or not word.measure or not line.text.endswith(_WHO, 0, word.start):
        return word
    if line.text.endswith(_OF_WHOM, 0, word.start):
        return _of_whom(line, word)
    found = _COUNTED.search(line.before(word.start, _REACH))
    if found is None:
        return word
    start = word.start - len(found.group())
    waits = any(one.people.counted and not one.measures and start - one.people.stop > 1 for one in line.counts[line.first :])
    return word if waits else word._replace(kind="tally", start=start)  # «ارتفع إلى 9 بينهم طفل عدد القتلى الذين قضوا»


def _of_whom(line: Line, word: Harm) -> Harm:
    """«يرفع عدد من قتلوا منذ بدء الحرب إلى 180»: who is counted there is not a number of people who were killed."""
    last = line.last
    if word.person != "many" or last is None or last.measures or word.start - last.people.stop > 1 or last.people.rule != "number.vague":
        return word
    line.counts.pop()
    return word._replace(kind="tally", start=last.people.start)


def relative(text: str, tally: Harm) -> bool:
    """Whether a word that counts is such a clause."""
    return any(text.find(who, tally.start, tally.stop) >= 0 for who in _WHO)

"""Comments: who only speaks of an act («أدانت الحكومة التفجير», «الجيش ينفي قصف البلدة») did not do it."""

import re

from agents.extract.acts import condemning
from agents.extract.words.inflection import past_forms
from agents.extract.words.letters import among
from agents.extract.words.wordlists import listed

_COMMENTS = condemning.words() | {form for verb in listed("roles", "comments") for form in past_forms(verb)}
_STATES = _COMMENTS | listed("roles", "states")  # right behind who does so
_NEXT = re.compile(r"\"?\s(\S+)\s")
_LAYS = re.compile(r"(?:^|\s)[وف]?(?:القت|القي|[يت]لقي|القوا|يلقون)\s(?:[^\s،.:؛]+\s){0,3}[\"«]?$")  # «ألقت الحكومة باللوم على»
_BLAME = re.compile(r"[\"»]?(?:\s[^\s،.:؛]+){0,4}?(?:،\s[^،.:؛\n]{2,40}،)?\s(?:ب(?:جزء\sمن\s|كامل\s)?|(?:ب)?كامل\s)?(?:ال)?لوم\s")
_LAYING = re.compile(r"[\"»]?\s(?:القت|القي|[يت]لقي|القوا|يلقون)(?=\s)")
_LAYS_BY = ("لقي", "لقت", "لقوا", "لقون")  # letters without which neither is looked for
_BLAME_REACH = 90  # characters
_WORDS = 4  # words before somebody of which the first may be that verb


def follow(text: str, start: int, stop: int) -> bool:
    """Whether such a verb stands right behind somebody."""
    word = _NEXT.match(text, start, stop)
    return word is not None and word[1] in _STATES


def blames(text: str, before: str, stop: int) -> bool:
    """«ألقت الحكومة باللوم على كذا في الهجوم», «الحكومة تلقي باللوم»: whether who stands before an offset only says who did it."""
    if text.find("لوم ", stop, stop + _BLAME_REACH) < 0:
        return False
    laying = _LAYING.match(text, stop)
    if laying is not None:
        return _BLAME.match(text, laying.end(), stop + _BLAME_REACH) is not None
    if not among(_LAYS_BY, before, 0, len(before)) or _LAYS.search(before) is None:
        return False
    return _BLAME.match(text, stop, stop + _BLAME_REACH) is not None


def precede(before: str) -> bool:
    """Whether one stands before somebody, as the words before him say: «أدانت الحكومة التفجير»."""
    if not before[-1:].isspace():
        return False
    return any(word in _COMMENTS or (word[0] == "و" and word[1:] in _COMMENTS) for word in before.split()[-_WORDS:])

"""Comments: who only speaks of an act («أدانت الحكومة التفجير», «الجيش ينفي قصف البلدة») did not do it."""

import re

from agents.extract.acts import condemning
from agents.extract.words.inflection import past_forms
from agents.extract.words.wordlists import listed

_COMMENTS = condemning.words() | {form for verb in listed("roles", "comments") for form in past_forms(verb)}
_STATES = _COMMENTS | listed("roles", "states")  # right behind who does so
_NEXT = re.compile(r"\"?\s(\S+)\s")
_WORDS = 4  # words before somebody of which the first may be that verb


def follow(text: str, start: int, stop: int) -> bool:
    """Whether such a verb stands right behind somebody."""
    word = _NEXT.match(text, start, stop)
    return word is not None and word[1] in _STATES


def precede(before: str) -> bool:
    """Whether one stands before somebody, as the words before him say: «أدانت الحكومة التفجير»."""
    if not before[-1:].isspace():
        return False
    return any(word in _COMMENTS or (word[0] == "و" and word[1:] in _COMMENTS) for word in before.split()[-_WORDS:])

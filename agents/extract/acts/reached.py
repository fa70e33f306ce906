"""Reached: an agreement that is said to have been reached («أعلن الطرفان التوصل إلى اتفاق»), not one that is hoped for."""

import re

from agents.extract.acts.layers import Clause
from agents.extract.words.lexicon import Hit

_REACHING = "التوصل"
_REACHED = re.compile(  # «أعلن الطرفان التوصل إلى اتفاق»: no agreement known before
    r"(?<![\u0621-\u064a])[وف]?(?:[تي]?علن|اعلن|[تي]?وكد|اكد|تم|جري)(?:ت|ا|وا|ان)?\s(?:(?!ان\s)[^\s.؛]+\s){0,10}(?:عن\s)?التوصل$"
)


def told(text: str, clause: Clause, hit: Hit) -> bool:
    """Whether a word of agreement begins with that of reaching it, behind a verb that says that it was."""
    return hit.value.startswith("agreement") and _REACHED.search(text, clause.start, hit.start + len(_REACHING)) is not None

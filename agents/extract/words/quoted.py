"""Quoted names: marks of quotation around the name of a force, as many outlets write them, say nothing of it («"داعش"»)."""

import re
from functools import lru_cache

import seeds
from agents.extract.words.letters import UNIFIED

_QUOTED = re.compile(r'(?:"(?=\S)|« ?)([^"«»\n]{2,30}?)(?: ?»|(?<=\S)")(?!\w)')
_BEFORE = re.compile(r"(?<!\w)[وف]?[بلك]?\Z")  # particles written onto a name


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(row["surface"].translate(UNIFIED) for row in seeds.rows("lexicon/quoted.csv"))


def marks(text: str) -> list[tuple[int, int]]:
    """The spans of marks around names; of an article behind «ل» its first letter too, as it is written onto one: «ل"الحوثيين"»."""
    found: list[tuple[int, int]] = []
    for one in _QUOTED.finditer(text):
        name, start = one.group(1).translate(UNIFIED), one.start()
        if name in _names() and _BEFORE.search(text, max(start - 3, 0), start):
            swallowed = name.startswith("ال") and text.endswith("ل", 0, start)
            found += [(start, one.start(1) + swallowed), (one.end(1), one.end())]
    return found

"""Quoted: a place that only says where the source of a sentence sits («قتل خمسة في هلمند، وفق ما قال مسؤول في كابول»)."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.letters import among

_SAID = r"(?:ا?علن|افاد|قال|ذكر|اكد|صرح|اوضح|ابلغ|كشف|[تي](?:قول|فيد|ذكر|وكد|ؤكد|علن|وضح))(?:ت|وا|ه|ته)?"
_QUOTED = re.compile(
    rf"[\s،,](?:(?:(?:ب?حسب|وفقا?|طبقا)\s?(?:ل?ما)|كما|علي\sما|حسبما)\s{_SAID}|(?:(?:ب?حسب|وفقا?|طبقا|نقلا\sعن)\s))"
    r"\s?[^\s،,.:؛\n]+(?:\s[^\s،,.:؛\n]+){0,8}\s(?:في\s)?$"  # each word as a whole: of words in pieces there are very many ways
)
_QUOTED_BY = ("حسب", "وفق", "طبق", "كما ", "علي ما", "نقلا")  # letters without which it finds nothing
_ENDS = re.compile(r"[\"»]?\s*(?:[.،,؛\n]|$)")  # nothing more is told of what the source says
_REACH = 100  # characters before the place in which that stands
_HAPPENS = frozenset(["in", "near", "bare"])


def mark(text: str, places: Sequence[PlaceMention], sentences: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    """The places, those with the cue «of» that say where a source is, behind an act whose place the sentence has told.

    A town in a country that alone was named before may be where it was: «في اليمن، كما قال مسؤول في تعز».
    """
    found = list(places)
    for index, one in enumerate(found):
        if not index or one.cue != "in" or one.place.geo_precision >= COUNTRY or not _ENDS.match(text, one.stop):
            continue
        start = sentences[max(bisect_left(sentences, (one.start + 1,)) - 1, 0)][0]
        begin = max(start, one.start - _REACH)
        said = _QUOTED.search(text, begin, one.start) if among(_QUOTED_BY, text, begin, one.start) else None
        if said is None:
            continue
        told = [other for other in found[:index] if start <= other.start and other.stop <= said.start() + 1 and other.cue in _HAPPENS]
        if any(other.place.geo_precision < COUNTRY or other.place.country != one.place.country for other in told):
            found[index] = one._replace(cue="of")
    return found

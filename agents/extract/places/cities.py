"""Cities: which one «المدينة» is, where smaller places were named since («سيطر على الرمادي … في الخالدية. … وقتل عشرة في المدينة»)."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from agents.extract.places.gazetteer import Spot
from agents.extract.places.mention import PlaceMention
from agents.extract.places.placecues import Cues, around
from agents.extract.words.fold import Folded
from agents.extract.words.letters import standing
from agents.extract.words.spans import first_from

RULE = "place.city"
_WORD = "مدينه"
_CITY = re.compile(  # not «المدينة القديمة», «المدينة المنورة», which name another place
    r"(?<![\u0621-\u064a\"«(])[وف]?([بل]?)(?:ال|ل(?=لمدينه))?(?:ال|ل)?مدينه(?![\u0621-\u064a])"
    r"(?!\s(?:ال(?:قديم|منور|صناعي|جامعي|رياضي|سياحي|طبي|تعليمي|خضرا|رقمي|سكني|ثاني|تي|اثري|مجاور)|والريف|وريف))"
)
_SMALLER = ("قريه ", "بلده ", "حي ", "منطقه ", "ناحيه ", "مخيم ", "جبل ", "بلدتي ", "قريتي ", "قضاء ", "ريف ", "مديريه ", "باديه ")
_CALLED = ("مدينه ", "المدينه ")
_PLACED = frozenset(["in", "near"])
_ON = ("علي ", "علي وسط ", "احياء ", "علي احياء ")  # «بقذيفة على المدينة»
_PARTICLES, _AROUND = 6, 40  # letters at most before that word; characters from there in which all stands that the pattern asks of it
_REACH = 700  # characters back to where the city is named
_BESIDE = 30  # characters behind a place that lies by the city: «الخالدية شرق المدينة»


def called(
    folded: Folded, cues: Cues, found: Sequence[PlaceMention], spots: Sequence[Spot], others: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """Mentions of the city last named as «المدينة», where another place stands between, and something is in it or struck it.

    found: listed places with what they are in spots; others: unlisted ones.
    """
    text = folded.text
    if _WORD not in text or len(found) + len(others) < 2:
        return []
    told: list[PlaceMention] = []
    every = sorted((*found, *others), key=itemgetter(0, 1))
    for word in _words(text):
        start = word.start()
        before = range(first_from(found, start) - 1, first_from(found, start - _REACH) - 1, -1)  # backwards
        city = next((found[at] for at in before if found[at].stop <= start and _is_city(text, found[at], spots[at])), None)
        last = next((every[at] for at in range(first_from(every, start) - 1, -1, -1) if every[at].stop <= start), None)
        if city is None or last is None or last.place.place_id == city.place.place_id or last.place.admin1 != city.place.admin1:
            continue  # in another governorate «المدينة» may be one that no list has
        cue = around(folded, start, word.group(1), cues).cue
        cue = "in" if cue not in _PLACED and text.endswith(_ON, 0, start) else cue
        if cue not in _PLACED or (cue == "near" and start - last.stop <= _BESIDE):
            continue
        told.append(PlaceMention(start, word.end(), city.place, cue, RULE))
    return told


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words for the city with the article; looked at only around each word for one, which takes a tenth of a search of the text."""
    for at, _ in standing((_WORD,), text):
        word = _CITY.search(text, max(at - _PARTICLES, 0), at + _AROUND)
        if word is not None and word.start() <= at and ("ال" in word.group() or "لل" in word.group()):
            yield word


def _is_city(text: str, one: PlaceMention, spot: Spot) -> bool:
    """Whether a place is a town where something is or that something befell, and that is called no village, quarter or district."""
    if spot.kind != "town" or one.rule != "place.listed" or one.cue not in ("in", "bare"):
        return False
    return text.endswith(_CALLED, 0, one.start) or (one.cue == "in" and not text.endswith(_SMALLER, 0, one.start))

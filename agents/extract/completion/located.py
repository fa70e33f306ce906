"""Located: where an act of which only a wide place is told befell what a sentence right behind it locates («ويقع المطعم في مدينة كذا»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.places import nearness
from agents.extract.words.spans import inside
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

FAR = 2  # sentences behind the one that tells of the act
BEHIND = 200  # characters behind a clause in which its sentence says during what it was
REACH = 45  # characters from the verb to the place
_WORD = r"(?:(?!قد\s|[يت][\u0621-\u064a]{3,}\s)[^\s،,.:؛]+\s)"  # «كان التنظيم قد سيطر», «كان يسيطر»: more than where it was
_LIES = re.compile(
    rf"(?<!\S)[وف]?(?:[يت]قع(?:ان)?|[يت]وجد|[يت]مر|مرت?|كان(?:ت|وا|ا|تا)?)\s{_WORD}{{0,4}}?(?:[يت]سير\s(?:علي\s\S+\s(?:\S+\s)?)?|[يت]مر\s)?"
    r"(?:في|قرب|بالقرب|داخل|عند|وسط|علي|شمال|جنوب|شرق|غرب|ب(?=ال|مدين|بلد|قري|حي|منطق|مخيم))"
)
_DURING = re.compile(  # «قتل متشدد واعتقل 16، كما ضبطت أسلحة خلال عمليات في منطقة كذا»: where all that was
    r"\sخلال\s(?:سلسله\s|عده\s)?(?:ال)?(?:عملي|حمل|مداهم)(?:ه|ات)\s(?:[^\s،,.:؛]+\s){0,5}?(?:في|ب)"
)
_LIES_BY = ("قع", "كان", "وجد", "مر")  # letters without which it finds nothing
_OPERATIONS = " خلال "
_AT = ("in", "near")  # cues of places where something lies


def place(draft: Draft, frames: set[int], layers: Layers) -> Place | None:
    """The place, of a town or less, that the next sentences give for what a draft tells of; None where none does.

    frames: the sentences that tell of an act themselves, and are not looked into.
    """
    if draft.place is not None and draft.place.geo_precision < nearness.COARSE:
        return None
    told = [one.clause.sentence for one in draft.frames if not one.title]
    if not told or draft.scope.scope != "incident" or draft.recap:
        return None
    if (during := _during(draft, layers)) is not None:
        return during if draft.place is None or nearness.within(during, draft.place) else None
    for number in range(told[0] + 1, min(told[0] + FAR + 1, len(layers.sentences))):
        if number not in frames and (found := _located(layers, *layers.sentences[number])) is not None:
            return found if draft.place is None or nearness.within(found, draft.place) else None
    return None


def _during(draft: Draft, layers: Layers) -> Place | None:
    """Where the operations were during which its sentence says that it happened, and what is told behind it too."""
    own = next(one.clause for one in draft.frames if not one.title)
    stop = min(layers.sentences[own.sentence][1], own.stop + BEHIND)
    if draft.code != "arrest" or layers.text.find(_OPERATIONS, own.stop, stop) < 0:
        return None
    during = _DURING.search(layers.text, own.stop, stop)
    near = inside(layers.places, during.end(), min(during.end() + REACH, stop)) if during else ()
    return next((one.place for one in near if one.cue in _AT and one.place.geo_precision < nearness.COUNTRY), None)


def _located(layers: Layers, start: int, stop: int) -> Place | None:
    """Where a sentence says that something lies, stands or passes: none whose verb is one of speech («كانت الوزارة أعلنت في كذا»)."""
    if not any(layers.text.find(letters, start, stop) >= 0 for letters in _LIES_BY):
        return None
    for verb in _LIES.finditer(layers.text, start, stop):
        near = inside(layers.places, verb.end() - 1, min(verb.end() + REACH, stop))
        found = _first(near)
        said = found is not None and inside(layers.hits.get("attribution", ()), verb.start(), found[0])
        if found is not None and not said:
            return found[1]
    return None


def _first(places: Sequence["PlaceMention"]) -> tuple[int, Place] | None:
    """The first place of a town or less where something is."""
    return next(((one.start, one.place) for one in places if one.cue in _AT and one.place.geo_precision < nearness.COARSE), None)

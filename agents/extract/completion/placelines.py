"""Place lines: what stands below a line that is but the name of a place («حلب:») is told of that place."""

from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.places.classes import LIVED_IN
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from streams.records import Place

_LONGEST = 30  # characters of such a line
_BELOW = 8  # sentences under it that are told of it
_MARKS = ' \n:؛.،-*•"«»#'
_CLASSES = frozenset(["", "ريف", "في"]).union(*(listed("place-cues", kind) for kind in LIVED_IN))


def place(draft: Draft, layers: Layers) -> "Place | None":
    """The place named by the last line above a draft that holds nothing else; None where there is none, or it only opens the text."""
    first = draft.frames[0].clause
    if first.start < layers.title_stop:
        return None
    for start, stop in reversed(layers.sentences[max(first.sentence - _BELOW, layers.lede + 1) : first.sentence]):
        if stop - start > _LONGEST:
            continue
        told = inside(layers.places, start, stop)
        if len(told) == 1 and told[0].place.geo_precision < COUNTRY and _alone(layers.text, start, told[0].start, told[0].stop, stop):
            return told[0].place
    return None


def _alone(text: str, start: int, first: int, last: int, stop: int) -> bool:
    """Whether a line holds but a name, and a word for what it is."""
    line = text.rfind("\n", 0, first) + 1
    opens = line >= start - 1 and text[line:first].strip(_MARKS) in _CLASSES
    return opens and text[last:stop].strip(_MARKS) == "" and text[stop - 1 : stop + 2].find("\n") >= 0

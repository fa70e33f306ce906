"""Headings: who speaks in a headline that names nobody by a verb: «المرصد: مقتل خمسة», «مقتل خمسة (مصدر)»."""

import re

from agents.extract.acts.layers import Layers
from agents.extract.attribution import names
from agents.extract.attribution.sources import Source
from agents.extract.words.spans import any_inside, first_from, inside
from agents.extract.words.wordlists import any_of

_NAMED = re.compile(r"\s*[\"«]?([^\s:،,.؛!؟?|\n][^:،,.؛!؟?|\n]{1,44}?)[\"»]?\s?:\s?(?=\S)")
_SPEAKS = re.compile(rf"(?:ال)?(?:{any_of('sources', 'heading')})(?!\w)")
_TO = re.compile(r"\sل(?:\s?[\"«]?\w.*)$")  # «الخوذ البيضاء لـCNN»: to whom
_WORDS = 5  # words of a name before a colon
_CUES = 6  # cues behind the headline by which the text names who speaks
_NEAR = 900  # characters in which they are


def speaker(layers: Layers, at: int) -> Source | None:
    """Who speaks where a clause of the headline begins; None where a colon stands behind a place or a label («كابل: مقتل خمسة»)."""
    sentence = layers.sentences[max(first_from(layers.sentences, at + 1) - 1, 0)]
    found = _NAMED.match(layers.text, sentence[0], sentence[1])
    if found is None or at > found.end() + names.LONGEST:
        return None
    start, stop = found.span(1)
    told = _TO.search(layers.text, start, stop)
    stop = told.start() if told is not None else stop
    if len(layers.text[start:stop].split()) > _WORDS or names.tells(layers, start, stop):
        return None
    if not (_SPEAKS.match(layers.text, start) or _quoted_below(layers, start, stop)):
        return None
    return Source(names.unquoted(layers.clean[start:stop]).strip(), "colon")


def _quoted_below(layers: Layers, start: int, stop: int) -> bool:
    """Whether the text below quotes somebody of that name, who is no place."""
    if any_inside(layers.places, start, stop) and not inside(layers.actors, start, stop):
        return False
    last = layers.text[start:stop].split()[-1]
    below = layers.hits.get("sayings", ())
    first = first_from(below, layers.title_stop)
    for cue in below[first : first + _CUES]:
        if cue.start > layers.title_stop + _NEAR:
            return False
        if last in names.named(layers, cue, cue.stop + 2 * names.LONGEST).split():
            return True
    return False

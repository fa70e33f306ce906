"""Speech: the verbs of a clause by which somebody tells of something, and where what is told begins."""

import re
from collections.abc import Iterator

from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.lexicon import Hit

_SOURCE = 140  # characters in which a verb of speech names who speaks, and when, before it goes on with «that»
_THAT = re.compile(
    r"(?:^|[\s\"«])(?:ان|انه|انها|انهم|بان|بانه|عن|قوله|قولها|مقتل|بمقتل|مسؤوليت(?:ه|ها|هم)|(?:ال)?مسؤوليه|ب(?!يان|عد|ين|شكل|حسب|اسم|وقت|تاريخ|لد[هات]|ني(?!\w)|يت(?!\w)|مدين|محافظ|ريف|قضا|ولاي|منطق|مديري|غداد|نغازي|جنوب|شمال|شرق|غرب|عث[هات]|لدي|شار(?!ك)|ريطان|اكستان|رلمان|وركينا|لجيك|ولند|وتين|اراك|نيامين|ومبيو|طريرك|كين(?!\w)|روكسل|اريس|لا(?!\w))\w*)(?:\s|$)"
)


def verbs(layers: Layers, clause: Clause) -> Iterator[Hit]:
    """The verbs and nouns of a clause whose subject is the source, in order."""
    return (cue for cue in layers.cues("attribution", clause) if cue.value.endswith("speech"))


def that(layers: Layers, clause: Clause, verb: Hit) -> int | None:
    """Where «that» stands behind a verb of speech: between both are who speaks, where and when; None where it says no such word."""
    found = _THAT.search(layers.text, verb.stop, min(verb.stop + _SOURCE, clause.stop))
    return found.start() if found else None

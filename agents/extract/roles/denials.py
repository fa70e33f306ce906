"""Denials: «نفى المتحدث باسم الحركة، أمس، مسؤوليته عن الهجوم», which is no claim, whatever stands between."""

import re

from agents.extract.acts.layers import Layers
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

_REACH = 110  # characters before who claims in which a denial stands
_BESIDE = 2  # characters between a denial and who denies
_BLAME = ("مسؤولي", "المسؤولي")  # of what is denied, however far behind
_GOES_ON = re.compile(r"[.:؛\n]|،\s(?:و|لكن|فيما|بينما|الا ان)|\s(?:لكن|فيما|بينما)\s")  # to what is said besides


def denied_to(layers: Layers, start: int, cue: Hit) -> bool:
    """Whether the words of a claim are what a denial before them denies. start: where who claims stands, or they do."""
    denials = (one for one in inside(layers.hits.get("reject", ()), start - _REACH, start) if one.value.startswith("denial"))
    return any(start - one.stop <= _BESIDE or _of_blame(layers, one, cue) for one in denials)


def _of_blame(layers: Layers, denial: Hit, cue: Hit) -> bool:
    """Whether a denial has the responsibility behind it for its object, over who denies it and when."""
    if not layers.text.startswith(_BLAME, cue.start) or _GOES_ON.search(layers.text, denial.stop, cue.start):
        return False
    said = inside(layers.hits.get("attribution", ()), denial.stop, cue.start)
    return not any("speech" in one.value for one in said)

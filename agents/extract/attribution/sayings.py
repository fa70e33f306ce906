"""Sayings: all words by which somebody says something, with those of which only who is quoted is read («الجيش يعلن»)."""

import re
from collections.abc import Sequence

from agents.extract.acts.layers import Layers
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

KIND = "sayings"
_RELAYS = "نقل"
_RELAY = re.compile(r"(?<!\w)و?نقلت?\s(?:[^\s.؛:\n]{1,30}\s){0,6}?عن(?:(?:ه|ها|هم)\s|\s(?!طريق|كثب|بعد\s)|(?=[\"«]))")
_GOES_ON = re.compile(r"[^.\n]*?(?:\s(?:قول(?:ه|ها|هم|هما)?|القول|تاكيد(?:ه|ها|هم)?)\s|\s[\"«]?(?:ب?ان|انه|انها|انهم)\s|[\"«:])")
_AS = (" ما ", " كما ", " حسبما ", " لما ")  # «وفق ما نقلت كذا عن كذا»
_REACH = 140  # characters behind «عن» in which it goes on to what is said
_UNSAID = re.compile(r"(?:^|\s)(?:لم|لا|لن|ان|ما|الذي|التي|الذين|حتي|كي|احد(?:هم|هما)?)\s$")  # «لم يعلن», «التي تكشف», «أحدهم اعترف»


def of(layers: Layers, start: int, stop: int) -> Sequence[Hit]:
    """All cues of a stretch, in order."""
    found = layers.hits.get(KIND)
    return inside(found, start, stop) if found else ()


def joined(text: str, cues: list[Hit], more: list[Hit]) -> list[Hit]:
    """The cues of attribution with the further ones that say something where they stand, in order.

    «نقلت وكالة كذا عن مصدر كذا أن»: whoever is quoted stands behind «عن», not the agency that passes it on.
    """
    relays = [found for found in _RELAY.finditer(text) if _quotes(text, found)] if _RELAYS in text else []
    if not (more or relays):
        return cues
    known = {one.start for one in cues}
    told = [one for one in more if one.start not in known and not _UNSAID.search(text, max(one.start - 8, 0), one.start)]
    passed = [_hit(found) for found in relays]
    covered = {one.start for relay in passed for one in inside(cues, relay.start, relay.stop)}
    return sorted([*(one for one in cues if one.start not in covered), *told, *passed])


def _quotes(text: str, found: re.Match[str]) -> bool:
    """Whether «نقلت كذا عن كذا» passes on what somebody said, and carries nothing."""
    return _GOES_ON.match(text, found.end(), found.end() + _REACH) is not None or text.endswith(_AS, 0, found.start())


def _hit(found: re.Match[str]) -> Hit:
    joined_by = "و" if found.group().startswith("و") else ""
    return Hit(found.start(), found.end(), KIND, "attributed/relay", joined_by, found.start() + len(joined_by))

"""Sayings: all words by which somebody says something, with those of which only who is quoted is read («الجيش يعلن»)."""

import re
from collections.abc import Iterator, Sequence

from agents.extract.acts.layers import Layers
from agents.extract.words.letters import standing
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

KIND = "sayings"
_RELAYS = ("نقل",)
_RELAY = re.compile(r"(?<!\w)و?نقلت?\s(?:[^\s.؛:\n]{1,30}\s){0,6}?عن(?:(?:ه|ها|هم)\s|\s(?!طريق|كثب|بعد\s)|(?=[\"«]))")
_GOES_ON = re.compile(r"[^.\n]*?(?:\s(?:قول(?:ه|ها|هم|هما)?|القول|تاكيد(?:ه|ها|هم)?)\s|\s[\"«]?(?:ب?ان|انه|انها|انهم)\s|[\"«:])")
_AS = (" ما ", " كما ", " حسبما ", " لما ")  # «وفق ما نقلت كذا عن كذا»
_REACH = 140  # characters behind «عن» in which it goes on to what is said
_UNSAID = frozenset(  # «لم يعلن», «التي تكشف», «أحدهم اعترف»
    ["لم", "لا", "لن", "ان", "ما", "الذي", "التي", "الذين", "حتي", "كي", "احد", "احدهم", "احدهما"]
)
_UNSAID_REACH = 8  # characters: of the longest of these, with one before it


def of(layers: Layers, start: int, stop: int) -> Sequence[Hit]:
    """All cues of a stretch, in order."""
    found = layers.hits.get(KIND)
    return inside(found, start, stop) if found else ()


def joined(text: str, cues: list[Hit], more: list[Hit]) -> list[Hit]:
    """The cues of attribution with the further ones that say something where they stand, in order.

    «نقلت وكالة كذا عن مصدر كذا أن»: whoever is quoted stands behind «عن», not the agency that passes it on.
    """
    relays = [found for found in _relays(text) if _quotes(text, found)]
    if not (more or relays):
        return cues
    known = {one.start for one in cues}
    told = [one for one in more if one.start not in known and not _is_unsaid(text, one.start)]
    passed = [_hit(found) for found in relays]
    covered = {one.start for relay in passed for one in inside(cues, relay.start, relay.stop)}
    return sorted([*(one for one in cues if one.start not in covered), *told, *passed])


def _relays(text: str) -> Iterator[re.Match[str]]:
    """What ``_RELAY`` finds in a text, looked for where its verb stands."""
    done = 0
    for at, _ in standing(_RELAYS, text):
        start = at - 1 if at and text[at - 1] == "و" else at
        if at >= done and (found := _RELAY.match(text, start)) is not None:
            done = found.end()
            yield found


def _is_unsaid(text: str, start: int) -> bool:
    """Whether the word right before an offset says that nobody says so here."""
    before = text[max(start - _UNSAID_REACH, 0) : start]
    return before[-1:].isspace() and not _UNSAID.isdisjoint(before.split()[-1:])


def _quotes(text: str, found: re.Match[str]) -> bool:
    """Whether «نقلت كذا عن كذا» passes on what somebody said, and carries nothing."""
    return _GOES_ON.match(text, found.end(), found.end() + _REACH) is not None or text.endswith(_AS, 0, found.start())


def _hit(found: re.Match[str]) -> Hit:
    joined_by = "و" if found.group().startswith("و") else ""
    return Hit(found.start(), found.end(), KIND, "attributed/relay", joined_by, found.start() + len(joined_by))

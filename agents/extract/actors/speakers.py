"""Speakers: whose forces «our forces» are: of those who speak there, or last spoke before; and armies that act there."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import first_from

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

THAT = (" ان ", " بان ")  # behind who speaks, before what he tells
_CUES = 6  # words of speech before «our forces» whose speaker is sought
_NEAR = 900  # characters back in which they stand
_BEHIND = 150  # characters from a word of speech to its speaker behind it, who may have long titles
_BEFORE = 60  # … and before it
_ARMY = re.compile(r"جيش|وزاره\sالدفاع")
_SAID = re.compile(r"\s[وف]?ب?ان(?:ه|ها|هم)?\s|[:.؛\n]")  # between a word of speech and a name: who is named is told of


def speaker(text: str, cues: Sequence[Hit], found: "Sequence[ActorMention]", at: int, *, soon: bool = False) -> str | None:
    """The actor who speaks where a word of his own stands; None where no cue near before it has one.

    cues: of attribution, in order; found: the actors known before that word, in order. soon: only he whose speech begins there.
    """
    last = first_from(cues, at)
    for cue in reversed(cues[max(last - (1 if soon else _CUES), 0) : last]):
        if at - cue.start > (_BEHIND if soon else _NEAR):
            return None
        one = _beside(text, cue, found)
        if one is not None:
            return one
    return None


def army_acts(text: str, cues: Sequence[Hit], start: int, stop: int) -> bool:
    """Whether a word for a force is that for an army, which acts there and does not speak («قال الجيش»)."""
    last = first_from(cues, start)
    return _ARMY.search(text, start, stop) is not None and not (last and start - cues[last - 1].stop <= 1)


def _beside(text: str, cue: Hit, found: "Sequence[ActorMention]") -> str | None:
    """Who stands behind a cue, else right before it, with nothing told between."""
    at = first_from(found, cue.stop)
    behind = found[at] if at < len(found) else None
    if behind is not None and behind.start <= cue.stop + _BEHIND and not _SAID.search(text, cue.stop, behind.start):
        return behind.actor
    at = first_from(found, cue.start)
    before = found[at - 1] if at else None
    if before is not None and 0 <= cue.start - before.stop < _BEFORE and not _SAID.search(text, before.stop, cue.start):
        return before.actor
    return None

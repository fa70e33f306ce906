"""Conjoined: people counted on both sides of a joining word before it is told what befell them («قتل 3، فيما أصيب 5 آخرون، في كمين»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

AT_ONCE = 10  # characters from the word that joins to what befell those behind it
FAR = 140  # characters from there to the act
_IN = r"(?:وذلك\s)?(?:في|خلال|اثناء|اثر|جراء|من جراء|نتيجه|عقب|بعد)\s(?:[^\s،.:؛]+\s)?"
_OTHERS_IN = re.compile(rf"\s(?:ال)?اخر(?:ون|ين|ان|ي|يات)?(?:\s[^\s،.:؛]+){{0,4}}[،,]?\s{_IN}$")  # «أصيب خمسة آخرون في هجوم»
_ASIDE_IN = re.compile(rf"[،,]\s{_IN}$")  # «، في المواجهات»
_FELL = ("killed", "wounded")  # kinds of harm
_BACK = 60  # characters in front of an act in which these are sought


def by_one_act(
    text: str, link: Hit, span: tuple[int, int], *, events: Sequence[Hit], harm: Sequence[Hit], places: Sequence["PlaceMention"]
) -> bool:
    """Whether what is told behind a link befell those too who stand before it, of whom no act is told.

    span: from where the clause begins to where its sentence ends.
    """
    start, stop = span
    hurt = next(iter(inside(harm, link.stop, link.stop + AT_ONCE)), None)
    if hurt is None or not hurt.value.startswith(_FELL) or any_inside(events, start, link.start):
        return False
    before = next(iter(inside(harm, start, link.start)), None)
    act = next((one for one in inside(events, hurt.stop, min(stop, hurt.stop + FAR)) if not one.value.endswith("/means")), None)
    if before is None or act is None or any_inside(places, before.start, act.start):
        return False
    first = max(hurt.start, act.start - _BACK)
    return bool(_OTHERS_IN.search(text, first, act.start) or _ASIDE_IN.search(text, first, act.start))

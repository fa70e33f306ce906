"""Naming: words for what happened that are only part of a name («هيئة تحرير الشام», «ساحة التحرير», «كفر بطنا») tell of nothing.

Nor do those that say what people are («ثلاثين مسلحا، بين مخطط وانتحاري»).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.places.mention import PlaceMention

_CALLED = "territory/"  # movements are named for what they set free; «مثيري الشغب», «منفذ عملية الطعن» tell what people did
_FOUGHT, _AGAINST = "riot/", "مكافحه "  # «قوات مكافحة الشغب» are called for what others do
_BOMBER = "suicide/noun"
_IN_NAMES = ("nature/", "accident", "topic/", "purpose/")

_KINDS = re.compile(r"\sبين\s\S+\s$")
_KINDS_REACH = 25  # characters


def without_names(text: str, events: Sequence[Hit], actors: Sequence[Hit], places: Sequence["PlaceMention"]) -> list[Hit]:
    """The events that stand in no name of a place and, where they tell of territory, in none of an actor; and are no kind of people.

    Linear, but for sorting.
    """
    held = sorted((one.start, one.stop) for one in places if one.stop > one.start)
    named = [(one.start, one.stop) for one in actors]
    return [
        one
        for one in events
        if not (
            _inside(one, held)
            or (one.value.startswith(_CALLED) and _inside(one, named))
            or (one.value.startswith(_FOUGHT) and text.endswith(_AGAINST, 0, one.start))
            or (one.value == _BOMBER and _is_kind(text, one))
        )
    ]


def without_parts(hits: Sequence[Hit], actors: Sequence["ActorMention"]) -> list[Hit]:
    """The words that take acts back and are no part of an actor's name: not «عاصفة الحزم», «جهاز مكافحة الإرهاب»."""
    named = [(one.start, one.stop) for one in actors]
    return [one for one in hits if not (one.value.startswith(_IN_NAMES) and _inside(one, named))]


def _is_kind(text: str, one: Hit) -> bool:
    """«بين مخطط وانتحاري»: the second of two kinds."""
    return one.proclitic == "و" and _KINDS.search(text, max(0, one.start - _KINDS_REACH), one.start) is not None


def _inside(one: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of the spans, sorted, that begins before the hit's own letters ends covers it."""
    at = bisect_right(spans, (one.entry_start, one.stop))
    return (at > 0 and spans[at - 1][1] >= one.stop) or (at < len(spans) and spans[at][0] == one.entry_start and spans[at][1] >= one.stop)

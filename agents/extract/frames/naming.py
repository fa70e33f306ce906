"""Naming: words for what happened that are only part of a name («هيئة تحرير الشام», «ساحة التحرير», «كفر بطنا») tell of nothing."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from agents.extract.frames.layers import Spanned
from agents.extract.words.lexicon import Hit

_CALLED = "territory/"  # movements are named for what they set free; «مثيري الشغب», «منفذ عملية الطعن» tell what people did


def without_names(events: Sequence[Hit], actors: Iterable[Hit], places: Iterable[Spanned]) -> list[Hit]:
    """The events that stand in no name of a place and, where they tell of territory, in none of an actor. Linear, but for sorting."""
    held = sorted((one.start, one.stop) for one in places if one.stop > one.start)
    named = [(one.start, one.stop) for one in actors]
    return [one for one in events if not (_inside(one, held) or (one.value.startswith(_CALLED) and _inside(one, named)))]


def _inside(one: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of the spans, sorted, that begins before the hit's own letters ends covers it."""
    at = bisect_right(spans, (one.entry_start, one.stop))
    return (at > 0 and spans[at - 1][1] >= one.stop) or (at < len(spans) and spans[at][0] == one.entry_start and spans[at][1] >= one.stop)

"""Dated: «هجوما على فندق في يناير أوقع 20 قتيلا، وهجوما على مقر في مارس أوقع 31»: acts of two months, each with its dead, are two."""

from collections.abc import Iterator, Mapping, Sequence

from agents.extract.acts.events import VIOLENT, compatible
from agents.extract.clauses.knownfor import code_of
from agents.extract.harm.harm import sure
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

_REACH = 160  # characters before and behind «و» in which an act stands with its month and its dead
_BREAKS = frozenset(".؛\n")


def links(text: str, hits: Mapping[str, Sequence[Hit]], events: Sequence[Hit]) -> Iterator[Hit]:
    """Links, as hits of their lexicon, where «و» behind a comma joins a noun for an act to another, and each has a month of its own.

    «الهجوم على كذا في مارس الذي قتل 22، والهجوم على كذا في يونيو ما أدى إلى مقتل 38». None where the months are one, or one has no dead.
    """
    months = [one for one in hits.get("time", ()) if one.value.startswith("month")]
    if len(months) < 2:
        return
    harm = [one for one in hits.get("harm", ()) if sure(one) and not one.value.startswith("none/")]
    harm = sorted([*harm, *(one for one in hits.get("links", ()) if one.value.startswith("result"))])  # «أوقع 20 قتيلا»
    nouns = [one for one in events if one.value.endswith("/noun") and code_of(one) in VIOLENT]
    for one in nouns:
        if not one.proclitic.startswith("و") or text[max(one.start - 2, 0) : one.start].strip() not in ("،", ","):
            continue
        first = next(reversed(inside(nouns, one.start - _REACH, one.start)), None)
        if first is None or not compatible(code_of(first), code_of(one)):
            continue
        before, behind = (inside(months, *span) for span in ((first.start, one.start), (one.start, one.start + _REACH)))
        if not before or not behind or before[-1].value.strip("?") == behind[0].value.strip("?"):
            continue
        told = inside(harm, before[-1].start, one.start)
        tells = inside(harm, behind[0].start, behind[0].start + _REACH // 2)
        if told and tells and _BREAKS.isdisjoint(text[first.start : tells[0].start]):
            yield Hit(one.start, one.start, "links", "new/more", "", one.start)

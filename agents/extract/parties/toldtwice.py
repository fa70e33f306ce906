"""Told twice: people told of twice, whose party only one sentence says: soldiers of a nation, a leader, a crowd."""

from collections.abc import Sequence

from agents.extract.harm.counts import Count
from agents.extract.parties import soldiers
from agents.extract.parties.context import Context

Named = dict[tuple[tuple[str, ...], int | None, int | None], str]  # by measures and number, the party that was named
_TELLING = 20  # people: as many again are the same


def as_named(count: Count, side: str, named: Named, context: Context) -> str:
    """«جنديين» again: those who were called Turkish above; «العميد علي», «112 مواطنا» again: the leader, the crowd told of above."""
    whose, told = count.people.noun.whose, (count.measures, count.people.low, count.people.high)
    if count.measures and count.people.noun.subset == "leaders":
        named.setdefault((("leader", *count.measures), *told[1:]), side)
    if side in ("protesters", "civilians") and count.measures and count.people.noun.subset is None and (told[1] or 0) >= _TELLING:
        crowd = (("crowd", *count.measures), *told[1:])  # «112 مواطنا», of those who were called Palestinians in a protest above
        return named.get(crowd, side) if side == "civilians" else named.setdefault(crowd, side)
    if whose != "state" or not count.measures:
        return side
    if any(rule.startswith("figure.known") for rule in count.rules):
        return named.get((("leader", *count.measures), *told[1:]), side)
    if soldiers.nation(count.people, context):
        named.setdefault(told, side)
        return side
    return named.get(told, side)


def head_as_told(counts: Sequence[Count], sentence_of: Sequence[int], found: list[str], named: Named, context: Context) -> None:
    """«مقتل أربعة جنود» as a headline: those whom a sentence below calls Turkish."""
    for at, count in enumerate(counts):
        if sentence_of[at] > 0:
            return
        if count.people.noun.whose == "state" and count.measures and not soldiers.nation(count.people, context):
            found[at] = named.get((count.measures, count.people.low, count.people.high), found[at])

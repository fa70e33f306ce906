"""Mourned: people of whom an article speaks only as of those everybody knows: «ذوي الشهداء الذين استشهدوا في التفجير».

They are sought where an article counts nobody else who was killed, or hurt: who mourns them says that there were some.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import STOP
from agents.extract.harm.harm import SURE, harm
from agents.extract.people.people import People
from agents.extract.people.victims import Noun, noun
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import first_from

_WHO = re.compile(r"(?:^|\s)و?(?:ال|لل)ذين\s$")  # «الذين استشهدوا», «للذين استشهدوا»
_ACTS = frozenset(["air", "assault", "blast", "chemical", "execute", "ied", "murder", "shell", "shooting", "suicide"])
_REACH = 60  # characters between them and the act
_NEAR = 45  # characters in which a word of negation or of a plan stands before
_NOBODY = Noun("victim", None, None, "many")
MOST = 40  # words that are looked at


def add(
    counts: list[Count], sentence_of: list[int], text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]]
) -> None:
    """Adds the first such people of each measure that the article gives nobody."""
    told = {measure for count in counts for measure in count.measures}
    if "killed_or_wounded" in told or {"killed", "wounded"} <= told:
        return
    acts = [(hit.start, hit.stop) for hit in hits.get("event", ()) if hit.value.endswith("/noun") and hit.value.partition("/")[0] in _ACTS]
    if not acts:
        return
    against = [one.stop for one in hits.get("joint", ()) if one.value in ("no", "not-yet")]
    tried = 0
    for people, measure in _known(text, hits):
        tried += 1
        if tried > MOST:
            return
        if (
            measure in told
            or any(0 <= people.start - one <= _NEAR for one in against)
            or not _beside(text, people.start, people.stop, acts)
        ):
            continue
        told.add(measure)
        insert(counts, sentence_of, sentences, Count(people, (measure,), None, None, ["figure.mourned"]))


def _known(text: str, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[People, str]]:
    """People of whom a relative clause says what befell them, each with its measure; who they are says the noun before it."""
    named = {hit.stop: hit for hit in hits.get("victim", ())}
    for hit in hits.get("harm", ()):
        word = harm(hit)
        if word.measure not in SURE or word.person != "many" or word.proclitic:
            continue
        who = _WHO.search(text, max(hit.start - 9, 0), hit.start)
        if who is not None:
            before = named.get(who.start())
            start, what = (before.start, noun(before.value)) if before else (hit.start, _NOBODY)
            yield People(start, hit.stop, 2, None, what, False, False, True, "", "people.known"), word.measure


def _beside(text: str, start: int, stop: int, acts: Sequence[tuple[int, int]]) -> bool:
    """Whether an act is told of beside people, in their sentence."""
    at = first_from(acts, start)
    behind = at < len(acts) and acts[at][0] - stop <= _REACH and not STOP.search(text, stop, acts[at][0])
    return behind or (at > 0 and start - acts[at - 1][1] <= _REACH and not STOP.search(text, acts[at - 1][1], start))


def insert(counts: list[Count], sentence_of: list[int], sentences: Sequence[tuple[int, int]], count: Count) -> None:
    """Puts a count in its place among those of the text."""
    start = count.people.start
    at = sum(one.people.start < start for one in counts)
    for one in counts:
        if one.part_of is not None and one.part_of >= at:
            one.part_of += 1
        if one.whole is not None and one.whole >= at:
            one.whole += 1
    counts.insert(at, count)
    sentence_of.insert(at, next(index for index, (_, end) in enumerate(sentences) if start < end))

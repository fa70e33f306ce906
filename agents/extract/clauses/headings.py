"""Headings: a headline of two halves joined by «و», each with its own act («مقتل 20 في غارات على كذا والجيش يقصف كذا»)."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import compatible
from agents.extract.clauses.knownfor import code_of
from agents.extract.places import nearness
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

HALF = "new/half"  # value of a link to the second half of a headline
_SUBJECTS = ("actor", "force", "place")  # kinds of those who do something
_THINGS = ("/noun", "/means")  # ends of values of acts, and of what they are done with
_VERBS = ("/now", "/verb", "/verb/many", "/verb/now", "/passive/now")  # ends of values of verbs
_REACH = 60  # characters from people counted to how they fell, and from there to where
_NEXT = 40  # characters from a subject to its verb
_BETWEEN = re.compile(r"[\"»)]?\s(?:(?!(?:في|علي|من|الي|عن|ب\S+|ل\S+)\s)[^\s،,.:؛]+\s){0,2}[\"«(]?")  # a name and its adjective
_DOES = re.compile(r"[\"»)]?\s[يت][\u0621-\u064a]+\s(?=ب)")  # «وأبوظبي ترد بغارات»
_YIELDS = re.compile(
    rf"[وف]?(?:{any_of('acts', 'yield')}|{any_of('acts', 'yields')})"
)  # «والشرطة يوقع قتلى»: not what they do, but what came of an act
_WHERE = frozenset(["in", "near"])


def links(
    text: str, sentences: Sequence[tuple[int, int]], title_stop: int, hits: dict[str, list[Hit]], places: Sequence["PlaceMention"]
) -> Iterator[Hit]:
    """Links to the second halves of the sentences of a headline. title_stop: where it ends."""
    events, harm = hits.get("event", []), hits.get("harm", [])
    for start, stop in sentences:
        if start >= title_stop:
            return
        acts, fell = inside(events, start, stop), inside(harm, start, stop)
        for at in sorted({*_who_does(text, hits, (acts, fell), places, (start, stop)), *_who_fell(text, acts, fell, places)}):
            yield Hit(at, at, "links", HALF, "", at)


def _who_does(
    text: str,
    hits: dict[str, list[Hit]],
    told: tuple[Sequence[Hit], Sequence[Hit]],
    places: Sequence["PlaceMention"],
    span: tuple[int, int],
) -> Iterator[int]:
    """Where a subject joined by «و» begins, right before its own verb, with an act or a place told before it."""
    (acts, fell), (start, stop) = told, span
    verbs = [one for one in (*acts, *fell) if one.value.endswith(_VERBS)]
    verbs += [one for one in inside(hits.get("reject", ()), start, stop) if one.value == "topic/clause"]  # «والمعارضة تتهم»
    for kind in _SUBJECTS:
        for one in inside(hits.get(kind, ()), start, stop):
            if _joined(text, one) and _told(one, acts, places, start) and (_verb(text, one, verbs) or _does_so(text, one, acts)):
                yield one.start
    for one in acts:  # «وقصف حوثي يوقع ضحايا», «وطائرات مصرية تقصف»
        if not (_joined(text, one) and one.value.endswith(_THINGS) and any(other.start < one.start for other in fell)):
            continue
        if _verb(text, one, [*verbs, *fell], yields=True):
            yield one.start


def _joined(text: str, one: Hit) -> bool:
    return one.proclitic == "و" and text[max(one.start - 1, 0)] in ' "»'


def _told(one: Hit, acts: Sequence[Hit], places: Sequence["PlaceMention"], start: int) -> bool:
    """Whether an act is told before a subject, or a place: «مقتل 17 والجيش يسيطر على كذا» may be one."""
    return any(other.stop <= one.start for other in acts) or any(
        it.place.geo_precision < nearness.COUNTRY for it in inside(places, start, one.start)
    )


def _verb(text: str, one: Hit, verbs: Sequence[Hit], *, yields: bool = False) -> bool:
    """Whether the verb of a subject stands right behind it. yields: whether it may be one for what came of an act."""
    for verb in verbs:
        if one.stop < verb.start <= one.stop + _NEXT and not verb.proclitic and _BETWEEN.fullmatch(text, one.stop, verb.start):
            return yields or not _YIELDS.match(text, verb.start)
    return False


def _does_so(text: str, one: Hit, acts: Sequence[Hit]) -> bool:
    """«وأبوظبي ترد بغارات على كذا»: whether a verb and the act that it is done with stand behind a subject."""
    does = _DOES.match(text, one.stop)
    return does is not None and any(other.start == does.end() and other.value.endswith("/noun") for other in acts)


def _who_fell(text: str, acts: Sequence[Hit], fell: Sequence[Hit], places: Sequence["PlaceMention"]) -> Iterator[int]:
    """Where «ومقتل 20 في تفجيرات بكذا» begins: people who fell in an act of their own, elsewhere or of another kind than that before."""
    for one in fell:
        if not _joined(text, one) or "/masdar" not in one.value:
            continue
        own = next((act for act in acts if one.stop < act.start <= one.stop + _REACH), None)
        before = next((act for act in reversed(acts) if act.start < one.start and not act.value.endswith("/means")), None)
        where = own and next((it for it in inside(places, own.stop, own.stop + _REACH) if it.cue in _WHERE), None)
        if own is None or before is None or where is None or text.find("،", one.stop, where.start) >= 0:
            continue
        other = next((it for it in reversed(inside(places, 0, one.start)) if it.place.geo_precision < nearness.COUNTRY), None)
        apart = other is not None and not nearness.may_be_one(other.place, where.place)
        if apart or (other is None and not compatible(code_of(before), code_of(own))):
            yield one.start

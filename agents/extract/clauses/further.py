"""Where a sentence goes on to tell of something else: a further act, of others, elsewhere, or that befell others."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, compatible
from agents.extract.clauses import afterwards, apiece, compared, coordinated, dated, deeds, headings, knownfor, wars
from agents.extract.clauses.knownfor import code_of
from agents.extract.places import nearness
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

AT_ONCE = 10  # characters in which an act follows «إضافة إلى»
SOON = 40  # characters in which its place follows a word joined by «و»
REACH = 60  # characters before a word joined by «و» in which another act is told
NEXT = 12  # characters between an act and its place: «في مدينة»
FAR = 120  # characters of a part of a sentence that tells of an act of its own
NAME = 30  # characters of the name of a place
BESIDE = 2  # characters between a place and «و»
_OPEN = frozenset("،,.:؛\n")  # what parts one breath from the next
_ENDS = ".\n؛"
_WHERE = frozenset(["in", "near", "bare"])  # cues of places where something happens
_ADDING = listed("partings", "adding")


def links(
    text: str,
    sentences: Sequence[tuple[int, int]],
    hits: dict[str, list[Hit]],
    places: Sequence["PlaceMention"],
    told: tuple[Sequence[Hit], Sequence[Hit]],
    *,
    title_stop: int,
) -> list[Hit]:
    """Where something else may be told from, but for what came so many days before. told: words of acts and of harm."""
    events, harm = told
    acts = sorted([*events, *harm])
    more = [one for one in (*hits.get("attribution", ()), *events) if _says_more(text, one)]
    if more and (reject := hits.get("reject", ())):  # «نفى استهداف كذا، وقصف كذا»: may be the noun
        nouns = {one.start for one in events if one.value.endswith("/noun")}
        more = [one for one in more if one.start not in nouns or not any_inside(reject, _opened(text, one.start, 2 * FAR), one.start)]
    joined = (one for one in events if one.proclitic == "و" and one.value.endswith("/noun") and code_of(one) in VIOLENT)
    more += [one for one in joined if _elsewhere_too(text, one, acts, places)]
    more += [one for one in hits.get("joint", ()) if one.value.startswith("besides") and _besides(text, one, acts, places)]
    more += _others_act(text, hits.get("actor", ()), events, acts)
    hurt = [one for one in harm if not one.value.startswith("none/")]  # not «ونفذت»
    more += [one for one in hurt if one.proclitic == "و" and _own_act(text, one, events, hurt, places)]
    more += [one for one in hurt if one.proclitic == "و" and _fell_elsewhere(text, one, acts, places)]
    more = [Hit(one.start, one.start, "links", "new/more", "", one.start) for one in more]
    if " حيث " in text:
        more += knownfor.links(text, hurt, events, places, hits)
    more += coordinated.links(text, sentences, hits, sorted([*events, *hurt]), places)
    more += apiece.links(text, sentences, hurt, events)
    more += dated.links(text, hits, events)
    more += compared.links(text, sentences, hits, hurt)
    more += wars.links(text, sentences, hurt)
    more += headings.links(text, sentences, title_stop, hits, places)
    done = list(deeds.links(text, sentences, hits, hurt))
    said = deeds.without_counted(hits.get("links", ()), done, text) if done else hits.get("links", ())
    return [*said, *done, *more, *afterwards.links(text, sentences, hits)]


def _says_more(text: str, hit: Hit) -> bool:
    """A verb joined by «و» after a comma begins another statement or act: «…، وأشاروا إلى مقتل», «…، وقصفت الطائرات»."""
    adding = text[hit.start : hit.stop] in _ADDING
    return (
        (adding or hit.proclitic == "و")
        and hit.value.endswith(("/speech", "/verb"))
        and text[max(hit.start - 3, 0) : hit.start].strip()[-1:] in ("،", ",", '"', "»")
    )


def _others_act(text: str, actors: Sequence[Hit], events: Sequence[Hit], acts: Sequence[Hit]) -> Iterator[Hit]:
    """«قتلى في غارات على الغوطة والمعارضة تستعيد بلدات»: actors joined by «و» to no other, of whose own act a verb tells at once."""
    verbs = {one.start for one in events if one.value.endswith(("/verb", "/now"))}
    for one in actors:
        if one.proclitic == "و" and one.stop + 1 in verbs and text[one.start - 1] == " ":
            told = inside(acts, one.start - REACH, one.start)
            beside = any(other.stop == one.start - 1 for other in inside(actors, one.start - REACH, one.start))
            if told and told[-1].stop < one.start - 1 and not beside:
                yield one


def _elsewhere_too(text: str, hit: Hit, acts: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«مقتل خمسة في البيضاء وغارات على مأرب»: whether a noun joined by «و» to a place tells of another act in another place."""
    around = _between_places(text, hit, places)
    if around is None or nearness.same(around[0].place, around[1].place):
        return False
    told = inside(acts, hit.start - REACH, around[0].start)
    return bool(told) and code_of(told[-1]) != code_of(hit)


def _fell_elsewhere(text: str, hit: Hit, acts: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«تدمير أنفاق في رفح ومقتل خمسة في العريش»: whether people fell elsewhere than where the act was with which a headline opens."""
    around = _between_places(text, hit, places) if "/masdar" in hit.value else None
    if around is None or around[1].cue == "bare" or nearness.may_be_one(around[0].place, around[1].place):
        return False
    opens = _opened(text, hit.start, FAR)
    before = inside(acts, opens, hit.start)
    if not before or any_inside(acts, hit.stop, around[1].start):
        return False
    headline = opens == 0 and before[0].start <= NAME  # «التحالف يقصف أهدافا بكذا ومقتل قياديين بكذا»
    if not headline and (before[0].start - opens > 1 or not before[0].value.endswith("/noun")):
        return False
    return all(one.kind == "event" for one in before)


def _between_places(text: str, hit: Hit, places: Sequence["PlaceMention"]) -> tuple["PlaceMention", "PlaceMention"] | None:
    """The place right before a word joined by «و» and the one soon behind it, in one breath; None where there are not both."""
    before = next(reversed(inside(places, hit.start - NAME, hit.start)), None)
    behind = next(iter(inside(places, hit.stop, hit.stop + SOON)), None)
    if before is None or behind is None or hit.start - before.stop > BESIDE or before.cue not in _WHERE or behind.cue not in _WHERE:
        return None
    if text[before.stop : hit.start].strip('"» ') or not _OPEN.isdisjoint(text[before.stop : behind.start]):
        return None
    return before, behind


def _besides(text: str, hit: Hit, acts: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«غارات على كذا، إضافة إلى قصف على كذا»: whether «besides» joins another act, of another place than the one before."""
    act = next(iter(inside(acts, hit.stop, hit.stop + AT_ONCE)), None)
    if act is None or not (act.value.endswith("/noun") or act.kind == "harm"):
        return False
    behind = next((one for one in inside(places, act.stop, act.stop + FAR) if one.cue in _WHERE), None)
    opens = _opened(text, hit.start, 2 * FAR)
    before = next(reversed(inside(places, opens, hit.start)), None)
    if (
        behind is None
        or before is None
        or not _OPEN.isdisjoint(text[act.stop : behind.start])
        or nearness.may_be_one(before.place, behind.place)
    ):
        return False
    known = (code_of(one) for one in reversed(inside(acts, opens, before.start)) if one.kind == "event" and _is_act(one))
    if behind.start - act.stop <= NEXT and act.kind == "event" and _is_act(act) and compatible(next(known, "harm"), code_of(act)):
        return False  # «غارات على كذا، إضافة إلى غارتين في كذا»: a list
    return any(_is_act(one) for one in inside(acts, act.start, behind.start) if one.kind == "event")


def _own_act(text: str, hit: Hit, events: Sequence[Hit], harm: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«قتل ثلاثة في غارة على كذا، وأصيب أربعة في تفجير بكذا»: whether people joined by «و» were harmed by another act elsewhere."""
    if text[max(hit.start - 3, 0) : hit.start].strip()[-1:] not in ("،", ","):
        return False
    opens = _opened(text, hit.start, FAR)
    behind = next(iter(inside(places, hit.stop, hit.stop + FAR)), None)
    before = next(reversed(inside(places, opens, hit.start)), None)
    if behind is None or behind.cue not in _WHERE or not _OPEN.isdisjoint(text[hit.stop : behind.start]):
        return False
    if before is not None and nearness.may_be_one(before.place, behind.place):
        return False
    own = [code_of(one) for one in inside(events, hit.stop, behind.start) if _is_act(one)]
    other = [code_of(one) for one in inside(events, opens, hit.start) if _is_act(one)]
    if not own or not other or not any_inside(harm, opens, hit.start):
        return False
    return before is not None or not any(compatible(one, two) for one in own for two in other)


def _opened(text: str, at: int, reach: int) -> int:
    """Where the sentence of an offset begins, at most so many characters before it."""
    first = max(at - reach, 0)
    return max(first, *(text.rfind(stop, first, at) + 1 for stop in _ENDS))


def _is_act(hit: Hit) -> bool:
    """Whether a hit is of a word for an act of violence, not of what it was done with."""
    return code_of(hit) in VIOLENT and not hit.value.endswith("/means")

"""Clauses: the parts of a sentence that may tell of different occurrences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, WHERE_COUNTED, compatible
from agents.extract.acts.layers import Clause
from agents.extract.clauses import afterwards, apiece, conjoined, coordinated, dated, deeds, headings, knownfor
from agents.extract.clauses.knownfor import code_of
from agents.extract.days import lags
from agents.extract.harm.harm import sure
from agents.extract.places import nearness
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

DONE = "done"  # link of what people had done before that of which the sentence tells
BACK = "back"  # link of what goes on behind that with what the sentence tells
BEFORE = ("earlier", DONE)
OLDER = (*BEFORE, "recap")
LONGEST = 1500  # characters of a clause
SHORT = 12  # characters: a clause this short is only the beginning of the next
AT_ONCE = 10  # characters: «بينما قتل» tells of people harmed, without a word of what happened
SOON = 40  # characters in which another act follows the word that joins it
REACH = 60  # characters in which a verb follows «كان» and its subject begins
NEXT = 12  # characters between an act and its place: «في مدينة»
FAR = 120  # characters of a part of a sentence that tells of an act of its own
NAME = 30  # characters of the name of a place
BESIDE = 2  # characters between a place and «و»
_OPEN = frozenset("،,.:؛\n")  # what parts one breath from the next
_ENDS = ".\n؛"
_WHERE = frozenset(["in", "near", "bare"])  # cues of places where something happens
_OF_PERIOD = re.compile(r"(?<=وقت سابق)\s(?:من\s)?(?:هذا|هذه|الشهر|العام|السنه|الاسبوع)\s")  # «هجوم في وقت سابق هذا الشهر»: when it was
_ADDING, _AMID, _ALSO = (listed("partings", value) for value in ("adding", "amid", "also"))
_ALWAYS = ("للتحقيق ", "حيث ")  # what follows is older, whatever stands before
_AS_IT = re.compile(r"فيما\s(?:[يت]?صف|وصف|[اي]عتبر|سم|اسم|[يت]سم)\w*ه[ا]?\s")  # «فيما وصفته بجريمة»: what it called so, and nothing new
_BACK = re.compile(  # «ثلاثة متورطين في هجوم كذا، خلال مداهمة في كذا»: where a sentence comes back from what people had done before
    r"(?:[،,]\s(?:وذلك\s)?(?:في|خلال|اثناء|اثر|عقب|بعد|جراء)|\s(?:وذلك\s)?(?:في|خلال|اثناء|اثر))\s(?:\S+\s)?"
    r"(?:عمليه|عمليات|مداهم|دهم|تبادل|اشتباك|غاره|غارات|ضربه|كمين|حمله|مواجه)"
    r"|[،,]\s(?:اذ|مشير|مؤكد|موضح|لافت|مضيف|بحسب|وفق)"
)


def cut(
    text: str,
    sentences: Sequence[tuple[int, int]],
    hits: dict[str, list[Hit]],
    places: Sequence["PlaceMention"] = (),
    title_stop: int = 0,
) -> list[Clause]:
    """All clauses of the text in order; they cover the sentences without gaps. hits: by kind. places: where things happen.

    title_stop: where the headline ends.
    """
    events = [one for one in hits.get("event", ()) if not one.value.endswith(WHERE_COUNTED)]
    speech, harm = hits.get("attribution", []), [one for one in hits.get("harm", ()) if sure(one)]
    older = lags.find(text)
    days = {one.start: one.days for one in older}
    acts = sorted([*events, *harm])
    more = [one for one in (*speech, *events) if _says_more(text, one)]
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
    more += headings.links(text, sentences, title_stop, hits, places)
    done = list(deeds.links(text, sentences, hits, hurt))
    said = deeds.without_counted(hits.get("links", ()), done, text) if done else hits.get("links", ())
    links = sorted([*said, *done, *lags.as_links(older), *more, *afterwards.links(text, sentences, hits)])
    found: list[Clause] = []
    for number, (start, stop) in enumerate(sentences):
        here = inside(links, start, stop)
        link, lag = _opening(start, here, speech, events), None
        at = start
        for hit in here:
            value = hit.value.split("/")[0]
            if value == "other" and _another(hit, at, stop, events):
                value = "new"
            elif (
                value not in ("new", *BEFORE, "sum")
                or _tells_when(text, hit, (at, stop), harm)
                or not (_cuts(text, hit, stop, events) or _elsewhere(hit, at, stop, harm, places))
            ):
                continue
            if value == "new" and _AS_IT.match(text, hit.start):
                continue
            if value == "new" and conjoined.by_one_act(text, hit, (at, stop), events=events, harm=harm, places=places):
                continue
            if hit.start - at < SHORT or (hit.start not in days and _untold(text, at, hit, hits, (events, harm))):
                if not link or hit.start in days:
                    link, lag = value, days.get(hit.start)
                continue
            _add(found, Clause(number, at, hit.start, link, lag))
            at, link, lag = hit.start, value, days.get(hit.start)
            if value == DONE and (back := _BACK.search(text, hit.stop, stop)):
                _add(found, Clause(number, at, back.start(), link, lag))
                at, link, lag = back.start(), BACK, None
        _add(found, Clause(number, at, stop, link, lag))
    return found


def _untold(text: str, at: int, hit: Hit, hits: Mapping[str, Sequence[Hit]], told: tuple[Sequence[Hit], Sequence[Hit]]) -> bool:
    """Whether nothing is told from an offset to a link to what came before. told: words of acts and of harm."""
    events, harm = told
    value = hit.value.split("/")[0]
    if value not in BEFORE or any_inside(events, at, hit.start) or text.startswith(_ALWAYS, hit.start):
        return False
    if value == DONE and any_inside(harm, at, hit.start):
        return False
    return not (hit.value == deeds.DEED and any_inside(hits.get("time", ()), at, hit.start))  # «يمثل اليوم أمام القضاء متهم بهجوم أوقع»


def _tells_when(text: str, hit: Hit, span: tuple[int, int], harm: Sequence[Hit]) -> bool:
    """«قتل 15 شخصا في هجوم في وقت سابق هذا الشهر»: whether a link only says when that was of which the people stand before it."""
    at, stop = span
    return (
        hit.value.startswith("earlier")
        and hit.start - at >= SHORT
        and _OF_PERIOD.match(text, hit.stop) is not None
        and not any_inside(harm, hit.stop, stop)
    )


def _add(found: list[Clause], clause: Clause) -> None:
    """Adds a clause, in pieces where no writer would have made it so long: work on one clause grows with its square."""
    for start in range(clause.start, clause.stop, LONGEST):
        first = start == clause.start
        stop = min(start + LONGEST, clause.stop)
        found.append(Clause(clause.sentence, start, stop, clause.link if first else "", clause.lag if first else None))


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


def _cuts(text: str, hit: Hit, stop: int, events: Sequence[Hit]) -> bool:
    """Whether a link parts clauses: what follows must tell of something; «وسط العاصمة» is a place, not «amid»."""
    if text[hit.start : hit.stop] in _AMID:
        return any_inside(events, hit.stop, hit.stop + 20)
    if text[hit.start : hit.stop] in _ALSO and text[max(hit.start - 2, 0) : hit.start].strip().isalpha():
        return False
    return hit.value.startswith((*BEFORE, "sum", afterwards.THEN, apiece.PART, headings.HALF)) or any_inside(events, hit.stop, stop)


def _another(hit: Hit, start: int, stop: int, events: Sequence[Hit]) -> bool:
    """«انفجار تبعته اشتباكات», «اعتقلت العشرات عقب غارات»: what follows soon is an act of another kind than the one before."""
    before = [one for one in inside(events, start, hit.start) if not one.value.endswith("/means")]
    after = [one for one in inside(events, hit.start, min(stop, hit.stop + SOON)) if not one.value.endswith("/means")]
    return bool(before and after) and not compatible(code_of(before[-1]), code_of(after[0]))


def _elsewhere(hit: Hit, start: int, stop: int, harm: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«قتل 20 في دوما، بينما قتل خمسة في عربين»: others were harmed in another place, with no further word of what happened."""
    if not any_inside(harm, hit.stop, hit.stop + AT_ONCE):
        return False
    before, after = inside(places, start, hit.start), inside(places, hit.stop, stop)
    return bool(before and after) and not {one.place.name for one in before} & {one.place.name for one in after}


def _opening(start: int, links: Sequence[Hit], speech: Sequence[Hit], events: Sequence[Hit]) -> str:
    """«وكان … قد» opens a recap, unless a verb of speech is what «كان» goes with: «وكان المتحدث قال»."""
    for hit in links:
        if hit.start - start > 3:
            break
        if hit.value.startswith("recap"):
            said = [one for one in inside(speech, hit.stop, hit.stop + REACH) if one.proclitic == "" and one.value.endswith("speech")]
            done = [one for one in inside(events, hit.stop, hit.stop + REACH) if one.value.endswith(("/verb", "/now"))]
            if said and (not done or said[0].start < done[0].start):
                return ""
            return "recap"
    return ""

"""Clauses: the parts of a sentence that may tell of different occurrences."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.acts.events import FROM_AFAR, WHERE_COUNTED, compatible
from agents.extract.acts.layers import Clause
from agents.extract.clauses import afterwards, apiece, conjoined, deeds, further, headings, wars
from agents.extract.clauses.knownfor import code_of
from agents.extract.days import lags
from agents.extract.harm.harm import sure
from agents.extract.lockstep import Steps
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
_OF_PERIOD = re.compile(r"(?<=وقت سابق)\s(?:من\s)?(?:هذا|هذه|الشهر|العام|السنه|الاسبوع)\s")  # «هجوم في وقت سابق هذا الشهر»: when it was
_AMID, _ALSO = (listed("partings", value) for value in ("amid", "also"))
_AT = frozenset(["in", "near", "bare"])  # cues of places where something is struck
_ALWAYS = ("للتحقيق ", "حيث ")  # what follows is older, whatever stands before
_ANSWERS = ("ردا علي ", "انتقاما ")  # words by which an act answers what follows
_WHO = ("الذي", "التي", "الذين")
_ASPECTS = ("من جهه ", "من ناحيه ", "من جانب ", "من طرف ")
_ONE_SIDE = re.compile(r"\sمن\s(?:جهه|ناحيه|جانب|طرف)(?!\s(?:اخر|ثان|متصل))(?![\u0621-\u064a])")
_FOUGHT_IN = re.compile(r"[،,]?\s(?:في|قرب|عند|داخل|حول|ب(?=محيط|اطراف|مدينه|بلده|قريه|منطقه|ريف|حي))")  # where they fight
_SITE = 90  # characters behind it in which that is told
_SIDES = 240  # characters before «من جهة أخرى» in which the first side of a fight is told
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
) -> Steps[list[Clause]]:
    """All clauses of the text in order; they cover the sentences without gaps. hits: by kind. places: where things happen.

    title_stop: where the headline ends.
    """
    events = [one for one in hits.get("event", ()) if not one.value.endswith(WHERE_COUNTED)]
    speech, harm = hits.get("attribution", []), [one for one in hits.get("harm", ()) if sure(one)]
    older = lags.find(text)
    days = {one.start: one.days for one in older}
    links = sorted([*lags.as_links(older), *further.links(text, sentences, hits, places, (events, harm), title_stop=title_stop)])
    yield lockstep.CLAUSES
    found: list[Clause] = []
    for number, (start, stop) in enumerate(sentences):
        here = inside(links, start, stop)
        link, lag = _opening(start, here, speech, events), None
        at = start
        for hit in here:
            value = hit.value.split("/")[0]
            if value == "other" and (_another(hit, at, stop, events) or _struck_elsewhere(hit, at, stop, events, places)):
                value = "new"
            elif (
                value not in ("new", *BEFORE, "sum")
                or _tells_when(text, hit, (at, stop), harm)
                or not (_cuts(text, hit, stop, events) or _elsewhere(hit, at, stop, harm, places))
            ):
                continue
            if value == "new" and _AS_IT.match(text, hit.start):
                continue
            begins = hit.start
            if value == "new" and _of_side(text, hit, at, events, places):
                begins = text.find("،", hit.stop, min(hit.stop + _SITE, stop))
                if begins < 0 or not any_inside(events, begins, stop):
                    continue
            if value == "new" and conjoined.by_one_act(text, hit, (at, stop), events=events, harm=harm, places=places):
                continue
            if hit.start - at < SHORT or (hit.start not in days and _untold(text, at, hit, hits, (events, harm))):
                if not link or hit.start in days:
                    link, lag = value, days.get(hit.start)
                continue
            _add(found, Clause(number, at, begins, link, lag))
            at, link, lag = begins, value, days.get(hit.start)
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
    if (value == DONE or hit.value == wars.LINK or text.startswith(_ANSWERS, hit.start)) and any_inside(harm, at, hit.start):
        return False  # «قتل شرطيين ردا على هجوم كذا»: they did not fall in what is answered
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


def _of_side(text: str, hit: Hit, at: int, events: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«بين الجيش من جهة، والمعارضة من جهة أخرى في محيط كذا»: whether a link only closes the second side of a fight, told with its place.

    Not where the fight has its place before them («اشتباكات في كذا بين …»).
    """
    if not text.startswith(_ASPECTS, hit.start) or _FOUGHT_IN.match(text, hit.stop) is None:
        return False
    first = max(at, hit.start - _SIDES)
    between = text.rfind(" بين ", first, hit.start)
    if between < 0 or _ONE_SIDE.search(text, between, hit.start) is None:
        return False
    told = inside(events, first, between)
    return not any_inside(places, told[-1].start if told else first, hit.start)


def _add(found: list[Clause], clause: Clause) -> None:
    """Adds a clause, in pieces where no writer would have made it so long: work on one clause grows with its square."""
    for start in range(clause.start, clause.stop, LONGEST):
        first = start == clause.start
        stop = min(start + LONGEST, clause.stop)
        found.append(Clause(clause.sentence, start, stop, clause.link if first else "", clause.lag if first else None))


def _cuts(text: str, hit: Hit, stop: int, events: Sequence[Hit]) -> bool:
    """Whether a link parts clauses: what follows must tell of something; «وسط العاصمة» is a place, not «amid»."""
    if text[hit.start : hit.stop] in _AMID:
        return any(not _is_place(text, hit, one) for one in inside(events, hit.stop, hit.stop + 20)[:1])
    if text[hit.start : hit.stop] in _ALSO and text[max(hit.start - 2, 0) : hit.start].strip().isalpha():
        return False
    return hit.value.startswith((*BEFORE, "sum", afterwards.THEN, apiece.PART, headings.HALF)) or any_inside(events, hit.stop, stop)


def _is_place(text: str, amid: Hit, event: Hit) -> bool:
    """«في مأرب وسط البلاد، بغارة», «وسط المدينة بغارة»: whether an act stands behind a comma or «ب», and so is not what «وسط» governs.

    A verb behind a comma begins a clause of its own, if «who» does not lead it: «وسط المزارع، وهاجموا».
    """
    between = text[amid.stop : event.start]
    if "ب" in event.proclitic:
        return bool(between.strip())
    told = event.value.endswith(("/verb", "/now")) and not between.rstrip().endswith(_WHO)
    return not told and ("،" in between or "," in between)


def _another(hit: Hit, start: int, stop: int, events: Sequence[Hit]) -> bool:
    """«انفجار تبعته اشتباكات», «اعتقلت العشرات عقب غارات»: what follows soon is an act of another kind than the one before."""
    before = [one for one in inside(events, start, hit.start) if not one.value.endswith("/means")]
    after = [one for one in inside(events, hit.start, min(stop, hit.stop + SOON)) if not one.value.endswith("/means")]
    return bool(before and after) and not compatible(code_of(before[-1]), code_of(after[0]))


def _struck_elsewhere(hit: Hit, start: int, stop: int, events: Sequence[Hit], places: Sequence["PlaceMention"]) -> bool:
    """«قصفت القوات كذا، تبعه قصف على كذا»: what follows soon struck another place than all those before."""
    after = next((one for one in inside(events, hit.stop, min(stop, hit.stop + SOON)) if not one.value.endswith("/means")), None)
    if after is None or code_of(after) not in FROM_AFAR or not any_inside(events, start, hit.start):
        return False
    before = [one.place for one in inside(places, start, hit.start) if one.cue in _AT]
    behind = next((one.place for one in inside(places, after.stop, min(stop, after.stop + REACH)) if one.cue in _AT), None)
    return behind is not None and bool(before) and not any(nearness.may_be_one(one, behind) for one in before)


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

"""Sites: where a clause says its act happened, without the places of what else it names."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts import launches, speech
from agents.extract.acts.layers import Clause, Layers
from agents.extract.clauses.coordinated import SO_MANY
from agents.extract.places import nearness
from agents.extract.places.classes import CLASSES, HELD, any_class
from agents.extract.sites import apposed, condemners, homes, roads, visits
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.spans import any_inside, inside
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.places.mention import PlaceMention

REACH = 60  # characters behind a word for something else in which a place is of that
BESIDE = 7  # characters between two places of which the second says more of the first: «أربيل عاصمة كردستان»
_TOWN = re.compile(rf"(?<!\S)(?:{HELD}|{any_class('port', 'mountain')})\s[\"«]?$")
_EARLIER = re.compile(r"\W{0,3}[وف]?(?:بعد|عقب|اثر|منذ|قبل|غداه|ردا علي|احتجاجا علي|علي غرار|علي خلفيه)\s")
BEFELL = 40  # characters from the act to the name of what it befell
STRUCK = 25  # characters before it in which a word says that the act befell it: «غارة على مستشفى في …»
FELL_ON = 12  # characters before a ceremony in which a word says that the act befell it
_STREET = ("protest", "riot", "disperse")
CLOSE = 50  # characters behind people counted in which a governorate is where they fell
SHARE = 60  # characters before the place of some of those who are counted
_PEOPLE = r"(?:شخصا|اشخاص|مدنيا|مدنيين|قتيلا|قتلي|منهم)"
_KIND = r"(?:نساء|امرا|طفل|اطفال|جنود|عساكر|جندي|مسلح|عناصر|عنصر|قياد|ضابط|ضباط|صحف|مسعف|قائد|زعيم|مدير|رجل|شاب|مدني|اجنب|قاصر)"
_CLASS = rf"(?:(?:{CLASSES})\s)"
_IN = rf"(?:في|ب)\s?{_CLASS}?[\"«]?"
_SHARE = re.compile(rf"\s(?:بينهم|منهم)\s(?:نحو\s)?(?!{_KIND})[^\s،,.:؛]+\s(?:{_PEOPLE}\s)?(?:(?:قتلوا|سقطوا|قضوا|لقوا حتفهم)\s)?{_IN}$")
_MANY = rf"(?:\d\S*|عشرات|مئات|الاف|(?:{FEW_BEGIN})\S{{0,2}})"
_SOME = re.compile(rf"(?:بينهم|منهم)\s(?:نحو\s)?{_MANY}\s(?:(?!{_KIND})[^\s،,.:؛]+\s){{0,4}}(?:(?:في|من)\s{_CLASS}?|ب{_CLASS}?)[\"«]?$")
_SHARE_BY = ("بينهم", "منهم")  # letters without which it finds nothing
_FELL = re.compile(  # «…، قضى أكثر من ستين منهم في كذا»
    rf"\s(?:قضي|قضوا|قتل|سقط|استشهد|اصيب|جرح)\s(?:(?:اكثر|ازيد)\sمن\s|نحو\s|حوالي\s|قرابه\s)?[^\s،,.:؛]+\s(?:[^\s،,.:؛]+\s)?منهم\s{_IN}$"
)
_SHARE_TOO = re.compile(rf"\s?و(?!{_KIND})[^\s،,.:؛]+\s(?:{_PEOPLE}\s)?{_IN}")
SPOKE = 60  # characters from an office to where it is, and from there to what it says
_BY_THEM = re.compile(r"\s(?:نفذ|شن|اطلق)ت?ه?ا?(?:ه|ها|وه|وها)\s(?:[^\s،,.:؛]+\s){1,5}(?:في\s|ب)(?:[^\s،,.:؛]+\s)?$")
_THAT = re.compile(r"\s[بف]?ان(?:ه|ها|هم)?\s")
_OFFICE = re.compile(  # a body that has its seat in a capital, and who writes from there
    r"(?<!\S)(?:ال|لل|ل)?(?:مكتب|بعث[هة]|سفار[هة]|قنصلي[هة]|وزار[هة]|منظم[هة]|لجن[هة]|هيئ[هة]|ممثلي[هة]|ممثل|مبعوث|منسق|مراسل|دبلوماسي|وكال[هة])\w{0,3}\s"
)
_FOUGHT = re.compile(  # «اعتقال سبعة قاتلوا في سوريا»: what those who are arrested did elsewhere
    r"\s(?:[يت]?قاتل(?:وا|ون|ا|ت)?|شارك(?:وا|ا|ت)?\sفي\s(?:ال)?قتال|كان(?:وا|ت|ا)?\s(?:مس[ؤو]+ل|قائد|قيادي|عضو|[يت]قاتل)\S*|و?ارسال(?:هم|ه|ها)?\sالي|"
    r"انضم(?:وا|ا|ت)?\s(?:الي|ل)\S*)\s[^،,.:؛\n]*$"
)
_NOT_OF_IT = ("apart", "part", "rite", "former", "culprit")  # values of words for what is elsewhere than what is told, and no place near it
_ELSE_OF_IT = ("former", "funeral", "culprit")  # values of words behind which a place is that of the act, if no other is named
_TAKEN = ("hospital", "funeral")  # values of words for where victims are taken
_SERVED = re.compile(r"\sمن\s(?:منسوبي|افراد|عناصر|مرتبات?|جنود|ضباط)\s")  # «جثمان الجندي من منسوبي القوات في كذا»
_ENDS = re.compile(r"[،,.:\n]|\s(?:[وب]?ان\w{0,2}|حيث|الذي|التي|الذين|عن|اثر|جراء|بعد)\s")  # where the same breath ends


class Sites(NamedTuple):
    """Where a clause says its act happened. beside: where else something of it was, for where nothing says more."""

    places: list["PlaceMention"]
    beside: Place | None = None


def of(layers: Layers, clause: Clause, acts: Sequence["Trigger"], counted: int | None = None) -> Sites:
    """The places of a clause without those of what happened beside it or caused it, and of where victims are taken or people talk.

    acts: the words that say what happened, in order. counted: where people are counted first.
    """
    act = acts[0].start if acts else None
    told = counted if act is None else act
    places = launches.landed(layers.text, clause, list(inside(layers.places, clause.start, clause.stop)))
    places = apposed.without(layers, clause, places)
    if not places:
        return Sites([])
    places = roads.without_ways(layers.text, homes.without(layers.text, places, acts))
    places = roads.without_ends(layers.text, _without_shares(layers.text, places), clause.start)
    if acts and acts[0].code == "arrest":
        places = [one for one in places if one.start < acts[0].stop or not _FOUGHT.search(layers.text, acts[0].stop, one.start)]
    if act is not None and (visited := visits.of(layers, clause, places, act)):
        return Sites(visited)
    asides = [hit for hit in layers.cues("asides", clause) if not _struck(layers, clause, hit, told)]
    away: list[tuple[PlaceMention, Hit]] = []
    for before, one in zip([None, *places], places, strict=False):
        aside = _aside(layers, one, asides, before)
        if aside is not None:
            away.append((one, aside))
    beside = None
    if away:
        own = [one for one in places if all(one is not other for other, _ in away)]
        beside = next((one.place for one, aside in away if not aside.value.startswith(_NOT_OF_IT)), None)
        if not own and all(aside.value.startswith(_ELSE_OF_IT) and not _done_to(acts, aside) for _, aside in away):
            own = places
        if not own:
            return Sites([], beside)
        places = own
    places = condemners.without(layers, clause, _without_seats(layers, clause, _without_speakers(layers, clause, places), acts), acts)
    if act is None or len(places) < 2:
        return Sites(places, beside)
    earlier = _EARLIER.match(layers.text, clause.start)
    main = _told_after(layers.text, earlier.end(), acts) if earlier else None
    fell = None
    if main is None and counted is not None:
        places = _without_doers(layers.text, places, counted, act)
        fell = next((one for one in places if counted < one.start < min(act, counted + CLOSE) and one.cue == "in"), None)
    kept = _behind(layers.text, places, act if main is None else main, earlier=main is not None)
    if fell is not None and fell not in kept and fell.place.geo_precision == nearness.COARSE:
        kept = [fell, *kept]  # «قتل متظاهر في محافظة كذا برصاص …، خلال تظاهرات في العاصمة كذا»
    return Sites(kept, beside)


def _without_shares(text: str, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places without those of some («29 في الغوطة، بينهم 17 في دوما وستة في عربين»), where the place of all stands before them."""
    kept, last = places[:1], None
    for one in places[1:]:
        if any(search(share, _SHARE_BY, text, max(one.start - SHARE, places[0].stop), one.start) for share in (_SHARE, _FELL)) or (
            last and _SHARE_TOO.fullmatch(text, last.stop, one.start)
        ):
            last = one
        else:
            kept.append(one)
    return kept


def of_whole(layers: Layers, clause: Clause, places: list["PlaceMention"], scope: str) -> list["PlaceMention"]:
    """«نزح ثلاثة ملايين، بينهم 250 ألفا نزحوا من كذا»: the places of a clause, without those of some of whom a toll counts."""
    begin = max(places[0].start - SHARE, clause.start) if places else 0
    some = scope == "toll" and places and search(_SOME, _SHARE_BY, layers.text, begin, places[0].start)
    return [] if some else places


def _aside(layers: Layers, one: "PlaceMention", asides: Sequence[Hit], before: "PlaceMention | None") -> Hit | None:
    """The word before a place, in the same breath, by which the place is that of something else. before: the place before it."""
    for hit in reversed(asides):
        if hit.stop <= one.start:
            taken = before is not None and before.start >= hit.stop and one.cue != "of" and one.start - before.stop > BESIDE
            taken = taken or (hit.value.startswith("culprit") and one.start - hit.stop > BESIDE)
            taken = taken or (hit.value.startswith(_TAKEN) and _hurt(layers, hit.stop, one.start))
            return None if taken or one.start - hit.stop > REACH or _ENDS.search(layers.text, hit.stop, one.start) else hit
    return None


def _hurt(layers: Layers, start: int, stop: int) -> bool:
    """«جثمان شاب قتل في سلفيت», «تشييع ضحايا الغارة على كذا»: words stand here for how victims were hurt, or with whom they served."""
    hurt = any(not one.value.startswith("none") for one in inside(layers.hits.get("harm", ()), start, stop))
    return hurt or any_inside(layers.hits.get("event", ()), start, stop) or _SERVED.search(layers.text, start, stop) is not None


def _struck(layers: Layers, clause: Clause, aside: Hit, act: int | None) -> bool:
    """Whether the act is told behind the word, or befell what the word names: «غارة على مستشفى», «هجوم على السفارة»."""
    if aside.value.startswith("apart"):
        return act is None or act > aside.start
    if aside.value.startswith(("visit", "part", "since", "culprit")):
        return False
    acts = inside(layers.hits.get("event", ()), max(clause.start, aside.start - 2 * STRUCK), aside.start)
    if aside.value.startswith("rite"):  # «هجوم استهدف حفل افتتاح السفارة»
        return any(aside.start - hit.stop <= FELL_ON and not hit.value.startswith(_STREET) for hit in acts)
    return any(aside.start - hit.stop <= STRUCK for hit in acts)


def _done_to(acts: Sequence["Trigger"], aside: Hit) -> bool:
    """«قصفت القوات مقر قادة هجوم كذا»: whether something is told as done, by a verb before it, to those who did an older act."""
    return aside.value.startswith("culprit") and bool(acts) and acts[0].part == "verb" and acts[0].stop < aside.start


def _told_after(text: str, start: int, acts: Sequence["Trigger"]) -> int | None:
    """«ردا على هجوم في كذا، قصفت …»: the verb behind what was before it, with no act or only a comma between."""
    if acts[0].part == "verb":
        return acts[0].start
    comma = text.find("،", start, acts[-1].start)
    return next((one.start for one in acts if one.part == "verb" and one.start > comma), None) if comma >= 0 else None


def _behind(text: str, places: list["PlaceMention"], act: int, *, earlier: bool) -> list["PlaceMention"]:
    """«أدان رئيس شركة بالرياض الهجوم الذي وقع في عسير»: an act has a place behind it: one elsewhere before it is of something else.

    «بعد هزيمتها في عدن قصفت بلدة كرش»: so has one that befell a town. earlier: the clause opens with what was before the act.
    «قتل خمسة في عملية في عدن، وثلاثة في انفجار في كرش»: where others are counted between a place and the act, it is of those before them.
    """
    said = ("in", "near") if earlier else ("in",)
    told = [one for one in places if one.start > act and one.cue in said and one.place.geo_precision <= nearness.COARSE]
    befell = (one for one in places if 0 < one.start - act <= BEFELL and one.cue == "bare" and one.place.geo_precision <= nearness.COARSE)
    told += [one for one in befell if earlier or _TOWN.search(text, act, one.start)]
    if (
        told
        and not earlier
        and any(one.start < act and one.cue in ("in", "near") and SO_MANY.search(text, one.stop, act) for one in places)
    ):
        return places
    kept = (one.start > act or (not earlier and any(_together(one.place, other.place) for other in told)) for one in places)
    return [one for one, stays in zip(places, kept, strict=True) if stays] if told else places


def _without_doers(text: str, places: list["PlaceMention"], counted: int, act: int) -> list["PlaceMention"]:
    """«قتل خمسة في حلب جراء قصف نفذته فصائل في إدلب»: without where those are who did it, if where people fell stands before the act."""
    fell = any(counted < one.start < min(act, counted + REACH) and one.cue in ("in", "near") for one in places)
    return [one for one in places if one.start < act or not _BY_THEM.search(text, act, one.start)] if fell else places


def _together(one: Place, other: Place) -> bool:
    return nearness.may_be_one(one, other) or (one.admin1 is not None and one.admin1 == other.admin1)


def of_speaker(layers: Layers, clause: Clause, places: list["PlaceMention"]) -> bool:
    """Whether all places of a clause are those of who tells of it."""
    verb = next(iter(speech.verbs(layers, clause)), None)
    that = _THAT.search(layers.text, verb.stop, clause.stop) if verb else None
    return verb is not None and that is not None and all(verb.stop <= one.start < that.start() for one in places)


def of_office(text: str, clause: Clause, places: list["PlaceMention"], acts: Sequence["Trigger"]) -> bool:
    """Whether they are those of an office that tells of it: «قال مكتب الأمم المتحدة في كذا إن القصف …» does not say where that fell."""
    that = _THAT.search(text, places[-1].stop, places[-1].stop + SPOKE)
    if that is None or any(one.start < that.start() for one in acts) or any(one.cue != "in" for one in places):
        return False
    return _OFFICE.search(text, max(clause.start, places[0].start - SPOKE), places[0].start) is not None


def _without_seats(layers: Layers, clause: Clause, places: list["PlaceMention"], acts: Sequence["Trigger"]) -> list["PlaceMention"]:
    """«أعلنت الجماعة في صنعاء استهداف إيلات»: the places without where somebody tells of an act, if a place right behind that was struck.

    Not «أعلنت أنها قتلت في كذا ردا على هجوم كذا».
    """
    if len(places) < 2 or not acts or acts[0].part != "noun":
        return places
    act = acts[0]
    struck = [one for one in places if one.start == act.stop + 1 and one.cue == "bare" and one.place.geo_precision < nearness.COARSE]
    verb = next((one for one in speech.verbs(layers, clause) if one.stop <= act.start), None) if struck else None
    that = speech.that(layers, clause, verb) if verb else None
    if verb is None or (that is not None and that < act.start):
        return places
    kept = (not (verb.stop <= one.start < act.start) or one.cue != "in" or _together(one.place, struck[0].place) for one in places)
    return [one for one, stays in zip(places, kept, strict=True) if stays]


def of_seat(layers: Layers, clause: Clause, places: list["PlaceMention"], acts: Sequence["Trigger"], *, back: bool) -> bool:
    """Whether they are where somebody sits in another country than the one spoken of: «قال الجيش في باريس إن جنديين قتلا».

    back: whether the acts are known already; then also where somebody condemns them («أدان الأمين العام في نيويورك الهجوم»).
    """
    if any(one.cue != "in" or one.place.geo_precision >= nearness.COARSE or one.start > acts[0].start for one in places):
        return False
    if any(one.place.country in (layers.country, None) for one in places):
        return False
    if of_speaker(layers, clause, places):
        return True
    condemned = layers.cues("condemn", clause) if back else ()
    return bool(condemned) and condemned[0].start < places[0].start


def _without_speakers(layers: Layers, clause: Clause, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places without those of who tells of it, where others are named: «قال مصدر في مستشفى كذا إن … في حي كذا»."""
    if len(places) < 2:
        return places
    for verb in speech.verbs(layers, clause):
        that = speech.that(layers, clause, verb)
        if that is None:
            continue
        beside = [one for one in places if verb.stop <= one.start < that]
        told = [one for one in places if one not in beside and one.cue in ("in", "near", "bare")]
        return [one for one in places if one in told or any(nearness.within(one.place, held.place) for held in told)] if told else places
    return places

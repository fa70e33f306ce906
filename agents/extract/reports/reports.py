"""Reports: finished drafts as records, with offsets into the article as received."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.actors.sides import allied
from agents.extract.acts import blows
from agents.extract.acts.events import BY_FORCE, KINDS, PEACEFUL, armed, sub_event_type
from agents.extract.acts.layers import Clause, Layers
from agents.extract.attribution.attribution import Attribution
from agents.extract.drafts import rivals
from agents.extract.drafts.drafts import Draft
from agents.extract.frames.frame import Frame
from agents.extract.lockstep import Steps
from agents.extract.opponents.crowds import CONFRONTED, NOWHERE, confronted, facing_crowd
from agents.extract.opponents.foes import Foes
from agents.extract.opponents.justice import executed
from agents.extract.opponents.launched import upon_foe
from agents.extract.opponents.opponents import opponents, sides_of
from agents.extract.opponents.scene import HARM, state_of
from agents.extract.places.facts import having
from agents.extract.places.nearness import COARSE
from agents.extract.reports import peaceful
from agents.extract.reports.news import NEAR, no_act_of_its_own, stands
from agents.extract.reports.twice import Again, goes_on, of_land, repeats, told_fuller
from agents.extract.reports.whose import named
from agents.extract.roles.parts import STRUCK
from agents.extract.roles.roles import UNKNOWN
from agents.extract.words.fold import Folded
from streams.records import Figure, Mention, Report
from streams.vocabulary import TimePrecision

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_MONTH_DAYS = 27  # from so many days on, a span is a month, or a year
_LEADS = 4  # frames on top of an occurrence
_YEAR_DAYS = 360
_TAKEN, _TAKING = ("captured", "abducted"), frozenset(["arrest", "abduct"])  # measures; codes
_OF_THEM = re.compile(r"ه(?:م|ما)?(?![\u0621-\u064a])")  # the end of «اعتقالهم»
_BY_SOMEBODY = frozenset([STRUCK, UNKNOWN])  # rules of acts of people of no name
_SEVERAL_FELL = 2  # persons
_NO_PROTEST = frozenset(["killed", "captured", "displaced"])  # of a peaceful one, where they are of no protesters: of what it is about

GUNMEN = "rebel:"  # «مسلحين» of no name, who bear arms

_LOOSE_STRIKES = frozenset(["strike", "assault", "harm", "clash"])  # codes of what else may be told of a fight
_OFFENSIVE = re.compile(r"هجوم(?:ا|ه|ها|هم)?$")
_ABROAD = frozenset(map("gov:{}".format, having("strikes-flown")))  # states whose «strikes» in another country are mostly flown
_FLIERS = frozenset(["arab-coalition", "intl-coalition"])  # whose «strikes», where nothing else is said of them, come from the air


def build(drafts: Sequence[Draft], layers: Layers, folded: Folded) -> Steps[tuple[tuple[Report, ...], tuple[Again, ...]]]:
    """The reports of one article, with ids "a", "b" … in the order in which they are told; and what is told again, in order of the text."""
    foes = Foes(drafts, layers)
    found: list[Report] = []
    leads: list[Clause] = []
    placed, on_top, lands = set[str](), set[str](), set[str]()
    for at, draft in enumerate(drafts):
        yield lockstep.OPPONENTS
        country = (draft.place.country if draft.place else None) or layers.country
        sides = sides_of(draft, layers)
        actors = upon_foe(draft, opponents(draft, foes, country, sides), foes, (country, sides), layers.text)
        actors = executed(draft, actors, country, layers)
        actors = confronted(draft, actors, country, layers.text)
        if not stands(draft, actors, layers.text) or no_act_of_its_own(draft, drafts[max(at - NEAR, 0) : at + NEAR]):
            continue
        if draft.code == "sexual" or _fled(draft, actors):
            actors = (actors[0], "civilians")  # whoever else is named beside it
        yield lockstep.REPORT
        states = (actor[4:] for actor in actors if actor and actor.startswith("gov:"))
        found.append(_report(letters(len(found)), draft, actors, country or next(states, NOWHERE), (layers, folded)))
        leads.append(draft.frames[0].clause)
        if any(frame.places for frame in draft.frames) or goes_on(draft, layers.text):
            placed.add(found[-1].id)
        if _of_governorate(draft, layers):
            on_top.add(found[-1].id)
        if of_land(draft, layers.text):
            lands.add(found[-1].id)
    yield lockstep.AGAIN
    again = repeats(found, placed, on_top, lands)
    if not again:
        return tuple(found), ()
    kept = [one for one in found if one.id not in again]
    ids = {one.id: letters(at) for at, one in enumerate(kept)}
    told = [
        Again(lead.start, lead.stop, one.model_copy(update={"id": ""}), ids[again[one.id]])
        for one, lead in zip(found, leads, strict=True)
        if one.id in again
    ]
    retold: dict[str, list[Report]] = {}
    for one in found:
        if one.id in again:
            retold.setdefault(again[one.id], []).append(one)
    kept = [told_fuller(one, retold.get(one.id, ())) for one in kept]
    return tuple(one.model_copy(update={"id": ids[one.id]}) for one in kept), tuple(sorted(told, key=lambda one: one.start))


def _of_governorate(draft: Draft, layers: Layers) -> bool:
    """Whether top alone tells of an act, in a governorate, or in a town by whose name the article calls its governorate elsewhere.

    Not of ground: a governorate that is taken is more than one of its towns.
    """
    place = draft.place
    if (
        draft.code == "territory"
        or place is None
        or place.geo_precision > COARSE
        or not all(frame.title or frame.lede for frame in draft.frames)
    ):
        return False
    named = (one.place for one in layers.places if one.place.geo_precision == COARSE)
    return any((one.name, one.admin1) == (place.name, place.admin1) for one in named)


def _fled(draft: Draft, actors: tuple[str | None, str | None]) -> bool:
    """«نزح آلاف السكان مع اقتراب المعارضة»: whether only people without arms left, driven out by nobody told, so that it befell them."""
    gone = [one for one, _ in draft.figures]
    unarmed = bool(gone) and all(one.measure == "displaced" and not armed(one.party) for one in gone)
    return draft.code == "evacuate" and unarmed and actors[0] in (None, "unknown") and armed(actors[1])


def letters(index: int) -> str:
    """0 → "a", 25 → "z", 26 → "aa"."""
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def _struck(draft: Draft) -> bool:
    """«استهدفت تجمعات», «تم استهداف»: an act that is told, by whoever; «قتلا في هجوم استهدف حاجزا» says nothing of aircraft."""
    firsts = (next((one for one in frame.triggers if one.code == "assault"), None) for frame in draft.frames)
    return any(one is not None and (one.part != "noun" or bool(one.done)) for one in firsts)


def _flown(draft: Draft, agent: str | None, text: str) -> bool:
    """Whether who has aircraft struck with them, of which no word is said; or what was stopped were drones."""
    if draft.code == "intercept":
        stopped = [one for frame in draft.frames for one in frame.triggers if one.code == "intercept"]
        return bool(stopped) and all(one.drone for one in stopped)
    if agent in _ABROAD and (draft.code == "strike" or (draft.code == "murder" and "strike" in draft.codes)):
        country = (draft.place.country if draft.place else "") or ""
        return state_of(country) != agent and _called_strikes(draft, text)
    told = draft.code in ("strike", "assault") or (draft.code == "harm" and "assault" in draft.codes)  # «مقتل 41، وتم استهدافهم في كذا»
    if agent not in _FLIERS or not told:
        return False
    return draft.code == "strike" or (not _on_the_ground(draft, text) and (draft.agent == agent or _struck(draft)))


def _by_men(draft: Draft, text: str) -> bool:
    """«وجهت المقاومة ضربات قاصمة للتنظيم»: whether all that is called strikes is a fight on the ground."""
    strikes = [one for frame in draft.frames for one in frame.triggers if one.code == "strike"]
    return bool(strikes) and draft.codes <= _LOOSE_STRIKES and all(blows.by_men(text, one) for one in strikes)


def _called_strikes(draft: Draft, text: str) -> bool:
    """«ضربات أميركية», not «قصف إسرائيلي»: whether the word for it is the one for what is flown."""
    return any(text.find("ضرب", one.start, one.stop) >= 0 for frame in draft.frames for one in frame.triggers if one.code == "strike")


def _fought(draft: Draft) -> bool:
    """«مقتل أربعة مسلحين واعتقال 20»: whether several in arms fell where others were arrested, which is a fight; not who was executed."""
    if "execute" in draft.codes:
        return False
    fallen = [one.low or 0 for one, _ in draft.struck if one.measure == "killed" and not one.subset and armed(one.party)]
    return sum(fallen) >= _SEVERAL_FELL


def _died_held(draft: Draft, text: str) -> bool:
    """Whether those arrested or abducted were killed, and nobody else: «خطفوا ثلاثة وقتلوهم», «قتل ثلاثة بعد اعتقالهم».

    Where nobody is counted as abducted, those who are counted as killed were.
    """
    told = [one for one, _ in draft.figures]
    killed = {(one.party, one.low, one.high) for one in told if one.measure == "killed"}
    taken = {(one.party, one.low, one.high) for one in told if one.measure in _TAKEN}
    if not killed or any(one.measure not in ("killed", *_TAKEN) for one in told):
        return False
    if draft.code == "abduct" and not taken:
        return True
    if taken or draft.code != "arrest":
        return killed == taken and all(low == high for _, low, high in taken)
    arrests = [one for frame in draft.frames for one in frame.triggers if one.code == "arrest"]
    return bool(draft.struck) and bool(arrests) and all(_OF_THEM.search(text, one.stop - 3, one.stop + 3) for one in arrests)


def _on_the_ground(draft: Draft, text: str) -> bool:
    """«بدأ التحالف هجومه على المدينة»: whether nothing but one offensive is told of, and no strikes."""
    told = [text[one.start : one.stop] for frame in draft.frames for one in frame.triggers if one.code == "assault"]
    return bool(told) and all(map(_OFFENSIVE.search, told))


def _report(name: str, draft: Draft, actors: tuple[str | None, str | None], country: str, text: tuple[Layers, Folded]) -> Report:
    layers, folded = text
    agent, target = actors
    victims = {one.party for one, _ in draft.struck if one.measure in HARM}
    whole = {one.party for one, _ in draft.struck if one.measure in HARM and not one.subset}
    if whole and "protesters" in whole | {target}:
        victims = whole  # «12 قتيلا، بينهم اثنان من الحركة»: a crowd in which some bear arms is one still
    if any("people.armed" in one.rules for one, _ in draft.struck if one.measure in HARM):
        victims.add(GUNMEN)
    if draft.code == "assault" and not victims and target is None and draft.target_class == "fighters":
        victims.add(GUNMEN)  # «دمر الجيش 12 عربة يستخدمها المسلحون»
    if draft.code == "capture":
        victims.update(one.party for one, _ in draft.figures if one.measure == "captured" and armed(one.party))  # «أسر الكثير منهم»
    gains = f"gov:{country}" if draft.code == "territory" and allied(country, agent, f"gov:{country}") else agent  # for its government
    code = "air" if _flown(draft, agent, layers.text) else draft.code
    if (code == "arrest" and _fought(draft)) or (code == "strike" and _by_men(draft, layers.text)):
        code = "clash"
    elif code in _TAKING and _died_held(draft, layers.text):
        code = "execute"
    scattered = code in ("shooting", "protest") and target == "protesters" and peaceful.fired_to_scare(layers.text, draft.frames)
    kind = sub_event_type(code, gains, target, victims, draft.codes | {"disperse"} if scattered else draft.codes)
    if code == "territory" and peaceful.handed_over(layers.text, draft.frames):
        kind = peaceful.TYPE
    if kind == BY_FORCE and _BY_SOMEBODY.isdisjoint(draft.rules):  # «هاجم مسلحون متظاهرين»
        agent, target = facing_crowd(actors, country, victims)
    befell = "civilians" if CONFRONTED in draft.rules else target  # people whom no word makes a crowd are counted as people
    told = [one for one in draft.figures if kind != PEACEFUL or one[0].party == "protesters" or one[0].measure not in _NO_PROTEST]
    lead = draft.frames[0]
    said = _said(draft.frames)
    start, stop = folded.raw_span(*layers.sentences[lead.clause.sentence])
    return Report.made(
        id=name,
        scope=draft.scope.scope,
        sub_event_type=kind,
        date_start=draft.first,
        date_end=draft.last or draft.first,
        time_precision=_precision(draft),
        place=draft.place,
        actor1=agent,
        actor2=target,
        figures=tuple(_figure(named(one, (agent, befell), (draft, frame), layers), frame, folded, layers) for one, frame in told),
        weapon=KINDS[code].weapon,
        country=country,
        source=said.source,
        hedge=said.hedge,
        start=start,
        stop=stop,
        mentions=_mentions(draft, folded),
        rules=tuple(draft.rules),
    )


def _said(frames: list[Frame]) -> Attribution:
    """Who tells of an occurrence: a headline leaves out who says so, and the first sentence tells it."""
    lead = frames[0]
    if lead.title and not lead.attribution.source and lead.attribution.hedge in ("stated", "attributed"):
        below = next((one for one in frames[1:_LEADS] if not one.title), lead)
        return below.attribution if below.lede and below.attribution.source else lead.attribution
    return lead.attribution


def _precision(draft: Draft) -> TimePrecision:
    if draft.first is None and draft.last is None:
        return "none"
    if draft.first is None or draft.last is None or draft.first == draft.last:
        return "day" if draft.first else "none"
    days = (draft.last - draft.first).days
    return "year" if days >= _YEAR_DAYS else "month" if days >= _MONTH_DAYS else "span"


def _figure(one: "FigureMention", frame: Frame, folded: Folded, layers: Layers) -> Figure:
    start, stop = folded.raw_span(one.start, one.stop)
    source = rivals.source_of((one, frame))
    return Figure.made(
        measure=one.measure,
        party=one.party,
        low=one.low,
        high=one.high,
        subset=one.subset,
        source=source if rivals.RULE in one.rules else None,
        attributed_to=source,
        hedge="attributed" if source and frame.attribution.counts == "stated" else frame.attribution.counts,
        wording=layers.clean[one.start : one.stop],
        start=start,
        stop=stop,
        rules=tuple(one.rules),
    )


def _mentions(draft: Draft, folded: Folded) -> tuple[Mention, ...]:
    """What was read where, in the frames that tell of it first."""
    found = []
    for frame in draft.frames[:8]:
        for one in frame.triggers:
            start, stop = folded.raw_span(one.start, one.stop)
            found.append(
                Mention.whole({"start": start, "stop": stop, "kind": "event", "value": one.code, "rule": f"event.{one.code}.{one.part}"})
            )
        for place in frame.places[:2]:
            start, stop = folded.raw_span(place.start, place.stop)
            found.append(Mention.whole({"start": start, "stop": stop, "kind": "place", "value": place.place.name, "rule": place.rule}))
        for day in frame.dates[:2]:
            start, stop = folded.raw_span(day.start, day.stop)
            found.append(
                Mention.whole({"start": start, "stop": stop, "kind": "date", "value": f"{day.first}..{day.last}", "rule": day.rule})
            )
    return tuple(found)

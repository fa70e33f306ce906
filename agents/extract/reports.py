"""Reports: finished drafts as records, with offsets into the article as received."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.drafts import Draft
from agents.extract.events import KINDS, armed, sub_event_type
from agents.extract.fold import Folded
from agents.extract.frames import Frame
from agents.extract.layers import Layers
from agents.extract.sides import allied
from streams.records import Figure, Mention, Report
from streams.vocabulary import TimePrecision

if TYPE_CHECKING:
    from agents.extract.figures import FigureMention

HARM = ("killed", "wounded", "killed_or_wounded")
SELF_TOLD = ("territory", "arrest", "air", "strike", "shell", "raid", "defuse", "intercept")  # acts whose doer mostly tells of them
EXPLICIT = frozenset(["roles.by-cue", "roles.claim", "roles.repelled"])  # rules that name the one who did it
COUNTED = frozenset(["Arrests", "Disrupted weapons use"])  # told of in general more often than as an act, where nobody is counted
LONG = 7  # days: what took longer and hurt nobody who is counted is background
BOMBS = frozenset(["suicide", "ied", "blast"])
_MONTH_DAYS = 27  # from so many days on, a span is a month, or a year
_YEAR_DAYS = 360


def build(drafts: Sequence[Draft], layers: Layers, folded: Folded) -> tuple[Report, ...]:
    """The reports of one article, with ids "a", "b" … in the order in which they are told."""
    strikers = _strikers(drafts)
    found: list[Report] = []
    for draft in drafts:
        country = (draft.place.country if draft.place else None) or layers.country
        actors = _actors(draft, strikers, country)
        if not stands(draft, actors):
            continue
        states = (actor[4:] for actor in actors if actor and actor.startswith("gov:"))
        found.append(_report(letters(len(found)), draft, actors, country or next(states, "ZZ"), (layers, folded)))
    return tuple(found)


def letters(index: int) -> str:
    """0 → "a", 25 → "z", 26 → "aa"."""
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def stands(draft: Draft, actors: tuple[str | None, str | None]) -> bool:
    """Whether enough is said for a report.

    Where nobody is counted, somebody must be named or a day, the act be one that is news by itself, and its time short.
    """
    if draft.figures:
        return True
    if draft.scope.scope != "incident" or (draft.place is None and not (draft.agent and draft.target)):
        return False
    dated = draft.stated and not draft.recap and draft.codes & {"air", "shell", "strike"}
    if actors[0] in (None, "unknown") and actors[1] is None and not dated:
        return False
    if KINDS[draft.code].sub_event_type in COUNTED:
        return False
    return not (draft.first and draft.last and (draft.last - draft.first).days > LONG)


def _strikers(drafts: Sequence[Draft]) -> dict[str, str]:
    """For each armed party that was struck, who most often struck it in this article."""
    pairs = Counter((one.target, one.agent) for one in drafts if one.agent and one.target and armed(one.target) and armed(one.agent))
    found: dict[str, str] = {}
    for (target, agent), _ in pairs.most_common():
        if target and agent:
            found.setdefault(target, agent)
    return found


def _actors(draft: Draft, strikers: dict[str, str], country: str) -> tuple[str | None, str | None]:
    """Who did it (unknown where nobody says) and to whom (None where there is none)."""
    agent = draft.agent or next((one.agent for one, _ in draft.figures if one.agent), None)
    target = draft.target
    if draft.code in ("protest", "riot"):
        return agent if agent and not armed(agent) else "protesters", target if armed(target) else (agent if armed(agent) else None)
    hurt = [party for party, _ in _harmed(draft).most_common()]
    if hurt == [agent] and armed(agent) and not EXPLICIT & set(draft.rules):
        agent, target = target, agent  # the only side that was harmed is the one attacked
    if target in (None, "civilians") and armed(agent) and draft.codes & {"protest", "disperse"} and not any(map(armed, hurt)):
        target = "protesters"
    if "civilians" in hurt and not any(map(armed, hurt)) and draft.code not in ("clash", "territory", "arrest"):
        target = "civilians"
    if target is None:
        target = next((party for party in hurt if party != agent), None)
    if target is None and draft.target_class == "state" and country:
        target = f"gov:{country}"
    if target is None and (draft.target_class == "civilians" or any(one.party == "unknown" for one, _ in draft.figures)):
        target = "civilians"
    if agent is None and draft.speaker != target and draft.code in SELF_TOLD:
        agent = draft.speaker
    if agent is None and target:
        agent = strikers.get(target)
    if agent == target or (agent == "civilians" and draft.code in BOMBS):
        agent = None
    if draft.code == "suicide" and (agent or "").startswith("gov:"):
        agent, target = None, agent if target in (None, "civilians") and "civilians" not in hurt else target  # states have no such bombers
    if allied(country, agent, target):
        target = next((party for party in hurt if party != agent and armed(party) and not allied(country, agent, party)), None)
        target = target or next((struck for struck, by in strikers.items() if by == agent and not allied(country, agent, struck)), None)
    return agent or "unknown", target


def _harmed(draft: Draft) -> Counter[str]:
    """Parties killed or wounded, by how many figures say so; unknown people and parts of larger figures left out."""
    return Counter(one.party for one, _ in draft.figures if one.measure in HARM and one.party != "unknown" and not one.subset)


def _report(name: str, draft: Draft, actors: tuple[str | None, str | None], country: str, text: tuple[Layers, Folded]) -> Report:
    layers, folded = text
    agent, target = actors
    victims = {one.party for one, _ in draft.figures if one.measure in HARM}
    kind = sub_event_type(draft.code, agent, target, victims, draft.codes)
    lead = draft.frames[0]
    start, stop = folded.raw_span(*layers.sentences[lead.clause.sentence])
    return Report(
        id=name,
        scope=draft.scope.scope,
        sub_event_type=kind,
        date_start=draft.first,
        date_end=draft.last or draft.first,
        time_precision=_precision(draft),
        place=draft.place,
        actor1=agent,
        actor2=target,
        figures=tuple(_figure(one, frame, folded, layers) for one, frame in draft.figures),
        weapon=KINDS[draft.code].weapon,
        country=country,
        source=lead.attribution.source,
        hedge=lead.attribution.hedge,
        start=start,
        stop=stop,
        mentions=_mentions(draft, folded),
        rules=tuple(draft.rules),
    )


def _precision(draft: Draft) -> TimePrecision:
    if draft.first is None and draft.last is None:
        return "none"
    if draft.first is None or draft.last is None or draft.first == draft.last:
        return "day" if draft.first else "none"
    days = (draft.last - draft.first).days
    return "year" if days >= _YEAR_DAYS else "month" if days >= _MONTH_DAYS else "span"


def _figure(one: "FigureMention", frame: Frame, folded: Folded, layers: Layers) -> Figure:
    start, stop = folded.raw_span(one.start, one.stop)
    return Figure(
        measure=one.measure,
        party=one.party,
        low=one.low,
        high=one.high,
        subset=one.subset,
        attributed_to=frame.attribution.source,
        hedge=frame.attribution.hedge,
        wording=layers.clean[one.start : one.stop],
        start=start,
        stop=stop,
        rules=tuple(one.rules),
    )


def _mentions(draft: Draft, folded: Folded) -> tuple[Mention, ...]:
    found = []
    for frame in draft.frames[:8]:
        for one in frame.triggers:
            start, stop = folded.raw_span(one.start, one.stop)
            found.append(Mention(start=start, stop=stop, kind="event", value=one.code, rule=f"event.{one.code}.{one.part}"))
        for place in frame.places[:2]:
            start, stop = folded.raw_span(place.start, place.stop)
            found.append(Mention(start=start, stop=stop, kind="place", value=place.place.name, rule=place.rule))
        for day in frame.dates[:2]:
            start, stop = folded.raw_span(day.start, day.stop)
            found.append(Mention(start=start, stop=stop, kind="date", value=f"{day.first}..{day.last}", rule=day.rule))
    return tuple(found)

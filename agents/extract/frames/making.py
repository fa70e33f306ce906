"""Making the frame of one clause: its code, who says so, where it was and who did it, put together."""

from datetime import date
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.acts import codes, massacres, otheracts
from agents.extract.acts.events import BOMBS, armed, compatible
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.attribution import attribution
from agents.extract.frames import resumed, where
from agents.extract.frames.frame import Frame
from agents.extract.lockstep import Steps
from agents.extract.places.nearness import COUNTRY
from agents.extract.roles import roles
from agents.extract.roles.parts import STRUCK, Roles
from agents.extract.scope import actsets, occurred, ordered, recalled
from agents.extract.scope.scope import Scoped
from agents.extract.sites import lists, sites
from agents.extract.words.spans import inside
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.places.mention import PlaceMention


def made(
    layers: Layers,
    clause: Clause,
    live: list[Trigger],
    *,
    scoped: Scoped,
    figures: list["FigureMention"],
    days: occurred.When,
    taken_back: list[Trigger],
) -> Steps[Frame]:
    """The frame of one clause. live: its triggers that stand; taken_back: those that other words took back."""
    heads = [one for one in live if one.part != "means"]
    yields = resumed.yields(layers, clause, heads)
    aside = resumed.leads_off(layers.text, figures, clause.stop) if yields and figures and clause.sentence > layers.lede else clause.stop
    live, heads = ([one for one in told if one.start < aside] for told in (live, heads))
    live = codes.that_yielded(layers.text, live, figures)
    heads = [one for one in heads if one.start >= live[0].start] if live else heads
    code = codes.code(layers.text, live, heads, figures)
    if taken_back and code == "harm" and not live and scoped.scope == "incident":
        code = codes.by_what(layers.text, taken_back, figures)
    counted = clause.stop if clause.start < layers.title_stop else min([one.stop for one in figures], default=clause.stop)
    told_at = min([one.stop for one in figures] or [one.stop for one in heads], default=clause.stop)
    yield lockstep.SAID
    said = attribution.of(layers, clause, layers.sentences[clause.sentence][1], counted, told_at)
    figures = attribution.told_apart(layers, clause, layers.sentences[clause.sentence][1], figures) if len(figures) > 1 else figures
    yield lockstep.SITES
    who, places, beside = yield from _who_and_where(layers, clause, heads, code, figures)
    yield lockstep.PLACED
    places = sites.of_whole(layers, clause, [one for one in places if one.start < aside], scoped.scope)
    places = lists.won(layers.text, places, heads) if code == "territory" else lists.without_joined(layers.text, places, code, figures)
    told_of = {one.code for one in heads} or {code}
    if code == "clash" and (came := codes.repelled(layers.text, layers.sentences[clause.sentence], heads)) != code:
        code, told_of = came, told_of - {"clash"} | {came}
        who = who._replace(speaker=None)  # who tells of it was struck
    if (said_by := massacres.as_told(layers.text, code, heads)) != code:
        code, told_of = said_by, told_of - {code} | {said_by}
    told = bool(places) or clause.sentence > layers.lede  # «تتواصل المواجهات في أنحاء متفرقة», on top, sums up what follows
    yield lockstep.FRAME
    scopes = [one.value for one in layers.cues("scopes", clause)]
    frame = where.placed(
        Frame(
            clause=clause,
            code=code,
            codes=told_of,
            definite=bool(heads) and all(one.points_back and not (one.done == "lasts" and told) for one in heads),
            resumes=resumed.of(layers, clause, heads),
            yields=yields,
            centres=resumed.centres(layers, clause, heads, code),
            title=clause.start < layers.title_stop,
            lede=clause.sentence <= layers.lede,
            sums=any(one.startswith("sum") for one in scopes),
            updates=any(one.startswith("update") for one in scopes),
            former=any("former" in one and ("/said" not in one or bool(said.source)) for one in scopes),
            alike=layers.text.find("مماثل", clause.start, clause.stop) >= 0,
            further=otheracts.of(layers.text, clause, heads, places)
            or (scoped.scope == "incident" and otheracts.hurt_too(layers.text, clause, heads, places)),
            past=any(one.part == "verb" or bool(one.done) for one in heads),
            scope=scoped,
            attribution=said,
            roles=who,
            triggers=live,
            places=places,
            beside=beside,
            holders=[one for one in inside(layers.places, clause.start, clause.stop) if one.cue == "of"],
            dates=_own_dates(days, layers.published) if scoped.scope == "incident" and figures else days.dates,
            said_on=days.said_on,
            known=days.known,
            which=days.which,
            figures=figures,
            rules=[f"event.{code}", scoped.rule, said.rule, *who.rules],
        )
    )
    if figures and scoped.scope == "incident":
        frame.several = actsets.of(layers.text, clause.start, clause.stop)
        frame.strewn = actsets.strewn(layers.text, clause.start, clause.stop)
        frame.of_set = actsets.part(layers.text, max(clause.start - 1, 0), figures[0].start)
        frame.further = frame.further or frame.of_set
        frame.known_set = frame.several and actsets.known(layers.text, clause.start, clause.stop)
    if ordered.of(layers.text, clause, places):
        frame.ordered = frame.further = True
    if figures and not (frame.title or frame.known or frame.said_on) and frame.when == (None, None):
        frame.recalled = recalled.of(layers, clause, heads, figures, lede=frame.lede)
    return frame


def _who_and_where(
    layers: Layers, clause: Clause, heads: list[Trigger], code: str, figures: list["FigureMention"]
) -> Steps[tuple[Roles, list["PlaceMention"], Place | None]]:
    """The roles of a clause, its places, and the place that is only beside."""
    places, beside = sites.of(layers, clause, heads, figures[0].start if figures else None)
    if places and _resumed_by_speaker(layers, clause, heads, places, figures):
        places, beside = [], places[0].place
    if any(one.code == "harm" for one in heads):  # «قال مسؤول في كذا إن الحادث وقع في …»
        return Roles(), [one for one in places if one.start > heads[0].start], beside
    fired = code == "air" and all(one.code == "shell" for one in heads)  # «طائرة أطلقت صاروخين»
    told = [one for one in heads if fired or compatible(one.code, code) or (code == "harm" and one.code == "loot")]
    yield lockstep.ROLES
    who = roles.find(layers, clause, told)
    if code in BOMBS and "roles.between" in who.rules:
        who = _only_fought(who, figures)
    return _fought(who, figures) if code == "clash" else who, places, beside


def _resumed_by_speaker(
    layers: Layers, clause: Clause, heads: list[Trigger], places: list["PlaceMention"], figures: list["FigureMention"]
) -> bool:
    """«قالت الشرطة في كذا إن عدد القتلى بلغ», «قالت الوزارة في كذا إن القصف أوقع»: whether it goes on with what was told of elsewhere."""
    if not heads:
        land = all(one.place.geo_precision == COUNTRY and one.place.country == layers.country for one in places)  # «قوة الحلف في كذا»
        return bool(figures) and (land or "figure.tally" in figures[0].rules) and sites.of_speaker(layers, clause, places)
    back = all(one.points_back for one in heads)
    return (back and sites.of_office(layers.text, clause, places, heads)) or sites.of_seat(layers, clause, places, heads, back=back)


def _only_fought(who: Roles, figures: list["FigureMention"]) -> Roles:
    """«بالتزامن مع التفجيرات استمرت الاشتباكات بين كذا وكذا»: they blew nothing up, nor was one struck of whom none fell."""
    first = next(one for one in who.rules if one in ("roles.object", STRUCK, "roles.between"))
    struck = first != "roles.between" or any(one.party == who.target for one in figures)
    return who._replace(agent=None, target=who.target if struck else None)


def _own_dates(days: occurred.When, published: date) -> list["DateMention"]:
    """The dates of one occurrence: without what goes on for weeks, and is background, and without when that began."""
    return [one for one in days.dates if not (occurred.still_runs(one, published) or (one in days.begun and _long_ago(one, published)))]


def _long_ago(one: "DateMention", published: date) -> bool:
    return one.first is not None and published - one.first > occurred.ROUGHLY


def _fought(who: Roles, figures: list["FigureMention"]) -> Roles:
    """«مقتل 9 من الجماعة في معارك مع الجيش»: whom those fought who lost men, where only one side did."""
    lost = {one.party for one in figures if armed(one.party)}
    if who.agent is not None or not armed(who.target) or len(lost) != 1 or who.target in lost:
        return who
    return who._replace(agent=who.target, target=lost.pop(), rules=(*who.rules, "roles.fought"))

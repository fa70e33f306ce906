"""Frames: what one clause tells of one occurrence (what, who, to whom, where, when, how many)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from agents.extract.acts import codes, otheracts, rejection
from agents.extract.acts.events import BOMBS, armed, compatible
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.attribution import attribution
from agents.extract.clauses import knownfor
from agents.extract.clauses.clauses import BACK, DONE
from agents.extract.frames import amid, anaphora, listing, otherplaces, parting, periods, raised, resumed, sets, telling, where
from agents.extract.frames.frame import Frame, Rejected
from agents.extract.roles import roles
from agents.extract.roles.parts import STRUCK, Roles
from agents.extract.scope import actsets, occurred, ordered, recalled
from agents.extract.scope.scope import INCIDENT, Scoped
from agents.extract.sites import lists, sites
from agents.extract.words.lexicon import Hit
from agents.extract.words.sentences import asides, repeated
from agents.extract.words.spans import inside
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.places.mention import PlaceMention


ACCIDENT = "reject.accident"
BEHIND = 2  # characters between a noun of an act and the people whom it befalls
_NO_ACT = {"nature/clause": "reject.nature", "accident/clause": ACCIDENT}  # by which people were harmed where no act is told
SENTENCE, BY_WILL = ("اعدام ", "الاعدام بحق "), 12  # «طالبت النيابة بإعدام خمسة»: asked for, not done
_TWO_DAYS = "scope.two-days"
OPENING = 3  # characters before the first word of a clause


def build(layers: Layers) -> tuple[list[Frame], list[Rejected]]:
    """The frames of a text in order, and the triggers that were rejected."""
    found: list[Frame] = []
    rejected: list[Rejected] = []
    aside = asides(layers.text, layers.sentences, layers.title_stop, layers.lede) | layers.labels
    aside |= repeated(layers.text, layers.sentences, layers.title_stop)
    crash = False  # whether those of an accident were counted, and no act was told since
    for clause, whole, toll in parting.parted(layers):
        if clause.sentence in aside:
            continue
        against = layers.cues("reject", clause)
        if cited := rejection.cited(layers, clause, against):
            rejected.append(Rejected(cited.start, cited.stop, f"reject.{cited.value.partition('/')[0]}"))
            continue
        all_triggers = telling.triggers_of(layers, clause)
        rejected += [Rejected(one.start, one.stop, one.rejected) for one in all_triggers if one.rejected]
        live = [one for one in all_triggers if not one.rejected]
        told = any(one.part != "means" for one in live)
        act = any(one.part != "means" and one.code != "harm" for one in live)
        crash = crash and not act and not _turns(layers, clause)
        wished = [one.stop for one in all_triggers if one.rejected and one.part == "noun" and rejection.undone(layers.text, clause, one)]
        figures, away = _figures(layers, clause, against, told=act, crash=crash, wished=wished)
        figures, portions = parting.portions(figures, whole)
        crash = crash or any(one.rule == ACCIDENT for one in away)
        rejected += away
        live, told = _without_bare(codes.fought(codes.without_fallen_bombers(live, figures, layers.text), figures), figures)
        if figures or told:
            days = occurred.of(layers, clause, [one for one in live if one.part != "means"])
            if clause.link == DONE:  # «مقتل متهمين بتفجير كذا أمس»: a day that stands before is not that of the bomb
                days = days._replace(dates=[*inside(days.dates, clause.start, clause.stop)])
            groups = periods.groups(figures, clause, layers, told, [*days.dates, *days.beside])
            acts = telling.acts(live)
            for scoped, group in [*_taken_once(groups, live, days), *groups]:
                last = found[-1] if found else None
                period = toll or (None if whole else periods.gone_on_with(scoped, group, clause, layers, last, told=told, acts=acts))
                period = period or sets.of(scoped, group, clause, layers, found)
                for part in codes.apart(group):
                    frame = _frame(layers, clause, live, scoped=period or scoped, figures=part, days=days)
                    if not frame.places and clause.link and (place := knownfor.place_of(layers, clause)):
                        frame.places = [place]
                        where.placed(frame)
                    frame = anaphora.spoken_on(amid.placed(raised.settle(frame, found, layers.text), found, layers.text), found, layers)
                    frame.whole, frame.portions = whole, portions
                    if whole and found:
                        parting.done_by_same(frame, found[-1])
                    frame = anaphora.goes_on(anaphora.pointed_at(frame, found, layers.text), layers)
                    if anaphora.driven_out(frame, found, layers.text) or (found and amid.of_fight(frame, found[-1], layers.text)):
                        continue
                    if found:
                        periods.reach_back(frame, found[-1])
                        periods.of_onset(frame, found[-1])
                    found += listing.apart(otherplaces.go_on(frame, found, layers.text), layers.text)
        elif clause.link == BACK and found:
            _placed_behind(found, layers, clause)
    return found, rejected


def _taken_once(
    groups: Sequence[tuple[Scoped, list["FigureMention"]]], live: Sequence[Trigger], days: occurred.When
) -> list[tuple[Scoped, list["FigureMention"]]]:
    """«سيطر السبت على كذا في معارك قتل فيها 600 خلال أسابيع»: beside the toll an occurrence without people, which was once.

    «أسفرت ضربات في 9 و12 يناير عن عشرة قتلى، بعد طردهم من كذا»: not where something else is told first.
    """
    dated = any(one.kind == "point" and one.precision == "day" for one in days.dates)
    if not dated or any(one.scope != "toll" or one.rule == _TWO_DAYS for one, _ in groups):  # of neither day is told that it was taken then
        return []
    first = next((one for one in live if one.part != "means" and one.code != "harm"), None)
    return [(INCIDENT, [])] if first is not None and first.code == "territory" else []


def _placed_behind(found: Sequence[Frame], layers: Layers, clause: Clause) -> None:
    """«قتل تسعة متورطين في هجوم كذا في عملية بولاية كذا أمس»: gives the place and the day behind to the frame of what is told."""
    told = next((one for one in reversed(found) if one.clause.link != DONE), found[-1])
    if told.clause.sentence != clause.sentence or told.where is not None:
        return
    told.places = [one for one in inside(layers.places, clause.start, clause.stop) if one.cue in ("in", "near")]
    where.placed(told)


def _turns(layers: Layers, clause: Clause) -> bool:
    """Whether a clause opens with a word by which an article goes on to something else: «في غضون ذلك»."""
    return any(one.start - clause.start <= OPENING and one.value.startswith(("new", "earlier")) for one in layers.cues("links", clause))


def _without_bare(live: list[Trigger], figures: Sequence["FigureMention"]) -> tuple[list[Trigger], bool]:
    """The triggers, and whether one of them says what happened. «الحادث» stands where nothing else does: it tells where and when it was."""
    told = [one for one in live if one.code != "harm"]
    acts = any(one.part != "means" for one in told)
    if figures or acts:
        return told, acts
    bare = [one for one in live if one.code == "harm"]
    return bare or live, bool(bare)


def _figures(
    layers: Layers, clause: Clause, against: Sequence[Hit], *, told: bool, crash: bool, wished: Sequence[int]
) -> tuple[list["FigureMention"], list[Rejected]]:
    """The figures of a clause that stand, and what was rejected. told: whether a word names an act; else it may be a flood.

    crash: whether those of an accident were counted before it, and no act was told since. wished: where nouns of acts end that are only
    asked for or planned: people right behind them were not harmed («طالبت بتأمين الحدود واعتقال المنفذين»).
    """
    counted = inside(layers.figures, clause.start, clause.stop)
    if not counted:
        return [], []
    figures: list[FigureMention] = []
    rejected: list[Rejected] = []
    crime = rejection.of_crime(layers.text, clause, against)
    for one in counted:
        if crime and one.measure == "captured":
            rejected.append(Rejected(crime.start, crime.stop, "reject.crime"))
            continue
        by_will = one.measure == "transferred" or layers.text[max(one.start - BY_WILL, 0) : one.start].endswith(SENTENCE)
        away = rejection.spoken_away(layers.text, one.start, against, by_will=by_will)
        if not away and any(0 <= one.start - stop <= BEHIND for stop in wished):
            away = "reject.call"
        if away:
            rejected.append(Rejected(one.start, one.stop, away))
        else:
            figures.append(one)
    if not figures or told:
        return figures, rejected
    for cue in against:
        if cue.value in _NO_ACT and not rejection.by_hand(layers.text, clause, cue):
            return [], [*rejected, Rejected(cue.start, cue.stop, _NO_ACT[cue.value])]
    if crash:
        return [], [*rejected, *(Rejected(one.start, one.stop, ACCIDENT) for one in figures)]
    return figures, rejected


def _frame(
    layers: Layers,
    clause: Clause,
    live: list[Trigger],
    *,
    scoped: Scoped,
    figures: list["FigureMention"],
    days: occurred.When,
) -> Frame:
    """The frame of one clause. live: its triggers that stand."""
    heads = [one for one in live if one.part != "means"]
    yields = resumed.yields(layers, clause, heads)
    aside = resumed.leads_off(layers.text, figures, clause.stop) if yields and figures and clause.sentence > layers.lede else clause.stop
    live, heads = ([one for one in told if one.start < aside] for told in (live, heads))
    code = codes.code(layers.text, live, heads, figures)
    counted = clause.stop if clause.start < layers.title_stop else min([one.stop for one in figures], default=clause.stop)
    told_at = min([one.stop for one in figures] or [one.stop for one in heads], default=clause.stop)
    said = attribution.of(layers, clause, layers.sentences[clause.sentence][1], counted, told_at)
    figures = attribution.told_apart(layers, clause, layers.sentences[clause.sentence][1], figures) if len(figures) > 1 else figures
    who, places, beside = _who_and_where(layers, clause, heads, code, figures)
    places = sites.of_whole(layers, clause, [one for one in places if one.start < aside], scoped.scope)
    places = lists.won(layers.text, places, heads) if code == "territory" else lists.without_joined(layers.text, places, code, figures)
    told_of = {one.code for one in heads} or {code}
    if code == "clash" and (came := codes.repelled(layers.text, layers.sentences[clause.sentence], heads)) != code:
        code, told_of = came, told_of - {"clash"} | {came}
        who = who._replace(speaker=None)  # who tells of it was struck
    told = bool(places) or clause.sentence > layers.lede  # «تتواصل المواجهات في أنحاء متفرقة», on top, sums up what follows
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
) -> tuple[Roles, list["PlaceMention"], Place | None]:
    """The roles of a clause, its places, and the place that is only beside."""
    places, beside = sites.of(layers, clause, heads, figures[0].start if figures else None)
    if places and _resumed_by_speaker(layers, clause, heads, places, figures):
        places, beside = [], places[0].place
    if any(one.code == "harm" for one in heads):  # «قال مسؤول في كذا إن الحادث وقع في …»
        return Roles(), [one for one in places if one.start > heads[0].start], beside
    fired = code == "air" and all(one.code == "shell" for one in heads)  # «طائرة أطلقت صاروخين»
    told = [one for one in heads if fired or compatible(one.code, code) or (code == "harm" and one.code == "loot")]
    who = roles.find(layers, clause, told)
    if code in BOMBS and "roles.between" in who.rules:
        who = _only_fought(who, figures)
    return _fought(who, figures) if code == "clash" else who, places, beside


def _resumed_by_speaker(
    layers: Layers, clause: Clause, heads: list[Trigger], places: list["PlaceMention"], figures: list["FigureMention"]
) -> bool:
    """«قالت الشرطة في كذا إن عدد القتلى بلغ», «قالت الوزارة في كذا إن القصف أوقع»: whether it goes on with what was told of elsewhere."""
    if not heads:
        return bool(figures) and "figure.tally" in figures[0].rules and sites.of_speaker(layers, clause, places)
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

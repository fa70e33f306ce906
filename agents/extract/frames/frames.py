"""Frames: what one clause tells of one occurrence (what, who, to whom, where, when, how many)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.acts import codes, rejection
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.clauses import knownfor
from agents.extract.clauses.clauses import BACK, DONE
from agents.extract.frames import amid, anaphora, listing, making, otherplaces, parting, periods, raised, scenes, sets, telling, where
from agents.extract.frames.frame import Frame, Rejected
from agents.extract.lockstep import Steps
from agents.extract.scope import occurred
from agents.extract.scope.scope import INCIDENT, Scoped
from agents.extract.words.lexicon import Hit
from agents.extract.words.sentences import asides, repeated
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention


ACCIDENT = "reject.accident"
BEHIND = 2  # characters between a noun of an act and the people whom it befalls
_NO_ACT = {"nature/clause": "reject.nature", "accident/clause": ACCIDENT}  # by which people were harmed where no act is told
SENTENCE, BY_WILL = ("اعدام ", "الاعدام بحق "), 12  # «طالبت النيابة بإعدام خمسة»: asked for, not done
_TWO_DAYS = "scope.two-days"
OPENING = 3  # characters before the first word of a clause


def build(layers: Layers) -> Steps[tuple[list[Frame], list[Rejected]]]:
    """The frames of a text in order, and the triggers that were rejected."""
    found: list[Frame] = []
    rejected: list[Rejected] = []
    aside = asides(layers.text, layers.sentences, layers.title_stop, layers.lede) | layers.labels
    aside |= repeated(layers.text, layers.sentences, layers.title_stop)
    crash = False  # whether those of an accident were counted, and no act was told since
    for clause, whole, toll in list(parting.parted(layers)):  # all in one stage
        yield lockstep.CLAUSE
        if clause.sentence in aside:
            continue
        against = layers.cues("reject", clause)
        if cited := rejection.cited(layers, clause, against):
            rejected.append(Rejected(cited.start, cited.stop, f"reject.{cited.value.partition('/')[0]}"))
            continue
        yield lockstep.TRIGGERS
        all_triggers = telling.triggers_of(layers, clause)
        taken_back = [one for one in all_triggers if one.rejected]
        rejected += [Rejected(one.start, one.stop, one.rejected) for one in taken_back]
        live = [one for one in all_triggers if not one.rejected]
        told = any(one.part != "means" for one in live)
        act = any(one.part != "means" and one.code != "harm" for one in live)
        crash = crash and not act and not _turns(layers, clause)
        wished = [one.stop for one in taken_back if one.part == "noun" and rejection.undone(layers.text, clause, one)]
        yield lockstep.COUNTED
        figures, away = _figures(layers, clause, against, told=act, crash=crash, wished=wished)
        figures, portions = parting.portions(figures, whole)
        crash = crash or any(one.rule == ACCIDENT for one in away)
        rejected += away
        live, told = _without_bare(codes.fought(codes.without_fallen_bombers(live, figures, layers.text), figures), figures)
        if figures or told:
            yield lockstep.OCCURRED
            days = occurred.of(layers, clause, [one for one in live if one.part != "means"])
            if clause.link == DONE:  # «مقتل متهمين بتفجير كذا أمس»: a day that stands before is not that of the bomb
                days = days._replace(dates=[*inside(days.dates, clause.start, clause.stop)])
            yield lockstep.PERIODS
            groups = periods.groups(figures, clause, layers, told, [*days.dates, *days.beside])
            acts = telling.acts(live)
            for scoped, group in [*_taken_once(groups, live, days), *groups]:
                last = found[-1] if found else None
                period = toll or (None if whole else periods.gone_on_with(scoped, group, clause, layers, last, told=told, acts=acts))
                period = period or sets.of(scoped, group, clause, layers, found)
                for part in codes.apart(group):
                    yield lockstep.CODES
                    frame = yield from making.made(
                        layers, clause, live, scoped=period or scoped, figures=part, days=days, taken_back=taken_back
                    )
                    yield lockstep.SPOKEN_ON
                    frame.whole, frame.portions = whole, portions
                    found += _joined(frame, found, layers)
        elif clause.link == BACK and found:
            _placed_behind(found, layers, clause)
    return found, rejected


def _joined(frame: Frame, found: Sequence[Frame], layers: Layers) -> list[Frame]:
    """A frame held against those before it, one for each of the towns that it lists; none where it tells of one of these once more."""
    clause = frame.clause
    if not frame.places and clause.link and (place := knownfor.place_of(layers, clause)):
        frame.places = [place]
        where.placed(frame)
    frame = scenes.placed(frame, found, layers)
    frame = anaphora.spoken_on(amid.placed(raised.settle(frame, found, layers.text), found, layers.text), found, layers)
    if frame.whole and found:
        parting.done_by_same(frame, found[-1])
    frame = anaphora.goes_on(anaphora.pointed_at(frame, found, layers.text), layers)
    if anaphora.driven_out(frame, found, layers.text) or (found and amid.of_fight(frame, found[-1], layers.text)):
        return []
    if found:
        periods.reach_back(frame, found[-1])
        periods.of_onset(frame, found[-1])
    return listing.apart(otherplaces.go_on(frame, found, layers.text), layers.text)


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

"""Joining: what a frame adds to the draft of the occurrence that it tells of: what is missing, finer or exact."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS, FROM_AFAR, VIOLENT, refined
from agents.extract.assembly import around, onemore
from agents.extract.drafts import attackers, tallies
from agents.extract.drafts.drafts import LASTING, Draft
from agents.extract.drafts.tallies import vague
from agents.extract.figures import breakdown
from agents.extract.fitting import details, ground, makeup, spread
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.roles.parts import LOOSE, SAID
from agents.extract.roles.targets import HOUSE
from agents.extract.scope import occurred
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_LATELY = timedelta(days=31)  # a time that goes further back says that what is told is background
_THERE = frozenset(["in", "near", "bare"])  # cues of places where an act is
_WEEKS = timedelta(days=14)  # a longer time in which something was said is no day of the news


def add(draft: Draft, frame: Frame) -> None:
    """Takes a frame's account into the draft: what is missing, finer or exact."""
    fell = bool(draft.frames) and attackers.of_draft(draft, frame)
    detail = details.say_where(draft, frame) and not spread.over_its_place(draft)
    placed = draft.place is not None and (details.yield_of(draft, frame) or (not detail and details.near_by(draft, frame)))
    draft.frames.append(frame)
    beside = around.told(draft, frame)
    if frame.strewn >= 0:
        draft.strewn.append(frame)
    draft.codes |= set() if fell else frame.codes
    if detail:
        draft.place = frame.where
    if fell or beside or (detail and not {draft.code, frame.code} <= BOMBS):
        pass
    elif refined(draft.code, {frame.code}) != draft.code or (draft.code in ("assault", "harm") and frame.code in VIOLENT):
        draft.code = refined(draft.code, {frame.code})
    elif _takes_ground(draft, frame) or _tells_how(draft, frame):
        draft.code = frame.code
    if not placed:
        _place(draft, frame)
    _date(draft, frame)
    felled = frame.code == "shootdown" and draft.code == "air"  # «هاجمت المسيرات المدينة، وأسقط الجيش اثنتين منها»
    if not (fell or felled or beside):  # who killed the attackers attacked nobody
        _name(draft, frame)
    made = makeup.settle(draft, frame)
    if frame.figures:
        draft.figures = [(one, told) for one, told in draft.figures if not _shared_out(draft, one, frame.figures)]
    for figure in frame.figures:
        if onemore.one_more(draft.figures, draft.frames, figure):
            draft.figures.append((figure, frame))
            continue
        if id(figure) in made or (fell and draft.code == "suicide" and figure.low == 1):
            continue  # part of a number; who blew himself up
        if not (_shared_out(draft, figure, [one for one, _ in draft.figures]) or _shared_out(draft, figure, frame.figures)):
            tallies.enter(draft.figures, frame, figure, opening=_opens(draft, frame), campaign=draft.scope.scope == "toll")
    draft.rules += [rule for rule in frame.rules if rule not in draft.rules]


def _takes_ground(draft: Draft, frame: Frame) -> bool:
    """«معارك في المدينة» on top, «أحكمت القوات سيطرتها على حي منها» right behind: whether the news is the ground that was taken."""
    if draft.code != "clash" or frame.code != "territory" or not frame.lede or frame.title:
        return False
    taken = any(one.code == "territory" and (one.part == "verb" or one.done) for one in frame.triggers)
    return taken and all(one.title and not one.figures and _names_fight(one) for one in _told_before(draft))


def _tells_how(draft: Draft, frame: Frame) -> bool:
    """«مجزرة في كذا» on top, and right behind it that the town was shelled: whether the text says how those of a headline were killed."""
    return (
        draft.code == "murder"
        and frame.code in FROM_AFAR
        and frame.lede
        and not frame.title
        and all(one.title for one in _told_before(draft))
    )


def _names_fight(frame: Frame) -> bool:
    """«معارك في المدينة», not «القوات تتقدم»: whether a noun tells of fighting."""
    return any(one.code == "clash" and one.part == "noun" for one in frame.triggers)


def _is_within(draft: Draft, first: date | None, last: date | None) -> bool:
    """Whether the draft's days are part of a longer time."""
    one, two = draft.first or draft.last, draft.last or draft.first
    if not (one and two and first and last):
        return False
    return first <= one and two <= last and two - one < last - first


def _opens(draft: Draft, frame: Frame) -> bool:
    """Whether a frame is told with the first of its draft."""
    return frame.clause is draft.frames[0].clause or frame is draft.frames[0]


def _shared_out(draft: Draft, total: "FigureMention", figures: Sequence["FigureMention"]) -> bool:
    """Whether figures say better whom a number counts, so that it is told twice; of a period both are told."""
    return draft.scope.scope != "toll" and bool(breakdown.parts(total, figures))


def _place(draft: Draft, frame: Frame) -> None:
    """The frame's place, where the draft has none, or one that a headline or the top of the article tells less finely."""
    place, known = frame.where, draft.place
    draft.beside = draft.beside or frame.beside
    if place is None or spread.over_its_place(draft) or (known is not None and details.lists(draft, frame)):
        return
    if known is None:
        draft.place = place
        return
    finer = place.geo_precision < known.geo_precision and nearness.within(place, known)
    exact = all(one.title for one in _told_before(draft)) and (
        nearness.in_region(place, known)
        or (frame.lede and not frame.title and not nearness.may_be_one(place, known) and not _taken(draft, frame, known))
    )
    on_top = not frame.title and all(one.title or one.lede for one in _told_before(draft)) and nearness.part_of_its_region(place, known)
    if finer or exact or on_top or _in_another(draft, frame, known) or _within(draft, frame, known):
        draft.place = place


def _within(draft: Draft, frame: Frame, known: Place) -> bool:
    """«قتل خمسة في قضاء حديثة. … في منطقة البوحياة التابعة لقضاء حديثة»: whether the act is told again, and now where in the place known.

    It counts the same people or none. Ground is won town by town, and of several places that a frame lists none is where all was.
    """
    at = next((one for one in frame.places if one.place is frame.where and one.cue in _THERE), None)
    if at is None or frame.title or frame.centres or draft.code == "territory" or at.place.geo_precision >= nearness.COARSE:
        return False
    if not any(one.cue == "of" and one.start > at.stop and nearness.called_alike(one.place, known) for one in frame.holders):
        return False
    return not frame.figures or any(any(_same_number(one, frame)) for one in _told_before(draft))


def _in_another(draft: Draft, frame: Frame, known: Place) -> bool:
    """«قتلت الغارات 100 في محافظتي كذا وكذا», on top, and below that they fell in the second: whether a town lies there."""
    place = frame.where
    if place is None or not frame.figures or place.geo_precision >= nearness.COARSE or place.admin1 in (None, known.admin1):
        return False
    told = list(_told_before(draft))
    if not all(one.title or one.lede for one in told) or not any(any(_same_number(one, frame)) for one in told):
        return False
    return any(one.place.admin1 == place.admin1 for before in told for one in before.places)


def _same_number(one: Frame, two: Frame) -> Iterator[bool]:
    """For each number of two frames whether it is the same."""
    numbers = {(figure.measure, figure.low) for figure in one.figures if not vague(figure)}
    return ((figure.measure, figure.low) in numbers for figure in two.figures)


def _taken(draft: Draft, frame: Frame, known: Place) -> bool:
    """«المقاومة تحرر الضالع», on top, «تطهير الضالع عقب عودة الحياة إلى عدن» below: whether a frame names the ground again that was won.

    Not «الجيش يسيطر على مواقع شرق صنعاء», on top, «في مديرية نهم شرقي صنعاء» below: which only says where the district lies.
    """
    return draft.code == "territory" and any(
        one.cue != "of" and (nearness.same(one.place, known) or nearness.called_alike(one.place, known)) for one in frame.places
    )


def _told_before(draft: Draft) -> Iterator[Frame]:
    """The frames of a draft but the newest; not copied, for a draft may have many."""
    return islice(draft.frames, len(draft.frames) - 1)


def _date(draft: Draft, frame: Frame) -> None:
    """The frame's days, where the draft has none, or none that stand with a number."""
    first, last = frame.when
    if first and last and draft.scope.scope == "incident" and len(draft.frames) > 1 and last - first > LASTING:
        first = last = None  # of months of which this occurrence was a part
    if (first or last) and (_only_lately(draft, frame) or (frame.over_years and not (frame.figures and len(draft.frames) == 1))):
        first = last = None
    counts = any(not vague(one) for one in frame.figures)
    if (first or last) and (not draft.stated or (counts and not draft.counted)):
        if not (draft.stated and _is_within(draft, first, last)):  # «قبل أيام» beside a number says no more than the day
            draft.when = _dated_by(draft, frame)
            draft.first, draft.last = first, last
        draft.stated, draft.counted = True, counts
    if not (draft.figures and _vaguely_said(frame)):
        draft.said_on = draft.said_on or frame.said_on
    if len(draft.frames) == 1 or frame.lede:
        draft.known = draft.known or frame.known


def _only_lately(draft: Draft, frame: Frame) -> bool:
    """«قتل 5 في كذا», on top, «وشهدت معارك خلال الأيام الماضية», below: whether only days up to now are told of an act with its number."""
    if draft.scope.scope != "incident" or not draft.figures or frame.lede or frame.clause.sentence == draft.frames[0].clause.sentence:
        return False
    day = next((one for one in frame.dates if (one.first, one.last) == frame.when), None)
    if day is None or day.first is None or draft.published - day.first > _LATELY:
        return False
    return occurred.still_runs(day, draft.published)


def _dated_by(draft: Draft, frame: Frame) -> str:
    """The rule by which a frame dates its draft: where its date stands, and whether it takes the place of one told before."""
    if draft.stated:
        return "when.with-number"
    if frame is not draft.frames[0] and frame.clause.sentence != draft.frames[0].clause.sentence and not frame.lede:
        return "when.told-later"
    day = next((one for one in frame.dates if (one.first, one.last) == frame.when), None)
    inside = day is None or frame.clause.start <= day.start < frame.clause.stop
    return "when.in-clause" if inside else "when.in-sentence"


def _vaguely_said(frame: Frame) -> bool:
    """«في مطلع هذا العام، قال الوزير»: whether only the month or the year of what was said of an occurrence before is told."""
    said = frame.said_on
    return said is not None and said.first is not None and said.last is not None and said.last - said.first > _WEEKS


def _only_beside(draft: Draft) -> bool:
    """Whether a side was only named behind a word for a fight, and by nothing said to be struck."""
    if draft.code != "clash" or LOOSE not in draft.rules:
        return False
    return all(SAID.isdisjoint(one.roles.rules) for one in _told_before(draft))


def _name(draft: Draft, frame: Frame) -> None:
    """Who did it, to whom and who tells of it, where the draft leaves that open; who claims it did it."""
    who = frame.roles
    if draft.agent is None and who.target and who.agent == draft.target and _only_beside(draft):
        draft.target = None  # «معارك في البلدة والمقاومة صامدة», «دارت بين المقاومة والجماعة»: who was only named beside a fight
    named = "roles.claim" in who.rules and draft.code not in ("clash", "territory")
    if who.agent and who.target == draft.agent and frame.lede and all(one.title for one in _told_before(draft)):
        draft.agent, draft.target = who.agent, who.target  # «ضربة للحوثيين», on top, is one that they took
    if who.agent and (draft.agent is None or (named and not draft.named)) and (who.agent != draft.target or named):
        draft.target = None if draft.target == who.agent else draft.target
        draft.agent, draft.named = who.agent, named
    if ground.told_by_ally(draft, frame) and all(one.title for one in _told_before(draft)):
        draft.agent = who.agent  # «المقاومة تسيطر على البلدة», on top; the text tells who of that side did
    if draft.target is None and who.target != draft.agent and not (who.target == "civilians" and HOUSE in draft.rules):
        draft.target = who.target
    if HOUSE in who.rules and draft.target in (None, "civilians"):
        draft.target, draft.target_class = who.target, who.target_class  # «تفجير مسجد» on top, «مسجد مقر القوات» below
    elif draft.target_class in ("", "fighters"):
        draft.target_class = who.target_class or draft.target_class
    draft.speaker = draft.speaker or who.speaker

"""Retold: headlines, round words («وقتل عشرات الإرهابيين») and sums for people whom another account of the article counts add nobody."""

from typing import TYPE_CHECKING

from agents.extract.actors.sides import allied
from agents.extract.acts.events import BOMBS, akin, armed, compatible
from agents.extract.clauses.clauses import OLDER
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.figures.mention import OTHERS
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

DOZENS = 20  # people: what «dozens» counts
_SCORE = 12  # people: from so many on, «dozens» may be said
SEVERAL = 2  # people: what a bare plural counts
FALLEN = 5  # people: fewer hold no few of another nation
FEW = 12  # drafts that are looked back at
_WINDOW = "scope.window"  # the rule of a toll of a day or two
_ONCE = BOMBS | {"chemical", "grenade", "murder", "assault"}  # acts that seldom come twice


def without_headlines(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only a headline tells of, in round words or without a number, where the text tells more."""
    known = [one for one in drafts if not (_may_be_more(one) and any(_tells_more(one, other) for other in drafts if other is not one))]
    bombs = [one for one in known if one.code in BOMBS and one.scope.scope == "incident"][:FEW]
    return [one for one in known if not _is_tried_by(one, bombs)]


def _is_tried_by(draft: Draft, bombs: list[Draft]) -> bool:
    """«نجا من محاولة اغتيال», «انفجار لدى مرور موكبه»: whether a bomb of that place and day is how somebody was to be murdered."""
    if draft.code != "murder" or draft.figures or draft.scope.scope != "incident":
        return False
    return any(nearness.may_be_one(draft.place, one.place) and same_days(one, draft.first, draft.last) for one in bombs)


def _may_be_more(draft: Draft) -> bool:
    """Whether the text may tell in full what a draft only names."""
    return _is_headline(draft) or _is_known(draft)


def _tells_more(headline: Draft, draft: Draft) -> bool:
    """Whether a draft tells what a headline tells, and more of it."""
    return _exact_of(headline, draft) or _more_of(headline, draft) or _part_of(headline, draft)


def _is_headline(draft: Draft) -> bool:
    """Whether only the headline tells of it."""
    return all(frame.title for frame in draft.frames)


def _is_known(draft: Draft) -> bool:
    """«تحديد هوية مشتبه به في تفجير كذا»: whether only the top of the article, and what points back, speak of an act."""
    return draft.code in _ONCE and not draft.figures and all(frame.title or frame.lede or frame.definite for frame in draft.frames)


def _more_of(headline: Draft, draft: Draft) -> bool:
    """Whether a draft of the text tells of what a headline without numbers names: whatever it tells of that place.

    What is named on top is told below, so an act that seems to stand there alone, and is told by no verb, was read wrongly.
    """
    if headline.figures or headline.scope.scope != draft.scope.scope or _is_headline(draft):
        return False
    if not (_is_headline(headline) or draft.figures) or not nearness.may_be_one(headline.place, draft.place):
        return False
    alike = compatible(headline.code, draft.code) and same_days(draft, headline.first, headline.last)
    return alike or not any(map(_is_news, headline.frames))


def _is_news(frame: Frame) -> bool:
    """«شن الجيش عملية», «دهس فلسطيني مجموعة»: whether a verb tells of an act, or a sentence below the headline begins with it."""
    return any(one.part in ("verb", "now") or (one.start == frame.clause.start and not frame.title) for one in frame.triggers)


def _part_of(headline: Draft, draft: Draft) -> bool:
    """«غارة تقتل قياديا», «قتل ثلاثة بينهم قيادي»: whether a headline counts only some of those of the first sentence."""
    if headline.scope.scope != draft.scope.scope or not akin(headline.code, draft.code) or not any(one.lede for one in draft.frames):
        return False
    if not (_near(headline, draft) and same_days(draft, headline.first, headline.last)):
        return False
    return bool(headline.figures) and all(
        one.low == one.high and (_is_one_of_several(one, draft) or any(_is_one_of(other, one) for other, _ in draft.figures))
        for one, _ in headline.figures
    )


def _is_one_of_several(one: "FigureMention", draft: Draft) -> bool:
    """«مقتل شاب» on top, «قتل شابان» in the first sentence: whether a headline names one of those who were killed."""
    dead = [other for other, frame in draft.figures if other.measure == one.measure == "killed" and not other.subset and frame.lede]
    if one.low != 1 or one.subset or len(dead) != 1 or (dead[0].low or 0) < SEVERAL or OTHERS in dead[0].rules:
        return False  # «ومقتل اثنين آخرين»: beside whom the headline names
    return not armed(one.party) and same_people(dead[0].party, one.party)


def _is_one_of(other: "FigureMention", one: "FigureMention") -> bool:
    """Whether a figure is the part of a greater one that another counts alone («القصف يقتل خمسة أطفال»)."""
    return bool(other.subset) and (other.measure, other.low) == (one.measure, one.low) and same_people(other.party, one.party)


def _near(headline: Draft, draft: Draft) -> bool:
    """Whether the places may be one, where the headline may name a governorate by its chief town."""
    one, two = headline.place, draft.place
    return nearness.may_be_one(one, two) or (one is not None and two is not None and nearness.part_of_its_region(two, one))


def _is_round(draft: Draft) -> bool:
    """Whether the draft counts people, and all of them in round words."""
    return bool(draft.figures) and all(vague(one) for one, _ in draft.figures)


def _exact_of(round_one: Draft, draft: Draft) -> bool:
    """Whether a draft gives the exact number for what a headline says in round words: of the occurrence, or of a longer time."""
    if not _is_round(round_one):
        return False
    if draft.scope.scope == "toll":
        return any(not vague(one) and _covers(one, other) for one, _ in draft.figures for other, _ in round_one.figures)
    if draft.scope.scope != round_one.scope.scope or not akin(draft.code, round_one.code):
        return False
    near = _near(round_one, draft)
    lede = any(one.lede for one in draft.frames)
    if not lede and not (near and same_days(draft, round_one.first, round_one.last)):
        return False
    return any(
        _covers(one, other) and (lede or not vague(one)) and (near or not vague(one))
        for one, _ in draft.figures
        for other, _ in round_one.figures
    )


def drop_joint(draft: Draft) -> None:
    """Takes out of a draft «88 killed or wounded», where both are counted apart, and what is counted apart where both are meant."""
    apart = [one for one, _ in draft.figures if one.measure in ("killed", "wounded") and not one.subset]
    for joint in [one for one, _ in draft.figures if one.measure == "killed_or_wounded"]:
        told = {one.measure for one in apart if same_people(one.party, joint.party) and (vague(joint) or not vague(one))}
        gone = [joint] if {"killed", "wounded"} <= told else []
        gone += [one for one in apart if one.low == joint.low and "figure.tally" in one.rules]  # «ارتفعت الحصيلة إلى 66 شخصا»: both
        draft.figures = [(one, frame) for one, frame in draft.figures if one not in gone]


def drop_on_top(draft: Draft, drafts: list[Draft]) -> None:
    """Takes out round words on top, «a day in which dozens were killed»: another draft tells how many, of the same people."""
    if draft.scope.scope != "incident" or not any(vague(one) and (frame.title or frame.lede) for one, frame in draft.figures):
        return
    others = [one for one in drafts if one is not draft and akin(draft.code, one.code)]
    draft.figures = [
        (one, frame)
        for one, frame in draft.figures
        if not (
            vague(one)
            and (_told_below(one, draft, others) if _only_on_top(one, frame, draft) else frame.lede and _told_there(one, draft, others))
        )
    ]


def drop_among(draft: Draft) -> None:
    """«قتلى روس» on top, «قتل 35 من قوات النظام والموالين» below: a few of a nation are among those of its ally who fell."""
    country = draft.place.country if draft.place else ""
    few = [
        (one, frame) for one, frame in draft.figures if (frame.title or frame.lede) and one.low == SEVERAL and vague(one) and not one.subset
    ]
    if not few or not country:
        return
    draft.figures = [
        (one, frame)
        for one, frame in draft.figures
        if not any(one is other for other, _ in few) or not _among_allies(one, frame, draft, country)
    ]


def _among_allies(one: "FigureMention", frame: Frame, draft: Draft, country: str) -> bool:
    """Whether another sentence counts more of an ally's men, who fell in the same act."""
    return any(
        other.measure == one.measure
        and not (vague(other) or other.subset)
        and (other.low or 0) >= FALLEN
        and told.clause.sentence > frame.clause.sentence
        and allied(country, one.party, other.party)
        for other, told in draft.figures
    )


def _only_on_top(one: "FigureMention", frame: Frame, draft: Draft) -> bool:
    """Whether a headline tells a figure, and no sentence of its draft does."""
    below = (other for told in draft.frames if not told.title for other in told.figures)
    return frame.title and not any((other.measure, other.low) == (one.measure, one.low) for other in below)


def _told_below(round_one: "FigureMention", draft: Draft, others: list[Draft]) -> bool:
    """Whether the text tells, in a number or in round words too, whom a headline means: a headline tells of nobody else."""
    beside = [other for other in others if not (draft.stated and other.stated) or near_days(other, draft.first, draft.last)]
    if any(not told.title and _as_many(one, round_one, other) for other in beside for one, told in other.figures):
        return True
    return any(_one_by_one(other, round_one) and _near(draft, other) for other in beside)


def _one_by_one(other: Draft, round_one: "FigureMention") -> bool:
    """«مقتل قياديين» on top, «القيادي كذا لقي مصرعه، وعدد من مرافقيه» below: whether the text tells of one and of more of them."""
    if other.scope.scope != "incident" or round_one.low != SEVERAL:
        return False
    told = [one for one, frame in other.figures if one.measure == round_one.measure and not (one.subset or frame.title)]
    alike = [one.low or 0 for one in told if one.party == round_one.party]
    return len(alike) > 1 and sum(alike) >= SEVERAL


def _as_many(one: "FigureMention", round_one: "FigureMention", other: Draft) -> bool:
    """Whether a figure may be what round words of a headline mean: «dozens» are said of 17 too; «فلسطينيين» may be two."""
    if one.subset or one.measure != round_one.measure or (one.low or 0) < min(round_one.low or 0, _SCORE):
        return False
    if "people.either" in round_one.rules and one.low != round_one.low:
        return False
    if vague(one) and ((one.low or 0) < DOZENS or other.scope.scope != "incident"):
        return False
    return other.scope.scope in ("incident", "toll") and (same_people(one.party, round_one.party) or round_one.party == "civilians")


def _told_there(round_one: "FigureMention", draft: Draft, others: list[Draft]) -> bool:
    """Whether a number is told of those who fell there, or in a town of that region, whom the first sentence calls dozens."""
    return (round_one.low or 0) >= DOZENS and any(
        not vague(one) and _covers(one, round_one)
        for other in others
        if (other.scope.scope == "incident" or other.scope.rule == _WINDOW)
        and _near(draft, other)
        and (same_days(other, draft.first, draft.last) or near_days(other, draft.first, draft.last))
        for one, _ in other.figures
    )


def without_rounds(drafts: list[Draft]) -> list[Draft]:
    """The drafts without round numbers that an earlier one counts, and without those drafts that told only of them."""
    kept: list[Draft] = []
    for draft in drafts:
        told = [(one, frame) for one, frame in draft.figures if not any(_again(one, frame, draft, before) for before in kept[-FEW:])]
        if len(told) < len(draft.figures):
            draft.figures = told
            draft.rules.append("figure.told-again")
            if not told and draft.code == "harm":
                continue
        kept.append(draft)
    return kept


def _covers(one: "FigureMention", round_one: "FigureMention") -> bool:
    """Whether a number is of the same people, and so many."""
    return one.measure == round_one.measure and same_people(one.party, round_one.party) and (one.low or 0) >= (round_one.low or 0)


def _again(one: "FigureMention", frame: Frame, draft: Draft, before: Draft) -> bool:
    """Whether an earlier draft counts, as exactly or more so, the people whom round words mean."""
    if one.subset or not vague(one) or not (before.scope.scope == draft.scope.scope == "incident"):
        return False
    of_ground = before.code == "territory" and armed(one.party) and frame.code in ("clash", "raid")
    if not (of_ground or akin(frame.code, before.code)) or not _in_one_place(frame, draft, before):
        return False
    fight = _one_fight(one, frame, before)
    if (one.low or 0) <= SEVERAL and not (fight or _points_there(one, frame, before)):
        return False
    return near_days(before, draft.first, draft.last) and any(_counts(other, one, joint=fight) for other, _ in before.figures)


def _counts(other: "FigureMention", one: "FigureMention", *, joint: bool) -> bool:
    """Whether a figure says as much as the round one, or more; joint: whether one of the dead alone is as good."""
    if joint and one.measure == "killed_or_wounded" and other.measure in ("killed", "wounded"):
        one = one._replace(measure=other.measure)
    return not other.subset and _covers(other, one)


def _one_fight(one: "FigureMention", frame: Frame, before: Draft) -> bool:
    """«قتل وأصيب عدد من عناصرها»: whether it is the same two sides on the same day, and the losses of one of them both times."""
    who, when = frame.roles, frame.when
    return (
        armed(one.party)
        and who.agent == before.agent
        and who.target == before.target
        and when == (before.first, before.last)
        and all(other.party == one.party or other.party != "unknown" for other, _ in before.figures)
    )


def _points_there(one: "FigureMention", frame: Frame, before: Draft) -> bool:
    """«غداة المواجهات التي أوقعت قتلى»: whether an act that is known already is named, of which a number of the dead was told."""
    known = frame.definite and frame.points_back and frame.clause.link in OLDER and not frame.title
    return known and any(other.measure == one.measure and not (vague(other) or other.subset) for other, _ in before.figures)


def _in_one_place(frame: Frame, draft: Draft, before: Draft) -> bool:
    """Whether the draft names no place of its own beside the earlier one's: the same, or the region that lies in."""
    one, two = draft.place, before.place
    if one is None or two is None or nearness.same(one, two) or nearness.within(two, one):
        return True
    return frame.where is None and (nearness.may_be_one(one, two) or not _placed_beside(frame, draft))


def _placed_beside(frame: Frame, draft: Draft) -> bool:
    """«في كذا شنت غارات، وأوقعت عشرات القتلى»: whether that sentence, or the one before it, names the place of the draft."""
    near = (frame.clause.sentence - 1, frame.clause.sentence)
    return any(other.where is not None and other.clause.sentence in near for other in draft.frames)

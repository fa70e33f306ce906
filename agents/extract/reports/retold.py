"""Retold: round words («وقتل عشرات الإرهابيين») for people whom another account of the article counts add nobody."""

from typing import TYPE_CHECKING

from agents.extract.frames.events import VIOLENT, armed, compatible
from agents.extract.frames.frames import Frame
from agents.extract.places import nearness
from agents.extract.reports.drafts import Draft, near_days, same_days, same_people, vague

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

DOZENS = 20  # people: what «dozens» counts
SEVERAL = 2  # people: what a bare plural counts
FEW = 12  # drafts that are looked back at


def drop_on_top(draft: Draft, drafts: list[Draft]) -> None:
    """«A day in which dozens were killed», on top: another draft tells how many, of the same people there and then."""
    if draft.scope.scope != "incident" or not any(vague(one) and (one.low or 0) >= DOZENS for one, _ in draft.figures):
        return
    exact = [
        one
        for other in drafts
        if other is not draft
        and other.scope.scope == "incident"
        and (compatible(draft.code, other.code) or {draft.code, other.code} <= VIOLENT)
        and nearness.may_be_one(draft.place, other.place)
        and (same_days(other, draft.first, draft.last) or near_days(other, draft.first, draft.last))
        for one, _ in other.figures
        if not vague(one)
    ]
    draft.figures = [
        (one, frame)
        for one, frame in draft.figures
        if not (vague(one) and (one.low or 0) >= DOZENS and (frame.title or frame.lede) and any(covers(known, one) for known in exact))
    ]


def drop(drafts: list[Draft]) -> list[Draft]:
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


def covers(one: "FigureMention", round_one: "FigureMention") -> bool:
    """Whether a number is of the same people, and so many."""
    return one.measure == round_one.measure and same_people(one.party, round_one.party) and (one.low or 0) >= (round_one.low or 0)


def _again(one: "FigureMention", frame: Frame, draft: Draft, before: Draft) -> bool:
    """Whether an earlier draft counts, as exactly or more so, the people whom round words mean."""
    if one.subset or not vague(one) or not (before.scope.scope == draft.scope.scope == "incident"):
        return False
    if not (compatible(frame.code, before.code) or {frame.code, before.code} <= VIOLENT) or not _in_one_place(frame, draft, before):
        return False
    fight = _one_fight(one, frame, before)
    if (one.low or 0) <= SEVERAL and not fight:
        return False
    return near_days(before, draft.first, draft.last) and any(_counts(other, one, joint=fight) for other, _ in before.figures)


def _counts(other: "FigureMention", one: "FigureMention", *, joint: bool) -> bool:
    """Whether a figure says as much as the round one, or more; joint: whether one of the dead alone is as good."""
    if joint and one.measure == "killed_or_wounded" and other.measure in ("killed", "wounded"):
        one = one._replace(measure=other.measure)
    return not other.subset and covers(other, one)


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


def _in_one_place(frame: Frame, draft: Draft, before: Draft) -> bool:
    """Whether the draft names no place of its own beside the earlier one's: the same, or the region that lies in."""
    one, two = draft.place, before.place
    if one is None or two is None or frame.where is None:
        return True
    return nearness.same(one, two) or nearness.within(two, one)

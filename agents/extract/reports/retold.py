"""Retold: round words for people whom an earlier account has counted («وقتل عشرات الإرهابيين») add nobody."""

from typing import TYPE_CHECKING

from agents.extract.frames.events import VIOLENT, armed, compatible
from agents.extract.frames.frames import Frame
from agents.extract.places import nearness
from agents.extract.reports.drafts import Draft, near_days, same_people, vague

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

SEVERAL = 2  # people: what a bare plural counts
FEW = 12  # drafts that are looked back at


def drop(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those numbers, and without those drafts that told only of them."""
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
    measured = one.measure == other.measure or (joint and one.measure == "killed_or_wounded" and other.measure in ("killed", "wounded"))
    return measured and not other.subset and same_people(one.party, other.party) and (other.low or 0) >= (one.low or 0)


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

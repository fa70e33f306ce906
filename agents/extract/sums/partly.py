"""Partly: «37 قتيلا، بينهم عشرة صحافيين», and below «لقي عشرة صحافيين حتفهم في هذه الهجمات»: a part told again counts nobody more."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed, compatible
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.figures.mention import OTHER, OTHERS
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

REACH = 24  # drafts in which a part is sought
TWO = 2
LEAST = 3  # people: fewer are equal by accident


def mark(drafts: list[Draft]) -> None:
    """Marks numbers of drafts as repeated that only tell again of a part of those whom another draft counts."""
    told = [draft for draft in drafts[:REACH] if draft.scope.scope == "incident"]
    for draft in told:
        draft.repeated |= {(one.measure, one.low or 0) for one, frame in draft.figures if _of_another(one, frame, draft, told)}
    parts = [(one, whole) for whole in told for one, _ in whole.figures if one.subset and one.measure == "killed" and _exact(one)]
    if not parts:
        return
    for draft in told:
        for one, frame in draft.figures:
            if one.subset or one.measure != "killed" or not _exact(one) or not _of_known(one, frame):
                continue
            if any(whole is not draft and _same(part, one) and _there(whole, draft) for part, whole in parts):
                draft.repeated.add((one.measure, one.low or 0))


def _of_another(one: "FigureMention", frame: "Frame", draft: Draft, told: list[Draft]) -> bool:
    """«خمسة مدنيين وجنديان في هجومين», and the five here, the soldiers there: whether another act is told that killed them."""
    if not (frame.sums or frame.several) or not (frame.title or frame.lede) or one.subset or one.measure != "killed" or one.low != one.high:
        return False
    dead = [other for other, _ in draft.figures if other.measure == "killed" and not (other.subset or vague(other))]
    below = any(other.low == one.low for by in draft.frames if not (by.title or by.lede) for other in by.figures)
    if len(dead) < TWO or sum(other.low == one.low for other in dead) > 1 or below or (one.low or 0) < TWO:
        return False
    return any(
        other.low == one.low and other.measure == "killed" and armed(other.party) == armed(one.party) and _elsewhere(draft, later)
        for later in told
        if later is not draft
        for other, _ in later.figures
        if not other.subset
    )


def _elsewhere(draft: Draft, later: Draft) -> bool:
    """Whether another act was in another place, about the same day."""
    there = None not in (draft.place, later.place) and not nearness.may_be_one(draft.place, later.place)
    return there and (same_days(draft, later.first, later.last) or near_days(draft, later.first, later.last))


def _exact(one: "FigureMention") -> bool:
    return one.low == one.high and (one.low or 0) >= LEAST and not vague(one)


def _of_known(one: "FigureMention", frame: "Frame") -> bool:
    """Whether a clause speaks of an act that is known, or of none, and of nobody else who fell in it."""
    if OTHER in one.rules or OTHERS in one.rules or frame.further:
        return False
    return frame.points_back or frame.code == "harm"


def _same(part: "FigureMention", one: "FigureMention") -> bool:
    return part.low == one.low and same_people(part.party, one.party)


def _there(whole: Draft, draft: Draft) -> bool:
    """Whether two drafts may tell of one act, by its kind, days and place."""
    days = same_days(whole, draft.first, draft.last) or near_days(whole, draft.first, draft.last)
    return days and compatible(whole.code, draft.code) and nearness.may_be_one(whole.place, draft.place)

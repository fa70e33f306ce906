"""Partly: «37 قتيلا، بينهم عشرة صحافيين», and below «لقي عشرة صحافيين حتفهم في هذه الهجمات»: a part told again counts nobody more."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import compatible
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.figures.mention import OTHER, OTHERS
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

REACH = 24  # drafts in which a part is sought
LEAST = 3  # people: fewer are equal by accident


def mark(drafts: list[Draft]) -> None:
    """Marks numbers of drafts as repeated that only tell again of a part of those whom another draft counts."""
    told = [draft for draft in drafts[:REACH] if draft.scope.scope == "incident"]
    parts = [(one, whole) for whole in told for one, _ in whole.figures if one.subset and one.measure == "killed" and _exact(one)]
    if not parts:
        return
    for draft in told:
        for one, frame in draft.figures:
            if one.subset or one.measure != "killed" or not _exact(one) or not _of_known(one, frame):
                continue
            if any(whole is not draft and _same(part, one) and _there(whole, draft) for part, whole in parts):
                draft.repeated.add((one.measure, one.low or 0))


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

"""Totals: a count to date that is far more than any occurrence told before it, or adds these up: «ليرتفع عدد قتلى اليوم إلى خمسة»."""

from typing import TYPE_CHECKING

from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import vague
from agents.extract.figures import breakdown
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

FEW = 12  # parts that are tried as a sum
REACH = 4 * FEW  # drafts among which the parts of a total are sought


def mark(drafts: list[Draft]) -> None:
    """«ارتفعت حصيلة القتلى إلى 209», far more than any occurrence that the article told of the same people before: a toll of them all."""
    for draft in drafts:
        if draft.scope.scope != "incident" or any(frame.title or (frame.lede and frame.clause.link != "sum") for frame in draft.frames):
            continue
        tallied = [(one, frame) for one, frame in draft.figures if "figure.tally" in one.rules and _to_date(frame)]
        parts = [
            told(before, one)
            for one, frame in tallied
            for before in _earlier(drafts, draft, frame)
            if not elsewhere(frame.where, before.place)
        ]
        parts = [part for part in parts if part]
        if len(parts) > 1 and max(one.low or 0 for one, _ in tallied) >= sum(parts):
            added = max(one.low or 0 for one, _ in tallied) == sum(parts)
            draft.scope = draft.scope._replace(scope="summary" if added else "toll", rule="scope.total")
            draft.rules.append("scope.total")


def told(draft: Draft, total: "FigureMention", *, exactly: bool = False) -> int:
    """How many of the same people the draft tells of. exactly: without those of whom only «قتلى» is said, that make no sum."""
    alike = [one for one, _ in draft.figures if one.measure == total.measure and not one.subset and breakdown.one_side(one, total)]
    return sum(one.low or 0 for one in alike if not (exactly and vague(one)))


def elsewhere(whole: Place | None, part: Place | None) -> bool:
    """Whether a place lies in another governorate than a town: who fell there is no part of those who fell in the town."""
    if whole is None or part is None or whole.geo_precision >= nearness.COARSE:
        return False
    return None not in (whole.admin1, part.admin1) and whole.admin1 != part.admin1


def _earlier(drafts: list[Draft], draft: Draft, frame: Frame) -> list[Draft]:
    """The occurrences, other than a draft, whose numbers were told before a frame; the last few of them."""
    told = [
        one
        for one in drafts[:REACH]
        if one is not draft and one.scope.scope == "incident" and one.figures and one.figures[0][1].clause.start < frame.clause.start
    ]
    return told[-FEW:]


def _to_date(frame: Frame) -> bool:
    """Whether a frame raises a number, or adds up what was told before it («ليرتفع عدد القتلى»)."""
    return frame.updates or frame.clause.link == "sum"

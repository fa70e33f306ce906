"""Totals: a count to date that is far more than any occurrence told before it, or adds these up: «ليرتفع عدد قتلى اليوم إلى خمسة»."""

from typing import TYPE_CHECKING

from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import Entry, vague
from agents.extract.figures import breakdown
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

RAISED = "scope.raised"
FEW = 12  # parts that are tried as a sum
FAR, MORE = 4, 5  # a sum of more than so many times a number, and so many, is no later count of it
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
        if len(parts) == 1 and any(_far_above(one, frame, parts[0]) for one, frame in tallied):
            draft.scope = draft.scope._replace(scope="toll", rule="scope.total")
            draft.rules.append("scope.total")
        if len(parts) > 1 and max(one.low or 0 for one, _ in tallied) >= sum(parts):
            added = max(one.low or 0 for one, _ in tallied) == sum(parts)
            draft.scope = draft.scope._replace(scope="summary" if added else "toll", rule="scope.total")
            draft.rules.append("scope.total")


def _far_above(total: "FigureMention", frame: Frame, part: int) -> bool:
    """«قتل جنديان. وبذلك يرتفع عدد قتلى الجيش إلى 40»: whether a sum is of far more people than the one act told before it."""
    return frame.clause.link == "sum" and frame.code == "harm" and (total.low or 0) > FAR * part + MORE


def settle_raised(drafts: list[Draft]) -> None:
    """«أسفرت الضربات عن مقتل 11، مما يرفع الحصيلة إلى 27»: a sum is no occurrence beside the number that it raised.

    Where the text tells it of that act elsewhere («ارتفعت حصيلة قتلى الغارات إلى 27»), it stands for that number.
    """
    for draft in drafts[:REACH]:
        for total, frame in list(draft.figures) if draft.scope.scope == "incident" else ():
            if frame.clause.link != "sum" or frame.code != "harm" or total.subset or "figure.tally" not in total.rules:
                continue
            raised = next((found for other in drafts[:REACH] if other is not draft and (found := _raised(other, total, frame))), None)
            if raised is not None:
                _stands_for(draft, (total, frame), *raised)
    drafts[:] = [one for one in drafts if one.figures or RAISED not in one.rules or (one.place is not None and one.codes - {"harm"})]


def _stands_for(draft: Draft, sum_of: Entry, act: Draft, known: "FigureMention") -> None:
    """Puts a sum in the place of the number that it raised, where the text tells it of that act; else leaves it as a summary."""
    total = sum_of[0]
    again = _told_of_act(act, total) or _told_of_act(draft, total)
    if again:
        act.figures = [again if pair[0] is known else pair for pair in act.figures]
    left = [pair for pair in draft.figures if pair[0] is not total]
    draft.rules.append(RAISED)
    if not left and not again:
        draft.scope = draft.scope._replace(scope="summary", rule=RAISED)
    else:
        draft.figures = left


def _raised(draft: Draft, total: "FigureMention", frame: Frame) -> "tuple[Draft, FigureMention] | None":
    """The act, and the number of it, that a sum in the same sentence raises."""
    if draft.scope.scope != "incident" or draft.code == "harm":
        return None
    for one, by in draft.figures:
        beside = any(
            other.clause.sentence == frame.clause.sentence and one.low in [few.low for few in other.figures] for other in draft.frames
        )
        if beside and by.clause.link != "sum" and one.measure == total.measure and not one.subset and (one.low or 0) < (total.low or 0):
            return draft, one
    return None


def _told_of_act(draft: Draft, total: "FigureMention") -> "Entry | None":
    """The sum as the text tells it of an act."""
    told = ((one, frame) for frame in draft.frames if frame.code != "harm" for one in frame.figures)
    return next(((one, by) for one, by in told if one.measure == total.measure and one.low == total.low and not one.subset), None)


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
    return frame.updates or frame.clause.link == "sum" or frame.known_set

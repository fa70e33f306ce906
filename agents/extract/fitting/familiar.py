"""Familiar: a sentence that only says who people were of whom was told («وبين القتلى ضابط من كذا») counts them where they were counted."""

from typing import TYPE_CHECKING

from agents.extract.drafts.tallies import equal, vague
from agents.extract.figures.mention import TOLD
from agents.extract.harm.counts import PART

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame


def of_draft(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame without an act tells only parts of those whom the draft counts, or calls them by their number.

    The place that it names is where they came from.
    """
    if draft.scope.scope != frame.scope.scope or not _no_act(frame):
        return False
    told = [known for known, _ in draft.figures if not known.subset]
    if points_back(frame):
        return all(any(equal(known, one) for known in told) for one in frame.figures)
    return all(one.subset and PART in one.rules and any(_counts(known, one) for known in told) for one in frame.figures)


def _counts(known: "FigureMention", one: "FigureMention") -> bool:
    """Whether a number may count the people of another too."""
    return known.measure == one.measure and (vague(known) or (known.low or 0) > (one.low or 0))


def points_back(frame: "Frame") -> bool:
    """«القتلى الثلاثة»: whether people whom a frame without an act counts are known by their number."""
    return _no_act(frame) and all(TOLD in one.rules for one in frame.figures)


def _no_act(frame: "Frame") -> bool:
    return bool(frame.figures) and frame.code == "harm" and not frame.triggers

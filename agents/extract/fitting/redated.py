"""Redated: whether a frame tells the numbers of a draft on another day, or of another act, than what else the draft tells of."""

from agents.extract.drafts.drafts import Draft, same_days
from agents.extract.drafts.tallies import equal, vague
from agents.extract.fitting.fitting import MANY
from agents.extract.fitting.older import ONE_SIDED
from agents.extract.frames.frame import Frame


def dates_otherwise(draft: Draft, frame: Frame) -> bool:
    """Whether the frame tells the numbers of the draft on a day, or of an act, that is not that of what else the draft tells of."""
    first, last = frame.when
    if draft.counted or not draft.figures or not (first or last) or not _equals_all(draft, frame):
        return False
    if draft.stated:
        return not same_days(draft, first, last)
    bare = all(one.code == "harm" for one in draft.frames if one.figures)
    return bare and frame.code in ONE_SIDED and draft.code not in (frame.code, "harm")


def _equals_all(draft: Draft, frame: Frame) -> bool:
    """Whether the frame tells every number of the draft, great ones."""
    return all(
        (known.low or 0) >= MANY and not vague(known) and any(equal(known, one) for one in frame.figures) for known, _ in draft.figures
    )

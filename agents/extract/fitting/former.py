"""Former: an older account of an act («وكانت حصيلة سابقة أشارت إلى تسعة») counts nobody beside the newer one."""

from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import rival
from agents.extract.frames.frame import Frame
from agents.extract.harm.harm import HURT
from agents.extract.places import nearness

FIT = 2.0  # how well an account of no act of its own fits the draft of the act
PART = 0.25  # the number of an older account, over the newer one


def counts_less(draft: Draft, frame: Frame) -> bool:
    """Whether a frame tells an older account, of no act of its own, and counts fewer of those whom the draft counts."""
    if not frame.former or draft.scope.scope != frame.scope.scope or not (frame.code == "harm" or frame.points_back):
        return False
    if frame.where is not None and not nearness.may_be_one(draft.place, frame.where):
        return False
    told = [one for one in frame.figures if not one.subset]
    counted = {known.measure for known, _ in draft.figures}
    less = [one for one in told if any(rival(known, one) and _less(one.low, known.low) for known, _ in draft.figures)]
    others = [one for one in told if one.measure not in counted]  # «61 قتيلا و150 جريحا», where the newer account has no wounded
    return bool(less) and len(less) + len(others) == len(told) and all(one.measure in HURT for one in told)


def _less(low: int | None, known: int | None) -> bool:
    return PART * (known or 0) <= (low or 0) < (known or 0)

"""New act: «another attack» is not the one that was told, nor are «the two attacks» one of those that were told one by one."""

from typing import TYPE_CHECKING

from agents.extract.drafts.tallies import equal, vague
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

LATEST = 8  # frames of a draft that are looked at


def is_another(draft: "Draft", frame: "Frame") -> bool:
    """Whether «another attack» is not the draft's: its people are counted, or it was elsewhere, and no headline told its number."""
    if _of_all(draft, frame):
        return True
    if not frame.further or any(one.further for one in draft.frames[-LATEST:]):
        return False
    if not frame.figures and (frame.where is None or draft.place is None or nearness.same(frame.where, draft.place)):
        return False
    told = [known for known, source in draft.figures if source.title]
    return not any(equal(known, one) and not vague(one) for one in frame.figures for known in told)


def _of_all(draft: "Draft", frame: "Frame") -> bool:
    """«وبذلك ارتفعت حصيلة الهجومين إلى ستة»: whether a tally is of acts told one by one, of which the draft is one."""
    if not frame.known_set or not draft.figures or not any("figure.tally" in one.rules for one in frame.figures):
        return False
    return not any(one.title or one.several or one.sums for one in draft.frames)

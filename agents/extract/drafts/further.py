"""Further: «another attack» is not the one that was told."""

from typing import TYPE_CHECKING

from agents.extract.drafts.tallies import equal, vague
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

LATEST = 8  # frames of a draft that are looked at


def is_another(draft: "Draft", frame: "Frame") -> bool:
    """Whether «another attack» is not the draft's: its people are counted, or it was elsewhere, and no headline told its number."""
    if not frame.further or any(one.further for one in draft.frames[-LATEST:]):
        return False
    if not frame.figures and (frame.where is None or draft.place is None or nearness.same(frame.where, draft.place)):
        return False
    told = [known for known, source in draft.figures if source.title]
    return not any(equal(known, one) and not vague(one) for one in frame.figures for known in told)

"""Further: «another attack» is not the one that was told."""

from typing import TYPE_CHECKING

from agents.extract.drafts.tallies import equal, same_people, vague
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

OPENING = 16  # characters from the beginning of a sentence to its first place
LATEST = 8  # frames of a draft that are looked at


def is_another(draft: "Draft", frame: "Frame") -> bool:
    """Whether «another attack» is not the draft's: its people are counted, or it was elsewhere, and no headline told its number."""
    if not frame.further or any(one.further for one in draft.frames[-LATEST:]):
        return False
    if not frame.figures and (frame.where is None or draft.place is None or nearness.same(frame.where, draft.place)):
        return False
    told = [known for known, source in draft.figures if source.title]
    return not any(equal(known, one) and not vague(one) for one in frame.figures for known in told)


def opens_elsewhere(draft: "Draft", frame: "Frame") -> bool:
    """«وفي ولاية كذا، قتل ثلاثة أميركيين»: whether a sentence that counts others opens with its place."""
    if frame.clause.link or not (frame.places and frame.figures and draft.figures):
        return False
    opens = frame.places[0].start - frame.clause.start <= OPENING and frame.places[0].cue in ("in", "near")
    return opens and not any(same_people(one.party, known.party) for one in frame.figures for known, _ in draft.figures)

"""Headed: what the second half of a headline tells, without numbers, is the news: no count of another act that rises, no older act."""

from typing import TYPE_CHECKING

from agents.extract.drafts.drafts import NEAR_DAYS

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame


def apart(draft: "Draft", frame: "Frame") -> bool:
    """«حصيلة الهجوم ترتفع إلى 305 والجيش يقصف مواقع», «… وكانت شهدت الجمعة قصفا»: whether a frame tells of another act than such a half."""
    half = draft.frames[0]
    if frame.title and frame.clause.link == "new" and half.title and half.clause.sentence == frame.clause.sentence:
        return half.clause is not frame.clause  # «غارات على كذا والجيش يقصف كذا»: the two halves
    if draft.figures or not (half.title and half.clause.link == "new" and all(one.title for one in draft.frames)):
        return False
    if not any(one.part in ("now", "verb") for one in half.triggers):
        return False
    last = frame.when[1]
    older = frame.clause.link == "recap" and last is not None and (draft.published - last).days > NEAR_DAYS
    return older or (frame.updates and bool(frame.figures) and frame.definite)

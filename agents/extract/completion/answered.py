"""Answered: an act without a day that an article only condemns, or whose wounded somebody visits, was some days ago at most."""

from datetime import timedelta

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft

SINCE = timedelta(days=4)  # so long after an act letters of condolence, visits and sermons still are news


def of(draft: Draft, layers: Layers) -> bool:
    """Whether a draft that counts nobody is a noun for violence behind a word of condemning or answering («زار المصابين في التفجير»)."""
    if draft.figures:
        return False
    told = next((one for one in draft.frames if not one.title), draft.frames[0])
    act = next(iter(told.triggers), None)
    if act is None or act.part != "noun" or act.code not in VIOLENT:
        return False
    return any(one.start < act.start for value in ("condemn", "answer") for one in layers.cues(value, told.clause))

"""Answered: an act without a day that an article only condemns, or whose wounded somebody visits, was some days ago at most."""

from datetime import timedelta

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import vague

_DEED = (" الذي ", " التي ")
SINCE = timedelta(days=5)  # so long after an act letters of condolence, visits and sermons still are news


def of(draft: Draft, layers: Layers) -> bool:
    """Whether a draft that has no number is a noun for violence behind a word of condemning or answering («زار المصابين في التفجير»).

    Or what such a deed did («استنكر العمل الجبان الذي استهدف مسجدا»).
    """
    if not all(vague(one) for one, _ in draft.figures):
        return False
    told = next((one for one in draft.frames if not one.title), draft.frames[0])
    act = next(iter(told.triggers), None)
    if act is None or act.code not in VIOLENT or (act.part != "noun" and not layers.text.endswith(_DEED, 0, act.start)):
        return False
    return any(one.start < act.start for value in ("condemn", "answer") for one in layers.cues(value, told.clause))

"""Avenged: people of its own for whom a party strikes back («قصفت تركيا مواقع … ردا على مقتل خمسة من جنودها») fell in another act."""

from agents.extract.acts.events import FROM_AFAR, VIOLENT, armed
from agents.extract.drafts.drafts import Draft
from agents.extract.frames.frame import Frame

_BEFORE = "earlier"  # link of what was before that of which the sentence tells


def apart(draft: Draft, frame: Frame) -> bool:
    """Whether a frame tells, behind an act of a party in the same sentence, of its own people who fell before."""
    if frame.clause.link != _BEFORE or not frame.figures or not armed(draft.agent):
        return False
    if draft.target is None and draft.code not in FROM_AFAR:  # «غارات على القطاع بعد مقتل جندي»
        return False
    if draft.code not in VIOLENT or draft.recap or draft.frames[-1].clause.sentence != frame.clause.sentence or draft.agent == draft.target:
        return False
    return draft.frames[-1].clause.start < frame.clause.start and {one.party for one in frame.figures} == {draft.agent}

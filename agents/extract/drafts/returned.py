"""Returned: whether a frame tells of fire by those who were struck, or of what befell others than those who answered it."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts.further import LATEST
from agents.extract.drafts.older import ONE_SIDED
from agents.extract.roles import answers

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame


def is_answer(draft: "Draft", frame: "Frame") -> bool:
    """Whether a draft tells of fire that answered other fire, and the frame of what befell others than those."""
    return frame.roles.target != draft.target and any(answers.RULE in one.roles.rules for one in draft.frames[-LATEST:])


def strikes_back(draft: "Draft", frame: "Frame") -> bool:
    """Whether who was struck strikes; not where both are acts of one kind and nobody else is struck: he only stands before the verb."""
    agent = frame.roles.agent
    if not armed(agent) or frame.code not in ONE_SIDED or agent != draft.target:
        return False
    told = frame.figures and not frame.points_back and "roles.possessor" in frame.roles.rules
    if told and draft.agent and not draft.figures and all(one.party != agent for one in frame.figures):
        return True  # «الجيش يقصف الجماعة», «أصيب مدنيان بقذائف الجماعة»
    return not (frame.points_back or frame.code == draft.code) or frame.roles.target == draft.agent is not None

"""Executions: that a state carries out sentences of death says nothing of who did what was told before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame


def of_state(draft: "Draft", frame: "Frame") -> bool:
    """«ونفذت السلطات حكم الإعدام بحق مدانين»: whether a frame without numbers tells of executions by a state, and the draft of none."""
    agent = frame.roles.agent
    if frame.code != "execute" or frame.figures or agent is None or not agent.startswith("gov:"):
        return False
    return "execute" not in draft.codes and bool(draft.figures) and draft.agent != agent

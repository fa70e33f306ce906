"""Executions: who is put to death, or killed by his own, fell in no fight told before; nor did a state that does so do what was told."""

from typing import TYPE_CHECKING

from agents.extract.roles.roles import OWN

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame


def apart(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame tells of executions that are no part of what the draft tells."""
    return _of_state(draft, frame) or _after_fight(draft, frame)


def of_own(draft: "Draft", frame: "Frame") -> bool:
    """«قتل التنظيم عشرة من رفاقهم»: whether the frame tells what a party did to its own men, and the draft of two parties."""
    two = draft.agent != draft.target if draft.agent is not None else draft.code == "clash"  # which nobody fights alone
    return OWN in frame.roles.rules and draft.target is not None and two


def _of_state(draft: "Draft", frame: "Frame") -> bool:
    """«ونفذت السلطات حكم الإعدام بحق مدانين»: whether a frame without numbers tells of executions by a state, and the draft of none."""
    agent = frame.roles.agent
    if frame.code != "execute" or frame.figures or agent is None or not agent.startswith("gov:"):
        return False
    return "execute" not in draft.codes and bool(draft.figures) and draft.agent != agent


def _after_fight(draft: "Draft", frame: "Frame") -> bool:
    """«دارت اشتباكات في كذا. وأعدم التنظيم خمسة»: whether a frame tells that people were put to death, and the draft of a fight."""
    if frame.code != "execute" or draft.code != "clash" or "execute" in draft.codes:
        return False
    return any(one.code == "execute" and (one.part == "verb" or bool(one.done)) for one in frame.triggers)

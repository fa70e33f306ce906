"""Members: «ووقع الهجوم الأول في كذا»: one of several acts that were told together is of their kind and by whom they were."""

from collections.abc import Sequence

from agents.extract.acts.events import compatible
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.fitting.fitting import GENERIC
from agents.extract.frames.frame import Frame
from agents.extract.scope import actsets

_BACK = 6  # drafts among which that which tells of all is sought


def inherit(draft: Draft, frame: Frame, found: Sequence[Draft], layers: Layers) -> None:
    """Gives the draft that a frame opens the kind and the doer of all, where its own words leave them open."""
    if not frame.ordered or draft.recap:
        return
    whole = next((one for one in reversed(found[-_BACK:]) if not one.recap and _of_all(one, layers)), None)
    if whole is None or not compatible(whole.code, draft.code):
        return
    if draft.code in GENERIC:
        draft.code = whole.code
    if frame.roles.agent is None:
        draft.agent, draft.named = whole.agent, whole.named


def _of_all(draft: Draft, layers: Layers) -> bool:
    """Whether a clause of the draft speaks of several acts as a set."""
    return any(actsets.of(layers.text, one.clause.start, one.clause.stop) for one in draft.frames)

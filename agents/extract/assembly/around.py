"""Around: what a further sentence tells of the war around an attack on people without arms makes it no fight, nor a blast a shelling."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

_VAGUE, _FIGHTS = frozenset(["assault", "harm"]), frozenset(["clash", "advance"])
_FROM_AFAR = frozenset(["air", "shell"])


def told(draft: "Draft", frame: "Frame") -> bool:
    """«قتل عشرة مدنيين في هجوم على حافلة. وكان الجيش قد بدأ عملية عسكرية»: whether the newest frame only tells of the war around.

    It counts nobody, points back to nothing, and stands in a sentence of its own below the top.
    """
    if frame.figures or frame.title or frame.lede or frame.points_back or len(draft.frames) < 2:
        return False
    if draft.frames[-2].clause.sentence == frame.clause.sentence:
        return False
    if draft.code == "blast":
        return frame.code in _FROM_AFAR and bool(draft.figures)
    if draft.code not in _VAGUE or frame.code not in _FIGHTS:
        return False
    parties = {one.party for one, _ in draft.figures if not one.subset}
    return "civilians" in parties and not any(map(armed, parties))

"""Cost: who fell where ground was won («سيطروا على القاعدة بعد مقتل عشرة جنود») fell in no act of its own."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame


def of_ground(draft: "Draft", frame: "Frame") -> bool:
    """«سيطروا على القاعدة بعد مقتل عشرة جنود»: whether a clause without an act counts who fell where ground was won, in its sentence."""
    last = draft.frames[-1].clause
    bare = frame.code == "harm" and frame.where is None and frame.when == (None, None) and VIOLENT.isdisjoint(frame.codes - {"harm"})
    return draft.code == "territory" and bare and last.sentence == frame.clause.sentence and last is not frame.clause


def of_fight(draft: "Draft", frame: "Frame") -> bool:
    """«تمكنت خلال معارك من تحرير البلدة. وأسفرت المعارك عن مقتل 20»: whether the next sentence tells of the fight for ground."""
    last = draft.frames[-1]
    if draft.code != "territory" or frame.code != "clash" or frame.clause.sentence - last.clause.sentence != 1:
        return False
    return any(one.code == "clash" and one.amid for one in last.triggers)

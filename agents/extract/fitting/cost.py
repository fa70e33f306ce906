"""Cost: who fell where ground was won («سيطروا على القاعدة بعد مقتل عشرة جنود») fell in no act of its own."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, armed

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

NEXT = 1  # sentence
FIT = 0.45  # what that counts for: a little less than a fight told as near


def of_ground(draft: "Draft", frame: "Frame") -> bool:
    """«سيطروا على القاعدة بعد مقتل عشرة جنود»: whether a clause without an act counts who fell where ground was won, in its sentence.

    In the next sentence («وقال مصدر إن 13 من الجماعة قتلوا») it does where all were of the two that fought for it.
    """
    last = draft.frames[-1].clause
    bare = frame.code == "harm" and frame.where is None and frame.when == (None, None) and VIOLENT.isdisjoint(frame.codes - {"harm"})
    if draft.code != "territory" or not bare:
        return False
    if last.sentence == frame.clause.sentence:
        return last is not frame.clause
    if frame.title or frame.clause.sentence - last.sentence != NEXT or frame.clause.link or last.link or not frame.figures:
        return False
    return all(armed(one.party) and (draft.target is None or one.party in (draft.agent, draft.target)) for one in frame.figures)


def of_fight(draft: "Draft", frame: "Frame") -> bool:
    """«سيطروا على التلال. وأسفرت المعارك عن مقتل عشرة»: whether a known fight is the one by which ground was won, told right before it.

    So is any of the next sentence where the ground was won amid a fight: «تمكنت خلال معارك من تحرير البلدة».
    """
    last = draft.frames[-1]
    if draft.code != "territory" or frame.code != "clash" or frame.clause.sentence - last.clause.sentence > NEXT:
        return False
    if not (draft.recap or frame.title) and frame.points_back and frame.figures:
        return True
    return frame.clause.sentence - last.clause.sentence == NEXT and any(one.code == "clash" and one.amid for one in last.triggers)

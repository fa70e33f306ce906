"""Prisoners: who was captured in a fight that was just told is counted with its other losses («وأسرت القوات سبعة من المسلحين»)."""

from typing import TYPE_CHECKING

from agents.extract.frames.events import armed
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.frames.frames import Frame
    from agents.extract.reports.drafts import Draft

NEAR = 2  # sentences: as far they are told from the fight
_TAKEN = frozenset(["arrest", "capture"])
_FIGHTS = frozenset(["clash", "territory", "raid", "assault", "shooting", "harm"])


def of_fight(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame only counts prisoners of one of the draft's sides, and no word says that they were arrested.

    Beside a fight an arrest is an act of its own: the police makes it later, and elsewhere.
    """
    if frame.code not in _TAKEN or draft.code not in _FIGHTS or any(one.code == "arrest" for one in frame.triggers):
        return False
    if frame.code == "capture" and draft.code == "territory":
        return False  # between ground won and prisoners there may be a fight of which they are
    if not nearness.may_be_one(draft.place, frame.where) or frame.clause.sentence - draft.frames[-1].clause.sentence > NEAR:
        return False
    sides = {draft.agent, draft.target, *(one.party for one, _ in draft.figures)}
    return bool(frame.figures) and all(one.measure == "captured" and armed(one.party) and one.party in sides for one in frame.figures)

"""Anaphora: the parties of a fight that a clause only points at («اشتباكات بين الطرفين»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.extract.frames.frames import Frame

_BOTH = re.compile(r"\sبين\s(?:الطرفين|الجانبين|الفريقين)(?![\u0621-\u064a])")
_BACK, _FRAMES = 3, 6  # sentences and frames that are looked back


def pointed_at(frame: "Frame", before: Sequence["Frame"], text: str) -> "Frame":
    """The frame, with the two that were named last where it only says «both sides»."""
    who = frame.roles
    if who.agent or who.target or not _BOTH.search(text, frame.clause.start, frame.clause.stop):
        return frame
    for other in reversed(before[-_FRAMES:]):
        if frame.clause.sentence - other.clause.sentence > _BACK:
            break
        if other.roles.agent and other.roles.target:
            frame.roles = who._replace(agent=other.roles.agent, target=other.roles.target, rules=(*who.rules, "roles.both-sides"))
            frame.rules.append("roles.both-sides")
            break
    return frame

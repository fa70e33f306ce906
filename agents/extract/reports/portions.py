"""Portions: a number on top that later clauses share out among places («25 killed»: 18 here, 7 there) is no account of either."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.frames.frames import Frame

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

LEAST = 5  # people: fewer add up by accident
REACH = 12  # clauses with numbers among which a total is sought
Shares = dict[int, set[int]]


def shares(frames: Sequence[Frame]) -> Shares:
    """For each frame on top whose number others share out, by id, the ids of those others."""
    counted = [(frame, one) for frame in frames[: 4 * REACH] if frame.scope.scope == "incident" for one in _exact(frame)]
    found: Shares = {}
    for at, (frame, total) in enumerate(counted):
        if not (frame.title or frame.lede) or (total.low or 0) < LEAST:
            continue
        later = [pair for pair in counted[at + 1 : at + 1 + REACH] if pair[0].clause is not frame.clause and _alike(pair[1], total)]
        if part := _run(later, total.low or 0):
            found.setdefault(id(frame), set()).update(id(one) for one in part)
    return found


def _exact(frame: Frame) -> list["FigureMention"]:
    return [one for one in frame.figures if one.measure == "killed" and not one.subset and one.low and one.low == one.high]


def _alike(one: "FigureMention", total: "FigureMention") -> bool:
    return (one.low or 0) < (total.low or 0) and (one.party == total.party or "unknown" in (one.party, total.party))


def _run(later: Sequence[tuple[Frame, "FigureMention"]], total: int) -> list[Frame]:
    """The frames, told one after the other, whose numbers make the total, each with an act and a place of its own; none where none do."""
    for first in range(len(later)):
        told = 0
        for last in range(first, len(later)):
            told += later[last][1].low or 0
            if told >= total:
                break
        parts = [frame for frame, _ in later[first : last + 1]]
        where = {frame.where.name for frame in parts if frame.where}
        if told == total and len(parts) > 1 and len(where) == len(parts):
            return parts
    return []

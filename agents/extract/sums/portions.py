"""Portions: a number on top that later clauses share out among places («25 killed»: 18 here, 7 there) is no account of either."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.figures import breakdown
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention

LEAST = 5  # people: fewer add up by accident
MANY = 10  # people: so many do not, though the place of one of the acts is told elsewhere
ROUND, OVER = 20, 1.1  # people: so many are told in round words; their parts, over those
REACH = 12  # clauses with numbers among which a total is sought
NEXT = 6  # clauses with numbers among which those two are sought
_NO_ACT = "harm"
SOON = 3  # sentences behind a number in which its parts are told
Shares = dict[int, set[int]]


def shares(frames: Sequence[Frame]) -> Shares:
    """For each frame on top whose number others share out, by id, the ids of those others."""
    counted = [(frame, one) for frame in frames[: 4 * REACH] if frame.scope.scope == "incident" for one in frame.figures if _killed(one)]
    found: Shares = {}
    for at, (frame, total) in enumerate(counted):
        if not (frame.title or frame.lede) or (total.low or 0) < LEAST:
            continue
        later = [pair for pair in counted[at + 1 : at + 1 + REACH] if pair[0].clause is not frame.clause and _may_be_part(pair[1], total)]
        if part := _run(later, total):
            found.setdefault(id(frame), set()).update(id(one) for one in part)
    for part_of in [one for one in frames if one.whole is not None]:
        for frame, total in counted:
            if part_of.whole and frame is not part_of and (total.measure, total.low) == (part_of.whole.measure, part_of.whole.low):
                found.setdefault(id(frame), set()).add(id(part_of))
    for frame, parts in _made_up(frames):
        found.setdefault(id(frame), set()).update(id(one) for one in parts)
    return found


def _made_up(frames: Sequence[Frame]) -> list[tuple[Frame, list[Frame]]]:
    """«مقتل 9 مسلحين و6 مدنيين في أعمال عنف»: clauses of no act of their own, each of whose numbers one of two later acts tells.

    The two have towns of their own, and between them tell all.
    """
    counted = [frame for frame in frames[: 4 * REACH] if frame.figures and frame.scope.scope == "incident"]
    found = []
    for at, frame in enumerate(counted):
        total = _exact(frame)
        if frame.code != _NO_ACT or len(total) < 2:
            continue
        parts = [one for one in counted[at + 1 : at + 1 + NEXT] if one.code != _NO_ACT and one.where is not None]
        told = [(one, numbers) for one in parts if (numbers := _exact(one)) and numbers < total]
        pair = next(
            (
                [one, two]
                for one, first in told
                for two, second in told
                if one.clause.sentence < two.clause.sentence and first | second == total and not first & second and one.where != two.where
            ),
            None,
        )
        if pair is not None and max(number for _, number in total) >= LEAST:
            found.append((frame, pair))
    return found


def _exact(frame: Frame) -> frozenset[tuple[str, int]]:
    """The exact numbers of a clause, by what they count; none where one of them is no exact one, or two count the same of as many."""
    whole = [one for one in frame.figures if not one.subset]
    exact = frozenset((one.measure, one.low) for one in whole if one.low and one.low == one.high)
    return exact if len(exact) == len(whole) else frozenset()


def whole_of(frame: Frame, drafts: Sequence["Draft"], figures: Sequence["FigureMention"]) -> "Draft | None":
    """The occurrence whose number a clause only tells parts of («من بين القتلى سبعة أطفال»); None where it tells anything else.

    figures: those of the text, in which parts name their whole by its index.
    """
    if not frame.figures or any(one.parent is None or not one.subset for one in frame.figures):
        return None
    wholes = {one.parent for one in frame.figures}
    whole = figures[wholes.pop() or 0]
    if wholes or any((one.low or 0) >= (whole.low or 0) for one in frame.figures):
        return None
    if not (frame.definite or frame.code == "harm") or frame.clause.sentence - whole.sentence > SOON:
        return None  # an act of its own
    draft = next((one for one in reversed(drafts) if any(_same_number(known, whole) for known, _ in one.figures)), None)
    return draft if draft and nearness.may_be_one(frame.where, draft.place) else None


def _same_number(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say the same number of the same harm."""
    return not one.subset and (one.measure, one.low, one.high) == (two.measure, two.low, two.high)


def _may_be_part(one: "FigureMention", total: "FigureMention") -> bool:
    """Whether a figure counts fewer people than another, of what may be the same party."""
    return (one.low or 0) < (total.low or 0) and breakdown.one_side(one, total)


def _killed(one: "FigureMention") -> bool:
    """Whether a figure gives a number of dead, be it a least one."""
    return one.measure == "killed" and not one.subset and bool(one.low) and (one.low == one.high or "number.at-least" in one.rules)


def _run(later: Sequence[tuple[Frame, "FigureMention"]], of: "FigureMention") -> list[Frame]:
    """The frames, told one after the other, whose numbers make the total, each with an act of its own; none where none do.

    Each names its own place, where the total is no great one. A round total may be a little less than its parts («أكثر من 50»: 11 and 42).
    """
    total = of.low or 0
    near = OVER * total if total >= ROUND and total % MANY == 0 else total
    for first in range(len(later)):
        told = 0
        for last in range(first, len(later)):
            told += later[last][1].low or 0
            if told >= total:
                break
        parts = [frame for frame, _ in later[first : last + 1]]
        where = [frame.where.name for frame in parts if frame.where]
        apart = len(set(where)) == len(where) and len({id(frame) for frame in parts}) == len(parts)
        if len(parts) < 2 or not apart:
            continue
        exact = told == total and all(one.low == one.high for one in (of, *(later[at][1] for at in range(first, last + 1))))
        if (exact and where and total >= MANY) or (len(where) == len(parts) and (exact or total < told <= near)):
            return parts
    return []

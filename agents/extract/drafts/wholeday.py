"""Whole day: «وأكدت الوزارة إصابة 320 مواطنا», behind one who fell in some town, counts all who were hurt that day, as the top does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts.drafts import Draft, same_days
from agents.extract.drafts.tallies import vague

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

MANY = 20  # people without arms: fewer may have been hurt where one fell
ALIKE = 0.5  # the smaller of two accounts of one day, over the larger


def of_top(best: Draft, known: Sequence[Draft], frame: "Frame") -> Draft | None:
    """The draft on top that counts as many, where a frame that names no place would be told of one person's death; else None."""
    if frame.where is not None or frame.title or frame.lede or frame.scope.scope != "incident":
        return None
    if frame.clause.link not in ("", "new") or (frame.clause.link and not frame.attribution.source):
        return None  # «كما أعلنت مصادر طبية إصابة 184»
    great = [
        one for one in frame.figures if one.measure == "wounded" and not one.subset and (one.low or 0) >= MANY and not armed(one.party)
    ]
    if not great or not _of_one(best):
        return None
    for draft in known:
        if draft is best or draft.scope.scope != "incident" or not any(told.lede or told.title for told in draft.frames):
            continue
        if same_days(draft, best.first, best.last) and any(_as_many(one, great[0]) for one, _ in draft.figures):
            return draft
    return None


def _of_one(draft: Draft) -> bool:
    """Whether a draft, told below the top, counts only one who was killed."""
    if any(told.lede or told.title for told in draft.frames) or not draft.figures:
        return False
    return all(one.measure == "killed" and one.low == one.high == 1 for one, _ in draft.figures if not one.subset)


def _as_many(one: "FigureMention", great: "FigureMention") -> bool:
    """Whether two numbers may be those of all who were hurt on one day."""
    if one.measure != great.measure or one.subset or armed(one.party):
        return False
    low, high = sorted((one.low or 1, great.low or 1))
    return (vague(one) and (one.low or 0) <= (great.low or 0)) or low >= ALIKE * high

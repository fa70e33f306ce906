"""Headed: what a headline tells beside the first sentence: its numbers, and a second half without any, which is the news."""

from typing import TYPE_CHECKING

from agents.extract.drafts import altogether
from agents.extract.drafts.drafts import NEAR_DAYS
from agents.extract.drafts.tallies import DOZENS, Entry, equal, made_exact, rival, same_people, vague

_SEVERAL = 2  # people: of one who fell others may be told than of whom a headline tells

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame


def accounts_for(known: "FigureMention", figure: "FigureMention", frame: "Frame") -> bool:
    """Whether the first sentence makes a headline's number exact by a figure, or counts as many of the same people beside those of it."""
    return made_exact(known, figure) or any(equal(known, one) and one.party == known.party and not vague(one) for one in frame.figures)


def counts_others(entry: Entry, frame: "Frame", figure: "FigureMention", *, on_top: bool) -> bool:
    """Whether a number is rival to one told before: no account of a headline, nor of more who fell in the act («وقتل فيه أيضا خمسة»)."""
    if not rival(entry[0], figure) or altogether.besides(entry, frame, figure):
        return False
    return not (on_top and accounts_for(entry[0], figure, frame))


def tells_fallen(draft: "Draft", frame: "Frame") -> bool:
    """«مقتل ضابطين والقبض على 86», «أعلن الجيش مقتل ضابطين»: whether the first sentence counts a headline's dead, and tells of no act."""
    if frame.code != "harm" or not frame.lede or frame.title or not draft.figures or not all(one.title for one in draft.frames):
        return False
    fallen = [one for one, _ in draft.figures if one.measure == "killed" and not one.subset and (one.low or 0) >= _SEVERAL]
    return any(
        equal(known, one) and same_people(known.party, one.party) and vague(known) == vague(one) and (not vague(one) or one.low == DOZENS)
        for known in fallen
        for one in frame.figures
    )


def apart(draft: "Draft", frame: "Frame") -> bool:
    """«حصيلة الهجوم ترتفع إلى 305 والجيش يقصف مواقع», «… وكانت شهدت الجمعة قصفا»: whether a frame tells of another act than such a half."""
    half = draft.frames[0]
    if frame.title and frame.clause.link == "new" and half.title and half.clause.sentence == frame.clause.sentence:
        return half.clause is not frame.clause  # «غارات على كذا والجيش يقصف كذا»: the two halves
    if draft.figures or not (half.title and half.clause.link == "new" and all(one.title for one in draft.frames)):
        return False
    if not any(one.part in ("now", "verb") for one in half.triggers):
        return False
    last = frame.when[1]
    older = frame.clause.link == "recap" and last is not None and (draft.published - last).days > NEAR_DAYS
    return older or (frame.updates and bool(frame.figures) and frame.definite)

"""Makeup: a number and those who make it up («قيادي و12 من مرافقيه», «13 مسلحا») are one account; the number says it shorter."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import STREET, armed
from agents.extract.figures import breakdown
from agents.extract.harm.harm import HURT

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

PAIR = 2  # persons, or numbers
MANY, ALIKE = 10, 0.8  # people; the smaller of two accounts of one number, over the larger
_STREET = STREET | {"shooting", "clash", "harm", "assault", "murder"}
NEAR = 3  # sentences: what is told farther away adds up by accident


def again(draft: "Draft", frame: "Frame") -> bool:
    """Whether the frame tells of whom a number of the draft is made up, or the sum of whom one of the draft's frames counts."""
    if not draft.figures or not frame.figures or not _near(draft, frame):
        return False
    told = [one for one, _ in draft.figures]
    if len(frame.figures) > 1 and any(breakdown.made_up(total, frame.figures) for total in told):
        return True
    return len(told) > 1 and any(breakdown.made_up(total, one) for total in frame.figures for one in _by_frame(draft))


def crowd_again(draft: "Draft", frame: "Frame") -> bool:
    """«وفاة 17 وإصابة 1500 في تظاهرات», «المواجهات التي أسفرت عن مقتل 16 وإصابة 1400»: whether both tell of a crowd on one day."""
    if len(frame.figures) < PAIR or not frame.points_back or not {draft.code, frame.code} <= _STREET:
        return False
    if not draft.stated or draft.first is None or frame.when[0] != draft.first:
        return False
    told = {one.measure: one.low for one, _ in draft.figures if _many(one)}
    pairs = [sorted((one.low or 0, told.get(one.measure) or 0)) for one in frame.figures if _many(one)]
    return len(pairs) == PAIR and all(low >= ALIKE * high for low, high in pairs)


def _many(one: "FigureMention") -> bool:
    """Whether a figure is a whole number of so many dead or wounded without arms as two days seldom have alike."""
    return one.measure in HURT and not one.subset and (one.low or 0) >= MANY and not armed(one.party)


def one_by_one(told: "list[FigureMention]", figures: "list[FigureMention]") -> bool:
    """«مقتل جنديين», «أن ضابطا ومجندا قتلا»: whether the figures tell one by one of the two whom a number told before counts."""
    for known in told:
        if known.low == known.high == PAIR and not known.subset:
            found = [one for one in breakdown.exact(figures, known.measure) if breakdown.one_side(known, one)]
            if len(found) == PAIR and all(one.low == 1 for one in found) and any("figure.chained" in one.rules for one in found):
                return True
    return False


def settle(draft: "Draft", frame: "Frame") -> set[int]:
    """The figures of a frame, by id, that only tell of whom a number of the draft is made up; a total of the frame goes before such."""
    if not frame.figures:
        return set()
    if not draft.figures or breakdown.breaks_down(frame.figures, [one for one, _ in draft.figures]):
        return _within(frame)  # of several sides the parts say more
    within = _within(frame)
    known = within | {id(one) for one in frame.figures if (one.measure, one.low) in draft.parts and not one.subset}
    if not _near(draft, frame):
        return known
    parts = {id(part) for total in frame.figures for told in _by_frame(draft) for part in breakdown.made_up(total, told)}
    if parts:
        draft.parts |= {(one.measure, one.low) for one, _ in draft.figures if id(one) in parts}
        draft.figures = [pair for pair in draft.figures if id(pair[0]) not in parts]
    made = {id(part) for total, _ in draft.figures for part in breakdown.made_up(total, frame.figures)}
    draft.parts |= {(one.measure, one.low) for one in frame.figures if id(one) in made}
    return known | made


def _within(frame: "Frame") -> set[int]:
    """«أربعة بانفجار عبوتين، الأولى قتلت شخصا والثانية ثلاثة»: the figures, by id, that make up one told before them in the clause."""
    for at, total in enumerate(frame.figures):
        parts = breakdown.made_up(total, frame.figures[at + 1 :]) if (total.low or 0) >= breakdown.LEAST else []
        if parts and not any("figure.chained" in one.rules for one in parts):
            return {id(one) for one in parts}
    return set()


def _near(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame stands near what was told of a draft, or the draft on top of the article."""
    if any(one.title or one.lede for one in draft.frames[:2]):
        return True
    return any(frame.clause.sentence - one.clause.sentence <= NEAR for one in draft.frames[-2:])


def _by_frame(draft: "Draft") -> list[list["FigureMention"]]:
    """The figures of a draft, those of one frame together."""
    found: dict[int, list[FigureMention]] = {}
    for one, told in draft.figures:
        found.setdefault(id(told), []).append(one)
    return list(found.values())

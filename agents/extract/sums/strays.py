"""Strays: parts of a number that another draft counts («من بين القتلى سبعة أطفال», sentences below it) are told with that number."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import Entry, enter, same_people
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

RULE = "scope.parts"
REACH = 24  # drafts among which the number is sought
_BOTH, _CROWD = "killed_or_wounded", "protesters"
_HURT = ("قتلي", "ضحايا", "شهداء", "جرحي", "مصابين", "اصابات")  # «من بين الضحايا 11 امرأة»: of whom was told
_NEAR = 60  # characters
_COUNTING = frozenset(["incident", "toll"])


def settle(drafts: list[Draft], layers: Layers) -> None:
    """Gives parts whose draft does not count whom they are part of to the one that does; a draft of nothing but such is a summary."""
    told = [draft for draft in drafts[:REACH] if draft.scope.scope in _COUNTING]
    for draft in told:
        strays = [pair for pair in draft.figures if pair[0].subset and not _counts(draft, pair[0])]
        moved = [pair for pair in strays if _give(pair, draft, told, layers)]
        if not moved:
            continue
        gone = [part for part, _ in moved]
        draft.figures = [(one, source) for one, source in draft.figures if not any(one is part for part in gone)]
        draft.rules.append(RULE)
        if not draft.figures and all(frame.figures for frame in draft.frames):
            draft.scope = draft.scope._replace(scope="summary", rule=RULE)


def _counts(draft: Draft, part: "FigureMention") -> bool:
    """Whether a draft has a number of what befell a part."""
    return any(one.measure in (part.measure, _BOTH) and not one.subset for one, _ in draft.figures)


def _give(pair: Entry, draft: Draft, told: list[Draft], layers: Layers) -> bool:
    """Gives a part to the draft that counts its whole; whether there is one."""
    part, frame = pair
    whole = layers.figures[part.parent] if part.parent is not None else None
    beside = whole is not None and whole.sentence == part.sentence
    said = layers.text[max(part.start - _NEAR, 0) : part.start]
    back = frame.definite or frame.points_back or frame.code == "harm" or any(one in said for one in _HURT)
    anywhere = beside or back  # a place there is none of another act
    others = [one for one in told if one is not draft and (anywhere or nearness.may_be_one(one.place, draft.place))]
    home = None
    if whole is not None and _may_hold(whole, part):
        home = next((one for one in others if any(_same_number(known, whole) for known, _ in one.figures)), None)
    if home is None and not beside:
        before = [one for one in others if one.frames[0].clause.start < frame.clause.start]
        home = next((one for one in reversed(before) if any(_may_hold(known, part) for known, _ in one.figures)), None)
    if home is None:
        return False
    enter(home.figures, frame, part, opening=False, campaign=home.scope.scope == "toll")
    return True


def _same_number(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say the same number of the same harm, of what may be the same people."""
    return not one.subset and (one.measure, one.low, one.high) == (two.measure, two.low, two.high) and same_people(one.party, two.party)


def _may_hold(whole: "FigureMention", part: "FigureMention") -> bool:
    """Whether a number may count those whom a part tells of: there are more of them, and nobody without arms is of those with arms."""
    if whole.subset or whole.measure not in (part.measure, _BOTH) or (whole.low or 0) < (part.low or 0):
        return False
    if whole.high is not None and (whole.low or 0) == (part.low or 0):
        return False
    return same_people(whole.party, part.party) or not (armed(whole.party) or (whole.party == _CROWD and armed(part.party)))

"""Few again: two to four dead of one side, in one place on the same days, who are told of in two acts of a kind, are the same people."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft, same_days
from agents.extract.drafts.tallies import vague
from agents.extract.figures.mention import MORE
from agents.extract.places import nearness
from agents.extract.sums.repeats import leave_out, like, told_of
from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

LEAST, MOST = 2, 4  # people: of one each act has its own; more are counted once wherever they are told of again
REACH = 24  # drafts
_LOOSE = frozenset(["harm", "assault", "clash", "blast"])  # codes of acts that may be told as another kind elsewhere
_CROWD = frozenset(["unknown", "civilians", "protesters"])
_ALSO = re.compile(r"(?<![\u0621-\u064a])(?:كما\s(?:قتل|استشهد|سقط|لقي|قضي|توفي|اغتيل)\S*|ايضا|كذلك|لاحقا)(?![\u0621-\u064a])")
_ALSO_BY = ("كما ", "ايضا", "كذلك", "لاحقا")  # letters without which it finds nothing


def settle(drafts: list[Draft], layers: Layers) -> None:
    """Takes such dead out of the act that tells of nobody else, or of which less is told."""
    known: list[tuple[FigureMention, Draft]] = []
    for draft in drafts[:REACH]:
        for one, frame in [pair for pair in draft.figures if _are_few(pair[0], draft)]:
            before = next(
                (other for few, other in known if other is not draft and _as_many(few, one) and _may_be_one(other, draft, one)), None
            )
            if before is None or _are_more(one, frame, layers):
                known.append((one, draft))
                continue
            less = _lesser(before, draft)
            if less is None:
                continue
            less.repeated.add(("killed", one.low or 0))
            leave_out(less)
            break


def _lesser(before: Draft, draft: Draft) -> Draft | None:
    """That of two which counts no other dead, and tells less."""
    alone = [one for one in (before, draft) if sum(figure.measure == "killed" and not figure.subset for figure, _ in one.figures) == 1]
    if len(alone) == 1:
        return alone[0]
    return (before if told_of(before) <= told_of(draft) else draft) if alone else None


def _as_many(few: "FigureMention", one: "FigureMention") -> bool:
    """Whether two numbers are the same, of one side, or of people of whom no word says that they bear arms."""
    return few.low == one.low and (few.party == one.party or {few.party, one.party} <= _CROWD)


def _are_few(one: "FigureMention", draft: Draft) -> bool:
    """Whether a draft of news counts so few dead of a side that is named."""
    if draft.scope.scope != "incident" or draft.recap or draft.lag is not None or draft.place is None:
        return False
    return one.measure == "killed" and one.subset is None and LEAST <= (one.low or 0) <= MOST and not vague(one)


def _may_be_one(before: Draft, draft: Draft, one: "FigureMention") -> bool:
    """Whether two drafts tell of like acts of the same days in one place, or one nearer than the other."""
    here, there = before.place, draft.place
    if here is None or there is None or not like(before.code, draft.code):
        return False
    alike = (before.first, before.last) == (draft.first, draft.last)
    if not alike and ((before.stated and draft.stated) or not same_days(before, draft.first, draft.last)):
        return False
    if nearness.same(here, there) or nearness.within(here, there) or nearness.within(there, here):
        return True
    exact = before.code != draft.code and _LOOSE.isdisjoint((before.code, draft.code))  # a mine here, shells there
    return armed(one.party) and not exact and (nearness.in_region(there, here) or nearness.in_region(here, there))


def _are_more(one: "FigureMention", frame: "Frame", layers: Layers) -> bool:
    """Whether words say that these are others than those who were told of."""
    if frame.further or frame.listed or not MORE.isdisjoint(one.rules):
        return True
    return search(_ALSO, _ALSO_BY, layers.text, frame.clause.start, frame.clause.stop) is not None

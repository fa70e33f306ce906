"""Sum again: the parts of a number («16 طفلا وأربع نساء») and the number itself («20 مدنيا») told apart of one act are one occurrence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import akin
from agents.extract.drafts.drafts import same_days
from agents.extract.drafts.tallies import vague
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention

_LOOKED_AT = 12  # drafts: what is told twice is told near the top
_FEW = 5  # people: fewer add up by accident
_PARTS = 2
_ANYBODY = frozenset(["unknown", "civilians"])


def merge(drafts: "list[Draft]") -> "list[Draft]":
    """The drafts without those that only tell in parts whom another counts as one number, or the other way round."""
    near = [one for one in drafts[:_LOOKED_AT] if one.scope.scope == "incident" and not one.recap]
    gone: set[int] = set()
    for parts in near:
        told = _plain(parts)
        if len(told) < _PARTS or sum(one.low or 0 for one in told) < _FEW or any(one.high is None for one in told):
            continue
        whole = next((one for one in near if one is not parts and id(one) not in gone and _counts(one, told) and _alike(one, parts)), None)
        if whole is not None:
            gone.add(id(parts))
            _take_over(whole, parts)
    return [one for one in drafts if id(one) not in gone] if gone else drafts


def _plain(draft: "Draft") -> "list[FigureMention]":
    return [one for one, _ in draft.figures if one.measure == "killed" and not one.subset]


def _counts(draft: "Draft", parts: "Sequence[FigureMention]") -> bool:
    """Whether the one number of those killed that a draft has is the sum of some parts, and they are of no foe of whom it counts."""
    told = _plain(draft)
    if len(told) != 1 or vague(told[0]) or told[0].high is None or told[0].low != sum(one.low or 0 for one in parts):
        return False
    party = told[0].party
    return party == "unknown" or all(one.party in _ANYBODY or one.party == party for one in parts)


def _alike(whole: "Draft", parts: "Draft") -> bool:
    """Whether both may be of one act, which stands on top of the article."""
    if not any(frame.title or frame.lede for frame in (*whole.frames, *parts.frames)) or not same_days(whole, parts.first, parts.last):
        return False
    if not akin(whole.code, parts.code) or (None not in (whole.agent, parts.agent) and whole.agent != parts.agent):
        return False
    one, two = whole.place, parts.place
    return nearness.may_be_one(one, two) or (one is not None and two is not None and nearness.part_of_its_region(one, two))


def _take_over(whole: "Draft", parts: "Draft") -> None:
    """What the draft of the parts says better: where it was, and others who were hurt."""
    finer = parts.place is not None and (whole.place is None or parts.place.geo_precision < whole.place.geo_precision)
    whole.place = parts.place if finer else whole.place
    whole.agent, whole.target = whole.agent or parts.agent, whole.target or parts.target
    known = {one.measure for one, _ in whole.figures if not vague(one)} | {"killed"}
    better = [(one, frame) for one, frame in parts.figures if one.measure not in known]
    said = {one.measure for one, _ in better if not vague(one)}
    whole.figures = [(one, frame) for one, frame in whole.figures if one.measure not in said] + better
    whole.frames += parts.frames

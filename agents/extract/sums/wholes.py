"""Wholes: how many were hurt on the whole day, told behind those who died by name in one town of it, is no number of that town."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS, FROM_AFAR, STREET
from agents.extract.fitting import fitting

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

_MANY = 20  # people: so many are seldom hurt with the one who is named
_NAMED = 3  # people who died in one town
_STREET = STREET | {"shooting", "harm", "clash"}  # what is done where crowds meet a force
_BURSTS = BOMBS | FROM_AFAR
_HURT = frozenset(["wounded", "killed_or_wounded"])
_TOP = 3  # drafts among which that of the first sentences stands


def lead_of(found: "list[Draft]", latest: "Draft", frame: "Frame") -> "Draft | None":
    """«قتل ثلاثة في احتجاجات … وقتل الشاب علي شرق رفح. وأكد المتحدث إصابة 320»: the draft of all who fell, if there is one."""
    if not _counts_many(frame) or not _of_few(latest):
        return None
    lead = next((one for one in found[:_TOP] if one is not latest and any(told.lede or told.title for told in one.frames)), None)
    if lead is None or lead.codes.isdisjoint(_STREET) or not lead.codes.isdisjoint(_BURSTS) or _killed(lead) <= _killed(latest):
        return None
    if None not in (lead.agent, latest.agent) and lead.agent != latest.agent:
        return None
    return lead if fitting.score(lead, frame) else None


def _counts_many(frame: "Frame") -> bool:
    """Whether a statement that names no place and no act counts many wounded, and nobody killed."""
    whole = [one for one in frame.figures if not one.subset]
    if frame.where is not None or frame.sums or not frame.codes <= _STREET:
        return False
    if any(one.points_back and one.code != "shooting" for one in frame.triggers):
        return False  # «في الاشتباكات»; not «بالرصاص الحي»
    return bool(whole) and all(one.measure in _HURT for one in whole) and (whole[0].low or 0) >= _MANY


def _of_few(draft: "Draft") -> bool:
    """Whether a draft tells below the top of one or few who were killed in a town, and of nobody else who was hurt."""
    if draft.place is None or not draft.codes <= _STREET or any(one.lede or one.title for one in draft.frames):
        return False
    return 0 < _killed(draft) <= _NAMED and not any(one.measure in _HURT for one, _ in draft.figures)


def _killed(draft: "Draft") -> int:
    return sum(one.low or 0 for one, _ in draft.figures if one.measure == "killed" and not one.subset)

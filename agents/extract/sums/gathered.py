"""Gathered: a number of several acts, by word or on top of a wide place, whose parts the article tells about as many of one by one."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import vague
from agents.extract.figures import breakdown
from agents.extract.figures.mention import OTHERS
from agents.extract.places import nearness
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

LEAST = 20  # people: fewer are about a sum by accident
_TWO, _PARTS = 2, 3  # of which a number on top is made up; of a set of acts two
_LESS, _MORE = 0.9, 1.1  # what the parts make, over a number that is rounded or counted at another hour
_SET_LESS = 0.75  # the same of a known set, of which an act may not be told
_REACH = 12  # drafts among which the parts are sought


def without_others(total: "FigureMention", after: Sequence[Draft]) -> list[Draft]:
    """«ستة في كذا. وأربعة آخرون في كذا»: of the drafts behind a number those that may tell its parts, and not of others right behind it."""
    return list(dropwhile(lambda later: _of_others(total, later), after))


def _of_others(total: "FigureMention", later: Draft) -> bool:
    """Whether a draft tells of more people than those before it; not «مقتل عنصر واعتقال 13 آخرين», who are others than he."""
    return any(OTHERS in one.rules and one.measure == total.measure and frame.figures[0] is one for one, frame in later.figures)


def total(drafts: list[Draft], draft: Draft) -> "tuple[FigureMention, list[Draft]] | None":
    """A number of a draft that others tell in parts, and those others; None where there is none."""
    if draft.scope.scope != "incident":
        return None
    for one, frame in draft.figures:
        if one.measure != "killed" or one.subset or vague(one) or (one.low or 0) < LEAST:
            continue
        at = next(index for index, other in enumerate(drafts) if other is draft)
        if frame.title or frame.lede:
            parts = _parts(drafts[at + 1 : at + 1 + _REACH], draft, one)
            least = 2 if (frame.several and _wide(draft.place)) or (frame.title and _may_be_more(parts, one)) else _PARTS
            if frame.several and (told := [part for part, _ in parts if _is_one(part, draft)]):
                return one, told
            over = _wide(draft.place) or _in_other_towns(draft.place, [part.place for part, _ in parts[:_PARTS]])
            if over and _make(parts, one, least=least, less=_LESS):
                return one, [part for part, _ in parts]
        elif frame.known_set:
            parts = _parts([*drafts[max(at - _REACH, 0) : at], *drafts[at + 1 : at + 1 + _REACH]], draft, one)
            if _make(parts, one, least=2, less=_SET_LESS):
                return one, [part for part, _ in parts]
    return None


def _is_one(part: Draft, draft: Draft) -> bool:
    """«قتل مئة في سلسلة غارات …. وشملت الغارات مواقع، من بينها الكلية التي قتل فيها 72»: whether it tells of one of the acts of a set."""
    by_same = draft.agent is None or part.agent in (None, draft.agent)
    return by_same and any(frame.of_set and frame.figures for frame in part.frames)


def _may_be_more(parts: list[tuple[Draft, int]], total: "FigureMention") -> bool:
    """«مقتل 50» on top, «أكثر من 30 في كذا، إضافة إلى 17 في كذا» below: whether one of the two parts that come next is open upwards."""
    counted = [one for part, _ in parts[:2] for one, _ in part.figures if one.measure == total.measure and not (one.subset or vague(one))]
    return len(counted) == _TWO and any(one.high is None for one in counted)


def _make(parts: list[tuple[Draft, int]], total: "FigureMention", *, least: int, less: float) -> bool:
    """Whether the first parts, so many or more, make about a number."""
    found = 0
    for count, (_, part) in enumerate(parts, 1):
        found += part
        if found > _MORE * (total.low or 0):
            return False
        if count >= least and found >= less * (total.low or 0):
            return True
    return False


def _parts(others: list[Draft], draft: Draft, total: "FigureMention") -> list[tuple[Draft, int]]:
    """The occurrences of those days in that place, and how many of the same people each tells of, where fewer."""
    found = []
    for other in others:
        if other.scope.scope != "incident" or not _there(draft.place, other.place):
            continue
        if not (same_days(draft, other.first, other.last) or near_days(draft, other.first, other.last)):
            continue
        alike = [one for one, _ in other.figures if one.measure == total.measure and not (one.subset or vague(one))]
        part = sum(one.low or 0 for one in alike if breakdown.one_side(one, total))
        if 0 < part < (total.low or 0):
            found.append((other, part))
    return found


def _wide(place: Place | None) -> bool:
    return place is None or place.geo_precision >= nearness.DISTRICT


def _in_other_towns(whole: Place | None, parts: list[Place | None]) -> bool:
    """«في غارات على إدلب», then «في بنش», «في سراقب», «في أريحا»: whether each part has a town of its own, and none that of the number."""
    names = {one.name for one in parts if one is not None and (whole is None or not nearness.same(whole, one))}
    return len(names) == len(parts)


def _there(whole: Place | None, part: Place | None) -> bool:
    """Whether a place may lie where the number counts, in its governorate where that is a town."""
    if nearness.may_be_one(whole, part) or whole is None or part is None:
        return True
    return whole.admin1 is not None and whole.admin1 == part.admin1

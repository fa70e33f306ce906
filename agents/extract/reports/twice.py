"""Twice: an act that counts nobody, with the kind, the place, the sides and the days of another of its article, is that one told again."""

import re
from collections.abc import Container, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.places import nearness
from agents.extract.words.letters import search
from streams.records import Place, Report

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft

RULE = "report.again"
_MORE = re.compile(
    r"(?<![\u0621-\u064a])(?:كما|ايضا|كذلك|اخري?|اخرين|اخرون|ثاني?ه?|ثالثه?|الي ذلك|في غضون ذلك)(?![\u0621-\u064a])"
)  # told as one act more
_MORE_BY = ("كما", "ايضا", "كذلك", "اخر", "ثان", "ثالث", "ذلك")
_LEADS = 4  # frames on top of an act that are looked at
_RECALLS, _COUNTING = "scope.told-again", frozenset(["incident", "toll"])  # the rule of such numbers; scopes that do not only add up
_UNKNOWN = "unknown"  # whom nobody names
_TWO = 2
_BLOWS = frozenset(["Armed clash", "Attack", "Air/drone strike", "Shelling/artillery/missile attack"])  # what one blow may be called
REACH = 60  # reports before and behind one among which it is sought; articles tell of half as many at most


class Again(NamedTuple):
    """An act that was told again. [start, stop): the clause that leads it, in the folded text.

    report: as it would stand, its id "". into: the id of the report that it is in.
    """

    start: int
    stop: int
    report: Report
    into: str


def repeats(found: Sequence[Report], placed: Container[str], on_top: Container[str] = (), of_land: Container[str] = ()) -> dict[str, str]:
    """Ids of the incidents of an article that are told again, in order, each with that of the one it is, which stands.

    Of two that count nobody the first stands; who counts somebody always does, and so does what is no incident.
    placed: ids of those whose own words name their place, or that go on with what was told; «وهاجموا مواقع أخرى», in a town told before,
    is another act.
    on_top: ids of those that headline or first sentence tell of a whole governorate; the town is told further down.
    of_land: ids of those that are told of a whole country, or a part of it, and not as one act more; the town is told before or behind.
    Nor does one stand whose numbers are but told again: it only recalls the act that counts them.
    """
    again: dict[str, str] = {}
    for at, one in enumerate(found):
        if _RECALLS in one.rules and one.scope == "summary":
            near = _around(found, at)
            counting = next((other.id for other in near if other.scope in _COUNTING and _counts(other, one)), None)
            if counting is not None:
                again[one.id] = counting
            continue
        if one.figures or one.scope != "incident":
            continue
        if one.id in of_land:
            near = _around(found, at)
            town = next((other.id for other in near if other.scope == "incident" and other.id not in again and _in_town(one, other)), None)
            if town is not None:
                again[one.id] = town
                continue
        if one.id not in placed:
            continue
        behind = (other for other in found[at + 1 : at + 1 + REACH] if other.figures)
        near = (*found[max(at - REACH, 0) : at], *behind)
        other = next((other.id for other in near if other.scope == "incident" and _is(one, other)), None)
        if other is None and one.id in on_top:
            below = (other for other in found[at + 1 : at + 1 + REACH] if other.scope == "incident" and other.start >= one.stop)
            other = next((other.id for other in below if _is_fuller(other, one)), None)
        if other is not None:
            again[one.id] = again.get(other, other)  # which may be told again itself
    return again


def _around(found: Sequence[Report], at: int) -> tuple[Report, ...]:
    """The reports before and behind one among which it is sought."""
    return (*found[max(at - REACH, 0) : at], *found[at + 1 : at + 1 + REACH])


def _counts(other: Report, one: Report) -> bool:
    """«غداة هجوم أسفر عن 13 قتيلا», and the attack is told with its 13: whether one counts as many of each as another that recalls it."""
    told = {(figure.measure, figure.low) for figure in other.figures if not figure.subset}
    return all((figure.measure, figure.low) in told for figure in one.figures if not figure.subset)


def _is(one: Report, other: Report) -> bool:
    """Whether two tell of the same kind of act by the same upon the same, in one place, on days of which one may be the other's."""
    return _alike(one, other) and one.place is not None and other.place is not None and _one_spot(one.place, other.place)


def _is_fuller(one: Report, other: Report) -> bool:
    """«غارات على محافظة كذا», and below: «استهدفت الغارات بلدة كذا»: whether one tells in which part of its governorate the other was."""
    if not _alike(one, other) or one.place is None or other.place is None:
        return False
    return nearness.part_of_its_region(one.place, other.place)


def _in_town(one: Report, other: Report) -> bool:
    """«أعلن الحرس استهداف مواقع الحزب في إقليم كذا أمس», «أطلق الحرس صواريخ على مقر الحزب في بلدة كذا»: whether one tells where it was.

    Both are by the same, who is named; what they did may be called otherwise.
    """
    if one.place is None or other.place is None or other.place.geo_precision >= one.place.geo_precision:
        return False
    if _sides(one)[0] is None or one.actor1 != other.actor1 or not nearness.within(other.place, one.place) or not _on_one_day(one, other):
        return False
    kinds, targets = {one.sub_event_type, other.sub_event_type}, {_sides(one)[1], _sides(other)[1]} - {None}
    return len(targets) < _TWO and (len(kinds) < _TWO or kinds <= _BLOWS)


def _alike(one: Report, other: Report) -> bool:
    """Whether two tell of the same kind of act by the same upon the same, on days of which one may be the other's.

    One may leave open who they were.
    """
    if one.sub_event_type != other.sub_event_type or not _on_one_day(one, other):
        return False
    pairs = list(zip(_sides(one), _sides(other), strict=True))
    return all(first in (None, second) for first, second in pairs) or all(second in (None, first) for first, second in pairs)


def _sides(one: Report) -> tuple[str | None, str | None]:
    """Who did it and to whom, None where nobody is named."""
    return None if one.actor1 == _UNKNOWN else one.actor1, None if one.actor2 == _UNKNOWN else one.actor2


def told_fuller(one: Report, again: Sequence[Report]) -> Report:
    """A report, with whoever only another telling of its act names («بعد هجوم كذا» on top, «تبنى التنظيم الهجوم في كذا» below)."""
    for other in again:
        agent, target = _sides(one)
        if agent is None and other.actor1 != one.actor2:
            agent = _sides(other)[0]
        if target is None and other.actor2 != agent:
            target = _sides(other)[1]
        one = one.model_copy(update={"actor1": agent or one.actor1, "actor2": target or one.actor2})
    return one


def _one_spot(one: Place, other: Place) -> bool:
    """Whether two places are one; listed ones by their names, for towns of a list may lie a kilometre apart («بلدتي سقبا وكفر بطنا»)."""
    return one.place_id == other.place_id if one.place_id and other.place_id else nearness.same(one, other)


def _on_one_day(one: Report, other: Report) -> bool:
    """Whether the days of two overlap; both may be of no day."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return first is second
    return max(first[0], second[0]) <= min(first[1], second[1])


def _days(one: Report) -> tuple[date, date] | None:
    first, last = one.date_start or one.date_end, one.date_end or one.date_start
    return (first, last) if first and last else None


def goes_on(draft: "Draft", text: str) -> bool:
    """Whether an act without a place of its own is one that a source goes over, or that is known: not «كما هاجموا», not «مواقع أخرى»."""
    return any(frame.attribution.spoken or frame.definite for frame in draft.frames[:_LEADS]) and not _is_one_more(draft, text)


def of_land(draft: "Draft", text: str) -> bool:
    """Whether an act that counts nobody is told of a whole country, or of a part of it, and not as one act more.

    Not of ground, which is won town by town.
    """
    place = draft.place
    if draft.figures or draft.code == "territory" or place is None or place.geo_precision <= nearness.COARSE:
        return False
    return not _is_one_more(draft, text)


def _is_one_more(draft: "Draft", text: str) -> bool:
    """«كما هاجموا», «وفي غضون ذلك قصفوا»: whether one of the clauses that lead an act tells it beside others."""
    return any(
        frame.further or frame.clause.link == "new" or search(_MORE, _MORE_BY, text, frame.clause.start, frame.clause.stop)
        for frame in draft.frames[:_LEADS]
    )

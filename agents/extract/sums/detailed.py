"""Detailed: a number of several acts, told below the top, whose acts the next sentences tell one by one («25 في غارات», 3, 8 and 14)."""

from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.clauses.clauses import OLDER
from agents.extract.drafts.drafts import Draft, same_days
from agents.extract.drafts.tallies import vague
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.scope import actsums
from agents.extract.sums import gathered, totals

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

RULE = "scope.detailed"
LEAST = 3  # people: fewer are a sum by accident
SOON = 5  # sentences behind a number in which its acts are told
REACH, PARTS = 24, 8  # drafts that are looked at; drafts behind one that may tell its parts
_ABOUT = frozenset(["number.about", "number.at-least"])
_LESS, _MORE = 0.9, 1.1  # what the parts make, over a rounded number


def mark(drafts: list[Draft], layers: Layers) -> None:
    """Makes a summary of a draft whose one number is the sum of what is told right behind it."""
    for at, whole in enumerate(drafts[:REACH]):
        killed = [(one, frame) for one, frame in whole.figures if one.measure == "killed" and not one.subset]
        if whole.scope.scope != "incident" or len(killed) != 1:
            continue
        total, frame = killed[0]
        if frame.title or frame.lede or frame.clause.link in OLDER or vague(total) or (total.low or 0) < LEAST:
            continue
        after = gathered.without_others(total, drafts[at + 1 : at + 1 + PARTS])
        parts = [(later, count) for later in after if (count := _part(whole, total, frame, later))]
        several = actsums.many(layers.text, frame.clause.start, frame.clause.stop) and (_wide(frame) or _each_elsewhere(whole, parts))
        if _makes([count for _, count in parts], total, several=several, singles=all(_one_each(part) for part, _ in parts)):
            whole.scope = whole.scope._replace(scope="summary", rule=RULE)
            whole.rules.append(RULE)


def _part(whole: Draft, total: "FigureMention", frame: Frame, later: Draft) -> int:
    """How many of the same people a draft tells of soon behind a number, there and on that day; 0 where it tells of others."""
    if later.scope.scope != "incident" or later.recap or later.lag is not None or len({whole.agent, later.agent} - {None}) > 1:
        return 0
    away = [told.clause.sentence - frame.clause.sentence for one, told in later.figures if one.measure == "killed"]
    if not away or not 0 <= away[0] <= SOON or (later.stated and not same_days(whole, later.first, later.last)):
        return 0
    if not (nearness.may_be_one(whole.place, later.place) or _in_governorate(whole, later) or _one_each(later)):
        return 0
    return totals.told(later, total, exactly=True)


def _in_governorate(whole: Draft, later: Draft) -> bool:
    one, two = whole.place, later.place
    return one is not None and two is not None and one.admin1 is not None and one.admin1 == two.admin1


def _wide(frame: Frame) -> bool:
    """Whether a frame names no town."""
    return frame.where is None or frame.where.geo_precision >= nearness.DISTRICT


def _each_elsewhere(whole: Draft, parts: list[tuple[Draft, int]]) -> bool:
    """Whether each part has a place of its own, and none that of the number, which stands for its governorate."""
    names = {part.place.name for part, _ in parts if part.place and not (whole.place and nearness.same(whole.place, part.place))}
    return len(names) == len(parts)


def _one_each(draft: Draft) -> bool:
    """Whether a draft tells of its dead one by one."""
    return all(one.low == 1 for one, _ in draft.figures if one.measure == "killed" and not (one.subset or vague(one)))


def _makes(parts: list[int], total: "FigureMention", *, several: bool, singles: bool) -> bool:
    """Whether the parts make a number of several acts, or one by one exactly any number."""
    found, people = 0, total.low or 0
    for at, part in enumerate(parts):
        found += part
        if part >= people or found > _MORE * people:
            return False
        if at and found == people and (several or (singles and at + 1 == len(parts))):
            return True
    rounded = several and not _ABOUT.isdisjoint(total.rules)
    return rounded and len(parts) > 2 and _LESS * people <= found

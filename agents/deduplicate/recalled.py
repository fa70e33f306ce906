"""An occurrence recalled: a paper that does not say when many were killed tells of those whom others count as many, in one governorate.

News of no day is of these days; what is recalled by the way («the town in which 38 tourists were killed») is of any. Left alone it would
be counted once more, in the days before the paper.
"""

from agents.deduplicate.figures import UNSAID
from agents.deduplicate.traits import SOME, WORDS, Traits

ROUND = 100  # killed: from so many on a round number is as telling; it is asked for one kind of act then
ABOUT = 1  # day: the act may be of the day on which the paper came out


def number_of(one: Traits) -> int:
    """The dead by whom an occurrence is known again, whenever it was; 0 where there are none, or they are too few or only estimated."""
    dead = one.greatest[0]
    if one.scope != "incident" or dead < SOME or (dead in WORDS and ("killed", dead, None) in one.numbers):
        return 0
    return dead if dead % 10 or dead >= ROUND else 0


def is_recalled(left: Traits, right: Traits) -> bool:
    """Whether one does not say when, and tells of as many dead of one governorate as the other, who were not killed later. Symmetric."""
    return _recalls(left, right) or _recalls(right, left)


def _recalls(one: Traits, other: Traits) -> bool:
    number = number_of(one)
    if not one.since or not number or number != number_of(other):
        return False
    if other.first is None or one.last is None or other.first > one.last + ABOUT or not _of_one_land(one, other):
        return False
    if number % 10 == 0 and one.kind != other.kind:
        return False
    doers = {one.actor1, other.actor1} - UNSAID
    return one.kinetic and other.kinetic and len(doers) < 2


def _of_one_land(one: Traits, other: Traits) -> bool:
    here, there = one.spot, other.spot
    if here is None or there is None or here.country != there.country:
        return False
    return here.bare == there.bare or (here.admin1 is not None and here.admin1 == there.admin1)

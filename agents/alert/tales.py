"""What an alert tells of, and whether two of one rule may tell of one occurrence.

Linking keeps apart what it is not sure of, and an article that tells of one attack twice gives each telling its own incident. Two alerts
are one where they are of one place and of days next to each other and say the same number of dead, or the same weapon.
"""

from datetime import date
from typing import NamedTuple

from agents.alert.grounds import is_near, may_hold
from agents.alert.sides import UNKNOWN, may_be_one
from streams.records import Incident, Place
from streams.vocabulary import AlertKind

Count = tuple[str, int]  # a side, and how many of it died
LONGEST = 7  # days of a span on which an incident is looked for
FEW, SOME = 5, 10  # dead: so many or more are seldom equal by chance, of one day and of two
ROUND, GREAT = 10, 100  # multiples of it are estimates, which are equal by chance, unless they are so great


class Tale(NamedTuple):
    """What an alert's incident says. days: as ordinals, at least one; killed: best figure; told: every number of dead that somebody
    counted, with its side; dead: those that are agreed on; whole: what is agreed on for the side that lost most, and for all together.
    """

    kind: AlertKind
    country: str
    days: tuple[int, ...]
    place: Place
    weapon: str | None
    killed: int
    told: frozenset[Count]
    dead: tuple[Count, ...]
    whole: tuple[Count, ...]


def tale_of(incident: Incident, kind: AlertKind) -> Tale | None:
    """What an incident says of which there is an alert; None where no day or no place is known."""
    first, last = incident.date_start or incident.date_end, incident.date_end or incident.date_start
    if first is None or last is None or incident.place is None or not incident.history:
        return None
    now = incident.history[-1]
    dead = tuple(sorted(now.dead.items()))
    whole = tuple(sorted(dead, key=lambda one: (-one[1], one[0]))[:1])
    if len(dead) > 1 and sum(count for _, count in dead) == now.killed:
        whole += ((UNKNOWN, now.killed),)
    counted = [c for c in incident.claims if c.measure == "killed" and not c.subset and c.hedge != "denied" and (c.numbered or not c.rules)]
    told = frozenset([(c.party, c.low or c.high or 0) for c in counted]).union(dead, whole)
    return Tale(kind, incident.country, _days(first, last), incident.place, now.weapon, now.killed, told, dead, whole)


def _days(first: date, last: date) -> tuple[int, ...]:
    begin = first.toordinal()
    return tuple(range(begin, max(begin, min(last.toordinal(), begin + LONGEST - 1)) + 1))


def are_one(one: Tale, other: Tale, km: float) -> bool:
    """Whether two alerts of one rule may be of one occurrence. km: so near two places are one."""
    if one.country != other.country or one.days[0] > other.days[-1] + 1 or other.days[0] > one.days[-1] + 1:
        return False
    next_day = one.days[0] > other.days[-1] or other.days[0] > one.days[-1]
    near = is_near(one.place, other.place, km)
    if one.kind == "weapon":
        unlike = next_day and one.dead and other.dead and not _say_one(one, other, next_day=True, said=True)
        return near and one.weapon == other.weapon and not unlike
    return (near or may_hold(one.place, other.place)) and _say_one(one, other, next_day=next_day, said=not near)


def _say_one(one: Tale, other: Tale, *, next_day: bool, said: bool) -> bool:
    """Whether what is agreed on in the one was also said in the other. said: it is to be said of one side."""
    return _says(one, other, next_day=next_day, said=said) or _says(other, one, next_day=next_day, said=said)


def _says(one: Tale, other: Tale, *, next_day: bool, said: bool) -> bool:
    for side, count in one.whole:
        if count < (SOME if next_day else FEW):
            continue
        if next_day and count < GREAT and count % ROUND == 0 and all(count != most for _, most in other.whole):
            continue
        sides = [theirs for theirs, number in other.told if number == count and may_be_one(side, theirs)]
        if any(theirs == side != UNKNOWN or (not said and UNKNOWN not in (side, theirs)) for theirs in sides):
            return True
        if sides and not said and not _are_others(one, other):
            return True
    return False


def _are_others(one: Tale, other: Tale) -> bool:
    """Whether both say how many of one side died, and not the same: then all together are equal by chance."""
    return any(side == theirs and count != number for side, count in one.dead for theirs, number in other.dead)

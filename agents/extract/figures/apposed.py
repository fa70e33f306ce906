"""Apposed: parts of a number right before them: «ثمانية أشخاص، ست نساء ورجلان», «36 شخصا: 20 امرأة و16 طفلا», «9 أطفال و4 دون سن كذا»."""

import re
from collections.abc import Callable

from agents.extract.counted.chains import joined
from agents.extract.harm.counts import MADE_OF, PART, Count, Line
from agents.extract.harm.gaps import STOP
from agents.extract.people.victims import ARMS

_COLON = re.compile(r"\s?[،:(\-–«\"]\s?")
_OF_AGE = re.compile(r"\s(?:دون|تحت|(?:لم|لا)\s[يت]تجاوز\S*|(?:تقل\s)?اعمارهم)\s")
_MINORS = frozenset(["children", "women", "men"])
_SIDES_LEAST, _PART_REACH = 4, 70  # people; characters from a number to its first part, or from one to the next
_BETWEEN = 30  # characters from one part to the next
_LEAST = 2  # parts


def settle(line: Line) -> None:
    """At the end of the sentence: tells of such parts what is told of their whole."""
    for at in range(line.first, len(line.counts) - _LEAST):
        whole = line.counts[at]
        people = whole.people
        exact = people.low == people.high
        if not whole.measures or whole.part_of is not None or (people.low or 0) < _LEAST or not (exact or people.rule == "number.at-least"):
            continue
        if (people.low or 0) >= _SIDES_LEAST and (parts := _sides(line, at)):
            for count in parts:
                count.whole = at
                count.tell(MADE_OF, whole.measures, whole.harm)
            continue
        parts = _adding_up(line, at, _is_joined) if exact else []
        of_sides = any(count.people.noun.whose in ARMS for count in parts)  # «28 قتيلا: 17 متمردا و11 من الجيش»
        for count in parts:
            if of_sides:
                count.whole = at
            else:
                count.part_of = at
            count.tell(MADE_OF if of_sides else PART, whole.measures, whole.harm)
    _younger(line)
    _further(line)


def _further(line: Line) -> None:
    """«بينهم صحفي وسبعة صحفيين آخرين»: of parts of one kind the second counts more of them; both are one number."""
    for at in range(line.first + 1, len(line.counts)):
        one, more = line.counts[at - 1], line.counts[at]
        if one.part_of is None or one.part_of != more.part_of or one.measures != more.measures or not more.people.other:
            continue
        exact = one.people.low == one.people.high and more.people.low == more.people.high
        if exact and one.people.noun.subset == more.people.noun.subset is not None and more.people.particles[:1] == "و":
            both = (one.people.low or 0) + (more.people.low or 0)
            more.people = more.people._replace(low=both, high=both)
            one.measures, one.part_of = (), None


def _younger(line: Line) -> None:
    """«23 طفلا و14 طفلا دون سن الثامنة»: the same people again, of an age, are some of those before them."""
    for at in range(line.first + 1, len(line.counts)):
        earlier, count = line.counts[at - 1], line.counts[at]
        same = count.people.noun.subset == "children" == earlier.people.noun.subset and count.measures == earlier.measures != ()
        if not same or count.part_of is not None or earlier.part_of is not None or (count.people.low or 0) > (earlier.people.low or 0):
            continue
        if count.people.particles[:1] == "و" and _OF_AGE.match(line.text, count.people.stop):
            count.part_of = at - 1
            count.rules.clear()
            count.tell(PART, earlier.measures, None)


def _sides(line: Line, at: int) -> list[Count]:
    """«30 في معارك كذا، بينهم 18 من الجيش و12 من الجماعة»: those behind a count, or parts of it, that add up to it; their sides decide."""
    found = _adding_up(line, at, _is_side)
    return [] if all(one.people.noun.subset in _MINORS for one in found) else found


def _is_side(count: Count, at: int, gap: str, first: bool) -> bool:
    """Whether a count, behind a gap, is of those that make up the one at an index."""
    if (count.measures and count.part_of != at) or not count.people.counted or STOP.search(gap):
        return False
    return _opens(count, at, gap) if first else joined(count.people, gap) and len(gap) <= _PART_REACH


def _opens(count: Count, at: int, gap: str) -> bool:
    """Whether the first part stands behind «بينهم», or a comma that ends where and how they fell."""
    return count.part_of == at or (gap.endswith(("، ", ": ", "- ")) and len(gap) <= _PART_REACH and " و" not in gap)


def _is_joined(count: Count, at: int, gap: str, first: bool) -> bool:
    """Whether a count, behind a gap, stands in a row of those behind a colon."""
    if count.measures or count.part_of is not None:
        return False
    return _COLON.fullmatch(gap) is not None if first else joined(count.people, gap) and len(gap) <= _BETWEEN and not STOP.search(gap)


def _adding_up(line: Line, at: int, follows: Callable[[Count, int, str, bool], bool]) -> list[Count]:
    """Those right behind a count, exact numbers each, that add up to it; none where they do not. follows: whether the next goes on."""
    left = line.counts[at].people.low or 0
    before, found = line.counts[at].people, list[Count]()
    for index in range(at + 1, len(line.counts)):
        count, people = line.counts[index], line.counts[index].people
        if people.low is None or people.low != people.high:
            return []
        if not follows(count, at, line.text[before.stop : people.start], not found):
            return []
        found.append(count)
        before, left = people, left - people.low
        if left <= 0:
            break
    return found if left == 0 and len(found) >= _LEAST else []

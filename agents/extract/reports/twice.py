"""Twice: an act that counts nobody, with the kind, the place, the sides and the days of another of its article, is that one told again."""

from collections.abc import Container, Sequence
from datetime import date

from agents.extract.places import nearness
from streams.records import Report

REACH = 60  # reports before and behind one among which it is sought; articles tell of half as many at most


def without_repeats(found: Sequence[Report], placed: Container[str]) -> list[Report]:
    """The incidents of an article without those told again; of two that count nobody the first stands. Other reports stay as they are.

    placed: ids of those whose own words name their place; «وهاجموا مواقع أخرى», in a town told before, is another act.
    """
    again: set[str] = set()
    for at, one in enumerate(found):
        if one.figures or one.scope != "incident" or one.id not in placed:
            continue
        behind = (other for other in found[at + 1 : at + 1 + REACH] if other.figures)
        if any(other.scope == "incident" and _is(one, other) for other in (*found[max(at - REACH, 0) : at], *behind)):
            again.add(one.id)
    return [one for one in found if one.id not in again]


def _is(one: Report, other: Report) -> bool:
    """Whether two tell of the same kind of act by the same upon the same, in one place, on days of which one may be the other's."""
    if (one.sub_event_type, one.actor1, one.actor2) != (other.sub_event_type, other.actor1, other.actor2):
        return False
    return one.place is not None and other.place is not None and nearness.same(one.place, other.place) and _on_one_day(one, other)


def _on_one_day(one: Report, other: Report) -> bool:
    """Whether the days of two overlap; both may be of no day."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return first is second
    return max(first[0], second[0]) <= min(first[1], second[1])


def _days(one: Report) -> tuple[date, date] | None:
    first, last = one.date_start or one.date_end, one.date_end or one.date_start
    return (first, last) if first and last else None

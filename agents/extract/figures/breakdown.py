"""Breakdowns: a number and its parts by party («13 killed»; «10 soldiers and three workers») are one account; the parts say more."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from agents.extract.harm.counts import MADE_OF, PART, Count

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_PARTIES = _PARTS = 2
_UNARMED = frozenset(["civilians", "unknown"])  # «سبعة أشخاص، بينهم طفل وستة آخرون»: one party
SUM = 3  # people: fewer are no sum of two groups
LEAST = 4  # people: fewer add up by accident


def parts(total: "FigureMention", figures: Iterable["FigureMention"]) -> list["FigureMention"]:
    """Those of the figures that add up to the total, people of two parties or more; none where they do not."""
    found = [one for one in exact(figures, total.measure) if one is not total and (one.low or 0) < (total.low or 0)]
    if total.subset or total.low != sum(one.low or 0 for one in found):
        return []
    said = len(found) > 1 and all(MADE_OF in one.rules for one in found)
    several = (total.low or 0) >= LEAST and len({one.party for one in found} - {"unknown"}) >= _PARTIES
    exactly = total.low == total.high or "number.at-least" in total.rules
    return found if said or (several and exactly) else []


def settle(counts: Sequence[Count], sides: Sequence[str]) -> None:
    """Those who make up a number («هم ستة جنود وثمانية مدنيين») stay where they add up and are of several parties; else they are parts."""
    groups: dict[int, list[int]] = {}
    for at, count in enumerate(counts):
        if count.whole is not None:
            groups.setdefault(count.whole, []).append(at)
    for whole, found in groups.items():
        full = sum(counts[at].people.low or 0 for at in found) == counts[whole].people.low
        told = {sides[at] for at in found}
        among = any(PART in counts[at].rules for at in found)  # «بينهم»: parts, unless they are of both sides of a fight
        stay = full and len(told - _UNARMED if among else told) >= _PARTIES and not told <= _UNARMED
        for at in found:
            counts[at].part_of = None if stay else whole


def together(counts: Sequence[Count]) -> None:
    """«22 مسلحا» here, «أبو علي و21 مسلحا» there: one who is named and the others are told as the number that they make up."""
    totals = {one.people.low for one in counts if "killed" in one.measures and one.people.low == one.people.high and one.part_of is None}
    for one, others in pairwise(counts):
        if one.rules[:1] == ["figure.named"] and others.rules[:1] == ["figure.together"] and (others.people.low or 0) + 1 in totals:
            all_of_them = (others.people.low or 0) + 1
            one.measures, others.people = (), others.people._replace(low=all_of_them, high=all_of_them)


def made_up(total: "FigureMention", figures: Iterable["FigureMention"]) -> list["FigureMention"]:
    """«13», after «قيادي و12 من مرافقيه»: those of the figures that add up to the total, all of one side; none where they do not.

    Those of whom the text says that they are of several parties («12 قتيلا، هم ثمانية مسلحين وأربعة جنود») say more than their total.
    """
    if total.subset or not total.low or total.low < SUM or (total.low != total.high and "number.at-least" not in total.rules):
        return []
    found = [one for one in exact(figures, total.measure) if one is not total]
    if found and all(MADE_OF in one.rules for one in found):
        return []
    sides = {one.party for one in (*found, total)} - {"unknown"}
    counted = any("figure.tally" in one.rules or "figure.rival" in one.rules for one in found)  # «77» of one source, «50» of another
    if len(found) < _PARTS or counted or len(sides) > 1 or sum(one.low or 0 for one in found) != total.low:
        return []
    return found


def exact(figures: Iterable["FigureMention"], measure: str) -> list["FigureMention"]:
    """Those of the figures that give an exact number of a measure, and are no part of another."""
    return [one for one in figures if one.measure == measure and not one.subset and one.low and one.low == one.high]


def one_side(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures may count people of one party: they name the same, or one names none."""
    return one.party == two.party or "unknown" in (one.party, two.party)


def breaks_down(figures: Iterable["FigureMention"], totals: Iterable["FigureMention"]) -> bool:
    """Whether some of the figures are the parts of one of the totals."""
    told = list(figures)
    return len(told) > 1 and any(parts(total, told) for total in totals)

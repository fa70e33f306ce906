"""Breakdowns: a number and its parts by party («13 killed»; «10 soldiers and three workers») are one account; the parts say more."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

LEAST = 4  # people: fewer add up by accident


def parts(total: "FigureMention", figures: Iterable["FigureMention"]) -> list["FigureMention"]:
    """Those of the figures that add up to the total, people of two parties or more; none where they do not."""
    found = [one for one in exact(figures, total.measure) if one is not total]
    whole = not total.subset and (total.low or 0) >= LEAST and total.low == total.high == sum(one.low or 0 for one in found)
    return found if whole and len({one.party for one in found} - {"unknown"}) > 1 else []


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

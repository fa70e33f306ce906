"""Altogether: what a later sentence counts of an act of which one victim was told before: all of them, or others besides him."""

from typing import TYPE_CHECKING

from agents.extract.figures.mention import ALSO, MORE, OTHERS
from agents.extract.frames.frame import Frame

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_BESIDES = frozenset([ALSO, OTHERS])
_AT_LEAST = "number.at-least"


def counted(entry: "tuple[FigureMention, Frame]", frame: Frame, figure: "FigureMention") -> bool:
    """«قتل ضابط بتفجير. … وأوقع التفجير خمسة قتلى»: whether all whom an act killed are counted, of whom one was told of before."""
    known, _ = entry
    if not _later(entry, frame) or known.subset or figure.subset or not (known.low == known.high == 1 < (figure.low or 0)):
        return False
    exact = figure.high is not None or _AT_LEAST in figure.rules
    return figure.party == "unknown" and exact and MORE.isdisjoint(figure.rules)


def besides(entry: "tuple[FigureMention, Frame]", frame: Frame, figure: "FigureMention") -> bool:
    """«قتل ضابط بتفجير. … وأدى التفجير إلى مقتل خمسة آخرين»: whether a number is of others than those of whom was told before."""
    known, _ = entry
    if not _later(entry, frame) or figure.high is None or known.low != known.high or known.low == figure.low:
        return False
    return not _BESIDES.isdisjoint(figure.rules) and _BESIDES.isdisjoint(known.rules)


def _later(entry: "tuple[FigureMention, Frame]", frame: Frame) -> bool:
    """Whether a frame tells, in a later sentence, of an act that is known («التفجير»)."""
    return frame.points_back and not frame.title and frame.clause.sentence > entry[1].clause.sentence

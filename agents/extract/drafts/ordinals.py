"""Ordinals: who is called by an ordinal («قضت امرأة خامسة متأثرة بجروحها») is one more than those who were told of, or one of them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.ranks import RANKS

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

ORDER = "people.order."  # with a number, the rule of one who is called by it
_ORDINAL = re.compile(rf"\s({'|'.join(RANKS)})(?![\u0621-\u064a])")
_BEHIND = 8  # characters behind a noun in which its ordinal stands
_ANYBODY = "unknown"


def said(one: "FigureMention", text: str) -> int:
    """Which in number one is called: 5 for «خامسة», 0 where he is called by none."""
    found = _ORDINAL.search(text, one.start, one.stop + _BEHIND)
    return RANKS[found[1]] if found is not None and found.start() <= one.stop else 0


def ordered(figure: "FigureMention") -> int:
    """Which in number one is by the rule of the figure, 0 where it has none."""
    return next((int(rule.removeprefix(ORDER)) for rule in figure.rules if rule.startswith(ORDER)), 0)


def next_of(told: "Sequence[tuple[FigureMention, Frame]]", frame: "Frame") -> bool:
    """«قضت امرأة خامسة», behind four who were killed: whether a frame of no act tells of the next one, or of one of those."""
    if frame.code != "harm" or frame.where is not None or frame.title:
        return False
    orders = [(one, ordered(one)) for one in frame.figures]
    return bool(orders) and all(order and counted(told, one) >= order - 1 for one, order in orders)


def counted(told: "Sequence[tuple[FigureMention, Frame]]", figure: "FigureMention") -> int:
    """How many were killed, as the exact numbers of an occurrence say that are no parts, of people of whom one may be."""
    whole = (one for one, _ in told if one.measure == "killed" and not one.subset and one.high is not None)
    return sum(one.low or 0 for one in whole if one.party == figure.party or _ANYBODY in (one.party, figure.party))

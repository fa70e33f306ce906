"""Massacres: «مجزرة» says that many were killed, and not by what; whom it befell is asked as of a murder."""

import re
from collections.abc import Sequence

from agents.extract.acts.trigger import Trigger

_WORD = re.compile(r"[وفبلك]{0,2}(?:ال|ل)?(?:مجزر|مجازر|مذبح|مذابح)")


def as_told(text: str, code: str, heads: Sequence[Trigger]) -> str:
    """The code of an act of which only such words tell: one of an attack, which other words make exact («… مجزرة. وقصفت القرية»).

    It is that of these words too from then on.
    """
    murders = [one for one in heads if one.code == "murder"]
    if code != "murder" or not all(_WORD.match(text, one.start) for one in murders):
        return code
    for one in murders:
        one.code = "assault"
    return "assault"

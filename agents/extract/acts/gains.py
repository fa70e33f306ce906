"""Gains: «حققت القوات تقدما»: ground gained that nobody names, which is no act beside ground that is named, nor all over a region."""

import re
from collections.abc import Sequence

from agents.extract.acts.trigger import Trigger
from agents.extract.words.wordlists import any_of

_GAIN = re.compile(rf"[^.؛\n]*?\s(?:{any_of('acts', 'gain')})(?![\u0621-\u064a])")
_REACH = 80  # characters from a verb to the noun of what was gained
ADVANCE = "advance"  # code of verbs that tell of nothing else


def without(text: str, triggers: Sequence[Trigger], *, near: bool) -> list[Trigger]:
    """The triggers of a clause, without verbs of gaining where others tell what was taken: «حققت القوات تقدما بسيطرتها على البلدة».

    near: the clause names a town or a part of one; «حققت القوات تقدما في محافظتي كذا وكذا» only sums up.
    """
    if near and not any(one.code == "territory" and not one.rejected for one in triggers):
        return list(triggers)
    return [one for one in triggers if not (one.code == ADVANCE or (one.code == "clash" and one.part == "verb" and _gains(text, one)))]


def _gains(text: str, verb: Trigger) -> bool:
    return _GAIN.match(text, verb.stop, verb.stop + _REACH) is not None

"""Answers: who fires back at where fire came from («رد الجيش على مصادر النيران») does another act than what he answers."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR

if TYPE_CHECKING:
    from agents.extract.acts.layers import Clause, Layers
    from agents.extract.acts.trigger import Trigger
    from agents.extract.roles.surroundings import Seen

RULE = "roles.answers"
_SOURCE = re.compile(  # «مصدر إطلاق القذائف», «مواقع أطلقت منها صواريخ»
    r"\s(?:ال)?(?:مصدر|مصادر)\s(?:(?:هذه|تلك)\s)?(?:ال)?(?:اطلاق|نيران|نار|قصف|قذائف|قذيف|مقذوف|صواريخ|صاروخ)"
    r"|\s(?:مواقع|مناطق|مرابض|منصات)\s(?:[يت]?طلق|اطلقت)\w*\sمنها\s"
)
_FIRES_BACK = re.compile(r"[وف]?(?:رد|ردت|ردوا|يرد|ترد)\s")
_IN_TURN = re.compile(  # «بينما ردت المعارضة باستهداف», «لترد الطائرات بقصف»: up to the act
    r"[،,]?\s?(?:(?:بينما|فيما|في\sحين|حيث)\s)?[وفل]?[تي]?رد(?:ت|وا)?\s(?:[^\s،,.:؛]+\s){1,6}"
)
_ANSWERING = " ردا علي "
_NEAR = 110  # characters before who fired first


def names_source(text: str, clause: "Clause", at: int) -> bool:
    """«رد الجيش على مصدر القذائف التي أطلقها مسلحون»: whether who stands at an offset fired what is answered, and is struck for it."""
    return _SOURCE.search(text, max(clause.start, at - _NEAR), at) is not None


def answers(text: str, seen: "Seen") -> bool:
    """«دعت الحركة إلى التصعيد ردا على اقتحام البلدة»: whether an actor only answers the act behind it, and no act of its own is told."""
    act = seen.ahead
    return act is not None and seen.behind is None and act.part == "noun" and text.find(_ANSWERING, seen.actor.stop, act.start) >= 0


def marks(layers: "Layers", clause: "Clause", live: Sequence["Trigger"]) -> list[str]:
    """The rule of an act that answers another, if a clause tells of such a one."""
    back = next((one for one in live if one.part != "noun" and one.code in FROM_AFAR and _FIRES_BACK.match(layers.text, one.start)), None)
    by_act = (one.start for one in live if one.part == "noun" and layers.text[one.start] == "ب")
    if any(_IN_TURN.fullmatch(layers.text, clause.start, at) for at in by_act):
        return [RULE]
    return [RULE] if back is not None and _SOURCE.search(layers.text, back.start, clause.stop) else []

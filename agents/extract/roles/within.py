"""Within: a fight inside one side, «اقتتال بين مسلحي الجماعة», «اشتباكات داخلية في صفوف التنظيم»."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.register import IRREGULAR
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.roles.parts import Roles

_GROUPS = re.compile(  # «بين عناصر الجماعة»
    r"\s(?:في\s?ما\s)?بين\s(?:مسلح|عناصر|مقاتل|قياد|قاد|افراد|اجنح|جناح|فصائل|فصيل|مجموع|كتائب|تيار)\S{0,5}\s(?:\S+\s){0,2}[\"«]?$"
)
_WITHIN = re.compile(r"\s(?:ال)?(?:اقتتال|اشتباكات|مواجهات|معارك|قتال|تصفيات|صراع\w*|خلافات)\s(?:ال)?داخلي")
_OTHER_SIDE = re.compile(r"\s(?:و(?!ذلك|قد|هو|هي)\S|مع\s|ضد\s|من جه|من طرف|من جانب)")
_NAMED_SO = ("وحد", "ولاي", "وزار")  # letters with which a name of its own begins
_REACH = 60  # characters behind a side in which the other one would be named
_BEFORE = 50  # characters before it, with the word for the fight
_BREAK = re.compile(rf"[،؛.:]|\s(?:ما|مما|في|اثر|عقب|بعد|{any_of('acts', 'yield')})\s")


def own(layers: Layers, clause: Clause, live: Sequence[Trigger], found: "Roles") -> str | None:
    """The one party of irregulars whose men fought each other in a clause; None where it tells of no such fight."""
    known = found.agent is not None and found.target not in (None, found.agent)
    if known or not any(one.code == "clash" for one in live):
        return None
    named = [one for one in inside(layers.actors, clause.start, clause.stop) if one.actor != "unknown"]
    if not named or named[0].cls not in IRREGULAR or any(one.actor != named[0].actor for one in named):
        return None
    text = layers.text
    within = text.find("داخلي", clause.start, clause.stop) >= 0 and _WITHIN.search(text, max(clause.start - 1, 0), clause.stop) is not None
    return named[0].actor if within or any(_alone(text, clause, one) for one in named) else None


def _alone(text: str, clause: Clause, one: "ActorMention") -> bool:
    """Whether «between» has men of one side behind it, and no others."""
    if text[one.start] == "و" and not text.startswith(_NAMED_SO, one.start):
        return False  # «بين مسلحين محليين والجماعة»: the others are named before
    if _GROUPS.search(text, max(clause.start - 1, one.start - _BEFORE, 0), one.start) is None:
        return False
    stop = min(clause.stop, one.stop + _REACH)
    end = _BREAK.search(text, one.stop, stop)
    return _OTHER_SIDE.search(text, one.stop, end.start() if end else stop) is None

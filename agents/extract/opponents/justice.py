"""Justice: who puts convicts to death, where nobody is named: the state of the country («إعدام 12 مدانا بالإرهاب»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.opponents.scene import Pair, state_of
from agents.extract.roles.parts import STRUCK
from agents.extract.roles.roles import UNKNOWN
from agents.extract.words.letters import among

if TYPE_CHECKING:
    from agents.extract.acts.layers import Layers
    from agents.extract.drafts.drafts import Draft

_CONVICTS = re.compile(
    r"(?<![\u0621-\u064a])(?:[وبل]?(?:ال)?(?:مدان|محكوم)(?:ا|ين|ون|ان|ه)?(?![\u0621-\u064a])|(?:حكم|احكام|احكاما|حكما|عقوبه)\s(?:ال|ب|با?ل)?اعدام|"
    r"اعدام[^،.؛\n]{0,50}\sفي\sسجن\s)"
)
_BY_SOMEBODY = frozenset([STRUCK, UNKNOWN])  # rules of acts of people of no name
_CONVICTS_BY = ("مدان", "محكوم", "حكم", "عقوب", "سجن")  # letters without which it finds nothing


def executed(draft: "Draft", pair: Pair, country: str, layers: "Layers") -> Pair:
    """The state and those it put to death by law, where no force but the state's is named beside it; else the pair."""
    if draft.code != "execute" or pair[0] not in (None, "unknown") or not country or not _BY_SOMEBODY.isdisjoint(draft.rules):
        return pair
    spans = [(frame.clause.start, frame.clause.stop) for frame in draft.frames if frame.code == "execute"]
    told = any(among(_CONVICTS_BY, layers.text, *span) and _CONVICTS.search(layers.text, *span) for span in spans)
    state = state_of(country)
    others = any(
        armed(one.actor) and not one.actor.startswith("gov:") for one in layers.actors for start, stop in spans if start <= one.start < stop
    )
    if not told or others:
        return pair
    return state, (pair[1] if pair[1] not in (None, state) else "civilians")

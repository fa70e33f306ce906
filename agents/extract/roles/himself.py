"""Himself: «أعلن الجيش أنه قصف», «إن طائراتها نفذت»: who tells of an act says that he, or his own men, did it."""

import re
from collections.abc import Sequence

from agents.extract.acts import speech
from agents.extract.acts.events import armed
from agents.extract.acts.layers import Clause, Layers, any_inside
from agents.extract.acts.trigger import Trigger
from agents.extract.roles.parts import Parts
from agents.extract.words.lexicon import Hit

_THAT = re.compile(
    r"(?:\s[بل]?|(?<=\s)و)ان(?:"
    r"(?P<he>ه|ها|هم)|"
    r"\s(?:طائرات|مقاتلات|طيران|مروحيات|مسيرات|مدفعيت|بحريت|قوات|جنود|مقاتلي|مسلحي|عناصر|وحدات|دفاعات|رجال)(?:ه|ها|هم)(?:\sال\S+)?"
    r")\s(?:قد\s|كانت\sقد\s|كان\sقد\s)?"
)
_SUFFERS = re.compile(r"(?:تعرض|[يت]تعرض|صد|تصد|[يت]تصد|[يت]صد)(?:ت|وا|ون|ي)?\s")  # «إن قواتها تعرضت لهجوم»


def names(layers: Layers, clause: Clause, live: Sequence[Trigger], parts: Parts, *, on: bool = False) -> None:
    """Gives the part of the doer to who speaks, where a verb of an act is that of «he» or of his own men.

    on: the clause goes on with what is said («وأن قواته هاجمت»), and has no verb of speech. Who was taken for the subject of that verb
    stands behind it and was struck: «إنها دمرت دبابة إسرائيلية».
    """
    if not armed(parts.speaker) or (parts.agent is not None and "roles.subject-after" not in parts.rules):
        return
    text = layers.text
    that = _THAT.search(text, clause.start, clause.stop)
    if that is None or _SUFFERS.match(text, that.end()) or any(one.code == "suicide" for one in live):
        return
    if not on:
        said = next((one for one in reversed([*speech.verbs(layers, clause)]) if one.start < that.start()), None)
        if said is None or (that["he"] in ("ه", "ها") and (that["he"] == "ها") != _is_feminine(text, said)):
            return  # «أشارت السلطات إلى أنه فجر نفسه», «يشتبه بأنه قتل فتاة»: somebody else
    at = that.end()
    if parts.target is None and parts.agent is None and not any(any_inside(of, at, clause.stop) for of in (layers.places, layers.figures)):
        return  # «قال الجيش إن قواته دمرت مركبات»: of no place, and nobody was harmed
    does = any_inside(layers.hits.get("doing", ()), at, at + 1) and any(one.done or one.part == "verb" for one in live)
    if not does and not any(one.part in ("verb", "now") and one.start == at for one in live):
        return
    if parts.agent not in (None, parts.speaker):
        parts.rules.remove("roles.subject-after")
        if parts.target is None:
            parts.target = parts.agent
            parts.rules.append("roles.object")
    if parts.target == parts.speaker:
        return
    parts.agent = parts.speaker
    parts.rules.append("roles.subject-before")


def _is_feminine(text: str, said: Hit) -> bool:
    """Whether a verb of speech has a feminine subject: «قالت», «تقول»."""
    word = text[said.start : said.stop].split(maxsplit=1)[0].lstrip("وف")
    return word.startswith("ت") or word.endswith("ت")

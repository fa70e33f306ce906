"""To come: acts that a verb only announces, far before them or behind («سيشن قريبا من قواعده هجوما», «معركة ضد الجماعة ستنطلق قريبا»)."""

import re
from collections.abc import Sequence

from agents.extract.acts.layers import Clause
from agents.extract.acts.trigger import Trigger
from agents.extract.words.letters import among, search
from agents.extract.words.lexicon import Hit

_WORD = r"\s(?!(?:الذي|التي|الذين|بعد|بعدما|عقب|اثر|ردا|حيث|عندما|حين|فيما|بينما|لكن|ان)\s)[^\s،,.:؛\"«»()]+"
_BACKED = (  # who backs who is to do it
    r"(?:،\sو?(?:ب(?:اسناد|دعم|مسانده|غطاء|مشاركه)|(?:ال)?(?:مدعوم|مسنود|معزز)[\u0621-\u064a]{0,3})(?:\s[^\s،,.:؛\"«»()]+){1,9}،)?"
)
_BETWEEN = re.compile(rf"(?:{_WORD}){{0,12}}{_BACKED}(?:{_WORD}){{0,6}}\s[\"«]?")  # at most one such aside
_LAUNCH = re.compile(r"[وف]?س?[يتن](?:شنون|خوضون|شن|خوض)(?![\u0621-\u064a])")  # verbs whose object is the act itself
_WILL = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:س|سوف\s)[يتن](?:شن|خوض|نفذ|وجه)(?:ون)?(?![\u0621-\u064a])")
_WILL_BY = ("خوض", "نفذ", "وجه", "شن")  # letters without which it finds nothing
_WISHED = frozenset(["reject.future", "reject.plan", "reject.hope", "reject.threat", "reject.call"])
_REACH = 110  # characters between such a verb and its object
_STARTS = re.compile(  # not «هجوم على بلدة ستبدأ فيها الدراسة»
    r"(?:\s(?!(?:الذي|التي|حيث|ان|بعد|قبل|فيما|بينما)\s|وس)[^\s،,.:؛]+){0,8}?\s(?:سوف\s|س)[يت](?:نطلق|بدا|شن|نفذ)(?![\u0621-\u064a])"
    r"(?!\s(?:في|من)(?:ه|ها|هما)(?!\w))"
)
_STARTS_BY = ("نطلق", "بدا", "شن", "نفذ")  # letters without which it finds nothing


def launched(text: str, clause: Clause, hit: Hit, part: str, found: Sequence[Trigger]) -> str:
    """What takes back the object of a verb of attack that is only to come, however far that stands before it; "" of other words."""
    if part != "noun" or hit.proclitic:
        return ""
    verb = next((one for one in reversed(found) if one.part != "means"), None)
    if verb is not None and verb.rejected in _WISHED and _LAUNCH.match(text, verb.start) is not None:
        at = verb.stop
        return verb.rejected if 0 < hit.start - at <= _REACH and _BETWEEN.fullmatch(text, at, hit.start) else ""
    begin = max(hit.start - _REACH, verb.stop if verb is not None else clause.start)
    will = search(_WILL, _WILL_BY, text, begin, hit.start)
    return "reject.future" if will is not None and _BETWEEN.fullmatch(text, will.end(), hit.start) else ""


def starts(text: str, start: int, stop: int) -> bool:
    """Whether the words behind an act say that it is only to begin."""
    return among(_STARTS_BY, text, start, stop) and _STARTS.match(text, start, stop) is not None

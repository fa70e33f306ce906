"""Fallen: ground that is told of by into whose hands it came, or by who lost it: «سقطت البلدة بيد التنظيم», «خسر التنظيم البلدة»."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.extract.roles.surroundings import Seen

_FELL = re.compile(r"[وفل]?(?:ت|ي)?(?:ا?صبح|بات|اضح|صار|غد|سقط|وقع|سقوط)")
_HANDS = re.compile(
    r"\s(?:بيد|في\sيد|ب?ايدي|في\sايدي|تحت\sسيطره|في\sقبضه|لسيطره)\s(?:(?:قوات|مقاتلي|مسلحي|عناصر|مليشيات?|ميليشيات?)\s)?[\"«]?$"
)


def into_hands(text: str, seen: "Seen") -> bool:
    """Whether the actor is the one into whose hands ground came, by a verb before him."""
    act = seen.behind
    if act is None or act.code != "territory" or not _FELL.match(text, act.start):
        return False
    return _HANDS.search(text[act.stop : seen.actor.start]) is not None


_LOSES = r"[وف]?[يت]?(?:خسر|فقد)(?:ت|وا|ون)?"
_LOST = re.compile(rf"{_LOSES}(?![\u0621-\u064a])")
_LOST_RULE = re.compile(rf"(?<!\S){_LOSES}\s(?:[^\s،,.:؛]+\s){{0,6}}$")
_GAINED = re.compile(r"\s(?:لصالح|امام)\s(?:(?:قوات|مقاتلي|مسلحي|عناصر|مليشيات?|ميليشيات?)\s)?[\"«]?$")
_BEFORE = 60  # characters before «السيطرة على» in which it is said that it was lost


def lost(text: str, seen: "Seen") -> str:
    """«خسر التنظيم البلدة لصالح الجيش»: the rule that says who lost ground, and to whom; "" where no verb tells that somebody lost it."""
    act = next((one for one in (seen.behind, seen.ahead) if one is not None and one.code == "territory"), None)
    if act is None or not (
        _LOST.match(text, act.start) or (act.part == "noun" and _LOST_RULE.search(text, max(act.start - _BEFORE, 0), act.start))
    ):
        return ""
    if act is seen.behind and _GAINED.search(text, act.stop, seen.actor.start):
        return "roles.by-cue"
    return "roles.object" if act is seen.ahead or act.part != "noun" else ""

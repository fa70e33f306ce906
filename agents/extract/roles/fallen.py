"""Fallen: ground that is told of by into whose hands it came: «سقطت البلدة بيد التنظيم», «باتت المدينة تحت سيطرة الجيش»."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.extract.roles.seen import Seen

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

"""Moved: forces that went or came, told by a verb with whoever did it and a town, are news too («وانسحبت الجماعة من بلدة كذا»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.frames.frame import Frame

_MOVES = frozenset(["withdraw", "reinforce"])
_SUBJECTS = frozenset(["roles.subject-after", "roles.subject-before"])
_OF_ANOTHER = "roles.by-cue"  # «انسحبوا بعد إنذار أطلقه الجيش»: who did something else
_WHICH = re.compile(  # «الذين فروا من كذا», «حيث انسحبت», «مسلحين فروا من كذا»: which ones are meant, or since when
    r"(?:^|\s)(?:[وف]?(?:الذي|التي|الذين|اللذين|اللتين|حيث|عندما|حين|بعدما|منذ|قبل|بعد|اذا|لو|لم|لن|لا|ان لم)|(?:قبل|بعد|منذ|عقب)\sان)\s(?:قد\s)?$"
)
_BEFORE = 14  # characters before a verb in which that stands
_BACK = re.compile(r"\s(?:من|الي|ب|في|عن)(?:ه|ها|هم|هما)\s")  # «مواقع فرت منها»: behind a noun it tells which
_REACH = 80  # characters behind a verb in which the town stands
_CLAIM = (" ان ", " بان ", " ان\"", " انها ", " انه ")  # behind which a subject stands before its verb


def told(frame: "Frame", text: str) -> bool:
    """Whether a clause without a day tells as its own news that forces withdrew from a town, or were sent to one."""
    if frame.code not in _MOVES or frame.definite or not frame.past or frame.clause.link not in ("", "new") or frame.figures:
        return False
    if frame.where is None or frame.where.geo_precision >= nearness.COARSE or frame.attribution.hedge == "denied":
        return False
    if not armed(frame.roles.agent) or _SUBJECTS.isdisjoint(frame.roles.rules) or _OF_ANOTHER in frame.roles.rules:
        return False
    first = next((one for one in frame.triggers if one.part != "means"), None)
    if first is None or first.code != frame.code or first.part != "verb":
        return False
    if _WHICH.search(text, max(first.start - _BEFORE, frame.clause.start), first.start) or _BACK.match(text, first.stop):
        return False
    if not any(one.place is frame.where and 0 < one.start - first.stop <= _REACH for one in frame.places):
        return False
    return "roles.subject-after" in frame.roles.rules or any(
        text.find(one, frame.clause.start, first.start) >= 0 for one in _CLAIM
    )

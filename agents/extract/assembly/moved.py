"""Moved: forces that went or came, told by a verb with whoever did it and a town, are news too («وانسحبت الجماعة من بلدة كذا»)."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.places import nearness
from agents.extract.places.lying import CLASS

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.frames.frame import Frame

_MOVES = frozenset(["withdraw", "reinforce"])
_SUBJECTS = frozenset(["roles.subject-after", "roles.subject-before"])
_OF_ANOTHER = "roles.by-cue"  # «انسحبوا بعد إنذار أطلقه الجيش»: who did something else
_WHICH = re.compile(  # «الذين فروا من كذا», «حيث انسحبت»: which ones are meant, or since when
    r"(?:^|\s)(?:[وف]?(?:الذي|التي|الذين|اللذين|اللتين|حيث|عندما|حين|بعدما|منذ|قبل|بعد|اذا|لو|لم|لن|لا)|(?:قبل|بعد|منذ|عقب)\sان)"
    r"\s(?:قد\s)?$"
)
_BEFORE = 14  # characters before a verb in which that stands
_BACK = re.compile(r"\s(?:من|الي|ب|في|عن)(?:ه|ها|هم|هما)\s")  # «مواقع فرت منها»: behind a noun it tells which
_REACH = 80  # characters behind a verb in which the town stands
_FROM = re.compile(rf"\sمن\s(?:{CLASS}\s)?$")
_CLAIM = (" ان ", " بان ", ' ان "', " انها ", " انه ")  # behind which a subject stands before its verb


def told(frame: "Frame", text: str) -> bool:
    """Whether a clause without a day tells as its own news that forces withdrew from a town, or were sent to one."""
    if frame.code not in _MOVES or frame.definite or not frame.past or frame.clause.link not in ("", "new") or frame.figures:
        return False
    if frame.where is None or frame.where.geo_precision >= nearness.COARSE or frame.attribution.hedge == "denied":
        return False
    rules = frame.roles.rules
    if not armed(frame.roles.agent) or _SUBJECTS.isdisjoint(rules) or _OF_ANOTHER in rules:
        return False
    verb = next((one for one in frame.triggers if one.part != "means"), None)
    return verb is not None and verb.code == frame.code and verb.part == "verb" and _states(frame, verb, text)


def _states(frame: "Frame", verb: "Trigger", text: str) -> bool:
    """Whether the verb is that of a statement, in which the town stands soon behind it; not «استقدمت تعزيزات من كذا»."""
    start = frame.clause.start
    if _WHICH.search(text, max(verb.start - _BEFORE, start), verb.start) or _BACK.match(text, verb.stop):
        return False
    town = next((one for one in frame.places if one.place is frame.where and 0 < one.start - verb.stop <= _REACH), None)
    if town is None or (frame.code == "reinforce" and _FROM.search(text, verb.stop, town.start)):
        return False
    return "roles.subject-after" in frame.roles.rules or any(text.find(one, start, verb.start) >= 0 for one in _CLAIM)

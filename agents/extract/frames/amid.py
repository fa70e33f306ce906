"""Amid: an act that goes on beside the one before it, in the same sentence, is where that is («غارات على كذا، وسط اشتباكات عنيفة»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, VIOLENT, armed
from agents.extract.frames import where
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.frames.frame import Frame

_GOES_ON = FROM_AFAR | {"clash", "territory"}  # acts of a front; «تفجير تلاه إطلاق نار» is one attack
_BESIDE = re.compile(
    r"و?(?:وسط|مع\s(?:استمرار|تواصل|تجدد)|(?:بال|م)?ت?زامنا?ت?ه?\s(?:ذلك\s)?مع|(?:بال)?توازي\sمع|بموازاه|بالتزامن\sمع|"
    r"(?:[يت])?ت?تزامنت?\s(?:ذلك\s)?مع|م?ت?ترافقا?ت?ه?\s(?:ذلك\s)?مع|"
    r"(?:رافق|تبع|تلا|تل|اعقب|سبق)ت?(?:ه|ها)\s)"
)

_WENT_WITH = re.compile(r"و?(?:(?:رافق|تخلل|صاحب)ت?ها|[يت]?ت?ترافقت?\sمع|[يت]?ت?تزامنت?\sمع)\s")  # of a fight, no other noun
_CAME_OF = re.compile(r"\s(?:ما|مما|و)\s?(?:اسفر|اد[يت]|ادت|اوقع|خلف|تسبب|نتج|نجم)\S*\s")
_MUTUAL = "متبادل"
_STILL = re.compile(  # «مع استمرار الاشتباكات بين كذا وكذا»
    r"[،,]?\s?و?(?:وسط|مع|في ظل|(?:بالتزامن|تزامنا|متزامنا|م?ترافقا?|بالتوازي|بموازاه)\s(?:ذلك\s)?مع|[يت]?ت?(?:رافق|زامن)ت?\s(?:ذلك\s)?مع)"
    r"\s(?:استمرار|تواصل|تجدد|احتدام|اشتداد|تصاعد)\s"
)


def of_fight(frame: "Frame", last: "Frame", text: str) -> bool:
    """«مواجهات رافقها قصف، ما أسفر عن سقوط قتلى»: who fell in a fight is counted with it; whether nothing is left of the shelling.

    Of shelling that both sides did, nothing is.
    """
    if last.code != "clash" or frame.code not in FROM_AFAR or frame.clause.sentence != last.clause.sentence or last.figures:
        return False
    beside = _WENT_WITH.match(text, frame.clause.start)
    if beside is None or frame.title != last.title:
        return False
    if frame.figures and _CAME_OF.search(text, beside.end(), frame.figures[0].start):
        last.figures, last.scope, frame.figures = frame.figures, frame.scope, []
    return not frame.figures and text.find(_MUTUAL, beside.end(), frame.clause.stop) >= 0


def still_fought(frame: "Frame", text: str) -> bool:
    """«قصف كذا، مع استمرار الاشتباكات بين الجيش والمعارضة فيها»: whether fighting of two sides in a town goes on beside an act."""
    if frame.code != "clash" or frame.figures or frame.title or frame.where is None:
        return False
    if not (armed(frame.roles.agent) and armed(frame.roles.target)):
        return False
    return frame.where.geo_precision < nearness.COARSE and _STILL.match(text, frame.clause.start) is not None


def placed(frame: "Frame", before: Sequence["Frame"], text: str) -> "Frame":
    """The frame, with the place of the one right before it, where it is told as what went with that, and names no place itself."""
    if frame.where is not None or not before or frame.clause.link != "new" or frame.code not in VIOLENT or frame.title:
        return frame
    last = before[-1]
    if last.code not in _GOES_ON or last.where is None or last.clause.sentence != frame.clause.sentence:
        return frame
    if _BESIDE.match(text, frame.clause.start) is None:
        return frame
    frame.places = [one for one in last.places if one.place is last.where][:1]
    return where.placed(frame) if frame.places else frame

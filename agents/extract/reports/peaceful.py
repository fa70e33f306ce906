"""Peaceful: ground that changed hands without a fight («دون قتال», «بموجب اتفاق»); shots that were fired at nobody («في الهواء»)."""

import re
from collections.abc import Iterable

from agents.extract.acts.events import VIOLENT
from agents.extract.frames.frame import Frame
from agents.extract.words.letters import among

TYPE = "Non-violent transfer of territory"
_BY = ("دون ", "بلا ", "بموجب ", "سلمي")  # words without which nothing says so
_PEACEFUL = re.compile(
    r"(?<![\u0621-\u064a])(?:"
    r"(?:(?:من\s|ب)?دون|بلا)\s(?:اي\s)?(?:قتال|مقاومه|معارك|معركه|اشتباكات|اطلاق\s(?:نار|رصاص|طلقه)|اطلاق\sرصاصه)(?!\s(?:تذكر|كبير|شديد|عنيف|فعلي|حقيقي))"
    r"|بموجب\s(?:ال)?(?:اتفاق|تسويه|مصالحه|تفاهم)|سلميا)(?![\u0621-\u064a])"
)
_SCARE = re.compile(
    r"في\sالهواء|تحذيري|لتفريق|تفريق|لابعاد|لتخويف|لترهيب|مطاطي|معدني|صوتيه|خرطوش|ردا\sعلي\sرشق"
)  # what shots were for, what they were
_SCARE_BY = ("هواء", "تحذيري", "تفريق", "لابعاد", "لتخويف", "لترهيب", "مطاطي", "معدني", "صوتي", "خرطوش", "رشق")
_SHOTS = 70  # characters around a word of shooting in which that is said
_NAMES_IT = 110  # characters around the word of taking in which that is said


def handed_over(text: str, frames: Iterable[Frame]) -> bool:
    """Whether a clause that tells of ground taken says that nobody fought for it, and no clause of the same tells of a fight."""
    said = False
    for frame in frames:
        if any(one.code in VIOLENT for one in frame.triggers) or frame.figures:
            return False
        for one in frame.triggers:
            first, last = max(frame.clause.start, one.start - _NAMES_IT), min(frame.clause.stop, one.stop + _NAMES_IT)
            if one.code == "territory" and among(_BY, text, first, last) and _PEACEFUL.search(text, one.stop, last):
                said = True
    return said


def fired_to_scare(text: str, frames: Iterable[Frame]) -> bool:
    """«أطلقت النار في الهواء», «لتفريق مظاهرة», «الرصاص المطاطي»: whether shots were to scatter a crowd, and aimed at nobody in it."""
    for frame in frames:
        for one in frame.triggers:
            first, last = max(frame.clause.start, one.start - _SHOTS), min(frame.clause.stop, one.stop + _SHOTS)
            if one.code == "shooting" and among(_SCARE_BY, text, first, last) and _SCARE.search(text, first, last):
                return True
    return False

"""Raised: «ارتفع السبت عدد القتلى إلى عشرة», «إلى عشرة بحلول مساء السبت»: the day on which a count rose is no day of the act."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.frames.frame import Frame

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention

_RISES = r"(?:[يت]?رتفع|ارتفع|زاد|ازداد|[يت]زداد|[يت]زيد)ت?"
_BEFORE = re.compile(rf"(?<![\u0621-\u064a])[وفل]?(?:{_RISES}|ب?حلول|حتي)\s(?:(?:صباح|ظهر|عصر|مساء|ليل|فجر)\s)?$")
_BEHIND = re.compile(rf"\s(?:قد\s)?{_RISES}\s")
_ROSE = re.compile(rf"(?<![\u0621-\u064a])[وفل]?{_RISES}\s")
_REACH = 24  # characters before a day in which such a word stands
_NEAR = 3  # characters between a number and the day right behind it
_TALLY = "figure.tally"


def settle(frame: Frame, found: Sequence[Frame], text: str) -> Frame:
    """The frame, below the top, of a count that rose: with the day of that as the one on which it was said, and none of its own.

    It does where no act is told but the one that is known, and no other day. found: the frames before it; a lower count right before
    it («عثرنا على أربعة قتلى. … زاد إلى عشرة بحلول الاثنين») is the one from which it rose.
    """
    if frame.title or frame.lede or frame.scope.scope != "incident" or not frame.dates or not _counts(frame):
        return frame
    rose = _ROSE.search(text, frame.clause.start, frame.clause.stop)
    if rose is None or not all(one.points_back or one.code == "harm" for one in frame.triggers):
        return frame
    if all(_of_count(one, frame, text) for one in frame.dates):
        frame.said_on, frame.dates = frame.said_on or frame.dates[0], []
        frame.updates, frame.when = True, frame.days()
        if found and _rose_from(found[-1], frame):
            found[-1].former = True
    return frame


def _rose_from(before: Frame, frame: Frame) -> bool:
    """Whether the sentence before counts fewer of the same, and below the top."""
    near = 0 <= frame.clause.sentence - before.clause.sentence <= 1 and not (before.title or before.lede)
    fewer = {one.measure: one.low or 0 for one in frame.figures if _TALLY in one.rules}
    return near and bool(before.figures) and all(0 < (one.low or 0) < fewer.get(one.measure, 0) for one in before.figures)


def _counts(frame: Frame) -> bool:
    return any(_TALLY in one.rules for one in frame.figures)


def _of_count(day: "DateMention", frame: Frame, text: str) -> bool:
    """Whether a day stands right beside the word that says so, or right behind the number."""
    if day.kind != "point" or day.precision != "day":
        return False
    if _BEFORE.search(text, max(day.start - _REACH, frame.clause.start), day.start) or _BEHIND.match(text, day.stop):
        return True
    return any(0 <= day.start - one.stop <= _NEAR for one in frame.figures if _TALLY in one.rules)

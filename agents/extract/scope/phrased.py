"""Phrased: the month or year that stands within the phrase of a known act or of its dead («الهجوم على كذا في مارس الماضي الذي أدى إلى»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import sure
from agents.extract.words.letters import search
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.days.dates import DateMention

_RESULT = rf"(?:كان\w*\s)?(?:قد\s)?(?:{any_of('acts', 'yield')}|قتل|سقط|راح|ذهب|استهدف|طال)\w*\s"
_WHICH_DID = re.compile(rf"[^.:؛\n]{{0,50}}?[\s،](?:و?(?:الذي|التي|اللذين|اللذان|اللتين|اللتان)|مم?ا)\s{_RESULT}")
_WHAT_CAME = re.compile(  # «أدى الهجوم على كذا في مارس إلى مقتل», «الهجوم على كذا في مارس ما أدى إلى مقتل»
    rf"\s(?:(?:الي|عن)\s\S{{0,2}}(?:{any_of('acts', 'death')}|اصاب|سقوط|جرح|وفاه)|(?:م?ما\s|قد\s)?(?:{any_of('acts', 'yield')}))"
)
_IN_WHICH = re.compile(  # «هجوم كذا الذي قتل فيه 31 في مارس»
    rf"\s(?:[^\s،,.:؛]+\s){{0,4}}?(?:الذي|التي)\s{_RESULT}(?:[^\s،,.:؛]+\s){{0,7}}(?:في\s|خلال\s)?"
)
_NO_PHRASE = re.compile(r"[،,.:؛\n]|\s(?:الذي|التي|الل\S+|الذين|و?(?:حيث|بعد|قبل|منذ|عقب|ان|قد|خلال|من الحرب))\s")
_LOOKED_INTO = re.compile(r"(?:تحقيق|تحقيقات|محاكمه)\s(?:\S+\s)?(?:في|حول|بشان)\s(?:قضيه\s)?")
LOOKED_INTO_BY = ("تحقيق", "محاكم")
_RIGHT_BEHIND = (" ", " في ", " خلال ")
_PHRASE = 70  # characters from an act to the month or year of it behind its place
_INTO = 30  # characters from a word of looking into something to the act


def of_phrase(text: str, clause: Clause, heads: Sequence["Trigger"], dates: list["DateMention"]) -> list["DateMention"]:
    """«الهجوم على متحف كذا في مارس الماضي الذي أدى إلى …»: the month or year between a known act and what it did, or behind that."""
    found: list[DateMention] = []
    for one in dates:
        if one.kind != "point" or one.precision not in ("month", "year"):
            continue
        act = next((head.stop for head in reversed(heads) if head.points_back and head.code in VIOLENT and head.stop <= one.start), None)
        if act is None or one.start - act > _PHRASE:
            continue
        if _IN_WHICH.fullmatch(text, act, one.start):
            found.append(one)
        if _NO_PHRASE.search(text, act, one.start):
            continue
        if _WHICH_DID.match(text, one.stop, clause.stop) or _WHAT_CAME.match(text, one.stop, clause.stop):
            found.append(one)
    return found


def of_looked_into(layers: Layers, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«كشفت التحقيقات في هجوم كذا العام الماضي صلة جماعة بالتفجير الذي …»: its month or year, where no other day is told."""
    if any(one.precision not in ("month", "year") for one in dates):
        return []
    found: list[DateMention] = []
    for one in dates if search(_LOOKED_INTO, LOOKED_INTO_BY, layers.text, clause.start, clause.stop) else ():
        act = next((hit for hit in reversed(layers.cues("event", clause)) if hit.stop <= one.start), None)
        if act is None or one.start - act.stop > _PHRASE:
            continue
        looked = _LOOKED_INTO.search(layers.text, max(clause.start, act.start - _INTO), act.stop)
        if looked is not None and looked.end() == act.start and _NO_PHRASE.search(layers.text, act.stop, one.start) is None:
            found.append(one)
    return found if len(found) == len(dates) else []


def of_the_dead(layers: Layers, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«تسلم الأحد جثث 15 عاملا قتلوا عام 2016»: a month or a year right behind the verb of those who died is when they did."""
    long = [one for one in dates if one.kind == "point" and one.precision in ("month", "year")]
    if not long:
        return []
    harm = [one for one in layers.cues("harm", clause) if sure(one) and not one.value.startswith("none")]
    died = [one.stop for one in harm if layers.text.startswith("وا", one.stop - 2)]
    return [one for one in long if any(layers.text[stop : one.start] in _RIGHT_BEHIND for stop in died if stop < one.start)]

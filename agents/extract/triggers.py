"""Triggers: the words of a clause that say what happened, and which of them other words take back."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.extract.clauses import Clause
from agents.extract.layers import inside
from agents.extract.lexicon import Hit


class Trigger(NamedTuple):
    """A word that tells of an event. code: of events.KINDS; part: noun, verb or means; rejected: the id of the rule that took it back, or ""."""

    start: int
    stop: int
    code: str
    part: str
    definite: bool
    rejected: str


_REACH = {"threat": 90, "plan": 80, "hope": 70, "call": 90, "purpose": 50, "condition": 70, "denial": 120, "failure": 60, "anniversary": 50,
          "topic": 40, "general": 40, "future": 70, "absence": 15, "metaphor": 0}  # fmt: skip
_FACT_AFTER = {"purpose", "topic", "general", "hope", "plan", "call", "future", "anniversary", "threat"}  # a new statement ends these
_STATEMENT = re.compile(r"[،,؛:;\"«»()]|\s(?:بعد|عقب|اثر|قبل ان|ما اسفر|ما ادي|مما|حيث|الذي|التي|وقد|فقد|ردا)\s")
_UNDERWENT = re.compile(r"(?:تعرض\w*|نتيجه|خضع\w*|تصد\w*|تعرضه|اضافه|وفقا|مماثل\w*|متزامن\w*|سابق\w*|هدفا|مسرحا)\s+$")
_NEGATED = re.compile(r"(?:^|\s)[وف]?(?:لم|لن|لا|ليس|عدم|دون|بدون|غير|دون ان|من دون ان)\s+(?:\S{1,3}\s+)?$")
_PURPOSE_CODES = frozenset(
    ["territory", "clash", "strike", "assault", "raid", "defuse", "arrest", "air", "shell", "loot", "evacuate", "murder"]
)
_DAWN = re.compile(r"(?:^|\s)(?:في|من|منذ|مع|حتي|قبيل)\s+$")


def find(text: str, clause: Clause, events: Sequence[Hit], rejects: Sequence[Hit]) -> list[Trigger]:
    """The triggers of a clause, in order, the rejected ones too."""
    against = inside(rejects, clause.start, clause.stop)
    found: list[Trigger] = []
    for hit in inside(events, clause.start, clause.stop):
        code, part = hit.value.split("/")
        if found and found[-1].start == hit.start:
            if part == "verb" and found[-1].part == "noun" and hit.stop == found[-1].stop:
                continue
            if hit.stop == found[-1].stop:
                continue
        definite = "ال" in hit.proclitic or "لل" in hit.proclitic or text.startswith("ال", hit.entry_start)
        found.append(Trigger(hit.start, hit.stop, code, part, definite, _rejected(text, clause, hit, code, part, against)))
    return found


def _rejected(text: str, clause: Clause, hit: Hit, code: str, part: str, against: Sequence[Hit]) -> str:
    before = text[max(clause.start, hit.start - 30) : hit.start]
    if part == "means":
        return ""
    if part == "verb" and hit.proclitic.endswith("س"):
        return "reject.future"
    if _NEGATED.search(before):
        return "reject.negated"
    if (
        part == "noun"
        and hit.proclitic.endswith("ل")
        and hit.proclitic != "ال"
        and code in _PURPOSE_CODES
        and not _UNDERWENT.search(before)
    ):
        return "reject.purpose"
    for cue in against:
        if cue.start > hit.stop:
            break
        value, reach = cue.value.split("/")
        if reach == "article":
            continue
        if cue.start <= hit.start < cue.stop:
            return f"reject.{value}"
        gap = hit.start - cue.stop
        if 0 <= gap <= _REACH[value] and not (value in _FACT_AFTER and _STATEMENT.search(text, cue.stop, hit.start)):
            return f"reject.{value}"
    return ""

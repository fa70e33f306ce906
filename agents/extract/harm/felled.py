"""Felled: people of whom the words behind them say that they fell («أردته قتيلا», «أوقعت تسعة منهم قتلى»), or that they were hurt."""

import re

from agents.extract.harm.counts import REFUSED, Count, Line
from agents.extract.harm.harm import HURT
from agents.extract.harm.harmed import undergoes

_FELLED = re.compile(r"(?:^|\s)[وف]?(?:[يت]ردي|اردي|ارد)(?:ت|وا)?(?:ه|ها|هم|هما)\s$")
_FELLING = re.compile(r"(?:^|\s)[وف]?(?:[تي]?وقع|اوقع|ترك|خلف)(?:ت|وا)?\s[^،.]*$")
_WHO_FELL = re.compile(r"\s(?:[^\s،.:]+\s){0,4}")
_FELLING_REACH, _LAID_REACH = 60, 40  # characters


def felled(line: Line, count: Count) -> str:
    """«أردته قتيلا»: of whom was told before; else of one person of whom no more is said."""
    if count.people.noun.measure != "killed" or not _FELLED.search(line.before(count.people.start, 14)):
        return ""
    if line.last is None or line.last.measures:
        count.measures = ("killed",)
        return "figure.felled"
    line.last.tell("figure.felled", ("killed",), None)
    return REFUSED


def laid_low(line: Line, count: Count) -> str:
    """«أوقعت تسعة منهم قتلى وعددا آخر جرحى»: of people counted right before, behind a verb of felling or another who fell so."""
    people, last, measure = count.people, line.last, count.people.noun.measure
    if measure not in HURT or people.counted or people.particles or last is None or last.measures or not last.people.counted:
        return ""
    if not (last.people.noun.whose or line.text.startswith(" من", last.people.stop)):
        return ""  # «عشرات الأسر»
    if people.start - last.people.stop > _LAID_REACH or not _WHO_FELL.fullmatch(line.text, last.people.stop, people.start):
        return ""
    told = len(line.counts) - line.first > 1 and line.counts[-2].rules[-1:] == ["figure.laid-low"]
    if not (told or _FELLING.search(line.before(last.people.start, _FELLING_REACH))):
        return ""
    last.tell("figure.laid-low", (measure,), None)
    return REFUSED


def exposed(line: Line, count: Count) -> str:
    """«تعرض 20 شخصا لإصابات مختلفة»: injuries are of those who stand before."""
    people, last = count.people, line.last
    injuries = not people.counted and people.noun.measure == "wounded" and people.particles[:1] == "ل"
    if last is None or not injuries or not undergoes(line, people.start):
        return ""
    last.tell("figure.undergone.wounded", ("wounded",), None)
    return REFUSED

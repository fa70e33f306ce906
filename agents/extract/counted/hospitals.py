"""Hospitals: people who are told of as taken or come there, or as received there: they were hurt, or died."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.harm import SURE, Harm
from agents.extract.people.people import People

_NAMED = r"(?:ال)?م(?:ستشفي|ستشفيات|ستشفا|شفي|شافي)\S{0,3}"
_THERE = re.compile(rf"[^.؛\n]{{0,40}}?\s(?:(?:الي|علي اثرها الي)\s(?:\S+\s)?|ل(?=ل?م)){_NAMED}")
_HERE = re.compile(rf"(?:^|\s)[وفب]?{_NAMED}\s")
_RECEIVES = ("استقبل", "تستقبل", "يستقبل", "استقبال", "تسلم", "استلم")
_DOZENS = 20
_OWN_DEAD = re.compile(r"\s(?:قتلا|جرحا)(?:ه|ها|هم)(?![\u0621-\u064a])")  # «بعض جثث قتلاها»: told of elsewhere
_FEW = 2  # «بعض», «عدد من»
_BEFORE, _HALTS = 60, re.compile(r"[،.؛:\n]")


def brought(line: Line, people: People, head: Harm) -> bool:
    """«نقل 35 جريحا إلى المستشفى», «استقبل المستشفى 15 قتيلا»: whether a verb of going tells so of people who are counted now."""
    known = people.definite and (people.high is not None or (people.low or 0) < _DOZENS)  # «عشرات القتلى» are not
    few_own = people.high is None and (people.low or 0) < _DOZENS and _OWN_DEAD.match(line.text, people.stop) is not None
    if known or few_own or people.noun.measure not in SURE or not (people.counted or people.noun.form == "two"):
        return False
    text = line.text
    if _THERE.match(text, people.stop) or _HERE.search(text, head.stop, people.start):
        return True
    return text.startswith(_RECEIVES, head.start + len(head.proclitic)) and named_before(line, head)


def received(line: Line, people: People, at: int) -> bool:
    """«وصلت إلى المستشفى جثث 6 أشخاص», «استقبل المستشفى جثث …»: whether bodies came to one; not «بعض جثث قتلاها». at: where they begin."""
    head = line.waiting
    if head is None or head.measure != "none" or at - head.stop > _BEFORE or _HALTS.search(line.text, head.stop, at):
        return False
    if people.low == _FEW and people.high is None:
        return False
    return _HERE.search(line.text, head.stop, at) is not None or (
        line.text.startswith(_RECEIVES, head.start + len(head.proclitic)) and named_before(line, head)
    )


def named_before(line: Line, head: Harm) -> bool:
    """«طوارئ مستشفى المدينة المركزي استقبلت …»: a hospital is the subject before a verb, in its clause."""
    before = line.before(head.start, _BEFORE)
    return any(not _HALTS.search(before, named.end()) for named in _HERE.finditer(before))

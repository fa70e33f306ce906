"""Executed: people upon whom a sentence of death was carried out: «نفذ التنظيم حكم الإعدام بحق خمسة»."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.harm import UPON, Harm

_CARRIED_OUT = re.compile(r"(?<![\u0621-\u064a])[وفب]?(?:ال)?(?:تنفيذ|نفذت?|نفذوا|[تي]نفذ|عمليه|عمليات|جريمه|جرائم)\s(?:[^\s،.:]+\s){0,8}$")
_CONVICTS = re.compile(r"(?:\s[^\s،.:]+){1,6}?\s(?:مدان|محكوم|متهم|ادين|دين|هؤلاء)")  # whom a court had sentenced
_REACH = 75  # characters before the word


def carried_out(line: Line, word: Harm) -> Harm:
    """A word of execution as it is meant here: its people stand behind «بحق», «في» or «ب» where somebody carried it out."""
    at = word.start + len(word.proclitic)
    if word.kind != "masdar" or word.proclitic not in ("", "ال", "و") or not line.text.startswith("اعدام", at):
        return word
    if not _CARRIED_OUT.search(line.before(word.start, _REACH)) or _CONVICTS.match(line.text, word.stop):
        return word
    return word._replace(kind=UPON)

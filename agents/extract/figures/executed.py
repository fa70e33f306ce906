"""Executed: people upon whom a sentence of death was carried out («نفذ التنظيم حكم الإعدام بحق خمسة»); a court's word alone harms nobody."""

import re

from agents.extract.figures.counts import Line
from agents.extract.figures.harm import UPON, Harm

_CARRIED_OUT = re.compile(r"(?<![\u0621-\u064a])[وفب]?(?:ال)?(?:تنفيذ|نفذت?|نفذوا|[تي]نفذ|عمليه|عمليات|جريمه|جرائم)\s(?:[^\s،.:]+\s){0,6}$")
_REACH = 60  # characters before the word


def carried_out(line: Line, word: Harm) -> Harm:
    """A word of execution as it is meant here: its people stand behind «بحق», «في» or «ب» where somebody carried it out."""
    at = word.start + len(word.proclitic)
    if word.kind != "masdar" or not line.text.startswith("اعدام", at) or not _CARRIED_OUT.search(line.before(word.start, _REACH)):
        return word
    return word._replace(kind=UPON) if line.text.startswith(" ", word.stop) and word.proclitic in ("", "ال", "و") else word

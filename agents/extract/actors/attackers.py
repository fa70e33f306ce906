"""Attackers: people of an occupied nation whom the words around them tell of as doers, «طعن شاب فلسطيني جنديا», «نفذها فلسطيني».

Which nations are read so, and the words, are those of ``lexicon/attackers.csv``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import seeds
from agents.extract.days.datewords import WEEKDAY
from agents.extract.words.fold import fold_word
from agents.extract.words.wordlists import any_of

_END = r"(?![\u0621-\u064a])"
_START = r"(?<![\u0621-\u064a])[وف]?"
_KIN_REACH = 20  # characters before a person
_KIN = re.compile(rf"(?:{any_of('attackers', 'kin')}) (?:[\u0621-\u064a]+ )?\Z")  # «اعتقال أقارب شاب فلسطيني نفذ الهجوم»
_DAY = f"صباح|مساء|فجر|ظهر|ليل|امس|اليوم|يوم|{WEEKDAY}"
_ROCKETS, _HIS, _STRUCK, _SAID = (any_of("attackers", value) for value in ("rocket", "means", "struck", "said"))
_PERSON, _OBLIQUE, _PEOPLE = (any_of("attackers", value) for value in ("person", "oblique", "people"))
_ACT = r"(?:عمليه|هجوم|هجوما|اعتداء)"


class Attacker(NamedTuple):
    """[start, stop) of the words for people, and of which nation they are. does: whether they can only be who did what is told there."""

    start: int
    stop: int
    nation: str
    does: bool


class _Reading(NamedTuple):
    """How people of a nation are told of. told_of: patterns of a person and his verb, which may be of his kin; does: of a doer alone."""

    word: str
    nation: str
    told_of: re.Pattern[str]
    does: tuple[re.Pattern[str], ...]


@cache
def _readings() -> tuple[_Reading, ...]:
    rows = (row for row in seeds.rows("lexicon/attackers.csv") if row["kind"] == "nation")
    return tuple(_reading(fold_word(row["surface"]), row["value"]) for row in rows)


def _reading(word: str, nation: str) -> _Reading:
    doer = f"(?P<who>(?:(?:{_PERSON})(?: (?:{_SAID}))? )?{word}(?:ان|ون|ه)?){_END}"
    oblique = f"(?P<who>(?:(?:{_PERSON}|{_OBLIQUE}) )?{word}(?:ا|ان|ين|ون|ه)?){_END}"
    some = f"(?P<who>(?:(?:{_PERSON}|{_PEOPLE}) )?(?:ال)?{word}(?:ان|ون|ين|ه)?){_END}"
    told_of = re.compile(  # «فلسطينيا دهس جنودا», «فلسطيني حاول طعن», not «فلسطيني طعن في»
        f'{_START}{oblique} "?(?:كان )?(?:قد )?(?:'
        r"(?:حاول|حاولا|حاولت|اقدم علي|حاول تنفيذ) (?:طعن|دهس|مهاجمه|تنفيذ|اطلاق النار)"
        r"|(?:اطلق|فتح) (?:النار|الرصاص)|نفذ|نفذت|نفذا|(?:طعن|طعنت|دهس|دهست|هاجم|صدم|يطعن|يدهس|يهاجم)"
        rf"{_END}(?! (?:في|علي يد|من قبل|ب(?!سيار|سك|مركب|شاحن))))"
    )
    does = (
        # «عملية نفذها الجمعة فلسطيني», «مستوطن طعنه شاب فلسطيني», «برصاص قناص فلسطيني»
        rf"(?:نفذ|شن|طعن|دهس|صدم)(?:ه|ها|هم|هما) (?:(?:{_DAY}) ){{0,2}}{doer}",
        rf"(?:برصاص|بنيران|بسكين|علي يد|بايدي) {doer}",
        # «طعن فلسطيني جنديا», «دهس شاب فلسطيني بسيارته», «أطلق فلسطيني النار», «نفذ فلسطيني أمس عملية طعن», «أقدم فلسطيني على طعن»
        rf"{_START}(?:طعن|طعنت|دهس|دهست|هاجم|هاجمت|صدم) {doer}(?: {_HIS})?(?: (?:{_HIS})|(?: \S+){{0,1}} (?:{_STRUCK}))",
        rf"{_START}(?:ي|ت)?(?:طلق|اطلق|اطلقت|فتح) {some}(?: \S+){{0,3}} (?:النار|الرصاص|{_ROCKETS})",
        rf"(?:{_ROCKETS})(?: \S+){{0,3}} اطلق(?:ها|ه|تها|هما) {some}",
        rf"{_START}(?:نفذ|نفذت|شن|شنت) {doer} (?:(?:{_DAY}) ){{0,2}}{_ACT}",
        rf"{_START}(?:حاول|حاولت|اقدم|اقدمت) {doer} (?:علي )?(?:طعن|دهس|مهاجمه|تنفيذ)",
    )
    return _Reading(word, nation, told_of, tuple(map(re.compile, does)))


def attackers(text: str) -> Iterator[Attacker]:
    """People of such nations who are said to have attacked, as often as the text says so."""
    for one in _readings():
        lines = _lines(text, one.word)
        for start, stop in lines:
            for found in one.told_of.finditer(text, start, stop):
                if not _KIN.search(text, max(found.start("who") - _KIN_REACH, 0), found.start("who")):
                    yield Attacker(found.start("who"), found.end("who"), one.nation, does=False)
        for pattern in one.does if lines else ():
            for start, stop in lines:
                for found in pattern.finditer(text, start, stop):
                    yield Attacker(found.start("who"), found.end("who"), one.nation, does=True)


def _lines(text: str, word: str) -> list[tuple[int, int]]:
    """The lines of a text that hold a word: each pattern finds it within one line, and few lines of few articles hold it."""
    lines: list[tuple[int, int]] = []
    at = text.find(word)
    while at >= 0:
        stop = text.find("\n", at)
        lines.append((text.rfind("\n", 0, at) + 1, stop if stop >= 0 else len(text)))
        at = text.find(word, lines[-1][1])
    return lines

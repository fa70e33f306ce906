"""Caught: one person who was taken prisoner, of whom the words of harm only know a name: «ألقت القوات القبض على هشام سالم، الضابط السابق».

As those who were killed (alone.py) they are sought only in an article that counts nobody who was taken.
"""

import re
from collections.abc import Mapping, Sequence, Set

from agents.extract.harm import alone, mourned
from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import AWAY, CLAUSE, TIME
from agents.extract.harm.harm import TAKEN, Harm, harm
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import listed

_ABOUT, _NOBODY, _HOW = (listed("alone", value) for value in ("about", "nobody", "how"))
_NO_NAME = AWAY | CLAUSE | TIME | _NOBODY | _HOW
_UPON = re.compile(r"(?:\s[^\s،.؛:\n]+){0,5}\sعلي(?=\s)")  # «القبض أمس على»
_SUBJECT = re.compile(  # «اعتقلت قوات الاحتلال الإسرائيلي»
    r"\s(?:قوات|قوه|(?:ال)?شرطه|الجيش|الامن|(?:ال)?سلطات|جهاز|(?:ال)?اجهزه|الاستخبارات|المخابرات|الاحتلال)"
    r"(?:\s(?:ال[\u0621-\u064a]+|امن))*"
)
_NO_FIRST = (  # «ثلاثة من», «وشقيقه»
    r"(?!ال|لل|و(?!ليد|ائل|سام|سيم)|ب(?:عض|عد|قي)|(?:احد|اثن|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)[\u0621-\u064a]{0,3}\s)"
)
_NAME = re.compile(
    rf"\s[\"«]?({_NO_FIRST}[\u0621-\u064a]{{3,}}(?:\s(?:بن|ابو|عبد))?\s[\u0621-\u064a]{{3,}}"
    r"(?:\s(?!في\s|يوم\s|امس|بعد\s)[\u0621-\u064a]{3,}){0,2}?)[\"»]?"
    r"(?=،\s|\s\(|\.|\n|$|\s(?:المعروف|الملقب|المكني|المدعو|احد|وهو|الذي|في|بعد|خلال|امس|يوم|فجر|مساء|قائد|زعيم)\s)"
)
_MANY = ("ون", "ات", "نا", "هم", "هما", "ها")
_FIRST = (*_MANY, "ين", "ي", "ه")  # «منفذي الهجوم», «منفذين»: ends of a first word that is no name
_ENDS_SO = listed("alone", "name")  # and yet names
_PLAIN = frozenset(["", "و", "ب", "ف"])  # particles
_BEFORE = 25  # characters
_TAKING = ("القبض علي", "القي القبض", "القت القبض", "القوا القبض", "القاء القبض", "اعتقال")
_NEAR = 45  # characters in which a word of negation or of a plan stands before


def add(
    counts: list[Count], sentence_of: list[int], text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]]
) -> None:
    """Adds the first such person, where nobody is counted as taken."""
    if any(TAKEN.intersection(count.measures) for count in counts):
        return
    against = [one.stop for one in hits.get("joint", ()) if one.value in ("no", "not-yet")]
    nouns = {one.entry_start for kind in ("victim", "nation") for one in hits.get(kind, ())}
    tried = 0
    for hit in hits.get("harm", ()):
        word = harm(hit)
        if word.measure != "captured":
            continue
        tried += 1
        if tried > alone.MOST:
            return
        named = _named(text, word, nouns)
        if named is not None and not any(0 <= hit.start - one <= _NEAR for one in against):
            person = alone.person(word, named.end(1))._replace(start=named.start(1))
            mourned.insert(counts, sentence_of, sentences, Count(person, ("captured",), word, None, ["figure.caught"]))
            return


def _named(text: str, word: Harm, nouns: Set[int]) -> re.Match[str] | None:
    """The name of one who was taken, behind a word that says so and its subject."""
    at = word.stop
    if word.kind == "on" and (upon := _UPON.match(text, at)):
        at = upon.end()
    elif word.kind == "verb" and "عتقل" in text[word.start : word.stop] and (subject := _SUBJECT.match(text, at)):
        at = subject.end()
    elif word.kind != "masdar" or word.proclitic not in _PLAIN or not text.startswith(_TAKING, word.start + len(word.proclitic)):
        return None
    before = text[max(word.start - _BEFORE, 0) : word.start].rpartition(" ")[0].rpartition(" ")[2]
    named = _NAME.match(text, at)
    if named is None or before in _ABOUT or named.start(1) in nouns:
        return None
    first, *others = named.group(1).split()
    if first in _NO_NAME or (first not in _ENDS_SO and first.endswith(_FIRST)):
        return None
    return None if any(one in _NO_NAME or one.endswith(_MANY) for one in others) else named

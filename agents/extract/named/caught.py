"""Caught: one person who was taken prisoner, of whom the words of harm only know a name: «ألقت القوات القبض على هشام سالم، الضابط السابق».

So is one of whom was told before: «لكنه اعتقل في وقت لاحق», «جرى اعتقالها لاحقا», «أوقفت الشرطة إحداهما», and the parents of such a one.

As those who were killed (alone.py) they are sought only in an article that counts nobody who was taken.
"""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice

from agents.extract.days.datewords import WEEKDAY
from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import AWAY, CLAUSE, TIME
from agents.extract.harm.harm import TAKEN, Harm, harm
from agents.extract.named import barenames, mourned, names
from agents.extract.people.people import People
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.wordlists import listed

_ABOUT, _NOBODY, _HOW = (listed("barenames", value) for value in ("about", "nobody", "how"))
_NO_NAME = AWAY | CLAUSE | TIME | _NOBODY | _HOW
_UPON = re.compile(r"(?:\s[^\s،.؛:\n]+){0,5}\sعلي(?=\s)")  # «القبض أمس على»
_SUBJECT = re.compile(  # «اعتقلت قوات الاحتلال الإسرائيلي»
    r"\s(?:قوات|قوه|(?:ال)?شرطه|الجيش|الامن|(?:ال)?سلطات|جهاز|(?:ال)?اجهزه|الاستخبارات|المخابرات|الاحتلال)"
    r"(?:\s(?:ال[\u0621-\u064a]+|امن))*"
)
_NO_FIRST = (  # «ثلاثة من», «وشقيقه»
    rf"(?!ال|لل|و(?!ليد|ائل|سام|سيم)|ب(?:عض|عد|قي)|(?:احد|اثن|{FEW_BEGIN})[\u0621-\u064a]{{0,3}}\s)"
)
_NAME = re.compile(
    rf"\s[\"«]?({_NO_FIRST}[\u0621-\u064a]{{3,}}(?:\s(?:بن|ابو|عبد))?\s[\u0621-\u064a]{{3,}}"
    r"(?:\s(?!في\s|يوم\s|امس|بعد\s)[\u0621-\u064a]{3,}){0,2}?)[\"»]?"
    r"(?=،\s|\s\(|\.|\n|$|\s(?:المعروف|الملقب|المكني|المدعو|احد|وهو|الذي|في|بعد|خلال|امس|يوم|فجر|مساء|قائد|زعيم)\s)"
)
_MANY = ("ون", "ات", "نا", "هم", "هما", "ها")
_FIRST = (*_MANY, "ين", "ي", "ه")  # «منفذي الهجوم», «منفذين»: ends of a first word that is no name
_ENDS_SO = listed("barenames", "name")  # and yet names
_PLAIN = frozenset(["", "و", "ب", "ف"])  # particles
_BEFORE = 25  # characters
_PASSIVE = frozenset(["اعتقل", "اعتقلت", "اوقف", "اوقفت", "احتجز", "احتجزت"])
_HE = re.compile(r"(?:^|\s)و?(لكنها?|انها?|بانها?|(?:ال)?(?:مهاجمه?|منفذه?|جاني|فاعل|مشتبه\sبه?ا?)|مطلق\sالنار|احداهما|احدهما)\s(?:قد\s)?$")
_NOBODY_BEHIND = re.compile(r"\s?[،.]|\s(?:في|بعد|لاحقا|فيما|امس|علي\sالفور|خلال|واقتيد|ونقل|اثر|عقب)(?:\s|[،.])")
_HIM = re.compile(  # «أوقف الشاب الجمعة في», «اعتقل المشتبه به لاحقا»; not «أوقف السائق السيارة»
    rf"\s((?:ال)(?:شاب|رجل|متهم|مشتبه\sبه|مهاجم|جاني|سائق|فاعل)ه?)(?=\s?[،.]|\s(?:{WEEKDAY}|امس|اليوم|يوم|فجر|مساء|صباح|في|عند|من\sقبل|علي\sيد|بعد|لاحقا|اثر|خلال)[\s،.])"
)
_WAS = re.compile(r"(?:^|\s)[وف]?(?:تم|جري)\s$")
_MASDARS, _ENDS = ("اعتقال", "توقيف", "احتجاز"), ("ه", "ها")
_BOTH = "والدي"
_ONE = re.compile(rf"\s(احدي\s[\u0621-\u064a]{{3,}}تين|احد[يا]?هما|السائق|{_BOTH}\sال[\u0621-\u064a]+)(?![\u0621-\u064a])")
_LONG_AGO = re.compile(r"(?:^|\s)و?(?:سبق|عام|سنه|حين|عندما|قبيل|الذي|التي|الذين|لم|لن|قتل)(?:\s|$)")  # «سبق أن تم اعتقاله», «قتل أو اعتقل»
_AT_TIME = re.compile(r"\s(?:عام|سنه|مرات|مره|العام|الشهر|اشهر|شهر|يناير|فبراير|اطلق)\s")  # «اعتقل لفترة عام 2012»
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
    words = (harm(hit) for hit in hits.get("harm", ()))
    for word in islice((one for one in words if one.measure == "captured"), barenames.MOST):
        person = _each(text, word) or _one(text, word, nouns)
        if person is not None and not any(0 <= word.start - one <= _NEAR for one in against):
            mourned.insert(counts, sentence_of, sentences, Count(person, ("captured",), word, None, ["figure.caught"]))
            return
    for hit in islice((one for one in hits.get("event", ()) if one.value.startswith("arrest/")), barenames.MOST):
        if _is_his(text, hit) and not any(0 <= hit.start - one <= _NEAR for one in against):
            mourned.insert(
                counts, sentence_of, sentences, Count(barenames.person(hit, hit.stop), ("captured",), None, None, ["figure.caught"])
            )
            return


def _is_his(text: str, hit: Hit) -> bool:
    """«جرى اعتقالها لاحقا»: whether a word for an arrest ends in one who was told of before."""
    told = text[hit.start : hit.stop]
    if not (told.startswith(_MASDARS) and told.endswith(_ENDS)) or not _WAS.search(text, max(hit.start - _BEFORE, 0), hit.start):
        return False
    return not (_LONG_AGO.search(text, max(hit.start - _NEAR, 0), hit.start) or _AT_TIME.search(text, hit.stop, hit.stop + _NEAR))


def _known(text: str, word: Harm) -> re.Match[str] | None:
    """Where one stands of whom was told before: before a passive, or behind the word and its subject."""
    if _LONG_AGO.search(text, max(word.start - _NEAR, 0), word.start) or _AT_TIME.search(text, word.stop, word.stop + _NEAR):
        return None
    stem = text[word.start + len(word.proclitic) : word.stop]
    if stem in _PASSIVE and _NOBODY_BEHIND.match(text, word.stop):
        return next(_HE.finditer(text, max(word.start - _BEFORE, 0), word.start), None)
    if stem in _PASSIVE and not stem.endswith("ت") and (him := _HIM.match(text, word.stop)):
        return him
    at = word.stop
    if word.kind == "on" and (upon := _UPON.match(text, at)):
        at = upon.end()
    elif word.kind == "verb" and (subject := _SUBJECT.match(text, at)):
        at = subject.end()
    elif word.kind != "masdar" or word.proclitic not in _PLAIN:
        return None
    return _ONE.match(text, at)


def _object_at(text: str, word: Harm) -> int:
    """Where stands who was taken, behind a word that says so and its subject; -1 where the word may say no such thing."""
    if word.kind == "on" and (upon := _UPON.match(text, word.stop)):
        return upon.end()
    if word.kind == "verb" and "عتقل" in text[word.start : word.stop] and (subject := _SUBJECT.match(text, word.stop)):
        return subject.end()
    taking = word.kind == "masdar" and word.proclitic in _PLAIN and text.startswith(_TAKING, word.start + len(word.proclitic))
    return word.stop if taking else -1


def _each(text: str, word: Harm) -> People | None:
    """«اعتقلت القوات كلا من أحمد سالم ومحمد علي»: those who are named in a row."""
    at = _object_at(text, word)
    several, stop = names.each_of(text, at) if at >= 0 else (0, 0)
    return barenames.person(word, stop)._replace(start=at + 1, low=several, high=several) if several else None


def _one(text: str, word: Harm, nouns: Set[int]) -> People | None:
    """One who is named behind the word, or known from before; two where they are the parents of such a one."""
    named = _named(text, word, nouns) or _known(text, word)
    if named is None:
        return None
    several = 2 if named.group(1).startswith(_BOTH) else 1
    return barenames.person(word, named.end(1))._replace(start=named.start(1), low=several, high=several)


def _named(text: str, word: Harm, nouns: Set[int]) -> re.Match[str] | None:
    """The name of one who was taken, behind a word that says so and its subject."""
    at = _object_at(text, word)
    if at < 0:
        return None
    before = text[max(word.start - _BEFORE, 0) : word.start].rpartition(" ")[0].rpartition(" ")[2]
    named = _NAME.match(text, at)
    if named is None or before in _ABOUT or named.start(1) in nouns:
        return None
    first, *others = named.group(1).split()
    if first in _NO_NAME or (first not in _ENDS_SO and first.endswith(_FIRST)):
        return None
    return None if any(one in _NO_NAME or one.endswith(_MANY) for one in others) else named

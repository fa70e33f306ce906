"""Died: «وفاة» and «توفي» are said of the sick and the old too, and tell of people killed only in a sentence that says by what.

«قضى» is said of courts and decrees as well, which kill nobody.
"""

import re
from collections.abc import Sequence

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import STOP
from agents.extract.harm.harm import Harm
from agents.extract.words.letters import among, search
from agents.extract.words.wordlists import any_of, listed

_DEATH = ("وفا", "توف", "مات")
_OF_WOUNDS = re.compile(  # behind a verb of dying: of what he was hurt by before
    r"(?:\s(?:لاحقا|امس|اليوم|في\s(?:وقت\sلاحق|المستشفي)|(?:بعد|قبل)\s(?:ذلك|ساع\S+|يوم\S*|ايام)))*\s(?:متاثر[اه]|من\s(?:جروح|جراح)|(?:بعد|اثناء|خلال)\sنقل)"
)
_ILL = re.compile(  # «متأثرا بإصابته بالسرطان»
    r"اصاب(?:ه|ته|تها|تهم)\sب(?:ال)?(?:سرطان|امراض|مرض|داء|فيروس|كورونا|كوليرا|ملاريا|جلط[هت]|نوب[هت]|سكت[هت]|ازم[هت]|فشل)(?![\u0621-\u064a])"
)
_ILL_BY = ("اصابه ب", "اصابته ب", "اصابتها ب", "اصابتهم ب")  # letters without which it finds nothing
_RULES = re.compile(rf"(?:\s(?:كذلك|ايضا))?\sب(?:ال)?(?:{any_of('acts', 'ruling')})(?![\u0621-\u064a])")
_REACH = 110  # characters
_BY = tuple(sorted(listed("barenames", "by")))


def settle(counts: Sequence[Count], sentence_of: Sequence[int], text: str, sentences: Sequence[tuple[int, int]]) -> None:
    """Nothing is told of those who only died: «وفاة 39 بوباء الكوليرا», «توفي الأمين العام السابق»; «توفي متأثرا بجروحه» is a killing."""
    for at, count in zip(sentence_of, counts, strict=True):
        word = count.harm
        if word is None:
            continue
        ill = word.measure == "killed" and search(_ILL, _ILL_BY, text, count.people.stop, min(count.people.stop + _REACH, sentences[at][1]))
        if ill or (text.startswith(_DEATH, word.start + len(word.proclitic)) and not among(_BY, text, *sentences[at])):
            count.measures = ()


def ruled(line: Line, word: Harm) -> bool:
    """«قرارات قضت بترقية 90 من المسلحين», «قضت بإعدام أربعة»: what a decree or a court orders; «قضوا بقصف» is a killing."""
    return line.text.startswith("قض", word.start + len(word.proclitic)) and _RULES.match(line.text, word.stop) is not None


def of_wounds(line: Line, word: Harm) -> bool:
    """«أصيب شرطي في المواجهات وتوفي متأثرا بجروحه»: tells of the one who was hurt right before that he died."""
    last = line.last_told
    if last is None or last.measures != ("wounded",) or last.people.high != 1 or last.part_of is not None:
        return False
    if word.measure != "killed" or word.kind not in ("passive", "light") or word.person != "one":
        return False
    if word.start - last.people.stop > _REACH or STOP.search(line.text, last.people.stop, word.start):
        return False
    if _OF_WOUNDS.match(line.text, word.stop) is None:
        return False
    last.tell("figure.died", ("killed",), word)
    line.heads, line.hungry = [word], False
    return True

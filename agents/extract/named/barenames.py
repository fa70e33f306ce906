"""Bare names: one person who was killed, of whom the words of harm only know a name: «مقتل صالح الصماد», «أن البطش قتل في العاصمة».

Told of such people is in passing too («منذ اغتيال الرئيس»): they are sought only in an article that counts nobody who was killed.
"""

import re
from collections.abc import Mapping, Sequence, Set

from agents.extract.harm import supposed
from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import AWAY, CLAUSE, TIME
from agents.extract.harm.harm import DEADLY, Harm, harm
from agents.extract.named import ages, mourned, names
from agents.extract.people.people import People
from agents.extract.people.victims import Noun
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import listed

_DEATH, _DIED, _HOW, _CRIME, _ABOUT, _NOBODY = (
    listed("barenames", value) for value in ("death", "died", "how", "crime", "about", "nobody")
)
_NAME = re.compile(r"\s[\"«]?((?:ال[\u0621-\u064a]+\s){0,3})([\u0621-\u064a]{3,})")
_NAMES = re.compile(r"\s[\"«]?((?!ال|ب(?:رصاص|نيران|قصف)|في\s)[\u0621-\u064a]{3,}(?:\s(?:ال)?[\u0621-\u064a]{2,}){0,4})[\"»]?\s")
_AGED = re.compile(  # «قتل أحمد سالم (20 عاما) برصاص الشرطة»
    r"(?!\s[\"«]?ال)(?:\s[\"«]?(?!في\s|من\s|عن\s|علي\s(?:يد|متن)|خلال|اثر|بعد|منذ|قبل|و|الذي|التي)[\u0621-\u064a]+[\"»]?){2,7}"
    r"،?\s\(?(?:البالغ\S*\s(?:من العمر\s)?)?[0-9]{1,2}\s?(?:عاما|عام|سنه|سنوات|اعوام)(?![\u0621-\u064a])\)?"
)
_FELL = ("قتل", "قتلت", "استشهد", "استشهدت")
_DECEASE, _OF_WOUNDS, _WOUNDS_REACH = "وفاه", ("متاثر", "جروح", "جراح", "حروق", "اصابت"), 90  # «وفاة أحمد سالم متأثرا بجروحه»
_NO_NAME = AWAY | CLAUSE | TIME | _NOBODY | _HOW
_HOW_WORD = re.compile(r"\s([\u0621-\u064a]+)")
_BEFORE = re.compile(r"([\u0621-\u064a]+)[\s\"»،)]*(?:و?(?:الذي|التي)\s)?$")  # the word before, over a relative
_MANY = ("ين", "ون", "ات", "ان", "نا", "هم", "هما", "ها")  # «السياح», «قادتها»
_TOP = 2  # sentences
_NEAR = 45  # characters in which a word of negation or of a plan stands before
_PERSON = Noun("person", None, None, "one")
MOST = 60  # words of harm that are looked at


def add(
    counts: list[Count], sentence_of: list[int], text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]]
) -> None:
    """Adds the first such person, where nobody is counted as killed; on top, where nobody is counted so there."""
    counted = [at for at, count in zip(sentence_of, counts, strict=True) if DEADLY.intersection(count.measures)]
    last = sentences[min(_TOP, len(sentences)) - 1][1] if counted and sentences else len(text)
    if counted and min(counted) < _TOP:
        return
    against = [one.stop for one in hits.get("joint", ()) if one.value in ("no", "not-yet")]
    nouns = {one.start for kind in ("victim", "nation") for one in hits.get(kind, ())}
    tried = 0
    for hit in hits.get("harm", ()):
        word = harm(hit)
        if word.measure != "killed":
            continue
        tried += 1
        if tried > MOST or hit.start >= last:
            return
        stop = _told(text, word, nouns)
        if (
            stop
            and not (supposed.cause(text, word) or supposed.wanted(text, word))
            and not any(0 <= hit.start - one <= _NEAR for one in against)
        ):
            # «مقتل كل من أحمد عمر ومحمد علي», «استشهاد أحمد عمر (19 عاما) ومحمد علي (22 عاما)»
            several = names.each_of(text, word.stop)[0] or 1 + ages.further(text, word.stop)
            people = person(word, stop)._replace(low=several, high=several)
            mourned.insert(counts, sentence_of, sentences, Count(people, ("killed",), word, None, ["figure.alone"]))
            return


def person(word: Harm | Hit, stop: int) -> People:
    """The one person whose name stands behind a word, or in its own ending, up to where that ends."""
    return People(word.start, stop, 1, 1, _PERSON, False, False, False, "", "people.named")


def name_end(text: str, word: Harm, before: int) -> int:
    """Where a name ends that alone stands between a word of harm and a place; 0 where no name does."""
    named = _NAMES.fullmatch(text, word.stop, before)
    if named is None or (word.kind == "verb" and text[word.stop - 1] == "ت"):
        return 0
    return named.end(1) if is_name(named.group(1)) else 0


def is_name(said: str) -> bool:
    """Whether words can be the name of one person: none of them that goes on with a sentence, and no plural."""
    return not any(one in _NO_NAME or one.endswith(_MANY) for one in said.split() if one != "علي")


def _told(text: str, word: Harm, nouns: Set[int]) -> int:
    """Where the words end that tell of one person; 0 where they do not."""
    said = text[word.start + len(word.proclitic) : word.stop]
    found = _BEFORE.search(text, max(word.start - 25, 0), word.start)
    before = found.group(1) if found else ""
    if (said in _DEATH or said in _FELL) and before not in _ABOUT and (each := names.each_of(text, word.stop))[0]:
        return each[1]
    if (said in _DEATH or _of_wounds(text, word)) and word.proclitic in ("", "و", "ب", "وب", "ف") and before not in _ABOUT:
        named = _NAME.match(text, word.stop)
        known = named is not None and not named.group(1) and named.group(2).startswith("ال") and named.start(2) in nouns  # «مقتل الطفل»
        return named.end() if named and not known and _is_name(named) else 0
    if said in _FELL and word.proclitic in ("", "و", "ف") and before not in _ABOUT and (aged := _AGED.match(text, word.stop)):
        return aged.end()
    if said in _DIED and word.proclitic in ("", "و", "ف") and before and before not in _CRIME and not before.endswith(_MANY):
        how = _HOW_WORD.match(text, word.stop)
        return word.stop if how and (how.group(1) in _HOW or how.group(1).startswith("بال")) else 0
    return 0


def _of_wounds(text: str, word: Harm) -> bool:
    """«وفاة أحمد سالم متأثرا بجروحه»: whether a word for anybody's death has behind it, in its clause, that it was of wounds."""
    if not text.startswith(_DECEASE, word.start + len(word.proclitic)):
        return False
    at = text.find(_OF_WOUNDS[0], word.stop, word.stop + _WOUNDS_REACH)
    return (
        at >= 0
        and not any(one in text[word.stop : at] for one in ".؛\n")
        and any(text.find(one, at, at + 20) >= 0 for one in _OF_WOUNDS[1:])
    )


def _is_name(named: re.Match[str]) -> bool:
    """Whether words are those of one person, not of many or of what comes next."""
    words = [*named.group(1).split(), named.group(2)]
    return not any(one in _NOBODY or one in _HOW or one.endswith(_MANY) for one in words)

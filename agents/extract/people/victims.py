"""Nouns for people: the written forms of each, and what a form says of number, side and harm."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, get_args

import seeds
from agents.extract.words.counted import FAMILY
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Entry, Hit
from agents.extract.words.wordlists import listed
from streams.vocabulary import Measure, Subset

KINDS = ("victim", "nation")
_SUBSETS = frozenset(get_args(Subset))
_MEASURES = frozenset(get_args(Measure))
_NO_ACCUSATIVE = ("ه", "ا", "ي", "ات", "ء", "ين", "ون")
_OWN = ("ه", "ها", "هم", "هما")
_FIRST = {"fem": 0, "sound": 1}  # kinds of rows whose forms go before those of others
_COUNTRY_CODE = 2  # letters
_APART = ("في ", "من ")  # behind these a noun is no genitive: «ضابطا في الجيش» is one, «ضابطا جيش» are two
FIGHTERS = frozenset(["armed", "rebels"])  # whose: of no state
ARMS = FIGHTERS | {"state"}  # whose: who bear them
AGENTS = ARMS | {"suspects"}  # whose: who mostly did what is told, and did not suffer it


class Noun(NamedTuple):
    """What a noun says. whose: as in lexicon/victims.csv, or a country for a nation's people. subset, measure: of the guide, or None.

    form: one, accusative (one, and surely no subject), two, either (a dual or a plural), many, own («عناصرها»: many, of one named before),
    case (people only behind a number: «90 إصابة»; «30 سوريا», where «سوريا» alone is a country). anyone: it only says that they bear no
    arms («شبان», «مواطن»). nation: of such, where the word behind says it («12 شابا سوريا» are told of as «12 سوريا» are).
    """

    whose: str
    subset: str | None
    measure: str | None
    form: str
    anyone: bool = False
    nation: str = ""

    @property
    def of_nation(self) -> bool:
        """Whether it only says of which nation people are: «أتراك»."""
        return len(self.whose) == _COUNTRY_CODE


HOME = Noun(FAMILY, None, None, "")  # families, who count only where they leave


@lru_cache(maxsize=512)
def noun(value: str) -> Noun:
    """The meaning of the value of a hit of KINDS."""
    told, _, form = value.partition("/")
    whose, *more = told.split(" ")
    subset = next((one for one in more if one in _SUBSETS), None)
    measure = next((one for one in more if one in _MEASURES), None)
    return Noun(whose, subset, measure, form, "anyone" in more)


def entries() -> Iterator[Entry]:
    """All forms of all nouns, for the one matcher; value is ``<value of the row>/<form>``. Of two readings the first row's stays."""
    seen: dict[str, str] = {}
    rows = seeds.rows("lexicon/victims.csv")
    found = [(surface, row["value"], row["kind"], row["source"]) for row in rows for surface in seeds.written(row["surface"])]
    found.sort(key=lambda row: _FIRST.get(row[2], len(_FIRST)))  # «مسلحين» may be two, «محامية» is no «his lawyers»
    for surface, value, kind, source in found:
        for form, number in forms(surface, kind):
            if seen.setdefault(form, value) == value:
                yield Entry(form, "victim", f"{value}/{number}", source, clitics=kind != "bare")
                seen[form] = f"{value}/"  # the same form again: no other number
    yield from _nations()


def _nations() -> Iterator[Entry]:
    """The adjectives of nations; feminine ones go with things («القوات العراقية») and have the form ``adjective``."""
    countries = list(seeds.rows("countries.csv"))
    lands = {fold_word(surface) for row in countries for surface in row["surfaces"].split("|")}
    for row in countries:
        for adjective in filter(None, row["adjectives"].split("|")):
            plural = adjective.endswith("+")
            for form, number in forms(adjective.rstrip("+"), "many" if plural else "sound"):
                told = "case" if number == "accusative" and form in lands else number
                yield Entry(form, "nation", f"{row['country']}/{told}", row["source"])
            if not plural:
                yield Entry(f"{adjective}ة", "nation", f"{row['country']}/adjective", row["source"])


def forms(surface: str, kind: str) -> Iterator[tuple[str, str]]:
    """The written forms of a noun of lexicon/victims.csv, each with its number; only the first word changes."""
    first, _, rest = fold_word(surface).partition(" ")
    tail = f" {rest}" if rest else ""
    made = {"one": _one, "sound": _sound, "fem": _fem, "many": _many}.get(kind, _as_is)
    bound = bool(tail) and not (kind == "one" and rest.startswith(_APART))
    for form, number in made(first, bound):
        yield form + tail, number or ("one" if kind in ("single", "bare") else kind)


def _as_is(word: str, _: bool) -> Iterator[tuple[str, str]]:
    yield word, ""


def _one(word: str, in_phrase: bool) -> Iterator[tuple[str, str]]:
    yield word, "one"
    base = word[:-1] + "ت" if word.endswith("ه") else word
    if not word.endswith(("ا", "ه", "ء")):
        yield word + "ا", "two" if in_phrase else "accusative"  # «ضابطا شرطة» are two: one would bear another ending
    yield base + "ان", "two"
    yield base + "ين", "two"
    if in_phrase:  # «رجلي أمن»
        yield base + "ي", "two"


def _sound(word: str, in_phrase: bool) -> Iterator[tuple[str, str]]:
    yield word, "one"
    yield word + "ا", "accusative"
    yield word + "ان", "two"
    yield word + "ين", "either"
    yield word + "ون", "many"
    if not in_phrase and not word.endswith("ي"):  # «مسلحو الجماعة»
        yield word + "ي", "many"
        yield word + "و", "many"
    if not in_phrase:
        yield from ((word + "ي" + own, "own") for own in _OWN)


def _fem(word: str, in_phrase: bool) -> Iterator[tuple[str, str]]:
    yield word, "one"
    base = word[:-1] + "ت"
    yield base + "ان", "two"
    yield base + "ين", "two"
    if not in_phrase:
        yield word[:-1] + "ات", "many"


def _many(word: str, in_phrase: bool) -> Iterator[tuple[str, str]]:
    yield word, "many"
    if word.endswith("ين") and len(word) > 4:
        yield word[:-2] + "ون", "many"
        if not in_phrase:
            yield word[:-1], "many"
            yield word[:-2] + "و", "many"
            yield from ((word[:-1] + own, "own") for own in _OWN)
    elif word.endswith("ه") and not in_phrase:
        yield from ((word[:-1] + "ت" + own, "own") for own in _OWN)
    elif not word.endswith(_NO_ACCUSATIVE):
        yield word + "ا", "many"
        if not in_phrase:
            yield from ((word + own, "own") for own in _OWN)


_PARENT, _LETTERS = ("ام", "اب"), 2
_CHILDREN = re.compile(
    r"(?:\s(?:حامل|شاب|شابه|فلسطينيه?|سوريه?|عراقيه?|يمنيه?))?"
    r"\s(?:و\S+(?:ها|ه|هما)(?![\u0621-\u064a])|و\S+\sمن\s\S+(?:ها|ه|هما)(?![\u0621-\u064a])|ل\S+\s(?:اطفال|ابناء|اولاد))"
)


def with_children(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The nouns without «أو», «أم درمان», «إب», «آب», spelt as a mother and a father are: these are told of with their children."""
    return [one for one in hits if not _is_short(text, one) or _CHILDREN.match(text, one.stop)]


def _is_short(text: str, one: Hit) -> bool:
    return one.stop - one.entry_start == _LETTERS and text.startswith(_PARENT, one.entry_start)


_RANK = "لواء"  # a general, or a brigade
_BESIDE_RANK = re.compile(
    r"(?:\s(?:ال)?(?:ركن|طيار|متقاعد|طبيب|مهندس|دكتور|بحري)){0,2}\s\"?(?!ال)(?P<name>[\u0621-\u064a]+)\"?\s\"?[\u0621-\u064a]{3}"
)
_FIRST_NAMES = listed("place-cues", "person")


def generals(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The nouns without «لواء» of a brigade: of a general it has the article, and his name stands behind («اللواء سعيد كمال»)."""
    return [one for one in hits if not _is_rank(text, one) or _is_general(text, one)]


def _is_rank(text: str, one: Hit) -> bool:
    return one.stop - one.entry_start == len(_RANK) and text.startswith(_RANK, one.entry_start)


def _is_general(text: str, one: Hit) -> bool:
    beside = _BESIDE_RANK.match(text, one.stop) if one.proclitic.endswith(("ال", "لل")) else None
    return beside is not None and beside["name"] in _FIRST_NAMES


_TURKI = "تركي"
_OF_HIS_FAMILY = re.compile(r"\s(?:بن\s|ال\s|ال(?!جنسي|اصل|مولد|هوي)[\u0621-\u064a]{3,}ي(?![\u0621-\u064a]))")


def without_names(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The adjectives of nations without «تركي» as a man's name: «العقيد تركي المالكي», «تركي بن عبد العزيز»; not «الجيش التركي».

    Nor as his family's, where his rank is told of again: «اللواء منصور التركي», and below «اللواء التركي».
    """
    ranked = {text[one.start : one.stop] for one in hits if text.endswith(_GENERAL, 0, one.start)}
    families = {name for name in ranked if re.search(rf"{_GENERAL}[\u0621-\u064a]{{3,}}\s{name}(?![\u0621-\u064a])", text)}
    return [
        one
        for one in hits
        if not (text.startswith(_TURKI, one.start) and one.stop == one.start + 4 and _OF_HIS_FAMILY.match(text, one.stop))
        and not (families and text.endswith(_GENERAL, 0, one.start) and text[one.start : one.stop] in families)
    ]


_GENERAL = "اللواء "  # a rank, and a brigade
_QUALITIES = re.compile(r"(?:^|\s)و?(\S+ا)\s(?:\S+يا\s)*$")  # «موقعا عسكريا أميركيا»
_REACH = 30  # characters between a thing and the last word for whose it is
_THINGS = frozenset(word for kind in ("place", "arms", "vehicle", "body", "family") for word in listed("counted", kind))


def says_whose(text: str, start: int, stop: int) -> bool:
    """«أصاب صاروخ موقعا عسكريا»: whether a word for a person, as an object, says whose the thing right before it is."""
    if not text.endswith("يا", start, stop) or not text.startswith("ا ", start - 2):
        return False
    before = _QUALITIES.search(text, max(start - _REACH, 0), start)
    return before is not None and before[1] in _THINGS


def nominative(text: str, start: int, stop: int) -> bool:
    """«مسلحون», «مسلحان مجهولان»: whether several are named in a case in which they are no object, nor stand behind a noun."""
    return text.endswith(("ون", "ان"), start, stop)


def beside_her(text: str, one: Noun, start: int, her: Noun, hit: Hit) -> bool:
    """«قتل مسلح امرأة»: whether a noun in the feminine right behind one man's, of whom it can be no adjective, names another."""
    if her.form != "one" or her.measure or one.measure or her.of_nation or not text.endswith("ه", hit.entry_start, hit.stop):
        return False
    man = text[start : hit.start].partition(" ")[0]
    return bool(her.whose) and " " not in text[hit.entry_start : hit.stop] and not man.endswith(("ه", "ت"))

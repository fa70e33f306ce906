"""What numbers count where they count no people: the words beside a number, which are looked at only there.

Every fifth word that lexicons know in a text is one of them, and few stand beside a number: so they are no part of the one matcher.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Entry, Hit, Matcher

KIND = "counted"
PERCENT = "percent"
FAMILY = "family"
PEOPLE = "people"  # of a force that is called by the name of things
_WORD = re.compile(r"\w+")
_PLAIN = ("", "ال")
_WHEN = frozenset(["اليوم", "الليله", "الاسبوع", "الشهر", "العام", "السنه", "الساعه"])  # «وأصاب 16 اليوم»
_OF = re.compile(r"\sمن\s(?:هذه\s|تلك\s)?")
_THINGS = frozenset(["arms", "vehicle", "act", "money", "weight"])
_TELLS_WHAT = re.compile(  # what 11 to 99 count stands in the accusative
    r"\s(?!هذا|علي|لذا|كما|مما|عندما|بينما|فيما)[\u0621-\u064a]{3,}ا(?![\u0621-\u064a])"
)
_THE_YEAR = ("العام", "السنه")
_TEN = 10
_REACH = 40  # characters: the phrases are of two words
_GROUPS = ("طاقم", "طاقمه", "طاقمها", "دوريه", "خليه", "مجموعه", "عصابه", "اسره", "اسرته", "عائله", "عائلته", "فريق", "قوه", "شرطه")
_MEN_OF = re.compile(r"(?:افراد|عناصر|اعضاء|رجال|ركاب|جنود)\s(?:ال)?[\u0621-\u064a]+$")
_MEN_REACH = 20  # characters


def entries() -> Iterator[Entry]:
    """The surfaces of lexicon/counted.csv."""
    for row in seeds.rows("lexicon/counted.csv"):
        yield Entry(row["surface"], KIND, row["value"], row["source"])


@lru_cache(maxsize=1)
def _matcher() -> Matcher:
    return Matcher(entries())


@lru_cache(maxsize=1)
def _first() -> frozenset[str]:
    """The words that may begin what is counted, with and without the article."""
    words = {fold_word(one.surface).split()[0] for one in entries()}
    return frozenset(words | {f"ال{word}" for word in words})


def behind(text: str, at: int, *, definite: bool = True) -> str:
    """What the word or phrase that begins at this place says is counted; "" where it says nothing.

    definite: whether the number is written with «ال»; behind one that is not, «اليوم» says when.
    """
    found = _WORD.match(text, at)
    if found is None or found.group() not in _first() or (not definite and found.group() in _WHEN):
        return ""
    values = [one.value for one in _hits(text[at : at + _REACH]) if not one.start and one.proclitic in _PLAIN]
    return values[-1] if values and values[-1] != PEOPLE else ""


def behind_of(text: str, stop: int) -> str:
    """The same of things behind «of»: «واحدة من هذه الطائرات»; bodies and places are where people are from («5 من حركة كذا»)."""
    of = _OF.match(text, stop)
    what = behind(text, of.end()) if of else ""
    return what if what in _THINGS else ""


def before(text: str, stop: int) -> str:
    """The same of the word or phrase that ends at this place; nothing of a group whose men are named («أفراد الطاقم»)."""
    if men_of_group(text, stop, stop):
        return ""
    near = text[max(stop - _REACH, 0) : stop]
    if stop > _REACH:
        near = near[near.find(" ") + 1 :]  # whole words
    hits = [one for one in _hits(near) if one.stop == len(near)]
    return hits[-1].value if hits else ""


def men_of_group(text: str, stop: int, begun: int) -> bool:
    """«أفراد الطاقم الخمسة»: whether words that end at a place, begun before another, name the men of a group whom a number may count."""
    men = _MEN_OF.search(text, max(stop - _MEN_REACH, 0), stop) if text.endswith(_GROUPS, 0, stop) else None
    return men is not None and men.start() < begun


def in_year(text: str, before: int, stop: int, value: float) -> bool:
    """«منذ بداية العام 37 شخصا», «قتل هذا العام ثلاثة جنود»: whether a small number behind «the year» is no year, but counts.

    before, stop: where the word for the year ends, and the number.
    """
    if value <= _TEN:
        return text.startswith(_THE_YEAR, text.rfind(" ", 0, before) + 1)
    return _TELLS_WHAT.match(text, stop) is not None


@lru_cache(maxsize=2048)
def _hits(text: str) -> list[Hit]:
    return _matcher().hits(text).get(KIND, [])

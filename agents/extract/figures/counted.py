"""Which words for people are read as people who may be counted: not part of a name, not «طالبان» the movement, not «بدون طيار»."""

import re
from collections.abc import Mapping, Sequence, Set

from agents.extract.harm.harm import Harm
from agents.extract.people.victims import Noun, noun
from agents.extract.places.classes import CLASSES, any_class
from agents.extract.words.alike import are_students
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import covered, first_from
from agents.extract.words.wordlists import any_of

_TWO, _QUOTES = ("ين", "ان"), '"«'
_PILOT, _WITHOUT = "طيار", ("دون ", "بلا ")  # «طائرات بدون طيار»
_FAMILY = ("عائله كامل", "اسره كامل")
_OF_PEOPLE = re.compile(r"\s(?:[^\s،.]+\s)?من\s")
_AMONG_THE = re.compile(r"(?:بين|ضمن|عداد) ال")
_BEFORE_GENITIVE = frozenset(["ل", "ب", "ول", "وب", "ك"])
_GENITIVE = re.compile(r"(?:^|\s)[وف]?(?:من|علي|ضد|مع|بين|عن|الي|قبل|لدي|حركه|مسلحي|مقاتلي|عناصر)\s$")
_OF_PLACES = {  # words for people that say something of a place, by what stands behind them then
    "قصر": re.compile(r"\sال"),  # «تصفية قصر المعاشيق»: no minors
    "غربي": re.compile(  # «غارة في الحديدة غربي اليمن»: no man of the West
        rf"\s(?:ال|(?:{CLASSES}|{any_class('capital', 'mountain', 'airport', 'port', 'base')}|نهر)\s)"
    ),
    "اخر": re.compile(rf"\s(?:{any_of('counted', 'place')})\s"),  # «تصفية آخر جيوب كذا»: nobody else
}
_LAST_OF = re.compile(r"\sال(?!اثنين)[\u0621-\u064a]+(?:ين|ات)(?![\u0621-\u064a])")  # not «وقتل آخر الاثنين»


def people_nouns(text: str, hits: Mapping[str, Sequence[Hit]], names: Sequence[tuple[int, int]]) -> Sequence[Hit]:
    """The nouns for people of a folded text, by start: those of the lexicon and the people of nations. names: spans of actors, sorted."""
    nouns = [
        one for one in hits.get("victim", ()) if not (_not_counted(text, one) or (in_name(one, names) and _is_unarmed(noun(one.value))))
    ]
    nations = [hit for hit in hits.get("nation", ()) if not (hit.value.endswith("/adjective") or in_name(hit, names))]
    if nations:
        ends = {one.stop for one in nouns}
        nations = [hit for hit in nations if not _of_thing(text, hit, ends)]
        nouns = sorted([*nouns, *nations], key=lambda hit: (hit.start, -hit.stop))
    return _apart(text, nouns, hits.get("joint", ()))


def _of_thing(text: str, nation: Hit, ends: Set[int]) -> bool:
    """«صاروخين "إسرائيليين" سقطا»: whether people of a nation, in quotes, are the adjective of what stands before. ends: of people."""
    before, ending = nation.start - 2, text[nation.stop - 2 : nation.stop]
    if nation.proclitic or ending not in _TWO or before < 0 or text[before + 1] not in _QUOTES or text[before] != " ":
        return False
    return text.endswith(ending, 0, before) and before not in ends


def in_name(one: Hit | Harm, names: Sequence[tuple[int, int]]) -> bool:
    """«حركة طالبان» is no two students, «هيئة تحرير الشام» frees nobody: whether a word is a later part of a name. names: spans, sorted."""
    at = first_from(names, one.start)
    return at > 0 and names[at - 1][1] >= one.stop


def _apart(text: str, nouns: Sequence[Hit], joints: Sequence[Hit]) -> Sequence[Hit]:
    """The nouns without those of a joint («بين القتلى طفلان»), where what follows says no more of them («بين القتلى الحوثيين»)."""
    among = [(hit.start, hit.stop) for hit in joints if hit.value == "among" and _AMONG_THE.search(text, hit.start, hit.stop)]
    if not among:
        return nouns
    return [
        one
        for one, after in zip(nouns, [*nouns[1:], None], strict=True)
        if not covered(among, one.start) or (after is not None and after.start - one.stop <= 1 and _says_more(after))
    ]


def _says_more(after: Hit) -> bool:
    """Whether a noun is an adjective of several before it; «بين القتلى القائد علي» names one of them."""
    return after.proclitic.endswith("ال") and noun(after.value).form != "one"


def _not_counted(text: str, one: Hit) -> bool:
    """«هجوم لطالبان»: two of them would have another ending behind a particle or a preposition. «آخر المتحصنين»: the last of all."""
    said = text[one.start + len(one.proclitic) : one.stop]
    if said.startswith("اخر") and _LAST_OF.match(text, one.stop):
        return True
    if said in _OF_PLACES and _OF_PLACES[said].match(text, one.stop):
        return True
    if text.startswith(_FAMILY, one.entry_start) and _OF_PEOPLE.match(text, one.stop):
        return True  # «عائلة كاملة من خمسة أفراد»: these are counted
    if text.startswith(_PILOT, one.entry_start) and text.endswith(_WITHOUT, 0, one.start):
        return True
    if not text.endswith("طالبان", one.start, one.stop):
        return False
    doing = one.proclitic == "" and not are_students(text, one.start, one.stop)  # «قتلت طالبان 7 جنود»
    return doing or one.proclitic in _BEFORE_GENITIVE or _GENITIVE.search(text, max(one.start - 9, 0), one.start) is not None


def _is_unarmed(what: Noun) -> bool:
    """Whether a noun is of people of no force, as an adjective («التحالف العربي»), a plural («طالبان») or a name («الشباب») may be."""
    return what.form in ("one", "two", "many") and what.whose in ("", "person", "civilians")

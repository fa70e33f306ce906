"""Words of harm: what was done to the people that are counted, and on which side of the word they stand."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.inflection import past_forms, present_forms
from agents.extract.words.lexicon import Entry, Hit
from agents.extract.words.wordlists import listed

KINDS = ("harm", "joint")
HURT = frozenset(["killed", "wounded"])
DEADLY = frozenset(["killed", "killed_or_wounded"])
SURE = HURT | {"killed_or_wounded"}  # measures that a noun says of the people it names
TAKEN = frozenset(["captured", "abducted"])
UPON = "upon"  # the kind of an execution that was carried out
AGAINST = "against"  # the kind of a deed whose victims are named behind «بحق»: «إعدامات بحق 9 مدنيين», «مجزرة بحق 20 مدنيا»
# kinds of words whose people stand behind another word: «أفرجت الجماعة أمس عن 20», «حملة اعتقالات طالت عشرة»
PARTED = {
    "on": frozenset(["علي"]),
    "off": frozenset(["عن"]),
    "wide": listed("gaps", "extent"),
    UPON: frozenset(["بحق", "حق", "في", "ب"]),
    AGAINST: frozenset(["بحق", "حق"]),
}
_OPEN = frozenset(["gone", "come", "caught", "aboard", "stay"])
DONE = "done"  # the kind of what was done to the people before it: «20 مسلحا تم القضاء عليهم», «خمسة جنود جرى أسرهم», «ستة أفرج عنهم»
_CAME_ABOUT = ("تم", "تمت", "جري", "جرت")
_THEM = (("هم", "many"), ("هن", "many"), ("هما", "two"), ("ه", "one"), ("ها", "one"))
_NOT_TOLD = ("ه", "ها", "هم", "نا")  # «قتلهم»: whom is said elsewhere; «قتلنا»: news does not say we


class Harm(NamedTuple):
    """A word of harm. measure: of the guide, or none. kind: as in lexicon/harm.csv. person: of a verb (one, two, many, now = present)."""

    start: int
    stop: int
    measure: str
    kind: str
    person: str
    proclitic: str


@lru_cache(maxsize=256)
def _parts(value: str) -> tuple[str, str, str]:
    measure, kind, person = value.split("/")
    return measure, kind, person


def harm(hit: Hit) -> Harm:
    """What a hit of the kind ``harm`` means."""
    measure, kind, person = _parts(hit.value)
    return Harm(hit.start, hit.stop, measure, kind, person, hit.proclitic)


def sure(hit: Hit) -> bool:
    """Whether a hit of the kind ``harm`` needs no further words to be one: not «وقع», «خرج», «نقل»."""
    return _parts(hit.value)[1] not in _OPEN


def entries() -> Iterator[Entry]:
    """The words of harm and of joining, for the one matcher."""
    seen: set[str] = set()
    for row in seeds.rows("lexicon/harm.csv"):
        surface, value = row["surface"], f"{row['value']}/{row['kind']}"
        if row["kind"] in (DONE, "passed"):
            for form, person in _done_to(surface, passed=row["kind"] == "passed"):
                yield Entry(form, "harm", f"{row['value']}/{DONE}/{person}", row["source"])
            continue
        verb = row["kind"] in ("verb", "passive", "active", "on", "off", "gone", "come", "caught")
        for form, person in sorted(_verb_forms(surface)) if verb else [(surface, _person(surface))]:
            if form not in seen:
                seen.add(form)
                yield Entry(form, "harm", f"{value}/{person}", row["source"])
    for row in seeds.rows("lexicon/joints.csv"):
        yield Entry(row["surface"], "joint", row["value"], row["source"])


def _done_to(surface: str, *, passed: bool) -> Iterator[tuple[str, str]]:
    """«أفرج عنهم» and, where it is passed on behind «تم», «تم اعتقالهم», for whomever it is said of."""
    stem = fold_word(surface).removesuffix("هم")
    for them, person in _THEM:
        yield from ((f"{how} {stem}{them}", person) for how in _CAME_ABOUT) if passed else [(stem + them, person)]


def _person(surface: str) -> str:
    return "many" if surface.endswith("وا") else "two" if surface.endswith("يا") else "one"


def _verb_forms(surface: str) -> Iterator[tuple[str, str]]:
    for form in past_forms(surface):
        first = form.partition(" ")[0]
        if not first.endswith(_NOT_TOLD) or first == fold_word(surface).partition(" ")[0]:
            yield form, "many" if first.endswith("وا") else "two" if first.endswith("ا") and form != fold_word(surface) else "one"
    for form in present_forms(surface):
        first = form.partition(" ")[0]
        yield form, "many" if first.endswith("ون") else "two" if first.endswith("ان") else "now"

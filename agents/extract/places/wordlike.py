"""Wordlike: names of places that are also common words, and what must stand around them to be names."""

from collections.abc import Sequence, Set

from agents.extract.places.gazetteer import Spot
from agents.extract.places.placechoice import Evidence, Named
from agents.extract.places.placecues import Around
from agents.extract.words.lexicon import Hit

LAND = "land"
_THE = (*(f"{particle}ال" for particle in ("", "و", "ف", "ب", "ك", "وب")), "لل", "ولل")
_STANDS = frozenset(["in", "near", "people", "residence"])  # cues by which somebody or something is said to be there
_ON, _ON_LENGTH = "علي ", 4
_STRUCK = 30  # characters before «على» in which the word for an attack ends: «غارة إسرائيلية على صور»
_BESIDE = 1  # a space from a place to the larger one that holds it: «ميدي بحجة», not «القدس، بحجة كذا»
_GOVERNED = frozenset(["admin1", "admin2"])  # kinds of places that are called a governorate, in Saudi Arabia districts too
_HALF = 2  # a country that is spoken of half as much as the one spoken of most


def allowed(needed: str, before: Around, spots: Sequence[Spot]) -> bool:
    """Whether enough stands before a name that is also a common word. needed: as in place-stop.csv, "" for other names.

    Of one of the kind «land» only a class word is enough here: see ``stands``.
    """
    if needed in ("class", LAND):
        return before.klass not in ("", "capital", "admin1") or (before.klass == "admin1" and any(one.kind in _GOVERNED for one in spots))
    if needed == "cue":
        return bool(before.klass) or before.cue not in ("bare", "metonym")
    return needed != "never"


def stands(text: str, one: Named, acts: Set[int], last: Named | None) -> bool:
    """Whether somebody is said to be in a place of the kind «land», or it was attacked: not «بحجة», «حصل على صور», «من الباب».

    acts: where words for what happened stop; last: the place named before it.
    """
    hit = one.hit
    if one.around.cue not in _STANDS:
        return False
    if "ب" in hit.proclitic:  # «في جبهة ميدي بحجة»
        article = text.startswith("ال", hit.entry_start) or " " in text[hit.entry_start : hit.stop]
        return article or (last is not None and hit.start - last.hit.stop == _BESIDE and _holds(one, last))
    begin = len(text[max(hit.start - 2, 0) : hit.start].rstrip('"« #'))
    on = max(hit.start - 2, 0) + begin + 1 - _ON_LENGTH
    if not text.startswith(_ON, on):
        return True
    return not acts.isdisjoint(range(max(on - _STRUCK, 0), on))


def of_act(text: str, hit: Hit, acts: Set[int]) -> bool:
    """«معارك تدمر»: whether a word for an act without an article stands right before; not «هجوم قبلي», «الغارات الخمس».

    acts: where words for what happened stop.
    """
    if hit.proclitic or hit.start - 1 not in acts or text.endswith("ي", hit.start, hit.stop):
        return False
    act = text.rfind(" ", 0, hit.start - 1) + 1
    return not text.startswith(_THE, act)


def _holds(one: Named, last: Named) -> bool:
    """Whether the place before may lie in the governorate of this name: not «انسحبوا من تعز بحجة كذا»."""
    held = {spot.admin1 for spot in last.spots if spot.admin1 and spot.kind != "admin1"}
    return any(spot.admin1 in held for spot in one.spots)


def spoken_of(one: Named, told: Evidence) -> bool:
    """Whether the text speaks of the country of a place of the kind «land» by other names, and of no other one far more.

    Of a governorate it is enough that it speaks of no other country («هجوم لداعش شرقي صلاح الدين»).
    """
    own = told.by_name.get(one.hit.value, 0)
    spoken = [(spot, told.countries.get(spot.country, 0) - own) for spot in one.spots]
    most = max(told.countries.values(), default=0) - own
    if most <= 0:
        return any(spot.kind == "admin1" for spot in one.spots)
    return any(times > 0 and _HALF * times >= most for _, times in spoken)

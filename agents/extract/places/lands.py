"""Lands: a country that only its adjective names as where something is («داخل الأراضي السورية», «في بلدة حدودية تركية»)."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

import seeds
from agents.extract.places.placecues import Cues, around
from agents.extract.places.unlisted import Unlisted
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from streams.records import Place

COUNTRY = 6  # geo_precision
_REACH = 30  # characters before the adjective in which its noun stands
_LAND = re.compile(
    r"(?<!\S)(و?ب?)((?:الاراضي|الداخل|العمق|البلدات|المستوطنات|التجمعات)\s|(?:بلده|قريه|مدينه|محافظه|ولايه|مقاطعه)\s(?:حدوديه\s|ساحليه\s|نائيه\s|صغيره\s)?)$",
)
_PLACED = frozenset(["in", "near", "from"])  # cues that say that something is there, or comes from there
_FIRED = re.compile(  # «أطلقت الحركة صواريخ، أحدها بعيد المدى، باتجاه الأراضي …»
    r"(?:^|\s)[وف]?(?:اطلق|تطلق|يطلق|سقط|تسقط)[\u0621-\u064a]*\s(?:[^.؛:\n]+\s)?$"
)
_SHOT = 80  # characters in which that stands
_KINGDOM, _KINGDOMS = "المملكه", frozenset(["JO", "MA", "SA"])
_USUAL = "SA"
_AT_KINGDOM = re.compile(  # «إطلاق صاروخين من صعدة باتجاه أراضي المملكة»
    r"(?:اطلق|[يت]طلق|اطلاق|سقوط|سقط|قصف)[^.؛:\n]*\s(?:باتجاه|في اتجاه|تجاه|نحو|صوب|علي)\s((?:داخل\s)?(?:اراضي\s|مدن\s)?)$"
)
_FLOWN = 160  # characters in which that stands


def lands(folded: Folded, adjectives: Sequence[Hit], cues: Cues, named: Mapping[str, Place], acts: Set[int]) -> Iterator[Unlisted]:
    """The countries whose land, or a town without a name, an adjective names.

    named: those the text names, by their ISO code; acts: where words for what happened stop.
    """
    for hit in adjectives:
        noun = _LAND.search(folded.text, max(hit.start - _REACH, 0), hit.start)
        if noun is None or (noun.group(2)[0] == "ا") != folded.text.startswith("ال", hit.start):
            continue
        cue = "in" if noun.start() - 1 in acts else around(folded, noun.start(2), noun.group(1), cues).cue  # «استهدفت الداخل السوري»
        fired = cue == "destination" and _FIRED.search(folded.text, max(noun.start() - _SHOT, 0), noun.start(2)) is not None
        if cue in _PLACED or fired:
            cue = "in" if fired else cue
            yield Unlisted(noun.start(2), hit.stop, land_of(hit.value, named), "origin" if cue == "from" else cue, "place.land")


def kingdom(folded: Folded, adjectives: Sequence[Hit], named: Mapping[str, Place]) -> Iterator[Unlisted]:
    """The one kingdom of which a text speaks, the Saudi one where it speaks of none, where something is fired at «المملكة»."""
    at = folded.text.find(_KINGDOM)
    if at < 0:
        return
    spoken = {one for one in _KINGDOMS if one in named} | {one.value for one in adjectives if one.value in _KINGDOMS}
    spoken = spoken or {_USUAL}
    while at >= 0 and len(spoken) == 1:
        stop = at + len(_KINGDOM)
        fired = _AT_KINGDOM.search(folded.text, max(at - _FLOWN, 0), at)
        if fired is not None and not folded.text[stop : stop + 1].isalpha():
            yield Unlisted(fired.start(1), stop, land_of(next(iter(spoken)), named), "in", "place.land")
        at = folded.text.find(_KINGDOM, stop)


def land_of(code: str, named: Mapping[str, Place]) -> Place:
    """A country as the text names it, or by its own name."""
    return named.get(code) or Place.made(name=_names()[code], country=code, place_id=code, geo_precision=COUNTRY)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The countries' names."""
    return {row["country"]: row["surfaces"].partition("|")[0] for row in seeds.rows("countries.csv")}

"""Lands: a country that only its adjective names as where something is («داخل الأراضي السورية»), or «the country» («شمال البلاد»)."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

import seeds
from agents.extract.places.facts import having
from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COUNTRY
from agents.extract.places.placecues import Cues, around
from agents.extract.places.unlisted import Unlisted
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside
from streams.records import Place

_REACH = 30  # characters before the adjective in which its noun stands
_LAND = re.compile(
    r"(?<!\S)(و?ب?)((?:الاراضي|الداخل|العمق|البلدات|المستوطنات|التجمعات)\s|(?:بلده|قريه|مدينه|محافظه|ولايه|مقاطعه)\s(?:حدوديه\s|ساحليه\s|نائيه\s|صغيره\s)?)$",
)
_PLACED = frozenset(["in", "near", "from"])  # cues that say that something is there, or comes from there
_FIRED = re.compile(  # «أطلقت الحركة صواريخ، أحدها بعيد المدى، باتجاه الأراضي …»
    r"(?:^|\s)[وف]?(?:اطلق|تطلق|يطلق|سقط|تسقط)[\u0621-\u064a]*\s(?:[^.؛:\n]+\s)?$"
)
_SHOT = 80  # characters in which that stands
_HERE, PART = "البلاد", 5  # geo_precision of a part of a country
_SIDE = re.compile(  # «شمال شرق البلاد», «الجنوب الغربي للبلاد»
    r"(?<!\S)([وف]?[بل]?)((?:(?:شمال|جنوب|شرق|غرب|وسط)ي?\s(?:(?:شرق|غرب)ي?\s)?|(?:ال)?(?:شمال|جنوب|شرق|غرب)\s(?:ال(?:شرق|غرب)ي\s)?(?:من\s)?)[\"«]?)$"
)
_OF_SIDE = {"bare": "near", "from": "origin"}  # what such a name is by what stands before it
_QUOTES = ' "«'
_SIDES, _TOLD, _BEHIND = 30, 120, 40  # characters in which that stands; before and behind it, in which a town says more
_MOST = 0.6  # share of what a text says of countries by which it is told of one of them
_SENTENCE = 300  # characters in which a sentence begins
_ABROAD = having("soldiers-abroad")  # whose soldiers are named where they fight abroad
_APART = having("no-land")  # each of two says «the country» of what the other names otherwise
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


def parts(
    folded: Folded, adjectives: Sequence[Hit], cues: Cues, found: Sequence[PlaceMention], countries: Mapping[str, int]
) -> Iterator[Unlisted]:
    """«قتل خمسة في شمال البلاد»: parts of the country of which a text tells, where no town beside them says more.

    found: its places; countries: how much it speaks of each.
    """
    text = folded.text
    at = text.find(_HERE)
    most = _told_of(countries) if at >= 0 else ""
    there = {one.place.country for one in found} if at >= 0 else set[str | None]()
    while at >= 0:
        stop = at + len(_HERE)
        side = None if text[stop : stop + 1].isalpha() else _SIDE.search(text, max(at - _SIDES, 0), at)
        if side is not None and not _says_more(text, found, side.start(), stop):
            code = most or _named_before(adjectives, found, text, at)
            code = "" if code in _APART or (code in _ABROAD and code not in there) else code  # «قتل جندي أميركي في شمال البلاد»
            cue = around(folded, side.start(2), side.group(1), cues).cue
            if code:
                name = f"{folded.clean[side.start(2) : at].rstrip(_QUOTES)} {_names()[code]}"  # a table does not say which «البلاد»
                place = Place.made(name=name, country=code, place_id=code, geo_precision=PART)
                yield Unlisted(side.start(2), stop, place, _OF_SIDE.get(cue, cue), "place.land")
        at = text.find(_HERE, stop)


def _says_more(text: str, found: Sequence[PlaceMention], start: int, stop: int) -> bool:
    """Whether a smaller place is named beside a part of a country, in the same sentence."""
    near = [(one, text[one.stop : start]) for one in inside(found, start - _TOLD, start)]
    near += [(one, text[stop : one.start]) for one in inside(found, stop, stop + _BEHIND)]
    return any(one.place.geo_precision < COUNTRY and "." not in between and "\n" not in between for one, between in near)


def _told_of(countries: Mapping[str, int]) -> str:
    """The country of which most of a text speaks; "" where there is none."""
    code = max(countries, key=lambda one: countries[one], default="")
    return code if countries and countries[code] >= _MOST * sum(countries.values()) else ""


def _named_before(adjectives: Sequence[Hit], found: Sequence[PlaceMention], text: str, at: int) -> str:
    """The country that alone is named before an offset in its sentence; "" where none is, or several are."""
    begin = max(text.rfind(end, max(at - _SENTENCE, 0), at) for end in ("\n", ". ", "؛")) + 1
    told = {one.value for one in inside(adjectives, begin, at)}
    told |= {one.place.country for one in inside(found, begin, at) if one.place.country}
    return told.pop() if len(told) == 1 else ""


def land_of(code: str, named: Mapping[str, Place]) -> Place:
    """A country as the text names it, or by its own name."""
    return named.get(code) or Place.made(name=_names()[code], country=code, place_id=code, geo_precision=COUNTRY)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The countries' names."""
    return {row["country"]: row["surfaces"].partition("|")[0] for row in seeds.rows("countries.csv")}

"""Forces of states: a noun such as «القوات» with the nation that stands beside it, or none."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.actors.register import IRREGULAR
from agents.extract.places.classes import CLASSES, any_class
from agents.extract.places.facts import OCCUPIED
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.places.mention import PlaceMention

REACH = 34  # characters between a force and its nation
WORDS = 3  # words between them, all of them fillers
_QUOTES = ' "«»()#'
_FIRE = ("برصاص", "بنيران")  # of whom this is said fired it; rockets of a country need not be fired by it
_FILLERS = listed("forces", "filler")
_SAID_TO_BE = re.compile(r"\s(?:مجهوله\s)?(?:يعتقد|يرجح|يشتبه)\sب?انها\s")  # «طائرة بدون طيار يعتقد أنها أميركية»

_OPENS = re.compile(  # «وفي أنقرة، أوقفت قوات الأمن»: what a sentence sets out with is where its forces are at home
    rf"(?:^|[.!؟؛\n]\s?)و?(?:في\s|ب)(?:(?:ال)?(?:{CLASSES}|{any_class('capital')})\s){{0,2}}$"
)
_DOES = re.compile(r"(?:\s(?:ال)[^\s،.]+){0,2}،?(?:\s(?!ان\s)[^\s،.]+){1,2}\s")  # between that place and its forces
_OPENING, _DOING = 26, 40  # characters that these may take

_IN_PLACE = re.compile(rf"(?:(?:في\s?|ب)?(?:(?:{CLASSES})\s?)?)")  # «الشرطة في كذا», «قوات الأمن بمحافظة كذا»
_IN_PLACE_REACH = 18  # characters between a force and the place where it is

_POLICE = re.compile(r"[وفبل]?(?:ال)?(?:شرط|درك)")
_SEIZES = re.compile(r"\s(?:قد\s)?(?:داهم|اوقف|اعتقل|احتجز|القي|الق|ضبط|فتش)(?:ت|وا)?\s")
_THERE, _SEIZING = frozenset(["in", "of", "bare"]), 70  # cues of places; characters from police to the place where they do so
_ENDS = re.compile(r"[.؛:\n]|(?<!مناطق)(?<!احياء)(?<!انحاء)\sمن\s\Z")  # «اعتقلت قياديا من دمشق» tells where he is from
_OF_NOBODY = re.compile(r"(?!ال)طائر\S+ (?:مسيره|(?:من |ب)?دون طيار)")  # behind it, with the article, stands no owner: «القاعدة الروسية»


_INTERIOR = "الداخليه"  # a ministry, or what is inside
_INNER = re.compile(r"(?<![\u0621-\u064a])[وفبك]?(?:ال|لل)[\u0621-\u064a]+\s\Z")  # «الشؤون الداخلية», «للجبهة الداخلية»
_INNER_REACH = 20  # characters of a thing before it
_FIGHTER = "مقاتله"  # a jet, or a woman who fights
_SHE_FELL = re.compile(r"(?:مقتل|مصرع|استشهاد|جثه|جثمان|تشييع)\s(?:ال)?مقاتله\s")

_BELONGS = re.compile(r"\s(?:ال)?(?:تابع|خاضع)[\u0621-\u064a]*\s(?:ل(?:سيطره|اداره|سلطه|اشراف)\s[\"«]?|[\"«]?ل)")
OWNED = "actor.owned"  # the rule of what is another's by that
_BELONGS_REACH = 30  # characters between a body and to whom it belongs


class Force(NamedTuple):
    """A force in the text. nation: ISO code, "" where none is said. alone: the noun alone means the forces of its country.

    weapon: the noun is one of what is fired or flown."""

    start: int
    stop: int
    nation: str
    alone: bool
    rule: str
    weapon: bool = False


def forces(text: str, hits: Sequence[Hit], nations: Sequence[Hit], places: Sequence["PlaceMention"]) -> Iterator[Force]:
    """Every force, with its nation by adjective («الجيش العراقي»), by name («جيش اليمن») or by place («الشرطة في باريس»)."""
    nation_starts = [hit.start for hit in nations]
    place_starts = [place.start for place in places]
    woman = _FIGHTER in text and _SHE_FELL.search(text) is not None  # «مصرع مقاتلة بريطانية»
    for hit in hits:
        if woman and text.startswith(_FIGHTER, hit.entry_start):
            continue
        if text.startswith(_INTERIOR, hit.start) and _INNER.search(text, max(hit.start - _INNER_REACH, 0), hit.start):
            continue
        alone = hit.value.endswith("/alone")
        at = bisect_left(nation_starts, hit.stop)
        if at < len(nations) and nations[at].start - hit.stop <= REACH and _is_of(text, hit, nations[at]):
            weapon = hit.value.endswith("/weapon")
            start = nations[at].start if weapon else hit.start  # «غارات إسرائيلية»: who strikes is the nation
            yield Force(start, nations[at].stop, nations[at].value, alone, "actor.nation", weapon)
            continue
        at = bisect_left(place_starts, hit.stop)
        nation = ""
        if at < len(places) and places[at].start - hit.stop <= _IN_PLACE_REACH:
            between = text[hit.stop : places[at].start].strip(_QUOTES)
            country = places[at].place.country or ""
            if (between == "" and places[at].place.geo_precision == COUNTRY) or (alone and _IN_PLACE.fullmatch(between)):
                nation = country
        if alone and not nation and at:
            nation = _at_home(text, hit, places[at - 1])
        if alone and not nation and _SEIZES.match(text, hit.stop) and _POLICE.match(text, hit.start):
            nation = _where_it_seizes(text, hit, places[at : at + 1])
        if nation and text.startswith(_FIRE, hit.start):
            yield Force(places[at].start, places[at].stop, nation, alone, "actor.place", True)  # «برصاص تركيا»
        elif nation or alone:
            yield Force(hit.start, hit.stop, nation, alone, "actor.place" if nation else "actor.context")


def _at_home(text: str, hit: Hit, place: "PlaceMention") -> str:
    """The country of the place that a sentence sets out with, right before the verb of a force; not of ground that others hold."""
    country = place.place.country or ""
    if country in OCCUPIED or not 0 < hit.start - place.stop <= _DOING or not _DOES.fullmatch(text, place.stop, hit.start):
        return ""
    return country if _OPENS.search(text, max(place.start - _OPENING, 0), place.start) else ""


def _where_it_seizes(text: str, hit: Hit, behind: Sequence["PlaceMention"]) -> str:
    """«الشرطة داهمت منازل في إسطنبول»: the country of the place in which police, who do so at home alone, arrest or search."""
    place = next(iter(behind), None)
    if place is None or place.cue not in _THERE or place.start - hit.stop > _SEIZING or place.place.country in OCCUPIED:
        return ""
    return "" if _ENDS.search(text, hit.stop, place.start) else place.place.country or ""


def _is_of(text: str, force: Hit, nation: Hit) -> bool:
    """Whether a nation that stands soon behind a force is its own."""
    placed = text.endswith("في ", force.stop, nation.start)  # «ضربات جوية في سوريا» names a place
    struck = text.startswith(" ال", force.stop) and _OF_NOBODY.fullmatch(text, force.start, force.stop) is not None
    return not (placed or struck or _counts(text, force, nation)) and _joined(text, force.stop, nation.start)


def _counts(text: str, force: Hit, nation: Hit) -> bool:
    """«اعتقلت القوات 20 فلسطينيا»: whether a number behind a force with the article counts people of the nation behind that."""
    definite = "ال" in force.proclitic or text.startswith("ال", force.entry_start)
    if not definite or text.startswith("ال", nation.start):
        return False
    return any(word.isdecimal() for word in text[force.stop : nation.start].split())


def _joined(text: str, start: int, stop: int) -> bool:
    """Whether only fillers stand between."""
    if _SAID_TO_BE.fullmatch(text, start, stop):
        return True
    words = text[start:stop].split()
    return len(words) <= WORDS and all(_fills(word.strip(_QUOTES)) for word in words)


def _fills(word: str) -> bool:
    return not word or word in _FILLERS or word.isdecimal()  # «طائرات إف 16 التركية»


def with_owners(text: str, found: "list[ActorMention]") -> "list[ActorMention]":
    """«وزارة الدفاع التابعة للجماعة»: a ministry or force that the country alone would tell of, as the irregular one's it belongs to."""
    for at, (one, owner) in enumerate(pairwise(found)):
        if one.rule != "actor.context" or one.cls != "state" or owner.cls not in IRREGULAR or owner.start - one.stop > _BELONGS_REACH:
            continue
        if _BELONGS.fullmatch(text, one.stop, owner.start + text.startswith("ل", owner.start)):
            found[at] = one._replace(actor=owner.actor, cls=owner.cls, country="", rule=OWNED)
    return found

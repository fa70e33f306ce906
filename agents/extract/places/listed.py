"""Listed: a name of the gazetteer as a mention of one place: how exactly it says where, and what the words around it make of it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from agents.extract.places import governments
from agents.extract.places.gazetteer import SEAT, Gazetteer, Spot
from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COARSE
from agents.extract.places.placechoice import THINGS, Named
from agents.extract.places.placecues import DIRECTIONS, Cues
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from streams.records import Place

PRECISION = {"country": 6, "region": 3, "admin2": 3, "admin1": 4}
WIDE = 5  # a region of several governorates
SHIFT_DEG = 0.17  # how far «ريف … الشمالي» lies from its town, about 19 km
_SHIFTS = {"شمال": (1, 0), "جنوب": (-1, 0), "شرق": (0, 1), "غرب": (0, -1)}
_OF_WHOM = re.compile(  # «ندد الرئيس بإسرائيل»: verbs whose object stands behind «ب»
    r"(?<!\S)[وف]?(?:[يت]?ندد(?:ت|وا|ون)?|(?:ال)?تنديد(?:ه|ها|هم|ا)?|منددا?|منددين|[اي]شاد(?:ت|وا)?|[يت]شيد|مشيدا)\s(?:[^\s،,.:؛]+\s){0,3}$"
)
_VERB = 45  # characters in which that stands
_GOVERN = frozenset(["away", "metonym"])  # cues of names that stand for a government
_MARKS = re.compile(r"[\"«»“”()]")
_NEXT = re.compile(r"[\"»']?[^\S\n]+(\w+)")  # in the same line: «مجزرة كابل» as a headline says nothing
_DATELINE = re.compile(r"\s*(?:[-–—/:(ـ]|\.\.)")


@dataclass(slots=True)
class Listed:
    """What the listed names of one text say. title_stop: where its title ends."""

    gazetteer: Gazetteer
    cues: Cues
    folded: Folded
    title_stop: int

    def of(self, one: Named, spot: Spot) -> PlaceMention:
        """The mention of a place that a name is taken for, with what the words around it make of that."""
        hit, before, text = one.hit, one.around, self.folded.text
        start, stop, cue, rule = hit.entry_start, hit.stop, before.cue, "place.listed"
        precision = PRECISION.get(spot.kind, 1) if spot.admin1 or spot.kind != "region" else WIDE
        if cue == "border":
            cue, precision = ("metonym", precision) if spot.kind == "country" else ("near", max(precision, COARSE))
        elif cue == "outside":
            cue = "in" if spot.kind == "country" else "near"
        elif "ب" in hit.proclitic and spot.kind == "country" and _OF_WHOM.search(text, max(hit.start - _VERB, 0), hit.start):
            cue = "metonym"
        elif cue == "from":
            cue = "origin" if spot.kind == "country" else "bare"
        lat, lon = spot.lat, spot.lon
        if before.klass == "countryside":
            stop, lat, lon = self._countryside(stop, spot)
            start, rule, precision = before.class_start, "place.countryside", 4 if spot.kind == "admin1" else 3
        elif before.direction and spot.kind in ("country", "admin1", "region"):
            start, precision = before.direction_start, 5 if spot.kind == "country" else 4
        elif before.klass == "admin1" and spot.kind != "country":
            precision = 4 if spot.kind in ("admin1", "region") else 3  # «إقليم» is also a district
        elif spot.kind == "region" and text[start:stop].partition(" ")[0] in DIRECTIONS:
            precision = max(precision, 4)  # «جنوب اليمن» is wider than a governorate
        elif before.klass in THINGS and spot.kind not in THINGS and text[before.class_start : start].count(" ") == 1:
            start = before.class_start
        elif cue == "near":
            precision = max(precision, 2)
        if cue in ("bare", "metonym"):
            cue = self._bare_cue(one, spot)
        name = _plain(self.folded.clean[start:stop])
        if start == hit.entry_start and text[start:stop] not in self.gazetteer.names and name.startswith("ل"):
            name = f"ال{name[1:]}"  # «للحديدة»
        place = _place(self.gazetteer.seats[spot.country] if SEAT in hit.value else name, spot, lat, lon, precision)
        return PlaceMention(start, stop, place, cue, rule)

    def stands_for_state(self, one: Named, spot: Spot, acts: Set[int]) -> bool:
        """«منذ بدأت موسكو دعمها»: not «قصف دمشق», «العاصمة السورية دمشق». acts: where words for acts and nations stop."""
        told = one.hit.entry_start - 1 in acts or one.around.klass or spot.kind == "country"
        return not told and self._is_capital(one, spot)

    def governs(self, one: Named, spot: Spot, last: PlaceMention | None) -> bool:
        """«كما سمتها أنقرة»: whether a capital is its government for what stands right before it, or «و» joins it to one that is."""
        hit = one.hit
        if one.around.klass or spot.kind == "country" or not self._is_capital(one, spot):
            return False
        if hit.proclitic:
            return hit.proclitic == "و" and last is not None and last.stop == hit.start - 1 and last.cue in _GOVERN
        return governments.of_state(self.folded.clean, self.folded.text, hit.entry_start, hit.stop)

    def _is_capital(self, one: Named, spot: Spot) -> bool:
        return self.gazetteer.capitals.get(self.folded.text[one.hit.entry_start : one.hit.stop]) == spot.country

    def _bare_cue(self, one: Named, spot: Spot) -> str:
        """What a name is that no preposition governs: a dateline, a government, or just a name."""
        hit, text = one.hit, self.folded.text
        if opens_line(text, hit):
            return "in" if hit.start < self.title_stop else "dateline"
        is_state = spot.kind == "country" or self._is_capital(one, spot)
        following = _NEXT.match(text, hit.stop)
        if is_state and not one.around.klass:
            speaks = hit.start < self.title_stop and text.startswith(":", hit.stop)  # «.. وبغداد: 30 قتيلا في القائم»
            if (
                one.around.cue in ("metonym", "border")
                or speaks
                or (following and (following.group(1) in self.cues.speech or following.group(1) in ("هي", "هو")))
            ):
                return "metonym"
        elif one.around.cue == "metonym" and not one.around.spoken and spot.kind in ("town", "admin1") and not one.around.klass:
            return "metonym"
        return "bare"

    def _countryside(self, stop: int, spot: Spot) -> tuple[int, float | None, float | None]:
        """Where «ريف حلب الشمالي» ends, and its middle."""
        lat, lon = spot.lat, spot.lon
        for _ in range(2):
            following = _NEXT.match(self.folded.text, stop)
            if following is None or following.group(1) not in self.cues.adjectives:
                break
            stop = following.end()
            for word, (north, east) in _SHIFTS.items():
                if word in following.group(1) and lat is not None and lon is not None:
                    lat, lon = round(lat + north * SHIFT_DEG, 3), round(lon + east * SHIFT_DEG, 3)
        return stop, lat, lon


def by_full_name(mention: PlaceMention, found: Sequence[PlaceMention]) -> PlaceMention:
    """«قطاع غزة … على الحدود مع القطاع»: what is only a short name there, by the name that the text has for it before."""
    same = mention.place.place_id
    known = next((one.place for one in reversed(found) if same and one.place.place_id == same), None)
    return mention if known is None else mention._replace(place=known)


def opens_line(text: str, hit: Hit) -> bool:
    """«دمشق (…)», «تعز: …»: whether a line begins with the name and sets it apart."""
    line = text.rfind("\n", max(hit.entry_start - 3, 0), hit.start) + 1  # 0 where it begins further back, or the text begins with it
    return hit.entry_start - line <= 2 and bool(_DATELINE.match(text, hit.stop))


def _plain(name: str) -> str:
    """A name without the lines of hashtags, and without marks of quotation that only open or close in it: «مطار "التيفور»."""
    name = name.replace("_", " ")
    return _MARKS.sub("", name) if _MARKS.search(name) else name


@lru_cache(maxsize=8192)
def _place(name: str, spot: Spot, lat: float | None, lon: float | None, precision: int) -> Place:
    """The record of a place; news names the same ones again and again."""
    return Place.made(
        name=name, admin1=spot.admin1, country=spot.country, lat=lat, lon=lon, place_id=spot.place_id or None, geo_precision=precision
    )

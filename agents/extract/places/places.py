"""Places of a text: names of the gazetteer and unknown names after class words, each with what the words around it make of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from agents.extract.places import bykind, cities
from agents.extract.places.gazetteer import SEAT, Gazetteer, Spot
from agents.extract.places.holders import mark, placed
from agents.extract.places.lands import kingdom, lands, parts
from agents.extract.places.mention import PlaceMention
from agents.extract.places.namesakes import meant
from agents.extract.places.nearness import COARSE
from agents.extract.places.placechoice import SETTLED, THINGS, Named, behind_and, weighed
from agents.extract.places.placecues import DIRECTIONS, Cues, around, is_bank, lies_by, of_press
from agents.extract.places.unlisted import borders, unlisted
from agents.extract.places.wordlike import LAND, allowed, of_act, spoken_of, stands
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from agents.extract.words.often import often
from streams.records import Place

PRECISION = {"country": 6, "region": 3, "admin2": 3, "admin1": 4}
WIDE = 5  # a region of several governorates
SHIFT_DEG = 0.17  # how far «ريف … الشمالي» lies from its town, about 19 km
_SHIFTS = {"شمال": (1, 0), "جنوب": (-1, 0), "شرق": (0, 1), "غرب": (0, -1)}
_OF_WHOM = re.compile(  # «ندد الرئيس بإسرائيل»: verbs whose object stands behind «ب»
    r"(?<!\S)[وف]?(?:[يت]?ندد(?:ت|وا|ون)?|(?:ال)?تنديد(?:ه|ها|هم|ا)?|منددا?|منددين|[اي]شاد(?:ت|وا)?|[يت]شيد|مشيدا)\s(?:[^\s،,.:؛]+\s){0,3}$"
)
_TEMPORARY = " المؤقته"  # «العاصمة اليمنية المؤقتة» is another city
_OF_PERSON = (" بن ", " المتحدث باسم ", " الناطق باسم ")  # behind the last name of a person
_VERB = 45  # characters in which that stands
_SECOND = re.compile(r" ((?!لل|بال|وال|ب?من\b|علي\b|الي\b|عن\b|في\b)[\u0621-\u064a]{3,})")  # the second half of a name
_DATELINE = re.compile(r"\s*(?:[-–—/:(ـ]|\.\.)")
_NEXT = re.compile(r"[\"»']?[^\S\n]+(\w+)")  # in the same line: «مجزرة كابل» as a headline says nothing
_COUNTED = (" الاف ", " الف ", " مئات ", " عشرات ")  # «4 آلاف جنين»: what stands behind is counted
_MARKS = re.compile(r"[\"«»“”()]")
_SIGNED = re.compile(r"^[^\n(]{2,80}\([A-Za-z. ]{2,12}\)(?= ?[-–—:])", re.MULTILINE)  # «…، … (AFP) –»: where the desk is, not what happened
_DESK = re.compile(r"\([A-Za-z. ]{2,12}\) ?[-–—:]")  # begins with a sign, so that it is searched fast; few texts have it


@dataclass(slots=True)
class Places:
    """What is needed to find places: the gazetteer and the cues."""

    gazetteer: Gazetteer
    cues: Cues

    @classmethod
    def load(cls) -> "Places":
        """Both from the seeds."""
        return cls(Gazetteer.load(), Cues.load())

    def find(
        self, folded: Folded, hits: dict[str, list[Hit]], title_stop: int = 0, taken: Sequence[tuple[int, int]] = ()
    ) -> list[PlaceMention]:
        """The places of a text in order.

        hits: of one matcher with ``gazetteer.entries()``. title_stop: where the title ends. taken: spans of names that only hold a
        place («تنظيم ولاية سيناء»), in order.
        """
        acts = {one.stop for one in hits.get("event", ())}
        months = {one.stop for one in hits.get("time", ()) if one.value.startswith("month")}
        signed = _signed(folded.text)
        named = [
            one
            for one in self._named(folded, hits.get("place", ()), taken, acts)
            if (one.around.klass or one.hit.stop not in months or folded.clean[one.hit.entry_start] == "إ")  # «إب» is no «آب»
            and not (signed and any(start <= one.hit.start < stop for start, stop in signed))
        ]
        told = weighed(named, hits.get("country-adj", ()), title_stop, hits.get("actor", ()))
        named = [one for one in named if not one.asks or spoken_of(one, told)]
        named = _spelt_alike(named, folded.text)
        lead = max(told.countries, key=lambda country: told.countries[country], default=None)
        acts |= {one.stop for one in hits.get("country-adj", ())}
        found: list[PlaceMention] = []
        spots: list[Spot] = []
        for one, spot in zip(named, meant(named, told), strict=True):
            if spot is not None:
                mention = self._mention(folded, one, spot, title_stop)
                if one.around.cue == "border" and self.gazetteer.stops.get(folded.text[one.hit.entry_start : one.hit.stop]) == "cue":
                    mention = _by_full_name(mention, found)
                abroad = mention.cue == "bare" and spot.country != lead and self._stands_for_state(folded.text, one, spot, acts)
                found.append(mention._replace(cue="away") if abroad else mention)
                spots.append(spot)
        mark(folded.text, found, spots, acts)
        free = [*((one.start, one.stop) for one in found), *signed]
        unknown = unlisted(folded, hits, self.cues, free, taken)
        listed = [(one.start, one.stop, one.place) for one in found]
        adjectives = hits.get("country-adj", ())
        countries = {one.place.country: one.place for one in found if one.place.country and one.place.geo_precision == PRECISION["country"]}
        further = (
            *unknown,
            *borders(folded, adjectives, listed, lead),
            *lands(folded, adjectives, self.cues, countries, acts),
            *kingdom(folded, adjectives, countries),
            *parts(folded, adjectives, self.cues, found, told.countries),
        )
        extra = [PlaceMention(*one) for one in further]
        longer = {one.stop: one.start for one in extra if one.rule == "place.unlisted"}  # «قرية تل الطويل» is not «الطويل»
        extra += cities.called(folded, self.cues, found, spots, extra)
        extra += bykind.called(folded.text, [*found, *extra])
        found = [one for one in found if longer.get(one.stop, one.start) >= one.start] if longer else found
        return placed(folded.text, found, extra, lead)

    def _named(self, folded: Folded, hits: Sequence[Hit], taken: Sequence[tuple[int, int]], acts: Set[int]) -> list[Named]:
        text, found, taken_starts = folded.text, list[Named](), [start for start, _ in taken]
        people: set[str] = set()  # names that are those of people in this text
        spelt = " على " in folded.clean  # so that «علي» is a name
        for hit in filter(lambda one: one.value, hits):
            name = self.gazetteer.named(text[hit.entry_start : hit.stop])
            if hit.proclitic and (hit.proclitic.endswith(("ال", "لل")) or "س" in hit.proclitic):
                continue
            other = text.endswith(_COUNTED, 0, hit.start) or (SEAT in hit.value and text.startswith(_TEMPORARY, hit.stop))
            other = other or (of_press(text, hit.stop) and around(folded, hit.entry_start, hit.proclitic, self.cues).klass not in SETTLED)
            if other or _covered(hit, taken, taken_starts) or lies_by(text, name, hit.entry_start) or is_bank(text, name, hit.stop):
                continue
            whole = text[hit.start : hit.stop]  # «باب» is no «بإب»
            if hit.proclitic and self.gazetteer.stops.get(whole) == "never" and folded.clean[hit.start : hit.stop] == whole:
                continue
            if name in self.cues.halves and self._goes_on(text, hit.stop):
                continue
            before = around(folded, hit.entry_start, hit.proclitic, self.cues)
            barred = before.barred or text.startswith(_OF_PERSON, hit.stop)  # «إيتمار بن فلان»
            if (barred and not before.klass) or (spelt and folded.clean.startswith(" علي ", hit.entry_start - 5)):
                people.add(name)
                continue
            if name in people and before.cue in ("bare", "metonym") and not before.klass:
                continue
            spots, needed = self.gazetteer.meant(hit.value), self.gazetteer.stops.get(name, "")
            if before.cue == "bare" and not before.klass and "و" in hit.proclitic and found and 0 <= hit.start - found[-1].hit.stop <= 2:
                before = behind_and(text, found[-1], hit, spots) or before
                if needed:  # «نبل والزهراء»: no word, but a place of the same country
                    countries = {spot.country for spot in found[-1].spots}
                    spots = [spot for spot in spots if spot.country in countries]
                    if before.cue != "bare" and _governorate(spots) and _governorate(found[-1].spots):  # «في صعدة وحجة»
                        needed = ""
            sure = allowed(needed, before, spots) or (before.cue == "bare" and _opens_line(text, hit))
            sure = sure or (needed == "cue" and of_act(text, hit, acts))
            one = Named(hit, before, spots, " " in name, not sure)
            if spots and (sure or (needed == LAND and stands(text, one, acts, found[-1] if found else None))):
                found.append(one)
        found = _seats_alone(found) if any(SEAT in one.hit.value for one in found) else found
        if not people:
            return found
        bare = [one.around.cue in ("bare", "metonym") and not one.around.klass for one in found]
        names = [self.gazetteer.named(text[one.hit.entry_start : one.hit.stop]) for one in found]
        return [one for one, alone, name in zip(found, bare, names, strict=True) if not (alone and name in people)]

    def _goes_on(self, text: str, stop: int) -> bool:
        """«منطقة دير الزغب»: whether a listed name, alone, is the first half of one that is not listed."""
        following = _SECOND.match(text, stop)
        return following is not None and following[1] not in self.cues.not_names and following[1] not in self.cues.words

    def _mention(self, folded: Folded, one: Named, spot: Spot, title_stop: int) -> PlaceMention:
        hit, before = one.hit, one.around
        start, stop, cue, rule = hit.entry_start, hit.stop, before.cue, "place.listed"
        precision = PRECISION.get(spot.kind, 1) if spot.admin1 or spot.kind != "region" else WIDE
        if cue == "border":
            cue, precision = ("metonym", precision) if spot.kind == "country" else ("near", max(precision, COARSE))
        elif cue == "outside":
            cue = "in" if spot.kind == "country" else "near"
        elif "ب" in hit.proclitic and spot.kind == "country" and _OF_WHOM.search(folded.text, max(hit.start - _VERB, 0), hit.start):
            cue = "metonym"
        elif cue == "from":
            cue = "origin" if spot.kind == "country" else "bare"
        lat, lon = spot.lat, spot.lon
        if before.klass == "countryside":
            stop, lat, lon = self._countryside(folded.text, stop, spot)
            start, rule, precision = before.class_start, "place.countryside", 4 if spot.kind == "admin1" else 3
        elif before.direction and spot.kind in ("country", "admin1", "region"):
            start, precision = before.direction_start, 5 if spot.kind == "country" else 4
        elif before.klass == "admin1" and spot.kind != "country":
            precision = 4 if spot.kind in ("admin1", "region") else 3  # «إقليم» is also a district
        elif spot.kind == "region" and folded.text[start:stop].partition(" ")[0] in DIRECTIONS:
            precision = max(precision, 4)  # «جنوب اليمن» is wider than a governorate
        elif before.klass in THINGS and spot.kind not in THINGS and folded.text[before.class_start : start].count(" ") == 1:
            start = before.class_start
        elif cue == "near":
            precision = max(precision, 2)
        if cue in ("bare", "metonym"):
            cue = self._bare_cue(folded.text, one, spot, title_stop)
        name = _plain(folded.clean[start:stop])
        if start == hit.entry_start and folded.text[start:stop] not in self.gazetteer.names and name.startswith("ل"):
            name = f"ال{name[1:]}"  # «للحديدة»
        place = _place(self.gazetteer.seats[spot.country] if SEAT in hit.value else name, spot, lat, lon, precision)
        return PlaceMention(start, stop, place, cue, rule)

    def _capital(self, text: str, one: Named, spot: Spot) -> bool:
        return self.gazetteer.capitals.get(text[one.hit.entry_start : one.hit.stop]) == spot.country

    def _stands_for_state(self, text: str, one: Named, spot: Spot, acts: Set[int]) -> bool:
        """«منذ بدأت موسكو دعمها»: not «قصف دمشق», «العاصمة السورية دمشق». acts: where words for acts and nations stop."""
        told = one.hit.entry_start - 1 in acts or one.around.klass or spot.kind == "country"
        return not told and self._capital(text, one, spot)

    def _bare_cue(self, text: str, one: Named, spot: Spot, title_stop: int) -> str:
        """What a name is that no preposition governs: a dateline, a government, or just a name."""
        hit = one.hit
        if _opens_line(text, hit):
            return "in" if hit.start < title_stop else "dateline"
        is_state = spot.kind == "country" or self._capital(text, one, spot)
        following = _NEXT.match(text, hit.stop)
        if is_state and not one.around.klass:
            speaks = hit.start < title_stop and text.startswith(":", hit.stop)  # «.. وبغداد: 30 قتيلا في القائم»
            if (
                one.around.cue in ("metonym", "border")
                or speaks
                or (following and (following.group(1) in self.cues.speech or following.group(1) in ("هي", "هو")))
            ):
                return "metonym"
        elif one.around.cue == "metonym" and not one.around.spoken and spot.kind in ("town", "admin1") and not one.around.klass:
            return "metonym"
        return "bare"

    def _countryside(self, text: str, stop: int, spot: Spot) -> tuple[int, float | None, float | None]:
        """Where «ريف حلب الشمالي» ends, and its middle."""
        lat, lon = spot.lat, spot.lon
        for _ in range(2):
            following = _NEXT.match(text, stop)
            if following is None or following.group(1) not in self.cues.adjectives:
                break
            stop = following.end()
            for word, (north, east) in _SHIFTS.items():
                if word in following.group(1) and lat is not None and lon is not None:
                    lat, lon = round(lat + north * SHIFT_DEG, 3), round(lon + east * SHIFT_DEG, 3)
        return stop, lat, lon


def _seats_alone(found: list[Named]) -> list[Named]:
    """The hits without «العاصمة الأفغانية» where the text names the city too: it says no more then."""
    cities = {spot.place_id for one in found if SEAT not in one.hit.value for spot in one.spots}
    return [one for one in found if SEAT not in one.hit.value or (one.spots and one.spots[0].place_id not in cities)]


def _spelt_alike(named: list[Named], text: str) -> list[Named]:
    """The hits, each with the places of those whose name differs by its article alone: «سوسة» where the text tells of «السوسة»."""
    names = [text[one.hit.entry_start : one.hit.stop].removeprefix("ال") for one in named]
    if len(set(names)) == len({(name, one.hit.value) for name, one in zip(names, named, strict=True)}):
        return named  # nothing is spelt in two ways
    alike: dict[str, list[Spot]] = {}
    for name, one in zip(names, named, strict=True):
        known = alike.setdefault(name, [])
        known += [spot for spot in one.spots if spot not in known]
    return [Named(one.hit, one.around, alike[name], one.phrase, one.asks) for name, one in zip(names, named, strict=True)]


def _by_full_name(mention: PlaceMention, found: Sequence[PlaceMention]) -> PlaceMention:
    """«قطاع غزة … على الحدود مع القطاع»: what is only a short name there, by the name that the text has for it before."""
    same = mention.place.place_id
    known = next((one.place for one in reversed(found) if same and one.place.place_id == same), None)
    return mention if known is None else mention._replace(place=known)


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


def _governorate(spots: Sequence[Spot]) -> bool:
    """Whether one of the places that a name may mean is a governorate."""
    return any(spot.kind == "admin1" for spot in spots)


def _signed(text: str) -> list[tuple[int, int]]:
    """The spans of lines, from their begin, that say where a desk is."""
    lines = dict.fromkeys(text.rfind("\n", 0, desk.start()) + 1 for desk in _DESK.finditer(text))
    return [found.span() for line in lines if (found := _SIGNED.match(text, line))]


def _opens_line(text: str, hit: Hit) -> bool:
    """«دمشق (…)», «تعز: …»: whether a line begins with the name and sets it apart."""
    line = text.rfind("\n", max(hit.entry_start - 3, 0), hit.start) + 1  # 0 where it begins further back, or the text begins with it
    return hit.entry_start - line <= 2 and bool(_DATELINE.match(text, hit.stop))


def _covered(hit: Hit, taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a longer name holds the hit; taken in order of their starts."""
    begin, end = hit.entry_start, hit.stop
    at = bisect_right(starts, begin)
    for start, stop in taken[max(0, at - 3) : at]:  # noqa: SIM110 — mostly there is none: a generator would cost more
        if end <= stop and stop - start > end - begin:
            return True
    return False


def evidence(mentions: Sequence[PlaceMention]) -> list[tuple[str, int]]:
    """How often each country is named by its places, the most frequent first."""
    return often([one.place.country for one in mentions if one.place.country])

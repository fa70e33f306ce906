"""Which of several places of one name is meant: by the class word, the countries the article speaks of, its neighbours, its size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agents.extract.places import nearness
from agents.extract.places.facts import OCCUPIED, OCCUPIERS, STRUCK
from agents.extract.places.gazetteer import Spot
from agents.extract.places.placecues import Around
from agents.extract.places.theatres import fought_in
from agents.extract.words.lexicon import Hit

_HOLDS = 14  # characters between a name and the governorate that is said to hold it
_IN = frozenset([1, 2, 4])  # characters between a name and the place that is said to hold it: « », « ب», « في »; « وب» is one more place
_TOWARDS = 3  # characters between a name and the direction in which it lies from the next one: «العين، جنوب لودر», « (غرب »
_ALONG = 45  # the same, with how far away it lies: «الواقعة على مسافة 25 كلم جنوب غربي كركوك»
_SMALL_KM, _TOWN_KM = 150.0, 400.0  # no village or quarter, and no town, is said to lie north or south of what is farther away
_SMALL = frozenset(["village", "quarter", "camp", "mountain", "prison", "port", "admin2"])
_HELD_KM = 100.0  # so near to a town lies what news puts there, in its governorate or not: «خان بني سعد في بغداد»
HAND_WEIGHT = 4.0  # a place that news names weighs like a town of ten thousand
KNOWN_WEIGHT = 5.7  # a town of half a million is known without its country
TOWN_WEIGHT = 4.4  # a town of 25,000
PLACED_WEIGHT = 5.0  # so is one of a hundred thousand, where something is said to be in it
ELSEWHERE = 4  # so much speaks of other countries that a name without its own is not of a place abroad
_CITY = frozenset(["country", "admin1", "town"])
_NAMED_SO = frozenset(["town", "village", "admin2", "quarter"])  # class words behind which a whole name stands: not «جبهة ميمنة الميمنة»
SETTLED = frozenset(["town", "village", "camp"])
_WIDE = frozenset(["country", "admin1", "region"])
COUNTRY_WEIGHT = 8.0  # a country goes before its capital of the same name: «شرق الجزائر», «تونس»
FITTING = {
    "admin1": ("admin1", "region"),
    "countryside": ("admin1", "town"),
    "town": ("town", "village"),
    "village": ("village", "town"),
    "quarter": ("quarter",),
    "street": ("quarter",),
    "camp": ("camp", "town"),
    "capital": ("town",),
    "admin2": ("admin2", "town"),
    "region": ("region", "admin1", "town", "admin2", "village"),
    "airport": ("airport",),
    "base": ("base", "airport"),
    "crossing": ("crossing",),
    "field": ("field",),
    "dam": ("dam",),
    "mountain": ("mountain", "region"),
    "port": ("port", "town"),
    "prison": ("prison",),
    "country": ("country",),
    "axis": ("mountain", "town", "village", "admin2", "region"),
}
THINGS = frozenset(["airport", "base", "crossing", "field", "dam", "port", "prison"])  # named for the town near them


@dataclass(slots=True)
class Named:
    """A hit with what stands around it and the places it may mean.

    phrase: its name has two words or more; asks: it is one only where the text speaks of their country by other names too.
    """

    hit: Hit
    around: Around
    spots: list[Spot]
    phrase: bool = False
    asks: bool = False


class Evidence(NamedTuple):
    """How much the article speaks of each country, by one name (the value of its hits), and of all in which it names a place.

    theatres: where the forces that it names fight; they only say which of several places of one name is meant.
    occupier: how often it names those who fight in the one of two countries («قوات الاحتلال»).
    """

    countries: dict[str, int]
    by_name: dict[str, int]
    total: int
    theatres: Sequence[str] = ()
    occupier: int = 0

    def here(self, spot: Spot, spots: Sequence[Spot]) -> int:
        """How much it speaks of the country of a place, or of who fights there: «قصف إسرائيلي على رفح» is no news of Egypt.

        Not where one of several places (``spots``) lies in the country of those too, or in one that they strike: «قصف إسرائيلي على صيدا».
        """
        own, foe = self.countries.get(spot.country, 0), OCCUPIED.get(spot.country)
        if foe is None or any(foe in (other.country, STRUCK.get(other.country)) for other in spots):
            return own
        return own + self.countries.get(foe, 0) + self.occupier

    def most(self, spots: Sequence[Spot]) -> list[Spot]:
        """Those in whose country the text tells most: «وسط سنجار» is no village of Syria in news of Iraq."""
        top = max(self.countries.get(one.country, 0) for one in spots)
        return [one for one in spots if self.countries.get(one.country, 0) == top]

    def alone(self, spot: Spot, value: str) -> bool:
        """Whether only its own name speaks of the country of a place, and much else of others: it is a word, or a place there."""
        own = self.by_name.get(value, 0)
        return self.countries.get(spot.country, 0) <= own and self.total - own >= ELSEWHERE


def weighed(named: Sequence[Named], adjectives: Sequence[Hit], title_stop: int, actors: Sequence[Hit] = ()) -> Evidence:
    """How much the article speaks of each country: by its name, its adjective, its places; twice as much in the title."""
    found: dict[str, int] = {}
    by_name: dict[str, int] = {}
    for hit in adjectives:
        found[hit.value] = found.get(hit.value, 0) + (2 if hit.start < title_stop else 1)
    for one in named:
        spot = one.spots[0]
        if len(one.spots) == 1 or all(other.country == spot.country for other in one.spots):
            sure = spot.kind == "country" or spot.by_hand or spot.weight > HAND_WEIGHT
            weight = (2 if sure else 1) * (2 if one.hit.start < title_stop else 1)
            found[spot.country] = found.get(spot.country, 0) + weight
            by_name[one.hit.value] = by_name.get(one.hit.value, 0) + weight
    lands = {spot.country for one in named for spot in one.spots}  # «غارات روسية» speaks of who did it, not of where
    occupier = sum(any(foe in one.value for foe in OCCUPIERS) for one in actors) if not lands.isdisjoint(OCCUPIED) else 0
    return Evidence(found, by_name, sum(weight for land, weight in found.items() if land in lands), fought_in(actors), occupier)


def choose(named: Sequence[Named], index: int, told: Evidence) -> Spot | None:
    """The place one hit means; None where none of them is likely."""
    one = named[index]
    towards = _lies_towards(named, index) or _told_by_far(named, index, told)
    there = told.most(named[index + 1].spots) if towards else []
    spots = [spot for spot in one.spots if not _far(spot, there)] if there else _held(named, index, told)
    if spots and (_apposed(named, index) if not towards else named[index + 1].spots[0].kind == "country"):
        spots = _of_land(one, spots, named[index + 1].spots) or [_somewhere_in(named[index + 1].spots[0])]
    if not spots and towards:
        return _unlisted_in(choose(named, index + 1, told))  # «مدينة حمد غرب خان يونس»: none of Bahrain, but one that the text locates
    if not spots and one.around.klass and one.around.class_start == one.hit.entry_start and "و" not in named[index + 1].hit.proclitic:
        return _unlisted_in(choose(named, index + 1, told))  # «بلدتي … والحميدية»: no class word of its own stands before it
    if len(spots) < 2:
        return spots[0] if spots and _likely(spots[0], one, told) else None
    best, top, total = spots[0], -99.0, told.total or 1
    near = list(_near(named, index))
    for spot in spots:
        score = _fit(spot, one.around) + 8 * told.here(spot, spots) / total
        score += 8 * told.theatres.count(spot.country) / (total + len(told.theatres))
        score += 0.5 * (COUNTRY_WEIGHT if spot.kind == "country" else max(spot.weight, HAND_WEIGHT) if spot.by_hand else spot.weight)
        for other, weight in near:
            if any(spot.admin1 and spot.admin1 == peer.admin1 and spot.country == peer.country for peer in other.spots):
                score += weight
            elif any(spot.country == peer.country for peer in other.spots):
                score += weight / 3
        if score > top:
            best, top = spot, score
    return best if _likely(best, one, told) else None


def _held(named: Sequence[Named], index: int, told: Evidence) -> list[Spot]:
    """The places a hit may mean, without those that do not lie where the words after it say («… بمحافظة حجة», «حي الروضة بمدينة تعز»)."""
    one = named[index]
    if index + 1 == len(named):
        return one.spots
    after = named[index + 1]
    if after.around.cue not in ("in", "outside") or after.hit.start - one.hit.stop > _HOLDS:
        return one.spots
    if after.around.klass == "admin1":
        holders = [spot for spot in after.spots if spot.kind == "admin1"]
        return [spot for spot in one.spots if not holders or not spot.admin1 or spot.kind == "admin1" or _inside(spot, holders)]
    begin = after.around.class_start if after.around.klass else after.hit.start
    if after.around.direction or "و" in after.hit.proclitic or begin - one.hit.stop not in _IN:
        return one.spots
    most = max(told.countries.get(spot.country, 0) for spot in one.spots)
    if all(spot.kind != "country" and told.countries.get(spot.country, 0) < most for spot in after.spots):
        return one.spots  # «منطقة الكسوة في القطاع الغربي من ريف دمشق»: it names no place of another country
    known = 99.0 if one.around.klass else KNOWN_WEIGHT  # «قوات موسكو في دمشق»: not «منطقة العين بلودر»
    free = [spot for spot in one.spots if spot.kind in _WIDE or spot.weight >= known]
    fine = [spot for spot in one.spots if spot not in free]
    return free + ([spot for spot in fine if _inside(spot, after.spots)] or [spot for spot in fine if _beside(spot, after.spots)])


def _lies_towards(named: Sequence[Named], index: int) -> bool:
    """Whether a hit is said to lie north or south of the one after it, right behind it."""
    if index + 1 == len(named):
        return False
    after = named[index + 1].around
    return bool(after.direction) and 0 < after.direction_start - named[index].hit.stop <= _TOWARDS


def _told_by_far(named: Sequence[Named], index: int, told: Evidence) -> bool:
    """«قرية القطينة الواقعة على مسافة 25 كلم جنوب غربي كركوك»: whether it is a place abroad, if any, of which nothing else speaks."""
    if index + 1 == len(named) or named[index].around.klass not in _NAMED_SO:
        return False
    one, after = named[index], named[index + 1]
    if not after.around.direction or not 0 < after.around.direction_start - one.hit.stop <= _ALONG:
        return False
    here = {spot.country for spot in after.spots}
    own = told.by_name.get(one.hit.value, 0)
    return all(spot.country not in here and told.countries.get(spot.country, 0) <= own for spot in one.spots)


def _far(spot: Spot, others: Sequence[Spot]) -> bool:
    """Whether a place lies so far from each of the others that no news tells in which direction from them."""
    known = spot.weight >= KNOWN_WEIGHT and any(spot.country == other.country for other in others)
    if known or (spot.kind != "town" and spot.kind not in _SMALL):
        return False
    reach = _TOWN_KM if spot.kind == "town" and (spot.by_hand or spot.weight) else _SMALL_KM
    return all((away := nearness.km(spot, other)) is not None and away > reach for other in others)


def _apposed(named: Sequence[Named], index: int) -> bool:
    """«مدينة الميناء شمال لبنان»: whether the name of a part of a country stands right behind a town, and nothing between them."""
    one = named[index]
    if index + 1 == len(named) or one.around.klass not in _NAMED_SO:
        return False
    after = named[index + 1]
    return after.hit.start - one.hit.stop == 1 and not after.hit.proclitic and not after.around.klass and after.phrase


def _of_land(one: Named, spots: list[Spot], holders: Sequence[Spot]) -> list[Spot]:
    """«مدينة الميناء شمال لبنان»: of places of one name those in the country of which they are said to be the north.

    Where none is, a town of some size lies across the border, and any other that a class word names is not listed.
    """
    lands = {spot.country for spot in holders}
    if len(lands) > 1 or any(spot.kind not in _WIDE for spot in holders):
        return spots
    here = [spot for spot in spots if spot.country in lands]
    return here or [spot for spot in spots if one.around.klass not in _NAMED_SO or (spot.kind == "town" and spot.weight >= TOWN_WEIGHT)]


def _somewhere_in(holder: Spot) -> Spot:
    """Another place of a listed name, somewhere in a part of a country."""
    return Spot("", holder.admin1, holder.country, None, None, "village", KNOWN_WEIGHT, by_hand=False)


def _unlisted_in(holder: Spot | None) -> Spot | None:
    """Another place of a listed name, in the town or governorate that holds it: «بلدة الحميدية في ريف القنيطرة»."""
    if holder is None or holder.kind in ("country", "region"):
        return None
    lat, lon = (None, None) if holder.kind == "admin1" else (holder.lat, holder.lon)
    return Spot("", holder.admin1, holder.country, lat, lon, "village", 0.0, by_hand=False)


def _inside(spot: Spot, holders: Sequence[Spot]) -> bool:
    """Whether a place lies in the governorate, or the country or region, of one of the holders."""
    return any(spot.country == other.country and (other.kind in ("country", "region") or spot.admin1 == other.admin1) for other in holders)


def _beside(spot: Spot, holders: Sequence[Spot]) -> bool:
    """Whether a place lies near one of the holders, or where they lie is not known."""
    return any((away := nearness.km(spot, other)) is None or away <= _HELD_KM for other in holders)


def _fit(spot: Spot, around: Around) -> float:
    if not around.klass:
        return -0.6 if spot.kind == "admin1" else 0.0
    fitting = FITTING.get(around.klass, ())
    if spot.kind in fitting:
        return 3.0 - 0.5 * fitting.index(spot.kind)
    return 0.0


def _near(named: Sequence[Named], index: int) -> list[tuple[Named, float]]:
    """The hits near one hit, with what a common governorate counts: the one after it («بلدة … في محافظة …») the most."""
    one = named[index].hit
    found = []
    for step, reach, weight in ((1, 45, 4.0), (2, 60, 2.0), (-1, 60, 2.0), (-2, 80, 1.0)):
        at = index + step
        if 0 <= at < len(named):
            gap = named[at].hit.start - one.stop if step > 0 else one.start - named[at].hit.stop
            if gap <= reach:
                found.append((named[at], weight + (1 if named[at].around.klass in ("admin1", "countryside") else 0)))
    return found


def _likely(spot: Spot, one: Named, evidence: Evidence) -> bool:
    """Whether a small or foreign town may be meant here, rather than a word or a person of that name."""
    around, value = one.around, one.hit.value
    if around.klass == "street" and spot.kind in _CITY:
        return False  # «شارع بغداد» is in Damascus
    placed = around.klass or around.cue in ("in", "near", "border", "outside")
    word = spot.kind not in _WIDE and not (one.phrase and spot.kind in SETTLED)  # «تل أبيب» is no word
    if word and spot.weight < (PLACED_WEIGHT if placed else KNOWN_WEIGHT) and evidence.alone(spot, value) and not _abroad(spot, one):
        return False
    if around.klass in ("quarter", "mountain") and spot.kind in _CITY and evidence.alone(spot, value):
        return False  # «حي الواد» in Jerusalem is no city of Algeria
    spoken = evidence.countries.get(spot.country, 0)
    told = spoken > (1 if evidence.total > 4 else 0)
    if spot.kind == "country" or spot.weight > 6 or (spot.by_hand and spot.kind != "quarter" and (told or evidence.total < 5)):
        return True
    if around.cue == "bare" and not around.klass:
        return told and (spot.by_hand or spot.weight > 4 or one.phrase or spoken > 3)
    return told or spot.weight > 5 or evidence.total < 3


def _abroad(spot: Spot, one: Named) -> bool:
    """«قتل جندي تركي في عفرين»: whether something is said to be in a town that news names, or of some size; «بسترة» is a word."""
    town = spot.kind == "town" and (spot.by_hand or spot.weight >= TOWN_WEIGHT)
    return town and one.around.cue in ("in", "near") and not one.around.klass and "ب" not in one.hit.proclitic


def behind_and(text: str, last: Named, hit: Hit, spots: Sequence[Spot]) -> Around | None:
    """What stands before the place last named is of one that «و» joins to it too: «في حلب وإدلب», «ريفي حماة وحلب»."""
    if last.around.klass == "countryside" and text[last.hit.stop] == "،" and not any(spot.kind == "admin1" for spot in spots):
        return None  # «في ريف حماة، وخان شيخون في ريف إدلب»
    return Around(last.around.cue, last.around.klass, hit.entry_start)

"""Which of several places of one name is meant: by the class word, the countries the article speaks of, its neighbours, its size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agents.extract.places.gazetteer import Spot
from agents.extract.places.placecues import Around
from agents.extract.words.lexicon import Hit

_HOLDS = 14  # characters between a name and the governorate that is said to hold it
HAND_WEIGHT = 4.0  # a place that news names weighs like a town of ten thousand
KNOWN_WEIGHT = 5.7  # a town of half a million is known without its country
PLACED_WEIGHT = 5.0  # so is one of a hundred thousand, where something is said to be in it
ELSEWHERE = 4  # so much speaks of other countries that a name without its own is not of a place abroad
_CITY = frozenset(["country", "admin1", "town"])
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
    """A hit with what stands around it and the places it may mean."""

    hit: Hit
    around: Around
    spots: list[Spot]


class Evidence(NamedTuple):
    """How much the article speaks of each country, by one name (the value of its hits), and of all in which it names a place."""

    countries: dict[str, int]
    by_name: dict[str, int]
    total: int

    def alone(self, spot: Spot, value: str) -> bool:
        """Whether only its own name speaks of the country of a place, and much else of others: it is a word, or a place there."""
        own = self.by_name.get(value, 0)
        return self.countries.get(spot.country, 0) <= own and self.total - own >= ELSEWHERE


def weighed(named: Sequence[Named], adjectives: Sequence[Hit], title_stop: int) -> Evidence:
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
    return Evidence(found, by_name, sum(weight for land, weight in found.items() if land in lands))


def choose(named: Sequence[Named], index: int, told: Evidence) -> Spot | None:
    """The place one hit means; None where none of them is likely."""
    one, countries = named[index], told.countries
    best, top = None, -99.0
    held = _holder(named, index)
    if len(one.spots) == 1:
        only = one.spots[0]
        away = held and only.admin1 and only.kind != "admin1" and (only.country, only.admin1) not in held
        return only if not away and _likely(only, one.around, told, one.hit) else None
    total = told.total or 1
    near = list(_near(named, index))
    for spot in one.spots:
        if held and spot.admin1 and spot.kind != "admin1" and (spot.country, spot.admin1) not in held:
            continue
        score = _fit(spot, one.around) + 8 * countries.get(spot.country, 0) / total
        score += 0.5 * (COUNTRY_WEIGHT if spot.kind == "country" else max(spot.weight, HAND_WEIGHT) if spot.by_hand else spot.weight)
        for other, weight in near:
            if any(spot.admin1 and spot.admin1 == peer.admin1 and spot.country == peer.country for peer in other.spots):
                score += weight
            elif any(spot.country == peer.country for peer in other.spots):
                score += weight / 3
        if score > top:
            best, top = spot, score
    return best if best is not None and _likely(best, one.around, told, one.hit) else None


def _holder(named: Sequence[Named], index: int) -> set[tuple[str, str | None]]:
    """The governorates that the words after a hit say it lies in («… بمحافظة حجة»); empty where they say none."""
    if index + 1 == len(named):
        return set()
    after, gap = named[index + 1], named[index + 1].hit.start - named[index].hit.stop
    held = after.around.klass == "admin1" and after.around.cue == "in" and gap <= _HOLDS
    return {(spot.country, spot.admin1) for spot in after.spots if spot.kind == "admin1"} if held else set()


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


def _likely(spot: Spot, around: Around, evidence: Evidence, hit: Hit) -> bool:
    """Whether a small or foreign town may be meant here, rather than a word or a person of that name."""
    countries = evidence.countries
    if around.klass == "street" and spot.kind in _CITY:
        return False  # «شارع بغداد» is in Damascus
    placed = around.klass or around.cue in ("in", "near")
    if spot.kind not in _WIDE and spot.weight < (PLACED_WEIGHT if placed else KNOWN_WEIGHT) and evidence.alone(spot, hit.value):
        return False
    spoken = countries.get(spot.country, 0)
    told = spoken > (1 if evidence.total > 4 else 0)
    if spot.kind == "country" or spot.weight > 6 or (spot.by_hand and spot.kind != "quarter" and (told or evidence.total < 5)):
        return True
    if around.cue == "bare" and not around.klass:
        return told and (spot.by_hand or spot.weight > 4 or " " in hit.value or spoken > 3)
    return told or spot.weight > 5 or evidence.total < 3

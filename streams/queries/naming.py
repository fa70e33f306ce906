"""What a user calls a country or a party, and the code or id that records carry for it."""

from collections.abc import Iterable
from difflib import get_close_matches

import seeds
from agents.extract.words.fold import fold_word
from streams.errors import UsageError

NEAR = 5  # ids that an error names
PLAIN = frozenset({"civilians", "unknown", "protesters"})  # ids of actors that are words


def country_of(text: str) -> str:
    """The ISO code asked for, in capitals, "" where none was; UsageError where it is none, with the code where it is a country's name."""
    code, folded = text.strip().upper(), fold_word(text.strip().casefold())
    rows = list(seeds.rows("countries.csv")) if code else []
    if any(code == row["country"] for row in rows) or not code:
        return code
    names = {fold_word(name): row["country"] for row in rows for name in (row["name_en"].casefold(), *row["surfaces"].split("|")) if name}
    hint = f"; {text} is {names[folded]}" if folded in names else ""
    raise UsageError(f"--country {text}: expected a code of countries.csv, for example SY{hint}")


def party_of(text: str) -> str:
    """The id that records carry for a party given by its id or its English or Arabic name; UsageError where it is none.

    A class of parties (``militia``) and an id made by reading (``militia:…``) are taken as they are.
    """
    rows = {row["actor"]: row for row in seeds.rows("actors.csv")}
    asked = text.strip()
    if ":" in asked or any(asked == name.partition(":")[0] for name in rows if ":" in name):
        return asked
    known = asked.casefold() if asked.casefold() in rows else _named(asked, rows)
    if not known:
        names = {name: name for name in rows} | {row["name_en"].casefold(): name for name, row in rows.items()}
        near = dict.fromkeys(names[one] for one in get_close_matches(asked.casefold(), names, NEAR))
        hint = "; near it: " + ", ".join(f"{name} ({rows[name]['name_en']})" for name in near) if near else ""
        raise UsageError(f"--party {text}: no actor of this id or name in {seeds.path('actors.csv')}{hint}")
    above = rows[known]["report_as"]
    if above and above != known:
        raise UsageError(f"--party {text}: records count {rows[known]['name_en']} as {above} ({rows[above]['name_en']}); ask for {above}")
    return known


def legend(ids: Iterable[str | None]) -> str:
    """What ids of actors stand for, ``is: Islamic State; sdf: …``, in order; nothing for those that say it themselves."""
    asked = {name for name in ids if name and ":" not in name and name not in PLAIN}
    rows = {row["actor"]: row["name_en"] for row in seeds.rows("actors.csv")} if asked else {}
    return "; ".join(f"{name}: {rows[name]}" for name in sorted(asked) if rows.get(name, name).casefold() != name.replace("-", " "))


def _named(asked: str, rows: dict[str, dict[str, str]]) -> str:
    """The actor of this English or Arabic name, "" where there is none."""
    folded = fold_word(asked)
    for name, row in rows.items():
        if row["name_en"].casefold() == asked.casefold():
            return name
    for row in seeds.rows("actor-surfaces.csv"):
        if row["kind"] == "name" and row["actor"] in rows and fold_word(row["surface"]) == folded:
            return row["actor"]
    return ""

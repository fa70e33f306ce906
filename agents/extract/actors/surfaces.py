"""Surfaces: how actors are written, their longer names also behind words for their men («مسلحي الجماعة في بلد كذا»)."""

from collections.abc import Iterator, Mapping

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Entry
from agents.extract.words.wordlists import listed

_GENERAL = "/="


def entries() -> Iterator[Entry]:
    """The surfaces, for the matcher: kind ``actor`` or ``force``; value ``kind/stance/actor``."""
    known: dict[str, Entry] = {}
    for row in seeds.rows("actor-surfaces.csv"):
        kind = "force" if row["kind"] == "force" else "actor"
        value = f"{row['kind']}/{row['stance']}/{row['actor']}"
        for surface in seeds.written(row["surface"]):
            known.setdefault(fold_word(surface), Entry(surface, kind, value, row["source"]))
    yield from known.values()
    yield from _of_their_men(known)


def _of_their_men(known: Mapping[str, Entry]) -> Iterator[Entry]:
    """Words for its men before a name, where they are known before the name that it begins with.

    «مسلحي تنظيم كذا» alone would hide the longer «تنظيم كذا في بلد كذا»: of overlapping matches the leftmost stays.
    """
    words = listed("forces", "men")
    longer = _longer(known)
    made: set[str] = set()
    for surface, entry in known.items():
        first, _, rest = surface.partition(" ")
        if entry.kind != "actor" or first not in words:
            continue
        general = _GENERAL in entry.value  # a word that finds whom it means: «مسلحي الميليشيات» hides «الميليشيات الإيرانية» alone
        for tail in longer.get(rest, ()):
            written = f"{first} {tail}"
            if general and _GENERAL in known[tail].value:
                continue
            if known[tail].kind == "actor" and written not in known and written not in made:
                made.add(written)
                yield known[tail]._replace(surface=written)


def _longer(known: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The surfaces that go on behind another one, by that."""
    found: dict[str, list[str]] = {}
    for surface in known:
        words = surface.split()
        for stop in range(1, len(words)):
            start = " ".join(words[:stop])
            if start in known:
                found.setdefault(start, []).append(surface)
    return found

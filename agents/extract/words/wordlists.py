"""Word lists: lexicons whose words are looked up where they stand, not sought in the whole text."""

import seeds
from agents.extract.words.fold import fold_word


def listed(name: str, value: str = "") -> frozenset[str]:
    """The folded surfaces of a lexicon, for example ``listed("gaps", "away")``; of all its values where none is given."""
    rows = seeds.rows(f"lexicon/{name}.csv")
    return frozenset(fold_word(row["surface"]) for row in rows if not value or row["value"] == value)


def any_of(name: str, value: str) -> str:
    """The same words as alternatives of a regular expression, longer ones before those they begin with."""
    return "|".join(sorted(listed(name, value), key=lambda word: (-len(word), word)))

"""Word lists: lexicons whose words are looked up where they stand, not sought in the whole text."""

from functools import cache

import seeds
from agents.extract.words.fold import fold_word


def listed(name: str, value: str = "") -> frozenset[str]:
    """The folded surfaces of a lexicon, for example ``listed("gaps", "away")``; of all its values where none is given."""
    return frozenset(word for word, its in _words(name) if not value or its == value)


def any_of(name: str, value: str, *, owned: bool = False) -> str:
    """The same words as alternatives of a regular expression, longer ones before those they begin with.

    owned: also as they are spelt before a pronoun, which a last «ة» is open to: «سفينة», «سفينت» of «سفينتها».
    """
    words = sorted(listed(name, value), key=lambda word: (-len(word), word))
    return "|".join(f"{word[:-1]}[هت]" if owned and word.endswith("ه") else word for word in words)


@cache
def _words(name: str) -> tuple[tuple[str, str], ...]:
    """The folded surfaces of a lexicon, each with its value: read once, however many lists are made of them."""
    return tuple((fold_word(row["surface"]), row["value"]) for row in seeds.rows(f"lexicon/{name}.csv"))

"""Word lists: lexicons whose words are looked up where they stand, not sought in the whole text."""

from functools import cache

import seeds
from agents.extract.words.fold import fold_word

_BEGINS = "\u0640"  # «ـ»


def listed(name: str, value: str = "") -> frozenset[str]:
    """The folded surfaces of a lexicon, for example ``listed("gaps", "away")``; of all its values where none is given."""
    return frozenset(word for word, its, _ in _words(name) if not value or its == value)


def any_of(name: str, value: str, *, owned: bool = False) -> str:
    r"""The same words as alternatives of a regular expression, longer ones before those they begin with.

    A row that ends with «ـ» stands for all words that begin so: ``\w*`` follows it.
    owned: also as they are spelt before a pronoun, which a last «ة» is open to: «سفينة», «سفينت» of «سفينتها».
    """
    begins = {word for word, its, begins in _words(name) if begins and its == value}
    words = sorted(listed(name, value), key=lambda word: (-len(word), word))
    written = (f"{word[:-1]}[هت]" if owned and word.endswith("ه") else word for word in words)
    return "|".join(rf"{one}\w*" if word in begins else one for word, one in zip(words, written, strict=True))


@cache
def _words(name: str) -> tuple[tuple[str, str, bool], ...]:
    """The folded surfaces of a lexicon, each with its value, and whether it is but a beginning: read once, however often it is asked."""
    rows = seeds.rows(f"lexicon/{name}.csv")
    return tuple((fold_word(row["surface"]), row["value"], row["surface"].endswith(_BEGINS)) for row in rows)

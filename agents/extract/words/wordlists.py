"""Word lists: lexicons whose words are looked up where they stand, not sought in the whole text."""

import re
from collections.abc import Sequence
from functools import cache

import seeds
from agents.extract.words.fold import fold_word

_BEGINS = "\u0640"  # «ـ»
_PART = re.compile(r"\[\w+\]|\\w\*|.")  # of a word as it is written: a letter, or what stands for several
LETTERS = 2  # of so many from its begin words are grouped


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
    return _grouped([rf"{one}\w*" if word in begins else one for word, one in zip(words, written, strict=True)], LETTERS)


def _grouped(words: Sequence[str], depth: int) -> str:
    """The same alternatives, those that begin with one letter behind it: a place where no word begins is passed after a few letters.

    depth: of so many letters. Their order holds: only words that begin with the same letters can stand at one place.
    """
    groups: dict[str, list[str]] = {}
    for word in words:
        first = _PART.match(word)
        groups.setdefault(first.group() if first else "", []).append(word[first.end() :] if first else "")
    if depth == 0 or len(groups) == len(words):
        return "|".join(words)
    return "|".join(one + (rest[0] if len(rest) == 1 else f"(?:{_grouped(rest, depth - 1)})") for one, rest in groups.items())


@cache
def _words(name: str) -> tuple[tuple[str, str, bool], ...]:
    """The folded surfaces of a lexicon, each with its value, and whether it is but a beginning: read once, however often it is asked."""
    rows = seeds.rows(f"lexicon/{name}.csv")
    return tuple((fold_word(row["surface"]), row["value"], row["surface"].endswith(_BEGINS)) for row in rows)

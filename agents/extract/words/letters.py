"""Letters: a look for what a pattern needs, which is far sooner done than searching the pattern."""

import re
from collections.abc import Iterator, Sequence

UNIFIED = str.maketrans("أإآٱىة", "اااايه")  # letters that news writes one for the other


def spots(text: str, letters: str) -> list[int]:
    """Where one of a few letters stands, in order: each is sought by itself, which in a long text takes half the time of a class."""
    found = []
    for one in letters:
        at = text.find(one)
        while at >= 0:
            found.append(at)
            at = text.find(one, at + 1)
    found.sort()
    return found


def standing(strings: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Where each of some strings stands, none of them empty, and which it is, in order."""
    found = []
    for which, one in enumerate(strings):
        at = text.find(one)
        while at >= 0:
            found.append((at, which))
            at = text.find(one, at + 1)
    found.sort()
    return found


def among(letters: Sequence[str], text: str, start: int, stop: int) -> bool:
    """Whether a stretch of text holds one of some strings, none of them empty."""
    stretch = text[start:stop]  # cut once, for «in» takes a third of the time of find() with its two ends
    for one in letters:  # noqa: SIM110 — a generator would take longer than what it goes through
        if one in stretch:
            return True
    return False


def search(pattern: re.Pattern[str], letters: Sequence[str], text: str, start: int, stop: int) -> re.Match[str] | None:
    """What a pattern finds in a stretch of text; letters: without one of them it finds nothing."""
    return pattern.search(text, start, stop) if among(letters, text, start, stop) else None


def around(pattern: re.Pattern[str], strings: tuple[str, ...], text: str, reach: tuple[int, int]) -> Iterator[re.Match[str]]:
    """What a pattern finds in a text, in order, sought only around some strings, one of which each match holds.

    reach: characters that a match may take before such a string, and from its begin on, with what is looked at behind the match.
    """
    before, behind = reach
    done = 0
    for at, _ in standing(strings, text):
        found = pattern.search(text, max(at - before, done), at + behind)
        if found is not None and found.start() <= at < found.end():
            done = found.end()
            yield found

"""One matcher over all lexicons: whole words and phrases, with the particles that Arabic writes onto them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from agents.extract.fold import fold_word

_WORD = re.compile(r"[0-9A-Za-z\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+")
_BARRIER = re.compile(r"[.!?؟…\n؛;:،,()\[\]]")
_PARTICLES = ("", "و", "ف")
_BARE = frozenset(
    [one + two for one in _PARTICLES for two in ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل")]
)  # before a word without ال
_DEFINITE = frozenset(one + two for one in _PARTICLES for two in ("", "ب", "ك"))  # before one with it
_MERGED = frozenset(one + "ل" for one in _PARTICLES)  # ل swallows the ا of ال


class Entry(NamedTuple):
    """One surface of a lexicon. kind: which lexicon; value: what it means there; clitics: whether particles may be written onto it."""

    surface: str
    kind: str
    value: str
    source: str = ""
    clitics: bool = True


class Hit(NamedTuple):
    """A whole-word match. proclitic: the particles before it ("" where none); entry_start: where the surface itself begins."""

    start: int
    stop: int
    kind: str
    value: str
    proclitic: str
    entry_start: int


class Matcher:
    """All entries in one automaton. Of overlapping matches of one kind the leftmost stays, then the longest.

    A phrase matches across quotes, hyphens and several spaces, but not across a stop, a comma or a bracket.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        meanings: dict[str, dict[tuple[str, str, frozenset[str]], None]] = {}
        for entry in entries:
            surface = " ".join(_WORD.findall(fold_word(entry.surface)))
            if not surface:
                continue
            definite = surface.startswith("ال") and entry.surface.startswith("ال")  # not «آلاف», «ألمانيا»
            before = (_DEFINITE if definite else _BARE) if entry.clitics else _NOTHING
            meanings.setdefault(surface, {})[entry.kind, entry.value, before] = None
            if definite and entry.clitics:
                meanings.setdefault("ل" + surface[2:], {})[entry.kind, entry.value, _MERGED] = None
        # The key ends with its word; it may begin inside one, after particles.
        self._meanings = [tuple(found) for found in meanings.values()]
        self._automaton = Automaton([f"{surface} " for surface in meanings]) if meanings else None

    def find(self, text: str) -> list[Hit]:
        """All hits in a folded text, by kind, then in order; different kinds may cover the same words."""
        if self._automaton is None:
            return []
        line, heads, starts = _spread(text)
        found = []
        for start, stop, key in self._automaton.find_overlapping(line):
            first = bisect_right(heads, start) - 1
            head = heads[first]
            proclitic = line[head:start]
            for kind, value, before in self._meanings[key]:
                if proclitic in before:
                    last = bisect_right(heads, stop - 2, first) - 1
                    end = starts[last] + stop - 1 - heads[last]
                    found.append(Hit(starts[first], end, kind, value, proclitic, starts[first] + start - head))
        found.sort(key=_order)
        return [hit for _, hits in groupby(found, key=_BY_KIND) for hit in _apart(hits)]


_NOTHING = frozenset([""])
_BY_KIND = attrgetter("kind")


def _order(hit: Hit) -> tuple[str, int, int, int]:
    return hit.kind, hit.start, -hit.stop, len(hit.proclitic)


def _spread(text: str) -> tuple[str, list[int], list[int]]:
    """The words of a text, one space after each («| » at a barrier); where each begins in that line, and where in the text."""
    parts: list[str] = []
    heads: list[int] = []
    starts: list[int] = []
    at = last = 0
    for found in _WORD.finditer(text):
        start, stop = found.span()
        if start - last > 1 and _BARRIER.search(text, last, start):
            parts.append("|")
            heads.append(at)
            starts.append(last)
            at += 2
        parts.append(found.group())
        heads.append(at)
        starts.append(start)
        at += stop - start + 1
        last = stop
    parts.append("")
    return " ".join(parts), heads, starts


def _apart(hits: Iterator[Hit]) -> Iterator[Hit]:
    """Of overlapping hits of one kind the leftmost, then the longest; readings of the very same span all stay."""
    kept: Hit | None = None
    for hit in hits:
        if kept is None or hit.start >= kept.stop:
            kept = hit
        elif (hit.stop, hit.proclitic) != (kept.stop, kept.proclitic) or hit.start != kept.start:
            continue
        yield hit

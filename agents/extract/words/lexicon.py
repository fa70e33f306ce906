"""One matcher over all lexicons: whole words and phrases, with the particles that Arabic writes onto them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

import seeds
from agents.extract.words.fold import fold_word

_ALPHA = r"A-Za-z\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_LETTERS = f"0-9{_ALPHA}"
_WORD = re.compile(f"[{_ALPHA}]+[0-9]*|[0-9]+")
_GLUED = re.compile(f"[0-9][{_ALPHA}]")  # «15جنديا»
_GAP = re.compile(f"[^{_LETTERS}](?:(?<=[^ ])[^{_LETTERS}]*|[^{_LETTERS}]+)")  # all between two words but a single space
_GAP_OR_GLUE = re.compile(f"{_GAP.pattern}|(?<=[0-9])(?=[{_ALPHA}])")
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
        for surface, entry in _spelt(entries):
            definite = surface.startswith("ال") and entry.surface.startswith("ال")  # not «آلاف», «ألمانيا»
            before = (_DEFINITE if definite else _BARE) if entry.clitics else _NOTHING
            meanings.setdefault(surface, {})[entry.kind, entry.value, before] = None
            if definite and entry.clitics:
                meanings.setdefault("ل" + surface[2:], {})[entry.kind, entry.value, _MERGED] = None
        # The key ends with its word; it may begin inside one, after particles.
        self._meanings = [tuple(found) for found in meanings.values()]
        self._kinds = tuple({kind: None for found in self._meanings for kind, _, _ in found})
        self._bare = [_UNSEEN] * len(self._meanings)  # what it means without
        self._known: list[dict[str, tuple[tuple[str, str], ...]]] = [{} for _ in self._meanings]  # what a key means behind particles
        self._surfaces = list(meanings)
        self._automaton = self._table()

    def _table(self) -> Automaton | None:
        """What finds the surfaces; None where there are none."""
        return Automaton([f"{surface} " for surface in self._surfaces]) if self._surfaces else None

    def hits(self, text: str) -> dict[str, list[Hit]]:
        """All hits in a folded text: those of each kind, in order; different kinds may cover the same words."""
        if self._automaton is None:
            return {}
        line, starts, shifts = _spread(text)
        starts.append(len(line) + 1)
        found: dict[str, list[Hit]] = {kind: [] for kind in self._kinds}
        crowded = self._placed(self._automaton.find_overlapping(line), line, starts, shifts, found)
        return {kind: _apart(hits) if kind in crowded else hits for kind, hits in found.items() if hits}

    def _placed(
        self, matches: list[tuple[int, int, int]], line: str, starts: list[int], shifts: list[int], found: dict[str, list[Hit]]
    ) -> set[str]:
        """Puts the matches of a line into the lists of their kinds, in the order of their ends; the kinds with hits that overlap."""
        crowded: set[str] = set()
        bare, known = self._bare, self._known
        piece, until, shift = 0, starts[1], shifts[0]
        for start, stop, key in matches:
            if line[start - 1] == " ":
                told, head, proclitic = bare[key], start, ""
            else:  # mostly the end of a longer word
                head = line.rfind(" ", start - _FURTHEST if start > _FURTHEST else 0, start) + 1
                proclitic = line[head:start] if head else "|"
                if proclitic not in _ANY:
                    continue
                told = known[key].get(proclitic, _UNSEEN)
            if told is _UNSEEN:
                told = self._behind(key, proclitic)
            if not told:
                continue
            while until <= stop - 2:  # matches come in the order of their ends
                piece += 1
                until, shift = starts[piece + 1], shifts[piece]
            if starts[piece] <= start:
                first, begin, end = head + shift, start + shift, stop - 1 + shift
            else:
                other = shifts[bisect_right(starts, start) - 1]
                first, begin, end = head + other, start + other, stop - 1 + shift
            for kind, value in told:
                hits = found[kind]
                if hits and first < hits[-1][1]:
                    crowded.add(kind)
                hits.append(_hit(Hit, (first, end, kind, value, proclitic, begin)))
        return crowded

    def _behind(self, key: int, proclitic: str) -> tuple[tuple[str, str], ...]:
        """What a key means behind particles; it is kept."""
        told = tuple((kind, value) for kind, value, before in self._meanings[key] if proclitic in before)
        if proclitic:
            self._known[key][proclitic] = told
        else:
            self._bare[key] = told
        return told


def _spelt(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry by its folded surface, and by those that news writes for words of it; what lexicons hold themselves goes first."""
    others: dict[str, list[str]] = {}
    for row in seeds.rows("lexicon/spellings.csv"):
        others.setdefault(fold_word(row["word"]), []).append(fold_word(row["written"]))
    more: list[tuple[str, Entry]] = []
    known = set()
    for entry in entries:
        words = _WORD.findall(fold_word(entry.surface))
        if not words:
            continue
        known.add((" ".join(words), entry.kind))
        yield " ".join(words), entry
        for at, word in enumerate(words):
            article = "ال" if word.startswith("ال") else ""
            spellings = others.get(word.removeprefix(article), ())
            more.extend((" ".join([*words[:at], article + written, *words[at + 1 :]]), entry) for written in spellings)
    yield from ((surface, entry) for surface, entry in more if (surface, entry.kind) not in known)


_NOTHING = frozenset([""])
_UNSEEN: tuple[tuple[str, str], ...] = (("", ""),)
_ANY = _BARE | _DEFINITE | _MERGED
_FURTHEST = max(map(len, _ANY)) + 1  # characters back to the space before particles
_COMMON = 4  # characters: gaps so short come again and again
_BY_START = itemgetter(0)
_hit = tuple.__new__  # a third of the time of Hit(…), for hundreds a text


def _spread(text: str) -> tuple[str, list[int], list[int]]:
    """The words of a text, a space before and after each («| » at a barrier), and the map back: from starts[i] on, it is shifts[i]."""
    parts = [" "]
    starts, shifts = [0], [-1]
    at, last = 1, 0
    for start, stop in _gaps(text):
        gap = _gap(text[start:stop]) if stop - start <= _COMMON else _gap.__wrapped__(text[start:stop])
        parts += (text[last:start], gap)
        at += start - last + len(gap)
        starts.append(at)
        shifts.append(stop - at)
        last = stop
    parts.append(text[last:])
    parts.append(" ")
    return "".join(parts), starts, shifts


def _gaps(text: str) -> list[tuple[int, int]]:
    """Where all but a single space stands between two words; nothing may, between digits and a word written onto them."""
    return [found.span() for found in (_GAP_OR_GLUE if _GLUED.search(text) else _GAP).finditer(text)]


@lru_cache(maxsize=1024)
def _gap(between: str) -> str:
    """What stands for a gap between two words."""
    return " | " if _BARRIER.search(between) else " "


def _apart(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits the leftmost, then the longest; readings of the very same span all stay."""
    hits.sort(key=_BY_START)  # stable: they come by their end, so of equal starts the longest is the last
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].stop:
            kept.append(hit)
        elif hit.start == kept[-1].start:
            if hit.stop > kept[-1].stop:
                while kept and kept[-1].start == hit.start:
                    kept.pop()
                kept.append(hit)
            elif hit.proclitic == kept[-1].proclitic:
                kept.append(hit)
    return kept

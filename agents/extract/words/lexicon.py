"""One matcher over all lexicons: whole words and phrases, with the particles that Arabic writes onto them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.written import BARE, DEFINITE, MERGED, Heads, Sense, Told, Written

_ALPHA = r"A-Za-z\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_LETTERS = f"0-9{_ALPHA}"
_WORD = re.compile(f"[{_ALPHA}]+[0-9]*|[0-9]+")
_GLUED = re.compile(f"[0-9][{_ALPHA}]")  # «15جنديا»
_GAP = re.compile(f"([^{_LETTERS}]+)")  # all between two words
_GAP_OR_GLUE = re.compile(f"([^{_LETTERS}]+|(?<=[0-9])(?=[{_ALPHA}]))")
_BARRIER = re.compile(r"[.!?؟…\n؛;:،,()\[\]]")
_NOTHING = frozenset([""])


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
    """All entries, by the words they are made of. Of overlapping matches of one kind the leftmost stays, then the longest.

    A phrase matches across quotes, hyphens and several spaces, but not across a stop, a comma or a bracket.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        senses: dict[str, dict[Sense, None]] = {}
        for surface, entry in _spelt(entries):
            definite = surface.startswith("ال") and entry.surface.startswith("ال")  # not «آلاف», «ألمانيا»
            before = (DEFINITE if definite else BARE) if entry.clitics else _NOTHING
            senses.setdefault(surface, {})[Sense(entry.kind, entry.value, before)] = None
            if definite and entry.clitics:
                senses.setdefault("ل" + surface[2:], {})[Sense(entry.kind, entry.value, MERGED)] = None
        self._kinds = tuple({one.kind: None for found in senses.values() for one in found})
        self._written = Written({surface: tuple(found) for surface, found in senses.items()})

    def find(self, text: str) -> list[Hit]:
        """All hits in a folded text, by kind, then in order; different kinds may cover the same words."""
        found = self.hits(text)
        return [hit for kind in sorted(found) for hit in found[kind]]

    def told(self, word: str) -> Told | None:
        """What a word of a folded text says by itself, and which phrases it may begin; None where nothing."""
        return self._written[word]

    def hits(self, text: str, parts: Sequence[str] | None = None) -> dict[str, list[Hit]]:
        """The hits of each kind, in order. parts: as ``cut`` gives them, where they are at hand. Linear in the text."""
        parts = parts or cut(text)
        words = list(parts[::2])
        stops = list(accumulate(map(len, parts)))[::2]
        found: dict[str, list[Hit]] = {kind: [] for kind in self._kinds}
        words.append("")  # so that there is one behind the last
        reach = 0  # where the phrases so far end, which cover words that follow
        for at, told in enumerate(map(self._written.__getitem__, words)):
            if told is None:
                continue
            alone, second, heads = told
            stop = stops[at]
            start = stop - len(words[at])
            for kind, value, begun, length in alone:
                kept = found[kind]
                if start < reach and kept and kept[-1].start < start < kept[-1].stop:
                    continue  # in a longer phrase
                kept.append(_hit(Hit, (start, stop, kind, value, begun, start + length)))
            if words[at + 1] in second:
                for last, begun, sense in _phrases(parts, at, heads):
                    _enter(found[sense.kind], _hit(Hit, (start, stops[last], sense.kind, sense.value, begun, start + len(begun))))
                    reach = max(reach, stops[last])
        return {kind: hits for kind, hits in found.items() if hits}


def cut(text: str) -> list[str]:
    """The words of a text, and between them the gaps: at even places words (the first and the last may be empty), at odd ones gaps."""
    return (_GAP_OR_GLUE if _GLUED.search(text) else _GAP).split(text)


def _phrases(parts: Sequence[str], at: int, heads: Heads) -> list[tuple[int, str, Sense]]:
    """The phrases that begin with a word: the index of the last word of each, the particles before it, and what it means.

    parts: the words of a text, and the gaps between them; heads: what the word may begin.
    """
    found = []
    for begun, following in heads:
        last, known = at + 1, following
        while 2 * last < len(parts) and (node := known.get(parts[2 * last])) and not _parted(parts[2 * last - 1]):
            found += [(last, begun, sense) for sense in node.senses if begun in sense.before]
            last, known = last + 1, node.following
    return found


def _parted(gap: str) -> bool:
    """Whether a gap between two words parts them, so that no phrase goes over it."""
    return gap != " " and _BARRIER.search(gap) is not None


def _enter(kept: list[Hit], phrase: Hit) -> None:
    """Takes in a phrase, unless one that began before covers it; what begins with it and is shorter goes.

    kept: the hits of its kind so far. Of the same words the reading with the fewest particles stays, in all its meanings.
    """
    if kept and kept[-1].start == phrase.start:
        if kept[-1].stop == phrase.stop and kept[-1].proclitic != phrase.proclitic:
            return
        while kept and kept[-1].start == phrase.start and kept[-1].stop < phrase.stop:
            kept.pop()
    if not kept or kept[-1].stop <= phrase.start or kept[-1].start == phrase.start:
        kept.append(phrase)


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


_hit = tuple.__new__  # a third of the time of Hit(…), for hundreds a text

"""Written words: which surfaces a word of a text is, or begins, and with which particles."""

from collections.abc import Container, Mapping
from typing import NamedTuple

PARTICLES = ("", "و", "ف")
BARE = frozenset([one + two for one in PARTICLES for two in ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل")])  # before a word without ال
DEFINITE = frozenset(one + two for one in PARTICLES for two in ("", "ب", "ك"))  # before one with it
MERGED = frozenset(one + "ل" for one in PARTICLES)  # ل swallows the ا of ال
_ANY = BARE | DEFINITE | MERGED
_FIRST = frozenset(one[0] for one in _ANY if one)
_LONGEST = max(map(len, _ANY))
_KEPT = 60_000  # words; a language has more, a day's news has not
_KEPT_LENGTH = 30  # characters of a word that is kept


class Sense(NamedTuple):
    """One meaning of a surface. kind, value: as in its entry; before: the particles that may be written onto it."""

    kind: str
    value: str
    before: frozenset[str]


class Node:
    """What may stand behind some words of a phrase. senses: of the phrase that ends here; () where none does."""

    __slots__ = ("following", "senses")

    def __init__(self) -> None:
        self.senses: tuple[Sense, ...] = ()
        self.following: dict[str, Node] = {}


Alone = tuple[str, str, str, int]  # kind, value, particles, and their length
Heads = tuple[tuple[str, dict[str, Node]], ...]  # particles, and what stands behind


class Told(NamedTuple):
    """What a word says. alone: the surfaces that it is; heads: the phrases that it may begin; second: all second words of those."""

    alone: tuple[Alone, ...]
    second: Container[str]
    heads: Heads


class Written(dict[str, Told | None]):
    """What each word says that was seen lately; None for those that say nothing. A new word is worked out when it is first asked for."""

    def __init__(self, surfaces: Mapping[str, tuple[Sense, ...]]) -> None:
        super().__init__()
        self._first: dict[str, Node] = {}
        for surface, senses in surfaces.items():
            following, node = self._first, Node()
            for word in surface.split(" "):
                node = following.setdefault(word, Node())
                following = node.following
            node.senses = senses

    def __missing__(self, word: str) -> Told | None:
        told = self._told(word)
        if len(word) <= _KEPT_LENGTH:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = told
        return told

    def _found(self, word: str) -> list[tuple[str, Node]]:
        """The first words of surfaces that a word is, each with the particles before it, the fewest first."""
        node = self._first.get(word)
        found = [("", node)] if node is not None else []
        if word[:1] in _FIRST:
            for length in range(1, min(_LONGEST, len(word)) + 1):
                node = self._first.get(word[length:])
                if node is not None and word[:length] in _ANY:
                    found.append((word[:length], node))
        return found

    def _told(self, word: str) -> Told | None:
        found = self._found(word)
        if not found:
            return None
        alone: dict[str, list[Alone]] = {}
        for particle, node in found:
            for kind, value, before in node.senses:
                same = alone.setdefault(kind, [])
                if particle in before and (not same or same[0][2] == particle):  # of two readings the one with the fewest particles
                    same.append((kind, value, particle, len(particle)))
        heads = tuple((one, node.following) for one, node in found if node.following)
        second = heads[0][1] if len(heads) == 1 else frozenset(word for _, following in heads for word in following)
        return Told(tuple(one for same in alone.values() for one in same), second, heads)

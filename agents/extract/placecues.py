"""What stands around a name of a place: class words, prepositions, particles, and the words that make it something else than a place."""

from typing import NamedTuple

import seeds
from agents.extract.fold import fold_word

_PARTICLES = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ك")
_SKIPPED = " \"'#(«"
_STOPS = frozenset(".!?؟…\n؛;:,،)")
_REACH = 5  # words read before a name


class Cue(NamedTuple):
    """A word of place-cues.csv as it may be written. particle: what was written onto it."""

    value: str
    kind: str
    particle: str


class Around(NamedTuple):
    """What stands before a name. cue: see PlaceMention. klass: the class word's kind, "" without one; class_start: where that word begins.

    direction: «شمال شرق» before the name, "" without. barred: the name is part of a person's name.
    """

    cue: str = "bare"
    klass: str = ""
    class_start: int = -1
    direction: str = ""
    direction_start: int = -1
    barred: bool = False
    spoken: bool = False


class Cues(NamedTuple):
    """Words by their folded spelling with particles; words that never name a place; adjectives of direction."""

    words: dict[str, Cue]
    not_names: frozenset[str]
    adjectives: frozenset[str]
    speech: frozenset[str]

    @classmethod
    def load(cls) -> "Cues":
        """The cues of the seeds."""
        words: dict[str, Cue] = {}
        lists: dict[str, set[str]] = {"after-class": set(), "adj": set(), "verb": set()}
        rows = sorted(seeds.rows("lexicon/place-cues.csv"), key=lambda row: row["kind"] == "name")  # «على» is no «علي»
        for row in rows:
            surface, kind = fold_word(row["surface"]), row["kind"]
            if kind in lists:
                lists[kind].add(surface)
            if kind in ("class", "prep", "name"):
                for particle in _PARTICLES if kind != "name" else ("",):
                    words.setdefault(particle + surface, Cue(row["value"], kind, particle))
        speech = {particle + word for word in lists["verb"] for particle in ("", "و", "ف")}
        return cls(words, frozenset(lists["after-class"]), frozenset(lists["adj"]), frozenset(speech))


DIRECTIONS = frozenset(["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "اقصي", "وسط"])


def around(text: str, at: int, proclitic: str, cues: Cues) -> Around:  # noqa: PLR0912 — one branch a kind of cue
    """What stands before the name that begins at ``at`` (after its particles)."""
    klass = direction = cue = ""
    class_start = direction_start = -1
    end = at - len(proclitic)
    if "ب" in proclitic:
        cue = "in"
    for step in range(_REACH):
        while end > 0 and text[end - 1] in _SKIPPED:
            end -= 1
        if end <= 0 or text[end - 1] in _STOPS:
            break
        start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
        word = text[start:end].strip("\"'«»()#")
        if step == 0 and not cue and word in cues.speech:
            return Around("metonym", spoken=True)
        found = cues.words.get(word)
        if found is None:
            break
        if found.kind == "name":
            return (
                Around(barred=True)
                if step == 0 and not cue and not proclitic
                else Around(cue or "bare", klass, class_start, direction, direction_start)
            )
        if found.kind == "class":
            if not klass or found.value == "countryside":
                klass, class_start = found.value, start + len(found.particle)
        elif word.lstrip("وفبل") in DIRECTIONS or word in DIRECTIONS:
            direction = f"{text[start + len(found.particle) : end]} {direction}".strip()
            direction_start = start + len(found.particle)
            cue = cue or "near"
        elif found.value == "pass":
            cue = cue or "from"
        elif found.value != "near" or cue in ("", "in"):
            cue = found.value if cue in ("", "from") or (cue == "near" and found.value in ("origin", "destination")) else cue
        if "ب" in found.particle and found.kind == "class":
            cue = cue or "in"
        if cue in ("in", "origin", "destination", "residence", "metonym"):
            break
        end = start
    return Around(cue or "bare", klass, class_start, direction, direction_start)

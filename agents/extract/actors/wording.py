"""How a text calls the actors it speaks of: each name used, with its stance, as reviewed in actor-surfaces.csv."""

import re
from collections import Counter
from typing import NamedTuple

from agents.extract.actors.actors import class_of, entries
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher

PEOPLE = frozenset({"civilians", "protesters", "rioters", "unknown"})
WORD = re.compile(r"\w+")


class Name(NamedTuple):
    """A name in use. name: folded, without particles; stance: neutral, partisan (a side's word for its enemy) or self (for itself)."""

    actor: str
    name: str
    stance: str


class Wordings:
    """Finds names of actors. General words («the army», «the rebels»), words of forces and of people without a party are no names."""

    def __init__(self) -> None:
        self._matcher = Matcher(entries())

    def names(self, text: str) -> Counter[Name]:
        """How often each name stands in a text."""
        folded = fold(text).text
        found: Counter[Name] = Counter()
        for hit in self._matcher.hits(folded).get("actor", ()):
            kind, stance, actor = hit.value.split("/", 2)
            if kind == "name" and class_of(actor) not in PEOPLE:
                found[Name(actor, " ".join(WORD.findall(folded[hit.entry_start : hit.stop])), stance)] += 1
        return found

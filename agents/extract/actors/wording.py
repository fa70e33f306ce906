"""How a text calls the actors it speaks of: each name used, with its stance, as reviewed in actor-surfaces.csv."""

import re
from collections import Counter
from typing import NamedTuple

from agents.extract.actors.register import class_of
from agents.extract.actors.surfaces import entries
from agents.extract.words.fold import fold, fold_word
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
        self._surfaces = {_plain(fold_word(entry.surface)) for entry in entries()}

    def names(self, text: str) -> Counter[Name]:
        """How often each name stands in a text."""
        folded = fold(text).text
        found: Counter[Name] = Counter()
        for hit in self._matcher.hits(folded).get("actor", ()):
            kind, stance, actor = hit.value.split("/", 2)
            if kind == "name" and class_of(actor) not in PEOPLE:
                found[Name(actor, self._whole(_plain(folded[hit.entry_start : hit.stop]), hit.proclitic), stance)] += 1
        return found

    def _whole(self, name: str, proclitic: str) -> str:
        """The name with the article that «to» takes from it: «للتحالف الدولي» tells of «التحالف الدولي», but «للواء» of «لواء»."""
        cut = proclitic.endswith("ل") and not proclitic.endswith("ال") and name.startswith("ل")
        whole = f"ا{name}"
        return whole if cut and name not in self._surfaces and whole in self._surfaces else name


def _plain(folded: str) -> str:
    return " ".join(WORD.findall(folded))

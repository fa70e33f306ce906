"""Condemning: words by which somebody condemns what happened or mourns its dead, and those by which he answers it otherwise."""

from collections.abc import Iterator

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.inflection import past_forms, present_forms
from agents.extract.words.lexicon import Entry

_CONDEMN = "condemn"


def entries() -> Iterator[Entry]:
    """Every form of the lexicon, for the one matcher: of kind ``condemn`` or ``answer``."""
    for row in seeds.rows("lexicon/condemn.csv"):
        verb = row["kind"] == "verb"
        forms = past_forms(row["surface"]) | present_forms(row["surface"]) if verb else {row["surface"]}
        yield from (Entry(form, row["value"], row["value"], row["source"]) for form in sorted(forms))


def words() -> frozenset[str]:
    """Every folded form of those that condemn or mourn and are one word."""
    return frozenset(word for one in entries() if one.value == _CONDEMN and " " not in (word := fold_word(one.surface)))

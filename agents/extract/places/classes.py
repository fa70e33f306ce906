"""Class words: what kind of place the name behind them is («بلدة كذا», «في حي كذا»), as all rules share them: those of ``place-cues.csv``.

Each is alternatives of a regular expression, in the singular, dual and plural, without the article.
"""

from agents.extract.words.wordlists import any_of


def any_class(*kinds: str) -> str:
    """The words for places of these kinds, as the gazetteer calls them: ``any_class("town", "village")``."""
    return "|".join(any_of("place-cues", kind) for kind in kinds)


TOWNS = any_class("town", "village")
HELD = any_class("town", "village", "quarter", "camp", "region", "admin2", "base", "airport")  # what forces enter and hold
LIVED_IN = ("town", "village", "quarter", "camp", "region", "admin2", "admin1")  # kinds of places where people live
CLASSES = any_class(*LIVED_IN)

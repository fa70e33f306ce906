"""Kin: the words for those who belong to one who is told of, by a pronoun behind them («ابنه», «زوجته», «مرافقاه», «أبناؤهما»).

Each is alternatives of a regular expression; a last «ة» is open before the pronoun.
"""

from agents.extract.words.wordlists import any_of


def _any(*values: str) -> str:
    return "|".join(any_of("kin", value, owned=True) for value in values)


THEIRS = r"(?:ه|ها|هم|هما)"  # the pronoun
OWN: str = _any("family")
FAMILY: str = _any("family", "relative")
CLOSE: str = _any("family", "child", "children")  # with whom one or two are told of in one breath
ANY: str = _any("family", "relative", "companion")
TWO: str = _any("family", "child", "companion")  # of whom two may be told of: «نجلاه»

"""Ranks: which in a row something is, from the second to the tenth («الثاني», «خامسة»), by the ordinals of ``numbers.csv``."""

import seeds
from agents.extract.words.fold import fold_word

_SECOND = 2
_HER = "ه"
_ADVERB = "ا"  # «ثانيا» says that one more thing is told


def _ranks() -> dict[str, int]:
    rows = [(fold_word(row["surface"]), int(row["value"])) for row in seeds.rows("lexicon/numbers.csv") if row["kind"] == "ordinal"]
    return {word: rank for word, rank in rows if rank >= _SECOND and not word.endswith(_ADVERB)}


RANKS = _ranks()  # by each folded form, without the article: «خامس», «خامسه», «ثان»


def up_to(last: int) -> tuple[str, ...]:
    """The ordinals to the last of some, as they are spelt with the article, and before «ة»: ``("ثاني", "ثالث")`` to the third."""
    return tuple(word for word, rank in RANKS.items() if rank <= last and word + _HER in RANKS)

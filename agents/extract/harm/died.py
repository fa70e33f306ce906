"""Died: «وفاة» and «توفي» are said of the sick and the old too, and tell of people killed only in a sentence that says by what."""

from collections.abc import Sequence

from agents.extract.harm.counts import Count
from agents.extract.words.letters import among
from agents.extract.words.wordlists import listed

_DEATH = ("وفا", "توف", "مات")
_BY = tuple(sorted(listed("alone", "by")))


def settle(counts: Sequence[Count], sentence_of: Sequence[int], text: str, sentences: Sequence[tuple[int, int]]) -> None:
    """Nothing is told of those who only died: «وفاة 39 بوباء الكوليرا», «توفي الأمين العام السابق»; «توفي متأثرا بجروحه» is a killing."""
    for at, count in zip(sentence_of, counts, strict=True):
        word = count.harm
        if word is not None and text.startswith(_DEATH, word.start + len(word.proclitic)) and not among(_BY, text, *sentences[at]):
            count.measures = ()

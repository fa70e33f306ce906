"""Fled: people who left are told of where they left from («نزح 500 من بلدة كذا إلى كذا»), not where they went."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import NUMBERS
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.places.mention import PlaceMention

_NOT_LEFT = ("come", "aboard", "tally")  # kinds of words of those who came, or are on their way, and of numbers alone
_TO = re.compile(  # «إلى مخيمات في محافظة كذا قرب كذا»; not «نحو 500», «نحو ثلاثة آلاف», «إضافة إلى», but «إلى ستوكهولم», «إلى الفلوجة»
    r"(?<!ضافه\s)(?<!ادي\s)(?<!ادت\s)(?<!مشيرا\s)(?<!مشيره\s)(?<!اشار\s)(?<!اشارت\s)(?<!دعا\s)"
    rf"(?<!\S)و?(?:الي|صوب|نحو|ب?اتجاه)\s(?!\d|جانب\s|ذلك|ان\s|حين\s|(?:{NUMBERS})(?![\u0621-\u064a]))(?=[^،.؛:\n]*$)"
)
_BACK = re.compile(
    r"(?:عود|عاد|رجوع|رجع)\S*\s(?:[^،.؛:\n\s]+\s){0,3}(?:الي|ل)\S*\s?(?:\S+\s)?$|(?:خارج|داخل)\s$"
)  # «العودة إلى كذا», «إلى خارج كذا»
_WAY, _WHENCE, _LIES = 75, 90, 30  # characters from a word of direction to a place; from one of flight to whence they fled; «كذا، شمال كذا»
_BREAK = re.compile(r"[.؛:\n]")
_LEFT = ("displaced",)


def told(
    text: str, places: list["PlaceMention"], figures: Sequence["FigureMention"], harm: Sequence[Hit], sentences: Sequence[tuple[int, int]]
) -> list["PlaceMention"]:
    """The places, where people are counted who left: whence they did as where it happened, and without those on their way."""
    fled = [one for one in figures if one.measure in _LEFT and one.parent is None]
    if not fled or not places:
        return places
    kept = list(places)
    for figure in fled:
        start, stop = sentences[figure.sentence]
        word = _word(figure, inside(harm, start, stop))
        if word is None:
            continue
        stop = next((one.start for one in inside(figures, word.stop + 1, stop) if one.measure not in _LEFT), stop)
        at, end = (bisect_left(kept, (one,)) for one in (word.stop, stop))
        kept[at:end] = _as_left(text, word.stop, kept[at:end])
    return kept


def _word(figure: "FigureMention", harm: Sequence[Hit]) -> Hit | None:
    """The word nearest to people that says that they left; None where it says otherwise of them."""
    words = (one for one in harm if one.value.startswith(_LEFT))
    word = min(words, key=lambda one: min(abs(figure.start - one.stop), abs(one.start - figure.stop)), default=None)
    return None if word is None or word.value.split("/")[1] in _NOT_LEFT else word


def _as_left(text: str, word: int, places: Sequence["PlaceMention"]) -> list["PlaceMention"]:
    """Places behind a word of flight that ends at ``word``: where people left made one where it happened, where they went left out."""
    kept: list[PlaceMention] = []
    gone = None
    for one in places:
        lies = gone is not None and one.start - gone.stop <= _LIES and one.place.geo_precision > gone.place.geo_precision
        if one.cue == "origin" and one.start - word <= _WHENCE and _BREAK.search(text, word, one.start) is None:
            kept.append(one._replace(cue="in"))
        elif lies or _went(text, word, one):
            gone = one
        else:
            kept.append(one)
    return kept


def _went(text: str, word: int, place: "PlaceMention") -> bool:
    """Whether a place behind a word of flight is where people went."""
    before = text[max(word, place.start - _WAY) : place.start]
    return (place.cue == "destination" or _TO.search(before) is not None) and _BACK.search(before) is None

"""Stock: people who are counted as held, not as taken now."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.figures.mention import TOLD
from agents.extract.harm.harm import TAKEN

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_NAMED = frozenset(["figure.noun.captured", "figure.noun.abducted"])
_TAKEN_NOW = re.compile(r"[^.؛\n]{0,50}?\s(?:في|ب)\s?(?:قبضه|ايدي|يد)(?![\u0621-\u064a])|[^.؛\n]{0,30}?\s(?:خلال|اثناء|ممن|افرج|اطلق)")
_BESIDE = 60  # characters


def held(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """Whether prisoners are counted whom somebody holds; asked where no word of the clause says what happened."""
    if figure.measure not in TAKEN:
        return False
    return _in_hands(figure, layers) or any(hit.value.startswith("held") for hit in layers.cues("scopes", clause))


def _in_hands(figure: "FigureMention", layers: Layers) -> bool:
    """«لدى المقاومة عشرات الأسرى»: whether no word says that prisoners who are counted were taken now; a headline may leave it out."""
    whole = figure if figure.parent is None else layers.figures[figure.parent]
    if whole.rules[0] not in _NAMED or whole.stop <= layers.title_stop or not whole.rules[1].startswith("number."):
        return False
    return not (TOLD in whole.rules or _TAKEN_NOW.match(layers.text, whole.stop, whole.stop + _BESIDE))

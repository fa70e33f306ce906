"""Who says so, and how sure the article is of it."""

import re
from typing import NamedTuple

from agents.extract.frames.layers import NEARBY, Clause, Layers, inside

LONGEST = 80  # characters of a source's name


class Attribution(NamedTuple):
    """source: the words that name it ("" = the outlet itself). hedge: one of the hedges of records. rule: what decided."""

    source: str
    hedge: str
    rule: str


STATED = Attribution("", "stated", "attribution.none")
_ENDS = re.compile(r"[،,.:؛\"«»()\n]|\s(?:ان|انه|انها|بان|عن|علي|في|الي|اليوم|امس|خلال|من|مقتل|اصابه|قوله)(?=\s)|$")
_RANK = {"denied": 4, "unverified": 3, "claimed": 2, "likely": 1, "attributed": 0}


def of(layers: Layers, clause: Clause, stop: int) -> Attribution:
    """The attribution of a clause of a sentence that ends at ``stop``: the strongest hedge, the nearest source.

    Linear in the sentence. Cues after the clause count only where they are prepositions («…, بحسب المرصد»).
    """
    hedge, source, rule = "", "", ""
    for cue in inside(layers.hits.get("attribution", ()), clause.start, min(stop, clause.stop + NEARBY)):
        value, part = cue.value.split("/")
        if cue.start >= clause.stop and part != "according":
            continue
        if not hedge or _RANK[value] > _RANK[hedge]:
            hedge, rule = value, f"attribution.{part}"
        if part != "hedge" and not source:
            source = _source(layers, cue.stop, stop)
    return Attribution(source, hedge, rule) if hedge else STATED


def _source(layers: Layers, start: int, stop: int) -> str:
    text = layers.text
    while start < stop and text[start] in ' \t"«(،,':
        start += 1
    if start >= stop:
        return ""
    last = min(stop, start + LONGEST)
    end = _ENDS.search(text, start, last)
    return layers.clean[start : end.start() if end else last].strip(' "«»()،,')

"""Who says so, and how sure the article is of it."""

import re
from typing import NamedTuple

from agents.extract.acts.layers import NEARBY, Clause, Layers, inside
from agents.extract.attribution import sources
from agents.extract.words.lexicon import Hit


class Attribution(NamedTuple):
    """source: the words that name it ("" = the outlet itself). hedge: one of the hedges of records. rule: what decided."""

    source: str
    hedge: str
    rule: str


STATED = Attribution("", "stated", "attribution.none")
_OTHERS = re.compile(  # «…، لكن الجيش نفى ذلك», «وهو ما نفى الجيش»: before the denial of one side, behind what another says
    r"\s(?:و?لكنه?|الا\sان|غير\sان|بيد\sان|فيما|بينما|في\sحين|وهو|وهي|الامر\sالذي)(?:\s[^\s،.:]+){0,4}\s$"
)
_OTHERS_REACH = 60  # characters before a denial
_RANK = {"denied": 4, "unverified": 3, "claimed": 2, "likely": 1, "attributed": 0}


def of(layers: Layers, clause: Clause, stop: int, counted: int) -> Attribution:
    """The attribution of a clause of a sentence that ends at ``stop``: the strongest hedge, the nearest source.

    Linear in the sentence. Cues after the clause count only where they are prepositions («…, بحسب المرصد»). counted: where the
    first people counted end; who denies it behind them («…، لكن الجيش نفى ذلك») takes nothing back: one side says it still.
    """
    hedge, source, rule = "", "", ""
    for cue in inside(layers.hits.get("attribution", ()), clause.start, min(stop, clause.stop + NEARBY)):
        value, part = cue.value.split("/")
        if cue.start >= clause.stop and part != "according":
            continue
        if value == "denied" and cue.start > counted and _of_others(layers.text, cue, counted):
            hedge, rule = hedge or "claimed", rule or f"attribution.{part}"
            continue
        if not hedge or _RANK[value] > _RANK[hedge]:
            hedge, rule = value, f"attribution.{part}"
        if part != "hedge" and not source:
            source = sources.source(layers, cue, stop)
    return Attribution(source, hedge, rule) if hedge else STATED


def _of_others(text: str, cue: Hit, counted: int) -> bool:
    """Whether a denial behind people counted is what another side says of them."""
    return cue.proclitic == "و" or _OTHERS.search(text, max(counted, cue.start - _OTHERS_REACH), cue.start) is not None

"""Who says so, and how sure the article is of it."""

from typing import NamedTuple

from agents.extract.acts.layers import NEARBY, Clause, Layers, inside
from agents.extract.attribution import sources


class Attribution(NamedTuple):
    """source: the words that name it ("" = the outlet itself). hedge: one of the hedges of records. rule: what decided."""

    source: str
    hedge: str
    rule: str


STATED = Attribution("", "stated", "attribution.none")
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
            source = sources.source(layers, cue, stop)
    return Attribution(source, hedge, rule) if hedge else STATED

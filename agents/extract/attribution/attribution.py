"""Who says so, and how sure the article is of it."""

import re
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts import rejection
from agents.extract.acts.layers import NEARBY, Clause, Layers
from agents.extract.attribution import sources
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention


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
        if value == "denied" and rejection.denies_part(layers.text, cue.stop, clause.stop):
            value = "attributed"
        if not hedge or _RANK[value] > _RANK[hedge]:
            hedge, rule = value, f"attribution.{part}"
        if part != "hedge" and not source:
            source = sources.source(layers, cue, stop)
    return Attribution(source, hedge, rule) if hedge else STATED


def _of_others(text: str, cue: Hit, counted: int) -> bool:
    """Whether a denial behind people counted is what another side says of them."""
    return cue.proclitic == "و" or _OTHERS.search(text, max(counted, cue.start - _OTHERS_REACH), cue.start) is not None


def told_apart(layers: Layers, clause: Clause, stop: int, figures: "list[FigureMention]") -> "list[FigureMention]":
    """The figures of a clause, each with who is quoted for it where that is another than for the first.

    «أفاد ناشطون بمقتل 36، بينما قال المرصد إن 28 قتلوا»: the observatory's are 28. Looked at only where a measure comes twice.
    """
    whole = [one.measure for one in figures if not one.subset]
    if len(set(whole)) == len(whole):
        return figures
    first = min(one.stop for one in figures)
    cues = [cue for cue in inside(layers.hits.get("attribution", ()), first, clause.stop) if cue.value == "attributed/speech"]
    turns = [(cue.start, sources.source(layers, cue, stop)) for cue in cues if _of_others(layers.text, cue, first)]
    if not turns:
        return figures
    return [_said_by(one, turns) for one in figures]


def _said_by(one: "FigureMention", turns: list[tuple[int, str]]) -> "FigureMention":
    """A figure with the source of the last turn to another speaker before it."""
    source = next((name for start, name in reversed(turns) if start < one.start), "")
    return one._replace(source=source) if source else one

"""Who says so, and how sure the article is of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.extract.clauses import Clause
from agents.extract.layers import inside
from agents.extract.lexicon import Hit

LONGEST = 80  # characters of a source's name


class Attribution(NamedTuple):
    """source: the words that name it ("" = the outlet itself). hedge: one of the hedges of records. rule: what decided."""

    source: str
    hedge: str
    rule: str


STATED = Attribution("", "stated", "attribution.none")
_ENDS = re.compile(r"[،,.:؛\"«»()\n]|\s(?:ان|انه|انها|بان|عن|علي|في|الي|اليوم|امس|خلال|من|مقتل|اصابه|قوله)(?=\s)|$")
_RANK = {"denied": 4, "unverified": 3, "claimed": 2, "likely": 1, "attributed": 0}


def of(text: str, clean: str, clause: Clause, stop: int, cues: Sequence[Hit]) -> Attribution:
    """The attribution of a clause of a sentence that ends at ``stop``: the strongest hedge, the nearest source.

    Linear in the clause. Cues after the clause count only where they are prepositions («…, بحسب المرصد»).
    """
    hedge, source, rule = "", "", ""
    for cue in inside(cues, clause.start, stop):
        value, part = cue.value.split("/")
        if cue.start >= clause.stop and part != "according":
            continue
        if not hedge or _RANK[value] > _RANK[hedge]:
            hedge, rule = value, f"attribution.{part}"
        if part != "hedge" and not source:
            source = _source(text, clean, cue.stop, stop)
    return Attribution(source, hedge, rule) if hedge else STATED


def _source(text: str, clean: str, start: int, stop: int) -> str:
    while start < stop and text[start] in ' \t"«(،,':
        start += 1
    end = _ENDS.search(text, start, min(stop, start + LONGEST))
    return clean[start : end.start() if end else min(stop, start + LONGEST)].strip(' "«»()،,') if start < stop else ""

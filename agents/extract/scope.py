"""Scope: whether a figure tells of one occurrence, of a period or campaign, or of how many there are."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.layers import Clause, Layers, inside

if TYPE_CHECKING:
    from agents.extract.figures import FigureMention

LONG = timedelta(days=2)  # a period longer than this is no single occurrence


class Scoped(NamedTuple):
    """scope: of records. first, last: the period of a toll, None where not said. rule: what decided."""

    scope: str
    first: date | None
    last: date | None
    rule: str


INCIDENT = Scoped("incident", None, None, "scope.incident")


def of(figure: "FigureMention", clause: Clause, layers: Layers) -> Scoped:
    """The scope of one figure, by the dates and cues of its clause."""
    if figure.measure == "remaining":
        return Scoped("estimate", None, None, "scope.stock")
    published = layers.published
    here = inside(layers.dates, clause.start, clause.stop)
    for one in here:
        if one.kind == "since" and one.first and published - one.first >= LONG:
            return Scoped("toll", one.first, one.last or published, "scope.since")
        if one.kind == "span" and one.first and one.last and (one.last - one.first >= LONG or "pair" in one.rule):
            return Scoped("toll", one.first, one.last, "scope.span")
    values = {hit.value.split("/")[0] for hit in layers.cues("scopes", clause)}
    short = any(one.kind in ("since", "span") and one.first and published - one.first < LONG for one in here)
    if "toll" in values and not short:
        return Scoped("toll", None, None, "scope.toll-cue")
    if figure.cumulative and "war" in values:
        return Scoped("toll", None, None, "scope.war")
    return INCIDENT

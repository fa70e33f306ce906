"""Telling: the words of one clause that say what happened."""

from collections.abc import Sequence

from agents.extract.acts import gains
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.acts.triggers import find
from agents.extract.places import nearness
from agents.extract.words.spans import any_inside, inside

_SHOTS = frozenset(["harm", "shooting"])


def triggers_of(layers: Layers, clause: Clause) -> list[Trigger]:
    """The triggers of a clause; in a third of the clauses no word tells of an act, and nothing more is asked."""
    events = layers.hits.get("event", ())
    if not any_inside(events, clause.start, clause.stop):
        return []
    places = inside(layers.places, clause.start, clause.stop)
    near = any(one.place.geo_precision < nearness.COARSE for one in places)
    found = find(
        layers.text,
        clause,
        events,
        layers.hits.get("reject", ()),
        layers.hits.get("doing", ()),
        on_top=clause.sentence <= layers.lede,
        dated=any(one.precision == "day" and one.kind in ("point", "ago") for one in inside(layers.dates, clause.start, clause.stop)),
        placed=bool(places),
        near=near or any(one.place.geo_precision < nearness.COUNTRY for one in places),
        measures={one.measure for one in inside(layers.figures, clause.start, clause.stop)},
    )
    return gains.without(layers.text, found, near=near)


def acts(live: Sequence[Trigger]) -> bool:
    """Whether a word names an act, and not only shots."""
    return any(one.part != "means" and one.code not in _SHOTS for one in live)

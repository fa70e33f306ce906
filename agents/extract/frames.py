"""Frames: what one clause tells of one occurrence (what, who, to whom, where, when, how many)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from agents.extract import roles, scope, triggers
from agents.extract.attribution import Attribution
from agents.extract.attribution import of as attributed
from agents.extract.clauses import Clause
from agents.extract.events import VIOLENT, refined
from agents.extract.layers import inside
from agents.extract.lexicon import Hit
from agents.extract.roles import Roles
from agents.extract.triggers import Trigger

if TYPE_CHECKING:
    from agents.extract.actors import ActorMention
    from agents.extract.dates import DateMention
    from agents.extract.figures import FigureMention
    from agents.extract.places import PlaceMention


@dataclass(frozen=True)
class Layers:
    """What was found in one folded text, each list in order of the text."""

    text: str
    clean: str
    published: date
    title_stop: int
    sentences: Sequence[tuple[int, int]]
    clauses: Sequence[Clause]
    hits: dict[str, list[Hit]]
    dates: Sequence["DateMention"]
    places: Sequence["PlaceMention"]
    actors: Sequence["ActorMention"]
    figures: Sequence["FigureMention"]


@dataclass
class Frame:
    """One clause's account. scope: of its figures. definite: it only speaks of what is already known («الهجوم»)."""

    clause: Clause
    code: str
    codes: set[str]
    definite: bool
    title: bool
    scope: scope.Scoped
    attribution: Attribution
    roles: Roles
    triggers: list[Trigger] = field(default_factory=list)
    places: list["PlaceMention"] = field(default_factory=list)
    own_place: bool = False
    dates: list["DateMention"] = field(default_factory=list)
    figures: list["FigureMention"] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rejected:
    """A trigger that another word took back. rule: which."""

    start: int
    stop: int
    rule: str


_BY_MEASURE = {"captured": "arrest", "surrendered": "surrender", "abducted": "abduct", "missing": "abduct", "displaced": "evacuate",
               "transferred": "handover", "remaining": "evacuate"}  # fmt: skip


def build(layers: Layers) -> tuple[list[Frame], list[Rejected]]:
    """The frames of a text in order, and the triggers that were rejected."""
    found: list[Frame] = []
    rejected: list[Rejected] = []
    events, cues = layers.hits.get("event", []), layers.hits.get("attribution", [])
    for clause in layers.clauses:
        all_triggers = triggers.find(layers.text, clause, events, layers.hits.get("reject", []))
        rejected += [Rejected(one.start, one.stop, one.rejected) for one in all_triggers if one.rejected]
        live = [one for one in all_triggers if not one.rejected]
        figures = list(inside(layers.figures, clause.start, clause.stop))
        heads = [one for one in live if one.part != "means"]
        if not heads and not figures:
            continue
        sentence_stop = layers.sentences[clause.sentence][1]
        said = attributed(layers.text, layers.clean, clause, sentence_stop, cues)
        who = roles.find(
            layers.text, clause, all_triggers, layers.actors, layers.hits.get("agents", []), layers.hits.get("targets", []), cues
        )
        for scoped, group in _by_scope(figures, clause, layers):
            found.append(_frame(layers, clause, live, heads, group, scoped, said, who))
    return found, rejected


def _by_scope(figures: list["FigureMention"], clause: Clause, layers: Layers) -> list[tuple[scope.Scoped, list["FigureMention"]]]:
    """The figures of a clause in groups of one scope; one group without figures where there are none."""
    groups: dict[scope.Scoped, list[FigureMention]] = {}
    for figure in figures:
        scoped = scope.of(figure, clause, layers.dates, layers.hits.get("scopes", []), layers.published)
        groups.setdefault(scoped, []).append(figure)
    return list(groups.items()) or [(scope.INCIDENT, [])]


def _frame(layers: Layers, clause: Clause, live: list[Trigger], heads: list[Trigger], figures: list["FigureMention"], scoped: scope.Scoped,
           said: Attribution, who: Roles) -> Frame:  # fmt: skip
    codes = {one.code for one in live if one.part != "means"}
    means = {_MEANS[one.code] for one in live if one.part == "means" and one.code in _MEANS}
    measures = {one.measure for one in figures}
    if heads:
        indefinite = [one for one in heads if not one.definite or one.part == "verb"] or heads
        code = refined(indefinite[0].code, codes | means)
    else:
        harm = measures & {"killed", "wounded", "killed_or_wounded"}
        code = "harm" if harm else _BY_MEASURE.get(figures[0].measure, "harm")
        if harm and means & {"air", "shell"}:
            code = refined("harm", means)
    start, stop = layers.sentences[clause.sentence]
    places = list(inside(layers.places, clause.start, clause.stop))
    own = bool(places)
    dates = list(inside(layers.dates, clause.start, clause.stop))
    if not dates and clause.link != "new":
        dates = [one for one in inside(layers.dates, start, stop) if one.kind in ("point", "ago")]
    rules = [f"event.{code}", scoped.rule, said.rule, *who.rules]
    definite = bool(heads) and all(one.definite and one.part == "noun" for one in heads)
    return Frame(clause, code, codes or {code}, definite, clause.start < layers.title_stop, scoped, said, who, live, places, own, dates,
                 figures, rules)  # fmt: skip


_MEANS = {"aircraft": "air", "guns": "shell", "rifle": "shooting"}


def violent(frame: Frame) -> bool:
    """Whether the frame tells of violence."""
    return frame.code in VIOLENT

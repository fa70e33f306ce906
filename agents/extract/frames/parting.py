"""Parting: a clause that counts those of a period, and some of them who fell in one act, is two («160 منذ الجمعة، بينهم 70 قضوا في ..»)."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts.events import armed
from agents.extract.acts.layers import Clause, Layers
from agents.extract.counted import own
from agents.extract.scope import occurred
from agents.extract.scope.scope import Scoped, of
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

_ACTS = re.compile(rf"(?<![\u0621-\u064a])(?:ال)?(?:{any_of('acts', 'many')})(?![\u0621-\u064a])")


class Part(NamedTuple):
    """A clause as frames are made of it. whole: the number of which it tells a part, None where there is none. scope: of its numbers."""

    clause: Clause
    whole: "FigureMention | None" = None
    scope: Scoped | None = None


def parted(layers: Layers) -> Iterator[Part]:
    """The clauses of a text, one with numbers of a period and of an act as two."""
    for clause in layers.clauses:
        counted = inside(layers.figures, clause.start, clause.stop)
        yield from (_parts(clause, counted, layers) if counted else None) or (Part(clause),)


def _parts(clause: Clause, counted: Sequence["FigureMention"], layers: Layers) -> tuple[Part, Part] | None:
    """The number of a period, and that of an act of it; None where a clause is not of both."""
    for figure in counted:
        if own.OWN in figure.rules and figure.parent is not None:
            at, whole = own.opening(layers.text, figure.start), layers.figures[figure.parent]
            if at is not None and clause.start <= whole.start < at and (found := _apart(clause, whole, figure.stop, at, layers)):
                return found
    at = own.most_of(layers.text, counted[0].stop, clause.stop)
    before = [one for one in counted if at is not None and one.stop <= at and one.subset is None]
    return _apart(clause, before[-1], at, at, layers) if at is not None and before else None


def _apart(clause: Clause, whole: "FigureMention", told: int, at: int, layers: Layers) -> tuple[Part, Part] | None:
    """The clause in two, at a place behind the whole, where that is of a period. told: where the words begin that tell of the part."""
    head = Clause(clause.sentence, clause.start, at, clause.link, clause.lag)
    tail = Clause(clause.sentence, at, clause.stop, "new")
    dates = [one for one in occurred.of(layers, head).dates if one.start < at]
    own_day = any(map(_is_day, inside(layers.dates, told, clause.stop)))
    if not own_day and not own.tells(layers.text, told) and at != told:
        return None
    if of(whole, head, layers, True, dates).scope == "toll":
        return Part(head), Part(tail, whole)
    several = own_day and not any(map(_is_day, dates)) and _ACTS.search(layers.text, head.start, head.stop)
    return (Part(head, None, _period(dates)), Part(tail, whole)) if several else None


def portions(figures: list["FigureMention"], whole: "FigureMention | None") -> tuple[list["FigureMention"], list["FigureMention"]]:
    """The figures that count in a clause, and those that are parts of these with an act of their own; of a part alone all count."""
    if whole is not None:
        return [one._replace(subset=None) if own.OWN in one.rules else one for one in figures], []
    parts = [one for one in figures if own.OWN in one.rules]
    return [one for one in figures if one.subset or one not in parts] if parts else figures, parts


def done_by_same(frame: "Frame", before: "Frame") -> None:
    """Gives a part the parties of the whole that is told right before it, where it names none."""
    who, known = frame.roles, before.roles
    if before.clause.sentence == frame.clause.sentence and who.agent is None and armed(known.agent) and who.target != known.agent:
        frame.roles = who._replace(agent=known.agent, target=who.target or known.target, rules=(*who.rules, "roles.of-whole"))


def _is_day(one: "DateMention") -> bool:
    return one.precision == "day" and one.kind in ("point", "ago")


def _period(dates: Sequence["DateMention"]) -> Scoped:
    """A toll of the time that is told of several acts."""
    time = next((one for one in dates if one.first and one.last), None)
    return Scoped("toll", time.first if time else None, time.last if time else None, "scope.acts")

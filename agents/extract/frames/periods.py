"""Periods: the figures of a clause by their scope, and the period that goes on from the clause before."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers, inside
from agents.extract.scope import covered
from agents.extract.scope.scope import FEW, INCIDENT, TALLY, Scoped, of, people

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

REPORT = "scope.report"  # the rule of what a report of a period counts
_WHOLE = ("scope.many", "scope.great", "scope.war", "scope.campaign")  # rules of numbers that no one act has
_GOES_ON_SAYING = re.compile(
    r"\s*و?(?:اضاف|اشار|لفت|تابع|زاد|استطرد|مشير|لافت|مضيف)(?:ت|وا|ا|ه|ين)?\s"
)  # what he said before of a period, he goes on with
_PERIODS = ("scope.since", "scope.span", "scope.same-period")


def groups(
    figures: list["FigureMention"], clause: Clause, layers: Layers, told: bool, dates: list["DateMention"]
) -> list[tuple[Scoped, list["FigureMention"]]]:
    """The figures of a clause in groups of one scope; one group without figures where there are none."""
    found: dict[Scoped, list[FigureMention]] = {}
    for figure in figures:
        scoped = of(figure, clause, layers, told, dates)
        found.setdefault(scoped, []).append(figure)
    whole = next((one for one in found if one.rule in _WHOLE), None)
    if whole:  # what goes with a war's number is a war's number
        found = {whole: figures}
    return list(found.items()) or [(INCIDENT, [])]


def gone_on_with(
    scoped: Scoped, figures: list["FigureMention"], clause: Clause, layers: Layers, before: "Frame | None", *, told: bool
) -> Scoped | None:
    """The period of the frame before, where the figures of a clause are of that too; None where they are not.

    told: whether a word of the clause says what happened.
    """
    if scoped.scope != "incident" or not figures or before is None:
        return None
    dates = inside(layers.dates, clause.start, clause.stop)
    if before.clause is clause or not all(covered.elsewhere(figures[0], one, clause, layers) for one in dates):
        return None
    goes_on = _covered(clause, layers, before) or _continued(figures, clause, layers, before, told=told)
    return (before.scope if before.scope.rule == REPORT else before.scope._replace(rule="scope.same-period")) if goes_on else None


def _covered(clause: Clause, layers: Layers, before: "Frame") -> bool:
    """«قتل 17 منذ مايو، في حين أصيب 260»: of the period of what stands before in the sentence, where the clause has no place of its own."""
    within = before.clause.sentence == clause.sentence and before.scope.rule in ("scope.since", "scope.span")
    return within and not _has_place(clause, layers)


def _continued(figures: list["FigureMention"], clause: Clause, layers: Layers, before: "Frame", *, told: bool) -> bool:
    """«Of 900 killed in March …. The number of the dead came to 548»: a sentence that only counts goes on with the period before it."""
    if before.scope.scope != "toll" or clause.sentence - before.clause.sentence not in (0, 1):
        return False
    if not told or before.scope.rule == REPORT:
        return not _has_place(clause, layers)
    tallied = before.updates or before.clause.link == "sum"  # «ليرتفع العدد منذ مارس إلى 130»: what follows may be of today
    if (
        before.scope.rule in _PERIODS
        and not tallied
        and _GOES_ON_SAYING.match(layers.text, clause.start)
        and not _has_place(clause, layers)
    ):
        return any(people(one) >= FEW for one in figures) and covered.ACT.search(layers.text, clause.start, clause.stop) is None
    great = any(people(one) >= TALLY for one in figures)  # «… 2927 since September. Strikes also killed 115 of …»
    return clause.link == "new" and before.scope.rule in _PERIODS and great


def _has_place(clause: Clause, layers: Layers) -> bool:
    """Whether a clause says in which place it happened."""
    return any(one.cue == "in" for one in inside(layers.places, clause.start, clause.stop))

"""Sets: people whom a clause counts in a known set of acts, some of which were told one by one («تفجيرات كابل الثلاثة»)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause, Layers
from agents.extract.scope import actsets, covered
from agents.extract.scope.scope import Scoped

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

OF_SET = Scoped("summary", None, None, "scope.of-set")
_LEAST = 10  # people
_REACH = 36  # frames among which the acts are sought
_ACTS = 2


def of(scoped: Scoped, figures: Sequence["FigureMention"], clause: Clause, layers: Layers, before: "Sequence[Frame]") -> Scoped | None:
    """«وأسفرت تفجيرات كابل الثلاثة عن 49 قتيلا»: whether two or more acts that were told before have fewer people each than that."""
    if scoped.scope != "incident" or clause.sentence <= layers.lede:
        return None
    most = max((one.low or 0 for one in figures if _killed(one)), default=0)
    if most < _LEAST or not actsets.known(layers.text, clause.start, clause.stop):
        return None
    if covered.ACT.search(layers.text, clause.start, clause.stop):
        return None  # «حصيلة الاعتداءات الثلاثة هي الأكبر منذ مايو، حين قتل 50 في هجوم»
    told: set[int] = set()
    for frame in before[-_REACH:]:
        if frame.scope.scope == "incident" and frame.code in VIOLENT and frame.clause is not clause:
            told.update(one.low or 0 for one in frame.figures if _killed(one))
    if most in told:
        return None
    return OF_SET if sum(count < most for count in told) >= _ACTS else None


def _killed(one: "FigureMention") -> bool:
    return one.measure == "killed" and not one.subset and (one.high is not None or "number.at-least" in one.rules)

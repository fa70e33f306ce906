"""Risen: whose death raises the number of an act («وبوفاته يرتفع عدد قتلى مواجهات الجمعة إلى عشرة») is counted in it."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import vague

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

RULE = "scope.risen"
REACH = 24  # drafts that are looked at
SOON = 4  # sentences before a number in which those are told of whose death raised it
_DEATH = ("وفا", "مقتل", "استشهاد", "رحيل")  # by which a number rises, on whatever day that was
_RAISED = re.compile(  # «وبذلك يرتفع», «وبوفاة أحمد، يرتفع», «وبمقتل الشابين ترتفع»
    r"[\"«]?و?ب(?:ذلك|هذا|هذه\s\S+|(?:وفا|مقتل|استشهاد|رحيل|سقوط)\S*)[،,]?\s(?:[^.؛\n]{0,50}?\s)?(?:[تي]رتفع|ارتفعت?|[تي]صل|[تي]بلغ)\s"
)


def mark(drafts: list[Draft], layers: Layers) -> None:
    """Takes those out of drafts whom the number of an act counts that their death raised; one that tells of nobody else is a summary."""
    told = [draft for draft in drafts[:REACH] if draft.scope.scope == "incident"]
    for draft in told:
        total = next((pair for pair in draft.figures if _raised(*pair, layers)), None)
        if total is None:
            continue
        by_death = any(word in _raised_by(total[1], layers) for word in _DEATH)
        for other in told:
            days = not other.stated or same_days(other, draft.first, draft.last) or near_days(other, draft.first, draft.last)
            if other is draft or days or by_death:
                _leave_out(other, draft, *total, soon=SOON if days else 1)


def _raised(one: "FigureMention", frame: "Frame", layers: Layers) -> bool:
    """Whether a figure is the number of those killed in one act, to which a death that was told of raised it."""
    if one.measure != "killed" or one.subset or "figure.tally" not in one.rules or not (frame.points_back or frame.when != (None, None)):
        return False
    return _raised_by(frame, layers) != ""


def _raised_by(frame: "Frame", layers: Layers) -> str:
    """The words, at the begin of a sentence or clause, by which a number rises; "" where there are none."""
    starts = (layers.sentences[frame.clause.sentence][0], frame.clause.start)
    found = next(filter(None, (_RAISED.match(layers.text, start) for start in starts)), None)
    return found.group() if found is not None else ""


def _leave_out(other: Draft, draft: Draft, total: "FigureMention", frame: "Frame", *, soon: int) -> None:
    """Takes those who died right before a total out of a draft, that of the total or another."""
    known = [pair for pair in other.figures if pair[0] is not total and _before(*pair, total, frame, soon)]
    if not known:
        return
    other.figures = [pair for pair in other.figures if pair not in known]
    other.rules.append(RULE)
    if other is not draft and not any(one.measure != "killed" for one, _ in other.figures):
        other.scope = other.scope._replace(scope="summary", rule=RULE)


def _before(one: "FigureMention", told: "Frame", total: "FigureMention", frame: "Frame", soon: int) -> bool:
    """Whether fewer were killed, as told in the sentence of a total or in one of the few before it."""
    fewer = one.measure == "killed" and not vague(one) and (one.low or 0) < (total.low or 0)
    return fewer and one.start < total.start and 0 <= frame.clause.sentence - told.clause.sentence <= soon

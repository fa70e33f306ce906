"""Completion: what a draft's own frames leave open is taken from the rest of the article; sums of parts are set apart."""

from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.frames.events import VIOLENT, compatible
from agents.extract.frames.layers import Layers
from agents.extract.places import nearness
from agents.extract.reports import retold
from agents.extract.reports.drafts import Draft, same_days, same_people, vague
from agents.extract.reports.fitting import TELLING

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

GREAT = 10  # people
LEAST = 3  # people: fewer are equal by accident
FEW = 12  # parts that are tried as a sum


def complete(drafts: list[Draft], layers: Layers) -> list[Draft]:
    """The same drafts, with a place and days where the article has any, and with sums marked."""
    drafts = _without_headlines(drafts)
    for draft in drafts:
        _drop_joint(draft)
    lede = next((one for one in drafts if _leads(one)), None)
    first = next((one.place for one in drafts if one.place), None) or (layers.places[0].place if layers.places else None)
    told = lede
    for draft in drafts:
        if draft.place is None:
            draft.place = draft.near or first
        covered = draft.scope.rule == "scope.since" and draft.scope.first is not None
        if not draft.stated or covered:
            _date(draft, told, layers)
        elif _leads(draft):
            told = draft
    _mark_tolls(drafts)
    _mark_totals(drafts)
    _mark_sums(drafts)
    _mark_repeats(drafts)
    return retold.drop(drafts)


def _without_headlines(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only a headline tells of, in round words or without a number, where the text tells more."""
    return [one for one in drafts if not any(_exact_of(one, other) or _more_of(one, other) for other in drafts if other is not one)]


def _more_of(headline: Draft, draft: Draft) -> bool:
    """Whether a draft of the text tells of what a headline without numbers names: a like act in the same place on the same day."""
    if headline.figures or headline.scope.scope != draft.scope.scope or not all(frame.title for frame in headline.frames):
        return False
    if all(frame.title for frame in draft.frames) or not compatible(headline.code, draft.code):
        return False
    return nearness.may_be_one(headline.place, draft.place) and same_days(draft, headline.first, headline.last)


def _round_headline(draft: Draft) -> bool:
    return all(frame.title for frame in draft.frames) and bool(draft.figures) and all(vague(one) for one, _ in draft.figures)


def _exact_of(round_one: Draft, draft: Draft) -> bool:
    """Whether a draft of the first sentences gives the exact number for what a headline says in round words."""
    if (
        not _round_headline(round_one)
        or draft.scope.scope != round_one.scope.scope
        or not (compatible(draft.code, round_one.code) or {draft.code, round_one.code} <= VIOLENT)
        or not any(one.lede for one in draft.frames)
    ):
        return False
    return any(
        one.measure == other.measure
        and same_people(one.party, other.party)
        and (one.low or 0) >= (other.low or 0)
        and (not vague(one) or nearness.may_be_one(draft.place, round_one.place))
        for one, _ in draft.figures
        for other, _ in round_one.figures
    )


def _drop_joint(draft: Draft) -> None:
    """«88 killed or wounded» says nothing more where both are counted apart."""
    apart = [one for one, _ in draft.figures if one.measure in ("killed", "wounded") and not one.subset]
    for joint in [one for one, _ in draft.figures if one.measure == "killed_or_wounded"]:
        told = {one.measure for one in apart if same_people(one.party, joint.party) and (vague(joint) or not vague(one))}
        gone = [joint] if {"killed", "wounded"} <= told else []
        draft.figures = [(one, frame) for one, frame in draft.figures if one not in gone]


def _leads(draft: Draft) -> bool:
    """Whether a draft's day may be that of others of which no day is told: it is stated and fresh."""
    if not draft.stated or draft.recap or draft.scope.scope != "incident":
        return False
    last = draft.last or draft.first
    return last is not None and last >= draft.fresh_since


def _date(draft: Draft, lede: Draft | None, layers: Layers) -> None:
    """Days where the draft's frames state none. News of no stated day is of the day of publication or the one before."""
    day = timedelta(days=1)
    if draft.scope.scope == "toll":
        draft.first, draft.last = draft.scope.first, draft.scope.last or layers.published
    elif draft.lag is not None and lede is not None and lede.first:
        draft.first = draft.last = lede.first - draft.lag * day
    elif draft.lag is not None:
        draft.first, draft.last = layers.published - (draft.lag + 1) * day, layers.published - draft.lag * day
    elif draft.recap:
        draft.last = layers.published
    elif draft.said_on is not None and draft.said_on.first is not None:
        draft.first, draft.last = draft.said_on.first - day, draft.said_on.last
    elif lede is not None:
        draft.first, draft.last = lede.first, lede.last
        if draft.first and layers.published - draft.first <= 2 * day and not _beside(draft, lede):
            draft.last = layers.published
    else:
        draft.first, draft.last = layers.published - day, layers.published


def _beside(draft: Draft, dated: Draft) -> bool:
    """Whether a draft stands on top, or in a sentence that tells of the dated one too: its day is that one's, not just one since then."""
    told = {one.clause.sentence for one in dated.frames}
    return any(one.lede or one.title or one.clause.sentence in told for one in draft.frames)


def _mark_tolls(drafts: list[Draft]) -> None:
    """A number that the article elsewhere tells of a period is no occurrence's: «240 قتيلا» on top, «240 منذ بدء الهدنة» below."""
    tolls = {
        (one.measure, one.low): draft
        for draft in drafts
        if draft.scope.scope == "toll"
        for one, _ in draft.figures
        if (one.low or 0) >= 5 and not vague(one)
    }
    if not tolls:
        return
    for draft in drafts:
        told = [one for one, _ in draft.figures if draft.scope.scope == "incident" and (one.measure, one.low) in tolls]
        if not told:
            continue
        draft.rules.append("scope.told-as-toll")
        if len(told) == len([one for one, _ in draft.figures if not one.subset]):
            draft.scope = tolls[told[0].measure, told[0].low].scope
        else:
            draft.figures = [(one, frame) for one, frame in draft.figures if one not in told]


def _mark_totals(drafts: list[Draft]) -> None:
    """«ارتفعت حصيلة القتلى إلى 209», far more than any occurrence that the article told of the same people before: a toll of them all."""
    for index, draft in enumerate(drafts):
        if draft.scope.scope != "incident" or any(frame.title or frame.lede for frame in draft.frames):
            continue
        tallied = [one for one, frame in draft.figures if "figure.tally" in one.rules and frame.updates]
        parts = [
            _told(before, one) for one in tallied for before in drafts[max(index - FEW, 0) : index] if before.scope.scope == "incident"
        ]
        parts = [part for part in parts if part]
        if len(parts) > 1 and max(one.low or 0 for one in tallied) >= sum(parts):
            draft.scope = draft.scope._replace(scope="toll", rule="scope.total")
            draft.rules.append("scope.total")


def _mark_sums(drafts: list[Draft]) -> None:
    """A figure told on top or as a sum («in two attacks») that is exactly the sum of figures told after it is a summary."""
    for index, draft in enumerate(drafts[:FEW]):
        if draft.scope.scope != "incident" or not any(frame.title or frame.lede or frame.sums for frame in draft.frames):
            continue
        for one, _ in draft.figures:
            if one.measure != "killed" or one.subset or not one.low or one.low < 3:
                continue
            for later in drafts[index + 1 : index + 1 + FEW]:
                if later.scope.scope == "incident" and len(later.figures) > 1 and _splits(later, one):
                    later.scope = later.scope._replace(scope="summary", rule="scope.breakdown")  # «70 in one place, 20 in another»
            parts = [_told(later, one) for later in drafts[index + 1 : index + 1 + FEW] if later.scope.scope == "incident"]
            if _adds_up([part for part in parts if part], one.low):
                draft.scope = draft.scope._replace(scope="summary", rule="scope.sum-of-parts")
                draft.rules.append("scope.sum-of-parts")
                break


def _told(draft: Draft, total: "FigureMention") -> int:
    """How many of the same people the draft tells of."""
    return sum(
        one.low or 0
        for one, _ in draft.figures
        if one.measure == total.measure and not one.subset and (one.party == total.party or "unknown" in (one.party, total.party))
    )


def _splits(later: Draft, one: "FigureMention") -> bool:
    """Whether a draft only tells how a number is made up: of the same people, or a great one exactly."""
    if _tells(later, one):
        return False
    apart = [known.low or 0 for known, _ in later.figures if known.measure == one.measure and not known.subset]
    return _told(later, one) == one.low or (len(apart) > 1 and sum(apart) == one.low and sum(apart) >= GREAT)


def _tells(draft: Draft, total: "FigureMention") -> bool:
    """Whether one figure of the draft is the total itself."""
    return any(one.measure == total.measure and one.low == total.low for one, _ in draft.figures)


def _mark_repeats(drafts: list[Draft]) -> None:
    """The same great number told in two drafts counts where more is told of it; a draft with no other number becomes a summary.

    A smaller one too, where the article told it of the same people on top.
    """
    told: dict[tuple[str, int], Draft] = {}
    for draft in drafts[: 4 * FEW]:
        for one, _ in draft.figures:
            if draft.scope.scope != "incident" or one.subset or (one.low or 0) < LEAST or vague(one):
                continue
            other = told.setdefault((one.measure, one.low or 0), draft)
            if other is not draft and ((one.low or 0) >= TELLING or _on_top(other, draft, one)):
                less, more = sorted((other, draft), key=_told_of)
                told[one.measure, one.low or 0] = more
                less.repeated.add((one.measure, one.low or 0))
    for draft in drafts:
        if not draft.repeated:
            continue
        left = [(one, frame) for one, frame in draft.figures if (one.measure, one.low) not in draft.repeated]
        draft.rules.append("scope.told-again")
        if left:
            draft.figures = left
        else:
            draft.scope = draft.scope._replace(scope="summary", rule="scope.told-again")


def _on_top(draft: Draft, later: Draft, again: "FigureMention") -> bool:
    """Whether title or first sentence tell that number of the same people in a like act."""
    return compatible(draft.code, later.code) and any(
        (frame.title or frame.lede) and (one.measure, one.low) == (again.measure, again.low) and one.party == again.party
        for one, frame in draft.figures
    )


def _told_of(draft: Draft) -> tuple[bool, bool, bool]:
    """How much is told of an occurrence: what happened, when, where."""
    return draft.code != "harm", draft.stated, draft.place is not None


def _adds_up(parts: list[int], total: int) -> bool:
    """Whether parts told one after the other, two or more of them, make the total."""
    for first in range(len(parts)):
        found = parts[first]
        for part in parts[first + 1 :]:
            found += part
            if found >= total:
                break
        if found == total and parts[first] != total:
            return True
    return False

"""Completion: what a draft's own frames leave open is taken from the rest of the article; sums of parts are set apart."""

from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.frames.events import VIOLENT, compatible
from agents.extract.frames.layers import Layers
from agents.extract.places import nearness
from agents.extract.reports import retold, sums
from agents.extract.reports.drafts import Draft, same_days, same_people, vague

if TYPE_CHECKING:
    pass


def complete(drafts: list[Draft], layers: Layers) -> list[Draft]:
    """The same drafts, with a place and days where the article has any, and with sums marked."""
    drafts = _without_headlines(drafts)
    for draft in drafts:
        _drop_joint(draft)
        retold.drop_on_top(draft, drafts)
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
    sums.mark(drafts)
    return retold.drop(drafts)


def _without_headlines(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only a headline tells of, in round words or without a number, where the text tells more."""
    return [
        one
        for one in drafts
        if not (_is_headline(one) and any(_exact_of(one, other) or _more_of(one, other) for other in drafts if other is not one))
    ]


def _is_headline(draft: Draft) -> bool:
    """Whether only the headline tells of it."""
    return all(frame.title for frame in draft.frames)


def _more_of(headline: Draft, draft: Draft) -> bool:
    """Whether a draft of the text tells of what a headline without numbers names: a like act in the same place on the same day."""
    if headline.figures or headline.scope.scope != draft.scope.scope:
        return False
    if _is_headline(draft) or not compatible(headline.code, draft.code):
        return False
    return nearness.may_be_one(headline.place, draft.place) and same_days(draft, headline.first, headline.last)


def _is_round(draft: Draft) -> bool:
    return bool(draft.figures) and all(vague(one) for one, _ in draft.figures)


def _exact_of(round_one: Draft, draft: Draft) -> bool:
    """Whether a draft gives the exact number for what a headline says in round words: of the occurrence, or of a longer time."""
    if not _is_round(round_one):
        return False
    if draft.scope.scope == "toll":
        return any(not vague(one) and retold.covers(one, other) for one, _ in draft.figures for other, _ in round_one.figures)
    if draft.scope.scope != round_one.scope.scope or not (
        compatible(draft.code, round_one.code) or {draft.code, round_one.code} <= VIOLENT
    ):
        return False
    near = nearness.may_be_one(draft.place, round_one.place)
    lede = any(one.lede for one in draft.frames)
    if not lede and not (near and same_days(draft, round_one.first, round_one.last)):
        return False
    return any(
        retold.covers(one, other) and (lede or not vague(one)) and (near or not vague(one))
        for one, _ in draft.figures
        for other, _ in round_one.figures
    )


def _drop_joint(draft: Draft) -> None:
    """«88 killed or wounded» says nothing more where both are counted apart."""
    apart = [one for one, _ in draft.figures if one.measure in ("killed", "wounded") and not one.subset]
    for joint in [one for one, _ in draft.figures if one.measure == "killed_or_wounded"]:
        told = {one.measure for one in apart if same_people(one.party, joint.party) and (vague(joint) or not vague(one))}
        gone = [joint] if {"killed", "wounded"} <= told else []
        gone += [one for one in apart if one.low == joint.low and "figure.tally" in one.rules]  # «ارتفعت الحصيلة إلى 66 شخصا»: both
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

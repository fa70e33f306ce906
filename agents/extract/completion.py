"""Completion: what a draft's own frames leave open is taken from the rest of the article; sums of parts are set apart."""

from collections import Counter
from datetime import timedelta

from agents.extract.drafts import Draft
from agents.extract.layers import Layers

FEW = 12  # parts that are tried as a sum


def complete(drafts: list[Draft], layers: Layers) -> list[Draft]:
    """The same drafts, with a place and days where the article has any, and with sums marked."""
    lede = next((one for one in drafts if _leads(one)), None)
    first = next((one.place for one in drafts if one.place), None) or (layers.places[0].place if layers.places else None)
    for draft in drafts:
        if draft.place is None:
            draft.place = draft.near or first
        if not draft.stated:
            _date(draft, lede, layers)
    _mark_sums(drafts)
    return drafts


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
    elif draft.recap:
        draft.last = layers.published
    elif draft.said_on is not None and draft.said_on.first is not None:
        draft.first, draft.last = draft.said_on.first - day, draft.said_on.last
    elif lede is not None:
        draft.first, draft.last = lede.first, lede.last
    else:
        draft.first, draft.last = layers.published - day, layers.published


def _mark_sums(drafts: list[Draft]) -> None:
    """A figure that is exactly the sum of others of the article is a summary, not an occurrence of its own."""
    if len(drafts) < 3:
        return
    parts: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for index, draft in enumerate(drafts):
        for one, _ in draft.figures:
            if draft.scope.scope == "incident" and one.low and not one.subset:
                parts.setdefault((one.measure, one.party), []).append((index, one.low))
    for index, draft in enumerate(drafts):
        for one, _ in draft.figures:
            if draft.scope.scope != "incident" or one.measure != "killed" or one.subset or not one.low or one.low < 3:
                continue
            others = [low for where, low in parts[one.measure, one.party][: 3 * FEW] if where != index]
            if _adds_up(others[:FEW], one.low):
                draft.scope = draft.scope._replace(scope="summary", rule="scope.sum-of-parts")
                draft.rules.append("scope.sum-of-parts")
                break


def _adds_up(parts: list[int], total: int) -> bool:
    """Whether all parts, or two of them, make the total."""
    if len(parts) < 2:
        return False
    counted = Counter(parts)
    pair = any(total - one in counted and (total - one != one or counted[one] > 1) for one in parts)
    return pair or sum(parts) == total

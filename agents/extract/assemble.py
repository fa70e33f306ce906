"""Assembly: frames become drafts, one for each occurrence; headline, lede and later detail meet in one."""

from datetime import timedelta

from agents.extract.drafts import FRESH, Draft, add, days_of, score
from agents.extract.frames import Frame
from agents.extract.layers import Layers


def drafts(frames: list[Frame], layers: Layers) -> list[Draft]:
    """One draft an occurrence, in the order in which they are first told."""
    found: list[Draft] = []
    for frame in frames:
        best, best_score = None, 0.0
        for age, draft in enumerate(reversed(found)):
            fit = score(draft, frame)
            if fit > 0:
                fit += 0.3 / (1 + age)
            if fit > best_score:
                best, best_score = draft, fit
        if best is not None and _joins(best, frame, found):
            add(best, frame)
            continue
        if _opens(frame):
            found.append(_open(frame, found, layers))
    for draft in found:
        _complete(draft, found, layers)
    return _summed(found)


def _joins(draft: Draft, frame: Frame, found: list[Draft]) -> bool:
    """Whether a frame that fits a draft is taken to tell of it."""
    return True


GENERIC = frozenset(["assault", "harm", "blast", "shooting", "clash", "protest", "agreement", "defuse"])
ENOUGH = 3  # what a frame without figures must show below the lede


def _opens(frame: Frame) -> bool:
    """Whether a frame may tell of an occurrence not told before: it has figures, stands on top, or is told as one act of one day."""
    if frame.attribution.hedge == "denied":
        return False
    if frame.figures:
        return True
    who = frame.roles
    known = bool(frame.own_place) + bool(who.agent) + bool(who.target or who.target_class)
    if frame.title or (frame.lede and not frame.definite):
        return frame.code not in ("harm",) and (known > 0 or bool(frame.dates))
    dated = days_of(frame) != (None, None)
    if frame.clause.link in ("earlier", "recap") or frame.definite:
        return (dated or frame.clause.lag is not None) and known > 0
    return 2 * dated + 2 * frame.past + known + (frame.code not in GENERIC) >= ENOUGH


def _open(frame: Frame, found: list[Draft], layers: Layers) -> Draft:
    draft = Draft([], frame.scope, frame.code, set())
    draft.recap = frame.clause.link in ("earlier", "recap")
    draft.lag = frame.clause.lag
    draft.fresh_since = None if draft.recap else layers.published - FRESH
    add(draft, frame)
    if draft.place is None and found and not draft.recap:
        draft.place = found[-1].place
    return draft


def _complete(draft: Draft, found: list[Draft], layers: Layers) -> None:
    """Fills from the rest of the article what the draft's own frames leave open."""
    if draft.place is None:
        draft.place = next((one.place for one in found if one.place), None) or (layers.places[0].place if layers.places else None)
    if not draft.stated:
        lede = next((one for one in found if _leads(one)), None)
        if draft.scope.scope == "toll":
            draft.first, draft.last = draft.scope.first, draft.scope.last or layers.published
        elif draft.lag is not None and lede is not None and lede.first:
            draft.first = draft.last = lede.first - timedelta(days=draft.lag)
        elif draft.recap:
            draft.last = layers.published
        elif draft.said_on is not None and draft.said_on.first is not None:
            draft.first, draft.last = draft.said_on.first - timedelta(days=1), draft.said_on.last
        elif lede is not None:
            draft.first, draft.last = lede.first, lede.last
        else:
            draft.first, draft.last = layers.published - timedelta(days=1), layers.published


def _leads(draft: Draft) -> bool:
    """Whether a draft's day may be that of others of which no day is told: it is stated and fresh."""
    if not draft.stated or draft.recap or draft.scope.scope != "incident":
        return False
    last = draft.last or draft.first
    return bool(last and draft.fresh_since and last >= draft.fresh_since)


def _summed(found: list[Draft]) -> list[Draft]:
    """A figure that is exactly the sum of others of the article is a summary, not an occurrence of its own."""
    for draft in found:
        if draft.scope.scope != "incident":
            continue
        for figure, _ in draft.figures:
            if figure.measure != "killed" or figure.subset or not figure.low or figure.low < 3:
                continue
            parts = [
                other.low
                for one in found
                if one is not draft and one.scope.scope == "incident"
                for other, _ in one.figures
                if other.measure == figure.measure and not other.subset and other.low and other.party == figure.party
            ]
            if len(parts) >= 2 and _adds_up(parts, figure.low):
                draft.scope = draft.scope._replace(scope="summary", rule="scope.sum-of-parts")
                break
    return found


def _adds_up(parts: list[int], total: int) -> bool:
    """Whether all parts, or two of them, make the total."""
    few = parts[:12]
    return sum(few) == total or any(one + two == total for at, one in enumerate(few) for two in few[at + 1 :])

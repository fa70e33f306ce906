"""Fitting: whether a frame tells of the same occurrence as a draft, and how well."""

from agents.extract.acts.events import VIOLENT, armed, compatible
from agents.extract.drafts import attackers, rivals
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import equal, headline_rounds, open_with, raises, replaces, rival, same_people, vague
from agents.extract.figures import breakdown
from agents.extract.figures.mention import KNOWN
from agents.extract.fitting import (
    cost,
    details,
    executions,
    familiar,
    former,
    ground,
    headed,
    makeup,
    newact,
    older,
    prisoners,
    recounted,
    returned,
    spread,
)
from agents.extract.fitting.older import ONE_SIDED
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.roles import answers
from streams.records import Place

BESIDE = 2  # sentences: as far «the attack» points back
GENERIC = frozenset(["assault", "harm", "blast", "shooting", "clash", "advance", "protest", "agreement", "defuse"])
FAR = 6  # sentences: an act of its own kind told so far away is another
FEW = 3  # people: fewer are equal by accident
TELLING = 5  # people: two occurrences seldom harm just as many
MANY = 10  # people: no two occurrences of one country and article harm just as many
ALIKE = 0.6  # the smaller of two accounts of one number, over the larger
NEAR_KM = 60.0


def score(draft: Draft, frame: Frame) -> float:
    """How well a frame fits a draft; 0 where it cannot tell of the same."""
    if fit := _no_act(draft, frame):
        return fit
    if _contradicts(draft, frame):
        return 0.0
    again = others = 0
    with_headline = False
    if frame.figures and draft.figures:
        told, on_top = [known for known, _ in draft.figures], _tells_headline(draft, frame)
        for figure in frame.figures:
            if any(equal(known, figure) for known in told):
                again += not vague(figure) and (figure.low or 0) >= FEW
            else:
                others += any(headed.counts_others(entry, frame, figure, on_top=on_top) for entry in draft.figures)
                others -= on_top and any(headline_rounds(entry, frame, figure) for entry in draft.figures)
        others -= 2 * (others > 1 and makeup.one_by_one(told, frame.figures))
        if not again and (rivals.heads_apart(draft, frame) or spread.of_one(draft, frame)):
            return 0.0
        with_headline = on_top and open_with(told, frame.figures)
        again += breakdown.breaks_down(frame.figures, told) or breakdown.breaks_down(told, frame.figures) or makeup.again(draft, frame)
    place = frame.where
    definite = _away(draft, frame) <= BESIDE and (frame.definite or familiar.points_back(frame) or makeup.crowd_again(draft, frame))
    retold = again or definite or with_headline or (_away(draft, frame) <= BESIDE and rivals.other_account(draft.figures, frame))
    if others and not retold and not _raised(draft, frame) and _elsewhere(draft, frame, place):
        return 0.0
    if not again and frame.when != (None, None) and not frame.updates and _far_more(draft, frame) and not _raised(draft, frame):
        return 0.0
    last_told = draft.frames[-1].clause
    total = 1.0 + 2.0 * again - 0.5 * others
    total += (
        cost.FIT * cost.of_fight(draft, frame)
        + 0.5 * (draft.code == frame.code)
        + 0.5 * bool(place and draft.place and nearness.same(place, draft.place))
    )
    total += 0.4 * (draft.stated and frame.when != (None, None))
    total += 1.0 * (last_told.sentence == frame.clause.sentence and last_told is not frame.clause)
    return max(total, 0.1)


def _no_act(draft: Draft, frame: Frame) -> float:
    """How well a frame fits the draft of the act, if it tells of no act of its own, but of who was in that one; else 0."""
    if former.counts_less(draft, frame) or familiar.of_draft(draft, frame):
        return former.FIT
    return attackers.FIT if attackers.of_draft(draft, frame) else 0.0


def another(draft: Draft, frame: Frame) -> bool:
    """Whether a frame that could tell of the draft's occurrence tells of another act of the same parties, if it tells of one at all.

    It does where it is told far away, or in the past: below the top against the same party, or as something new by the same one.
    """
    if frame.points_back or _equals(draft, frame) or (frame.figures and all(KNOWN in one.rules for one in frame.figures)):
        return False
    if prisoners.of_fight(draft, frame) or ground.again(draft, frame) or recounted.again(draft, frame):
        return False
    if frame.clause.sentence - draft.frames[-1].clause.sentence >= FAR and frame.code not in GENERIC:
        return True
    agent, target = frame.roles.agent, frame.roles.target
    below = target is not None and target == draft.target and not any(one.title or one.lede for one in draft.frames)
    if below and recounted.of(draft, frame):
        return False
    return frame.past and (below or (frame.clause.link == "new" and agent is not None and agent == draft.agent))


def _raised(draft: Draft, frame: Frame) -> bool:
    """«ارتفعت الحصيلة إلى 25»: the frame only raises a number of the draft, and names no other place."""
    pairs = [(told, one) for one in frame.figures for told in draft.figures]
    there = frame.updates and nearness.may_be_one(draft.place, frame.where)
    again = there and any(rival(told[0], one) and replaces(told[0], one, updates=True) for told, one in pairs)
    return again or any(raises(told, frame, one) for told, one in pairs)


def _elsewhere(draft: Draft, frame: Frame, place: Place | None) -> bool:
    """Whether other numbers of the same people are those of another occurrence: it is told as a new one, or has a place of its own."""
    if frame.clause.link or not _comparable(draft, frame):
        return True
    return place is not None and (draft.place is None or not nearness.same(place, draft.place))


def _same_place(draft: Draft, frame: Frame, again: bool) -> bool:
    """Whether the places may be one; where the same people are counted again, a town near by is as good."""
    place = frame.where
    if draft.place is None or place is None or nearness.may_be_one(draft.place, place) or _headline_elsewhere(draft, frame):
        return True
    if details.say_where(draft, frame) or details.yield_of(draft, frame) or details.lists(draft, frame) or recounted.top(draft, frame):
        return True
    if recounted.counted(draft, frame) or details.near_by(draft, frame):
        return True
    if not again:
        return False
    if draft.place.country == place.country and compatible(draft.code, frame.code) and _counts_again(draft, frame, MANY):
        return True
    away = nearness.km(draft.place, place)
    return away <= NEAR_KM if away is not None else draft.place.admin1 is not None and draft.place.admin1 == place.admin1


def _headline_elsewhere(draft: Draft, frame: Frame) -> bool:
    """Whether only a headline names the place of the draft: the region of the text's town, its chief town, or who speaks of it."""
    one, two, target = draft.place, frame.where, frame.roles.target
    if one is None or two is None or not all(told.title for told in draft.frames):
        return False
    if nearness.in_region(two, one) and (draft.code != "territory" or one.geo_precision == nearness.DISTRICT):
        return True
    return _is_told_in_full(draft, frame) and (target is None or draft.target in (None, target))


def _comparable(draft: Draft, frame: Frame) -> bool:
    """Whether rival numbers are so near that they may be two accounts of one; a far smaller one is a part, or of another occurrence."""
    pairs = [
        (one.low or one.high or 1, known.low or known.high or 1) for one in frame.figures for known, _ in draft.figures if rival(known, one)
    ]
    return all(min(pair) >= ALIKE * max(pair) for pair in pairs)


def _far_more(draft: Draft, frame: Frame) -> bool:
    """«المظاهرات التي قتل فيها 62», after one who was killed that day: whether the frame counts far more civilians."""
    return any(
        known.measure == one.measure and (one.low or 0) >= MANY and (known.low or 0) < ALIKE * (one.low or 0)
        for one in frame.figures
        for known, _ in draft.figures
        if not (vague(one) or vague(known) or one.subset or known.subset) and not (armed(one.party) or armed(known.party))
    )


def _contradicts(draft: Draft, frame: Frame) -> bool:
    """Whether scope, kind, place, day or perpetrator say that these are two occurrences."""
    latest = draft.frames[-newact.LATEST :]
    one_more = frame.listed and any(one.clause is frame.clause for one in latest) and not details.centred(draft, frame)
    if draft.scope.scope != frame.scope.scope or one_more:
        return True  # «قصف بلدتي كذا وكذا»: one in each
    again = _tells_again(draft, frame)
    violent = {draft.code, frame.code} <= VIOLENT and (again or _raised(draft, frame))
    violent = violent or makeup.crowd_again(draft, frame) or headed.tells_fallen(draft, frame)
    if not (compatible(draft.code, frame.code) or violent or _headline_otherwise(draft, frame) or prisoners.of_fight(draft, frame)):
        return not cost.of_ground(draft, frame)
    if older.apart(draft, frame) or newact.is_another(draft, frame) or executions.of_own(draft, frame) or prisoners.apart(draft, frame):
        return True
    if (_equals(draft, frame) > 1 and compatible(draft.code, frame.code)) or _heads(draft, frame):
        return False  # as many killed and as many wounded: the day that stands beside them is of something else
    if _on_other_days(draft, frame, again) or _others(draft, frame):
        return True
    return not _same_place(draft, frame, again) or _placed_apart(draft, frame)


def _heads(draft: Draft, frame: Frame) -> bool:
    """Whether the draft is a headline and the frame, of the first sentence, tells one of its numbers: both tell of one occurrence."""
    if not _tells_headline(draft, frame):
        return False
    return compatible(draft.code, frame.code) and any(
        equal(known, one) and not vague(one) for one in frame.figures for known, _ in draft.figures
    )


def _tells_headline(draft: Draft, frame: Frame) -> bool:
    """Whether the draft is a headline, and the frame stands in the first sentence after it."""
    return frame.lede and not frame.title and all(one.title for one in draft.frames)


def _is_told_in_full(draft: Draft, frame: Frame) -> bool:
    """Whether the draft is a headline, and the frame the first sentence's own statement, which tells in full what that is of."""
    return _tells_headline(draft, frame) and not frame.clause.link


def _headline_otherwise(draft: Draft, frame: Frame) -> bool:
    """«هجوم على المطار», «تجددت المعارك في محيط المطار»: a headline, told in full of one side in one place, whatever the words."""
    one, two, who = draft.place, frame.where, frame.roles
    if one is None or two is None or not _is_told_in_full(draft, frame):
        return False
    same = (who.agent is not None and who.agent == draft.agent) or (who.target is not None and who.target == draft.target)
    return same and nearness.may_be_one(one, two)


def _on_other_days(draft: Draft, frame: Frame, again: bool) -> bool:
    first, last = frame.when
    if last and not draft.recap and not draft.stated and (last < draft.fresh_since or older.recalls(draft, frame)):
        return True
    if frame.known and first is last is None and older.is_later(draft, frame.known):
        return True
    return not (same_days(draft, first, last) or ((again or rivals.of_known(draft.figures, frame)) and near_days(draft, first, last)))


def _others(draft: Draft, frame: Frame) -> bool:
    """Whether other people did it, or it befell others."""
    agent = frame.roles.agent
    if agent != draft.agent and (answers.RULE in frame.roles.rules or returned.is_answer(draft, frame)):
        return True
    if _other_victims(draft, frame) or returned.hits_back(draft, frame) or _own_dead(draft, frame) or executions.apart(draft, frame):
        return True
    if frame.definite and "roles.claim" in frame.roles.rules:
        return False  # «تبنى تنظيم التفجير»: whoever else was named beside it
    sides = {draft.agent, draft.target}
    struck_back = frame.roles.target == draft.agent and frame.code not in ONE_SIDED  # two accounts of one fight
    if _is_told_in_full(draft, frame) or (frame.code == draft.code and frame.points_back) or details.go_on(draft, frame):
        return ground.back(draft, frame) and not frame.lede  # «القصف»: whoever stands beside it
    if ground.again(draft, frame):
        return False
    return bool(agent and draft.agent and agent not in sides and not struck_back and armed(agent) and armed(draft.agent))


def _away(draft: Draft, frame: Frame) -> int:
    """How many sentences lie between a frame and what was last told of a draft."""
    return min(abs(one.clause.sentence - frame.clause.sentence) for one in draft.frames[-newact.LATEST :])


def _placed_apart(draft: Draft, frame: Frame) -> bool:
    """Whether a frame names a place, and the draft, told elsewhere, none: it was where its neighbours were; or one is all over a region."""
    if spread.apart(draft, frame):
        return not _tells_again(draft, frame)
    if draft.place is not None or frame.where is None or frame.lede or draft.frames[0].lede:
        return False
    return _away(draft, frame) > 1 and not _equals(draft, frame)


def _other_victims(draft: Draft, frame: Frame) -> bool:
    """Whether a frame without numbers strikes an armed side, and the draft counts the dead of others."""
    target = frame.roles.target
    if not target or not armed(target) or frame.figures or frame.title or draft.agent == target or details.go_on(draft, frame):
        return False
    if draft.agent is None and draft.target == frame.roles.agent and _fights_there(draft, frame):
        return False
    hurt = {one.party for one, _ in draft.figures}
    return bool(hurt) and all(armed(one) and not same_people(one, target) for one in hurt)


def _fights_there(draft: Draft, frame: Frame) -> bool:
    """«قتل ثلاثة منهم في معارك في كذا», «دارت المعارك إثر هجوم شنوه على كذا»: whether a fight is told on, for it takes two to fight."""
    if not (draft.code == frame.code == "clash") or draft.place is None or frame.where is None or frame.when != (None, None):
        return False
    return _away(draft, frame) <= BESIDE and nearness.same(draft.place, frame.where)


def _own_dead(draft: Draft, frame: Frame) -> bool:
    """Whether a frame of no act counts several dead of those who bombed or shelled others, as told in another sentence."""
    if frame.code != "harm" or draft.code not in ONE_SIDED or not frame.figures:
        return False
    if any(one.points_back and one.code in VIOLENT for one in frame.triggers):
        return False  # «في الهجوم»
    agents = {told.roles.agent for told in draft.frames[-newact.LATEST :] if armed(told.roles.agent)}
    return _away(draft, frame) > 0 and all(one.party in agents and (one.low or 0) >= FEW for one in frame.figures)


def _tells_again(draft: Draft, frame: Frame) -> bool:
    """Whether the frame counts the same people again, so many that it is no accident: then other words or a near day do not part it."""
    return _counts_again(draft, frame, TELLING)


def _equals(draft: Draft, frame: Frame) -> int:
    """How many of the frame's numbers, one of them no small one, the draft has too."""
    if not frame.figures or not draft.figures:
        return 0
    told = [known for known, _ in draft.figures]
    numbers = {one.measure: one.low or 0 for one in frame.figures if not vague(one) and any(equal(known, one) for known in told)}
    return len(numbers) if max(numbers.values(), default=0) >= TELLING else 0


def _counts_again(draft: Draft, frame: Frame, least: int) -> bool:
    if not frame.figures or not draft.figures:
        return False
    return any(equal(known, one) and (one.low or 0) >= least and not vague(one) for one in frame.figures for known, _ in draft.figures)

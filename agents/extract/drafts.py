"""Drafts: what the article so far says of one occurrence, and whether a further frame tells of the same."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agents.extract import nearness
from agents.extract.events import VIOLENT, armed, compatible, refined
from agents.extract.frames import Frame
from agents.extract.scope import Scoped
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.dates import DateMention
    from agents.extract.figures import FigureMention

BESIDE = 2  # sentences: as far «the attack» points back
LATEST = 8  # frames of a draft that are looked at for how far away it was last told of
ONE_SIDED = frozenset(["air", "shell", "strike", "ied", "suicide", "chemical", "blast", "arrest", "abduct"])
FRESH = timedelta(days=20)  # what the top of an article tells is no older than this, unless it says so
FEW = 3  # people: fewer are equal by accident
TELLING = 5  # people: two occurrences seldom harm just as many
MANY = 10  # people: no two occurrences of one country and article harm just as many
EXACT = 1.5  # an exact number that stands for «more than», over it
ALIKE = 0.6  # the smaller of two accounts of one number, over the larger
NEAR_KM = 60.0
MOST = 24  # figures of one occurrence


@dataclass
class Draft:
    """An occurrence in the making.

    first, last: its days; stated: whether a date says so; said_on: the day on which it was said. place: where its own frames say;
    near: where the occurrence told before it was. recap, lag: told as older than the rest, by so many days.
    """

    frames: list[Frame]
    scope: Scoped
    code: str
    codes: set[str]
    place: Place | None = None
    first: date | None = None
    last: date | None = None
    stated: bool = False
    agent: str | None = None
    target: str | None = None
    target_class: str = ""
    speaker: str | None = None
    figures: list[tuple["FigureMention", Frame]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    recap: bool = False
    published: date = date.max
    near: Place | None = None
    repeated: set[tuple[str, int]] = field(default_factory=set)
    lag: int | None = None
    said_on: "DateMention | None" = None

    @property
    def fresh_since(self) -> date:
        """From when on a day may be that of news that states none."""
        return self.published - FRESH


def same_days(draft: Draft, first: date | None, last: date | None) -> bool:
    """Whether the days may be one: they touch, or one side says nothing."""
    if not draft.stated or (first is None and last is None):
        return True
    a1, a2 = draft.first or draft.last, draft.last or draft.first
    b1, b2 = first or last, last or first
    return bool(a1 and a2 and b1 and b2 and a1 <= b2 and b1 <= a2)


def near_days(draft: Draft, first: date | None, last: date | None) -> bool:
    """Whether the days are so near that one may be the day of the news and the other that of the act."""
    one, two = draft.last or draft.first, last or first
    return bool(one and two and abs((one - two).days) <= 2)


def same_people(one: str, two: str) -> bool:
    """Whether two parties may be one: equal, or one is not known, or one is only called by a word of its kind («rebel:المسلحين»)."""
    if one == two or "unknown" in (one, two):
        return True
    coined = _coined(one) or _coined(two)
    return coined and armed(one) and armed(two) and not any(party.startswith("gov:") for party in (one, two))


def _coined(party: str) -> bool:
    """Whether a party is only called by a word of its kind: «rebel:المسلحين»."""
    return ":" in party and not party.startswith("gov:")


def rival(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say different numbers of the same people."""
    if one.measure != two.measure or one.subset != two.subset:
        return False
    if not same_people(one.party, two.party):
        return False
    if vague(one) or vague(two):
        dozens, number = (one, two) if vague(one) else (two, one)
        return not vague(number) and (number.low or 0) < (dozens.low or 0)  # twelve are no dozens
    return one.low != two.low


def vague(one: "FigureMention") -> bool:
    """A bare plural, dozens, hundreds: gives way to a number. «More than 20» is a number."""
    return one.high is None and "number.at-least" not in one.rules


def score(draft: Draft, frame: Frame) -> float:
    """How well a frame fits a draft; 0 where it cannot tell of the same."""
    if _contradicts(draft, frame):
        return 0.0
    equal = rivals = 0
    for figure in frame.figures:
        if any(_equal(known, figure) for known, _ in draft.figures):
            equal += not vague(figure) and (figure.low or 0) >= FEW
        else:
            rivals += any(rival(known, figure) for known, _ in draft.figures)
    place = frame.where
    definite = frame.definite and _away(draft, frame) <= BESIDE
    if rivals and not equal and not definite and not _raised(draft, frame) and _elsewhere(draft, frame, place):
        return 0.0
    last_told = draft.frames[-1].clause
    total = 1.0 + 2.0 * equal - 0.5 * rivals
    total += 0.5 * (draft.code == frame.code) + 0.5 * bool(place and draft.place and nearness.same(place, draft.place))
    total += 0.4 * (draft.stated and frame.when != (None, None))
    total += 1.0 * (last_told.sentence == frame.clause.sentence and last_told is not frame.clause)
    return max(total, 0.1)


def _raised(draft: Draft, frame: Frame) -> bool:
    """«ارتفعت الحصيلة إلى 25»: the frame only raises a number of the draft, and names no other place."""
    place = frame.where
    if not frame.updates or (place and draft.place and not nearness.may_be_one(draft.place, place)):
        return False
    return any(rival(known, one) and _replaces(known, one, updates=True) for one in frame.figures for known, _ in draft.figures)


def _elsewhere(draft: Draft, frame: Frame, place: Place | None) -> bool:
    """Whether other numbers of the same people are those of another occurrence: it is told as a new one, or has a place of its own."""
    if frame.clause.link or not _comparable(draft, frame):
        return True
    return place is not None and (draft.place is None or not nearness.same(place, draft.place))


def _same_place(draft: Draft, frame: Frame, again: bool) -> bool:
    """Whether the places may be one; where the same people are counted again, a town near by is as good."""
    place = frame.where
    if nearness.may_be_one(draft.place, place):
        return True
    if draft.place is None or place is None:
        return False
    if (
        all(one.title for one in draft.frames)
        and nearness.in_region(place, draft.place)
        and (draft.code != "territory" or draft.place.geo_precision == nearness.DISTRICT)
    ):
        return True  # a headline names the region, or its chief town, the text the town
    if not again:
        return False
    if draft.place.country == place.country and compatible(draft.code, frame.code) and _counts_again(draft, frame, MANY):
        return True
    away = nearness.km(draft.place, place)
    return away <= NEAR_KM if away is not None else draft.place.admin1 is not None and draft.place.admin1 == place.admin1


def _comparable(draft: Draft, frame: Frame) -> bool:
    """Whether rival numbers are so near that they may be two accounts of one; a far smaller one is a part, or of another occurrence."""
    pairs = [
        (one.low or one.high or 1, known.low or known.high or 1) for one in frame.figures for known, _ in draft.figures if rival(known, one)
    ]
    return all(min(pair) >= ALIKE * max(pair) for pair in pairs)


def _contradicts(draft: Draft, frame: Frame) -> bool:
    """Whether scope, kind, place, day or perpetrator say that these are two occurrences."""
    if draft.scope.scope != frame.scope.scope:
        return True
    again = _tells_again(draft, frame)
    if not compatible(draft.code, frame.code) and not (again and {draft.code, frame.code} <= VIOLENT):
        return True
    if frame.clause.lag and draft.lag is None and frame.clause is not draft.frames[-1].clause:
        return True  # said to be older than what was told
    if _equals(draft, frame) > 1 and compatible(draft.code, frame.code):
        return False  # as many killed and as many wounded: the day that stands beside them is of something else
    first, last = frame.when
    too_old = last and not draft.recap and not draft.stated and last < draft.fresh_since
    if too_old or not (same_days(draft, first, last) or (again and near_days(draft, first, last))) or not _same_place(draft, frame, again):
        return True
    if _other_victims(draft, frame) or _placed_apart(draft, frame):
        return True
    if frame.code in ONE_SIDED and frame.roles.agent and frame.roles.agent == draft.target:
        return True  # who was struck strikes: another act
    agent, sides = frame.roles.agent, {draft.agent, draft.target}
    return bool(agent and draft.agent and agent not in sides and draft.agent != frame.roles.target and armed(agent) and armed(draft.agent))


def _away(draft: Draft, frame: Frame) -> int:
    """How many sentences lie between a frame and what was last told of a draft."""
    return min(abs(one.clause.sentence - frame.clause.sentence) for one in draft.frames[-LATEST:])


def _placed_apart(draft: Draft, frame: Frame) -> bool:
    """Whether a frame names a place, and the draft, told elsewhere in the article, none: it happened where its neighbours did."""
    if draft.place is not None or frame.where is None or frame.lede or draft.frames[0].lede:
        return False
    return _away(draft, frame) > 1 and not _equals(draft, frame)


def _other_victims(draft: Draft, frame: Frame) -> bool:
    """Whether a frame without numbers strikes an armed side, and the draft counts the dead of others."""
    target = frame.roles.target
    if not target or not armed(target) or frame.figures or frame.title or draft.agent == target:
        return False
    hurt = {one.party for one, _ in draft.figures}
    return bool(hurt) and all(armed(one) and not same_people(one, target) for one in hurt)


def _tells_again(draft: Draft, frame: Frame) -> bool:
    """Whether the frame counts the same people again, so many that it is no accident: then other words or a near day do not part it."""
    return _counts_again(draft, frame, TELLING)


def _equals(draft: Draft, frame: Frame) -> int:
    """How many of the frame's numbers, one of them no small one, the draft has too."""
    equal = {one.measure: one.low or 0 for one in frame.figures if not vague(one) and any(_equal(known, one) for known, _ in draft.figures)}
    return len(equal) if max(equal.values(), default=0) >= TELLING else 0


def _counts_again(draft: Draft, frame: Frame, least: int) -> bool:
    return any(_equal(known, one) and (one.low or 0) >= least and not vague(one) for one in frame.figures for known, _ in draft.figures)


def _equal(one: "FigureMention", two: "FigureMention") -> bool:
    return one.measure == two.measure and one.low == two.low and one.subset == two.subset


def add(draft: Draft, frame: Frame) -> None:
    """Takes a frame's account into the draft: what is missing, finer or exact."""
    draft.frames.append(frame)
    draft.codes |= frame.codes
    if refined(draft.code, {frame.code}) != draft.code or (draft.code in ("assault", "harm") and frame.code in VIOLENT):
        draft.code = refined(draft.code, {frame.code})
    place = frame.where
    finer = place and draft.place and place.geo_precision < draft.place.geo_precision and nearness.within(place, draft.place)
    exact = place and draft.place and all(one.title for one in draft.frames[:-1]) and nearness.in_region(place, draft.place)
    if place and (draft.place is None or finer or exact):
        draft.place = place
    first, last = frame.when
    if (first or last) and not draft.stated:
        draft.first, draft.last, draft.stated = first, last, True
    draft.said_on = draft.said_on or frame.said_on
    who = frame.roles
    if draft.agent is None and who.agent != draft.target:
        draft.agent = who.agent
    if draft.target is None and who.target != draft.agent:
        draft.target = who.target
    draft.target_class = draft.target_class or who.target_class
    draft.speaker = draft.speaker or who.speaker
    for figure in frame.figures:
        _enter(draft, frame, figure)
    draft.rules += [rule for rule in frame.rules if rule not in draft.rules]


def _replaces(known: "FigureMention", figure: "FigureMention", updates: bool) -> bool:
    """Whether a number takes the place of another: an exact one that of a vague one, a raised one that of one not far below."""
    before, now = known.low or 0, figure.low or 0
    exact = known.high is None and figure.low == figure.high and now <= EXACT * before  # «أكثر من 40», «43»
    return now >= before and (vague(known) or exact or (updates and now <= 4 * before + 5))


def _enter(draft: Draft, frame: Frame, figure: "FigureMention") -> None:
    if len(draft.figures) >= MOST:
        return
    for index, (known, _) in enumerate(draft.figures):
        if known.measure != figure.measure or known.subset != figure.subset:
            continue
        alike = same_people(known.party, figure.party) or "civilians" in (known.party, figure.party)
        if known.low == figure.low and alike:
            if figure.party != "unknown" and (known.party == "unknown" or (_coined(known.party) and not _coined(figure.party))):
                draft.figures[index] = (figure, frame)
            elif known.high == known.low and "number.at-least" in figure.rules:  # a headline leaves «at least» out
                draft.figures[index] = (figure._replace(party=known.party), frame)
            return
        if alike and not vague(figure) and _replaces(known, figure, frame.updates):
            draft.figures[index] = (figure, frame)
            return
        if alike and frame.clause is not draft.frames[0].clause and frame is not draft.frames[0]:
            same_frame = any(other is figure for other in frame.figures) and any(f is known for f in frame.figures)
            if not same_frame:
                return  # a second number for the same people: the first stands
    draft.figures.append((figure, frame))

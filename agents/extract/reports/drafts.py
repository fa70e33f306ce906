"""Drafts: what the article so far says of one occurrence, and whether a further frame tells of the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from agents.extract.figures import breakdown
from agents.extract.frames.events import VIOLENT, armed, refined
from agents.extract.frames.frames import Frame
from agents.extract.frames.scope import Scoped
from agents.extract.places import nearness
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.figures import FigureMention

FRESH = timedelta(days=20)  # what the top of an article tells is no older than this, unless it says so
LASTING = timedelta(days=31)  # a longer period dates no occurrence that is told of elsewhere too
EXACT = 1.5  # an exact number that stands for «more than», over it
AGAIN = 3  # people: so many, counted again in another statement on one occurrence, are the same, whosoever they are called
MOST = 24  # figures of one occurrence
NEAR_DAYS = 2  # between the day of news and that of its act
Entry = tuple["FigureMention", Frame]  # a number of a draft, and the frame that tells it


@dataclass
class Draft:
    """An occurrence in the making.

    first, last: its days; stated: whether a date says so; counted: whether one that stands with a number does; said_on: the day on
    which it was said. place: where its own frames say; near: where the occurrence told before it was. named: its agent says so
    himself. recap, lag: told as older, by so many days.
    """

    frames: list[Frame]
    scope: Scoped
    code: str
    codes: set[str]
    place: Place | None = None
    first: date | None = None
    last: date | None = None
    stated: bool = False
    counted: bool = False
    agent: str | None = None
    named: bool = False
    target: str | None = None
    target_class: str = ""
    speaker: str | None = None
    figures: list[Entry] = field(default_factory=list)
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
    return bool(one and two and abs((one - two).days) <= NEAR_DAYS)


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


def equal(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say the same number of the same harm; of whom may be told otherwise."""
    return one.measure == two.measure and one.low == two.low and one.subset == two.subset


def add(draft: Draft, frame: Frame) -> None:
    """Takes a frame's account into the draft: what is missing, finer or exact."""
    draft.frames.append(frame)
    draft.codes |= frame.codes
    if refined(draft.code, {frame.code}) != draft.code or (draft.code in ("assault", "harm") and frame.code in VIOLENT):
        draft.code = refined(draft.code, {frame.code})
    _place(draft, frame)
    _date(draft, frame)
    _name(draft, frame)
    if frame.figures:
        draft.figures = [(one, told) for one, told in draft.figures if not breakdown.parts(one, frame.figures)]
    for figure in frame.figures:
        if not breakdown.parts(figure, (one for one, _ in draft.figures)):
            _enter(draft, frame, figure)
    draft.rules += [rule for rule in frame.rules if rule not in draft.rules]


def _place(draft: Draft, frame: Frame) -> None:
    """The frame's place, where the draft has none, or one that a headline or the top of the article tells less finely."""
    place, known = frame.where, draft.place
    if place is None:
        return
    if known is None:
        draft.place = place
        return
    finer = place.geo_precision < known.geo_precision and nearness.within(place, known)
    exact = all(one.title for one in _told_before(draft)) and (
        nearness.in_region(place, known) or (frame.lede and not frame.title and not nearness.may_be_one(place, known))
    )
    on_top = not frame.title and all(one.title or one.lede for one in _told_before(draft)) and nearness.part_of_its_region(place, known)
    if finer or exact or on_top:
        draft.place = place


def _told_before(draft: Draft) -> Iterator[Frame]:
    """The frames of a draft but the newest; not copied, for a draft may have many."""
    return islice(draft.frames, len(draft.frames) - 1)


def _date(draft: Draft, frame: Frame) -> None:
    """The frame's days, where the draft has none, or none that stand with a number."""
    first, last = frame.when
    if first and last and draft.scope.scope == "incident" and len(draft.frames) > 1 and last - first > LASTING:
        first = last = None  # of months of which this occurrence was a part
    counts = any(not vague(one) for one in frame.figures)
    if (first or last) and (not draft.stated or (counts and not draft.counted)):
        draft.first, draft.last, draft.stated, draft.counted = first, last, True, counts
    draft.said_on = draft.said_on or frame.said_on


def _name(draft: Draft, frame: Frame) -> None:
    """Who did it, to whom and who tells of it, where the draft leaves that open; who claims it did it."""
    who = frame.roles
    named = "roles.claim" in who.rules and draft.code not in ("clash", "territory")
    if who.agent and (draft.agent is None or (named and not draft.named)) and (who.agent != draft.target or named):
        draft.target = None if draft.target == who.agent else draft.target
        draft.agent, draft.named = who.agent, named
    if draft.target is None and who.target != draft.agent:
        draft.target = who.target
    if draft.target_class in ("", "fighters"):
        draft.target_class = who.target_class or draft.target_class
    draft.speaker = draft.speaker or who.speaker


def replaces(known: "FigureMention", figure: "FigureMention", updates: bool) -> bool:
    """Whether a number takes the place of another: an exact one that of a vague one, a raised one that of one not far below."""
    before, now = known.low or 0, figure.low or 0
    exact = known.high is None and figure.low == figure.high and now <= EXACT * before  # «أكثر من 40», «43»
    return vague(known) or (now >= before and (exact or (updates and now <= 4 * before + 5)))


def _enter(draft: Draft, frame: Frame, figure: "FigureMention") -> None:
    """Takes a number into the draft: for one of the same people that was told before, or beside all others."""
    if len(draft.figures) >= MOST:
        return
    for index, entry in enumerate(draft.figures):
        known = entry[0]
        if known.measure != figure.measure or known.subset != figure.subset:
            continue
        stands = _of_same(draft, entry, frame, figure)
        if stands is not None:
            draft.figures[index] = stands
            return
    draft.figures.append((figure, frame))


def _of_same(draft: Draft, entry: Entry, frame: Frame, figure: "FigureMention") -> Entry | None:
    """What stands for a number told before and a further one of the same people; None where they are of others."""
    known, told = entry
    together = told.clause.sentence == frame.clause.sentence
    if together and _of_others(known, figure):
        return None
    alike = same_people(known.party, figure.party) or "civilians" in (known.party, figure.party)
    retold = not together and (figure.low or 0) >= AGAIN and not (vague(known) or vague(figure))
    same_frame = any(one is known for one in frame.figures)
    if known.low == figure.low and (alike or retold) and not (same_frame and _joined(figure)):
        return _told_again(entry, frame, figure, alike=alike)
    if alike and not vague(figure) and replaces(known, figure, frame.updates):
        return figure, frame
    apart = draft.scope.scope == "toll" and _of_others(known, figure)  # a campaign's dead of each side
    opening = frame.clause is draft.frames[0].clause or frame is draft.frames[0]
    second = alike and not apart and not opening and not same_frame
    return entry if second else None  # a second number for the same people: the first stands


def _told_again(entry: Entry, frame: Frame, figure: "FigureMention", *, alike: bool) -> Entry:
    """Which of two equal numbers stands: the one that says better of whom, or that they are at least so many."""
    known, told = entry
    if alike and figure.party != "unknown" and (_less_known(known, figure) or (told.title and _bore_arms(known, figure))):
        return figure, frame
    if known.high == known.low and "number.at-least" in figure.rules:  # a headline leaves «at least» out
        return figure._replace(party=known.party), frame
    return entry


def _less_known(known: "FigureMention", figure: "FigureMention") -> bool:
    """Whether the second says better whose people they are."""
    return known.party == "unknown" or (_coined(known.party) and not _coined(figure.party))


def _bore_arms(known: "FigureMention", figure: "FigureMention") -> bool:
    """«390 كرديا» on top, «390 مقاتلا من الحزب» below: the text says that those whom a headline calls by their nation bore arms."""
    return known.party == "civilians" and armed(figure.party) and not figure.party.startswith("gov:")


def _of_others(known: "FigureMention", figure: "FigureMention") -> bool:
    """Whether both say whose people they count, and mean others."""
    return "unknown" not in (known.party, figure.party) and not same_people(known.party, figure.party)


def _joined(figure: "FigureMention") -> bool:
    """«رجل وزوجته»: one more, told in one breath with as many."""
    return "figure.chained" in figure.rules

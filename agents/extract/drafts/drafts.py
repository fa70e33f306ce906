"""Drafts: what the article so far says of one occurrence, and whether a further frame tells of the same."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agents.extract.clauses.clauses import OLDER
from agents.extract.drafts.tallies import Entry
from agents.extract.figures.mention import ATTACKERS
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.scope.scope import Scoped
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention

FRESH = timedelta(days=20)  # what the top of an article tells is no older than this, unless it says so
LASTING = timedelta(days=31)  # a longer period dates no occurrence that is told of elsewhere too
NEAR_DAYS = 2  # between the day of news and that of its act
_BEFALLS = frozenset(["air", "shell", "strike", "ied"])  # acts that befall a place, by whoever
_BURSTS = frozenset(["ied", "blast"])  # acts whose verb has no town for its subject: «في موازاة حصار كذا انفجرت سيارة»


@dataclass
class Draft:
    """An occurrence in the making.

    first, last: its days; when: the rule that chose them; stated: whether a date says so; counted: whether one that stands with a number
    does; said_on: the day on which it was said. place: where its own frames say; near: where the occurrence told before it was;
    beside: where its victims were taken. named: its agent says so himself. recap, lag: told as older, by so many days.
    known: the day by which it was known. parts: numbers that only say of whom others are made up.
    strewn: those of its frames that count people in several parts of a place.
    """

    frames: list[Frame]
    scope: Scoped
    code: str
    codes: set[str]
    place: Place | None = None
    first: date | None = None
    last: date | None = None
    when: str = ""
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
    beside: Place | None = None
    repeated: set[tuple[str, int]] = field(default_factory=set)
    lag: int | None = None
    said_on: "DateMention | None" = None
    known: date | None = None
    parts: set[tuple[str, int | None]] = field(default_factory=set)
    strewn: list[Frame] = field(default_factory=list)

    @property
    def fresh_since(self) -> date:
        """From when on a day may be that of news that states none."""
        return self.published - FRESH

    @property
    def recalled(self) -> bool:
        """Whether the article only recalls it: so it is first counted, and nothing on top tells it as news but a bare headline."""
        told = next((one for one in self.frames if one.figures), None)
        if told is None or not told.recalled:
            return False
        on_top = [one for one in self.frames if (one.title or one.lede) and not one.recalled]
        return all(told.lede and one.title and not one.figures for one in on_top)

    @property
    def struck(self) -> list[Entry]:
        """The numbers without those of the attackers who fell, where others are counted."""
        return [(one, told) for one, told in self.figures if ATTACKERS not in one.rules] or self.figures

    @property
    def befell(self) -> bool:
        """Whether one of its clauses tells as news that it befell a town, whoever did it."""
        return self.code in _BEFALLS and not self.recap and any(map(_befell, self.frames))

    @property
    def fought(self) -> bool:
        """Whether one of its clauses tells as news that there was fighting in a town, whoever fought."""
        return self.code == "clash" and not self.recap and any(map(_fought, self.frames))


def _fought(frame: Frame) -> bool:
    """«دارت معارك في بلدة كذا»: whether a verb of a clause tells that fighting took place in a town, or in a part of one."""
    if frame.where is None or frame.where.geo_precision >= nearness.COARSE or frame.clause.link in OLDER:
        return False
    return any(one.code == "clash" and one.part == "noun" and one.done in ("befell", "lasts", "anew") for one in frame.triggers)


def _befell(frame: Frame) -> bool:
    """«انفجرت عبوة في بلدة كذا», «طال القصف بلدة كذا»: whether a clause tells as done what befell a town, or a part of one."""
    if frame.where is None or frame.where.geo_precision >= nearness.COARSE or frame.clause.link in OLDER:
        return False
    told = [one for one in frame.triggers if one.part == "verb" or one.done in ("befell", "did")]
    told = [one for one in told if one.code in _BEFALLS or one.code == "assault" or (one.code == "blast" and one.part == "verb")]
    if not told or told[0].code not in _BURSTS:
        return bool(told)
    return any(one.place is frame.where and (one.start > told[0].start or one.cue != "bare") for one in frame.places)


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

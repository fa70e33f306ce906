"""A frame: what one clause tells of one occurrence (what, who, to whom, where, when, how many)."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts.layers import Clause
from agents.extract.acts.trigger import Trigger
from agents.extract.attribution.attribution import Attribution
from agents.extract.roles.parts import Roles
from agents.extract.scope import occurred
from agents.extract.scope.scope import Scoped
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.places.mention import PlaceMention


class Rejected(NamedTuple):
    """A trigger that another word took back. rule: which."""

    start: int
    stop: int
    rule: str


@dataclass
class Frame:
    """One clause's account. scope: of its figures. definite: it only speaks of what is already known («الهجوم»).

    resumes: a known act is what it tells more of («الغارة استهدفت البلدة»); yields: what came of it («أسفر الهجوم عن»).
    centres: it says where most of what is known was («وتركزت المعارك في»).
    title, lede: it stands in the title, or in the first sentence after it. past: a verb in the past says so.
    sums: it counts several occurrences. alike: it is like the one told before. further: it says that it is another one.
    updates: its figures take the place of earlier ones. former: they are of an older account.
    listed: its place is one of several that the clause lists.
    beside: a place that is only that of where victims were taken, or of who tells of it. holders: places that say where others lie.
    known: the day by which it was known, where only that is told. which: whether its dates say which one of several it was.
    recalled: it states no day, and its figures are those of an act that something else answers or looks into.
    several, known_set: its people fell in several acts, by a word for them; that word speaks of them as known. of_set: in one of such.
    strewn: where words end that say that its people fell in several parts of a place; -1 where none do.
    ordered: it says which of several acts that were told together it tells of, and where that was.
    whole: the number of a period of which its figures are a part; portions: parts of its figures that fell in acts of their own.
    where, when: its place; the first and the last day of its occurrence.
    points_back: whether a word of it speaks of an act that is known already («الهجوم»), found once, for its words stay what they are.
    """

    clause: Clause
    code: str
    codes: set[str]
    definite: bool
    resumes: bool
    yields: bool
    centres: bool
    title: bool
    lede: bool
    past: bool
    sums: bool
    alike: bool
    further: bool
    updates: bool
    former: bool
    scope: Scoped
    attribution: Attribution
    roles: Roles
    triggers: list[Trigger] = field(default_factory=list)
    places: list["PlaceMention"] = field(default_factory=list)
    dates: list["DateMention"] = field(default_factory=list)
    said_on: "DateMention | None" = None
    figures: list["FigureMention"] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    listed: bool = False
    beside: Place | None = None
    holders: list["PlaceMention"] = field(default_factory=list)
    known: date | None = None
    which: bool = False
    recalled: bool = False
    several: bool = False
    known_set: bool = False
    of_set: bool = False
    strewn: int = -1
    ordered: bool = False
    whole: "FigureMention | None" = None
    portions: list["FigureMention"] = field(default_factory=list)
    where: Place | None = None
    when: tuple[date | None, date | None] = (None, None)
    points_back: bool = field(init=False)

    def __post_init__(self) -> None:
        self.points_back = any(one.points_back for one in self.triggers)

    @property
    def over_years(self) -> bool:
        """«شنت الجماعة هجمات خلال السنوات الماضية»: whether its only days are those of years up to now."""
        return self.when != (None, None) and any(one.over_years and (one.first, one.last) == self.when for one in self.dates)

    def days(self) -> tuple[date | None, date | None]:
        """First and last day of its occurrence; None, None where nothing is said, or only when it was said."""
        if not self.dates:
            return None, None
        told = [one for one in self.dates if (one.kind in ("point", "ago", "span") and (one.first or one.last)) or occurred.lately(one)]
        best = min(told, key=self._aptness, default=None)
        loose = best is not None and self.definite and best.precision in ("month", "year") and not (self.which or self._names(best))
        if best is None or loose or best.rule == "date.year.relative" or (best.rule == "date.year.last" and (self.title or self.lede)):
            return None, None  # «منفذ الهجوم من مواليد 1997», «أكثر أيام هذا العام دموية»: no date of the attack; nor last year of news
        return best.first, best.last

    def _aptness(self, day: "DateMention") -> tuple[int, bool, int]:
        """How much a day is that of the act, the least the most: exact, its name («صلاة الجمعة في 26 يونيو»), near what is told."""
        acts = [(one.start, one.stop) for one in self.triggers if one.code == self.code]
        told = [(one.start, one.stop) for one in self.figures] or acts
        gap = min((max(day.start - stop, start - day.stop) for start, stop in told), default=0)
        fineness = -1 if day.rule.startswith("date.since.when.") else _FINENESS.get(day.precision, 9)  # «منذ ديسمبر 2011، حين قتل»
        return fineness, not self._names(day), gap

    def _names(self, day: "DateMention") -> bool:
        """«التفجير عام 1983», «هجمات سبتمبر 2001»: a date right behind the event says which one it was."""
        return any(0 <= day.start - one.stop <= BESIDE_EVENT for one in self.triggers if one.part == "noun")


BESIDE_EVENT = 12  # characters: so near behind an event, at most a word between, its month or year says which it was
_FINENESS = {"day": 0, "span": 1, "month": 2, "year": 3}

"""Counts: the people of a text, and what a word of harm says of them; and what one sentence has told so far."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agents.extract.harm.harm import Harm
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

_TURN = re.compile(rf"[،,:.؛\"«]|\s(?:بل|لكن|بعد|حيث|اذ|فيما|بينما|في\sحين|سوي|الا|التي|الذي|الذين|و?(?:{any_of('acts', 'yield')}))\s")
_TOLD_OF = re.compile(r"[،,:.؛\"«]|\s(?:بل|لكن|بعد|التي|الذي|الذين)\s")  # «ما إذا كان الهجوم الذي أوقع 5 قتلى مدبرا»
_IN_IT = re.compile(r"\S+\s(?:في|خلال)ها?\s")  # «محاولة اغتيال قتل فيها ستة»: who died in what failed
_DOER = re.compile(r"\s[يتن]?(?:اطلق|نفذ|شن|زرع|القي|فجر|ارتكب|قاد|دبر|وجه|سدد|نصب)(?:ت|وا)?(?:ها|ه|هما|هم)\s$")
_THEIRS = ("ه", "ا", "م")  # with which that ends
NOWHERE = -1000
REFUSED = "figure.refused"  # the rule of people of whom nothing may be told
PART = "figure.part"  # the rule of «بينهم طفلان»
MADE_OF = "figure.made-of"  # the rule of «14 قتيلا هم ستة جنود وثمانية مدنيين»
MIXED = "people.mixed"  # the rule of people of more than one party
_NO_REACH, _THREAT_REACH, _OLD_REACH, _DOUBT_REACH = 45, 35, 60, 70
_LOOK_BACK, _FAR_BACK = 4, 40  # counts that parts may be of
_NEWER = re.compile(r"\S\s?،\s(?:اضافه|بالاضافه|فضلا|الي جانب|فيما|بينما|كما)\s")  # «بعد أن كان 35، إضافة إلى مئات الجرحى»
_MOST = re.compile(r"(?:جميع|كل|معظم|اغلب|اغلبيت|غالبيت|اكثر|نصف|بعض)هم\s(?:هم\s|كانوا\s)?(?:من\s)?$")
_PLURALS = frozenset(["many", "either"])


@dataclass(slots=True)
class Count:
    """People and what is said of them. measures: empty while nothing is. part_of: index of the count they are part of, -1 if not told.

    named_to: where the last of a list of names ends that is counted here. whole: index of the count that it and others make up.
    """

    people: People
    measures: tuple[str, ...] = ()
    harm: Harm | None = None
    part_of: int | None = None
    rules: list[str] = field(default_factory=list)
    named_to: int = NOWHERE
    whole: int | None = None

    def tell(self, rule: str, measures: tuple[str, ...], harm: Harm | None) -> None:
        """Says what the people are told of, and by which rule."""
        self.measures, self.harm = measures, harm
        self.rules.append(rule)


@dataclass(slots=True)
class Line:
    """What one sentence has told so far. counts: of the whole text, so that «بينهم» may look back; first: index of this sentence's first.

    heads: the last words of harm, joined by «و»; hungry: no people are told of by them yet. tally: a word of counting that awaits its
    number. part: index of the count that «بينهم» speaks of, with the measure it names; part_stop: where the last part ends; part_opens:
    none came yet. made: index of the count whose parts «هم» lists; made_stop: where the last of them ends. refused_stop: where the last
    number of people ends of whom nothing may be told. more_stop, old_stop, negations, threats: where the last words of these kinds end;
    subject_stop: where those end who harmed others, as the word that waits says; force_stop: where a force that is named right behind
    that word ends. known: the last person who is known by name or from before, and of whom nothing was told so far. doubts: where words
    end that ask whether it is so. spots: where names of places begin. forces: where those named begin who may harm
    others, and where each name ends. main: the last verb behind whose subject a clause says more of it, from clause_start on.
    his: the last noun of harm that ends in whom it befell («مقتله»).
    """

    text: str
    start: int
    counts: list[Count]
    first: int
    heads: list[Harm] = field(default_factory=list)
    hungry: bool = False
    tally: Harm | None = None
    part: int | None = None
    part_measure: str = ""
    part_opens: bool = False
    part_stop: int = NOWHERE
    made: int | None = None
    made_stop: int = NOWHERE
    known: People | None = None
    more_stop: int = NOWHERE
    refused_stop: int = NOWHERE
    old_stop: int = NOWHERE
    subject_stop: int = NOWHERE
    force_stop: int = NOWHERE
    negations: list[int] = field(default_factory=list)
    threats: list[int] = field(default_factory=list)
    doubts: list[int] = field(default_factory=list)
    spots: Sequence[int] = ()
    forces: Mapping[int, int] = field(default_factory=dict)
    main: Harm | None = None
    clause_start: int = NOWHERE
    his: Harm | None = None

    @property
    def last(self) -> Count | None:
        """The last count of this sentence."""
        return self.counts[-1] if len(self.counts) > self.first else None

    @property
    def last_told(self) -> Count | None:
        """The last count of this sentence, if something is told of it."""
        last = self.last
        return last if last is not None and last.measures else None

    @property
    def waiting(self) -> Harm | None:
        """The word of harm that tells of no people yet."""
        return self.heads[-1] if self.hungry else None

    def whole_of(self, measure: str, stop: int | None = None) -> int | None:
        """The index of the last count, before that of an index, of which others may be parts.

        measure: what is told of it, "" where nothing need be.
        """
        tried, stop = 0, len(self.counts) if stop is None else stop
        for at in range(stop - 1, max(stop - _FAR_BACK, 0) - 1, -1):
            count = self.counts[at]
            if count.part_of is not None or (not measure and self.says_who(at)):
                continue
            if not measure or measure in count.measures:
                return at
            tried += bool(count.measures)
            if tried == _LOOK_BACK:
                break
        return None

    def says_who(self, at: int) -> bool:
        """«15 شخصا جميعهم مدنيون، بينهم أطفال»: whether a plural only says who those are of whom was told before it."""
        people, told = self.counts[at].people, self.counts[at - 1] if at > self.first else None
        if (
            told is None
            or not (told.measures or told.people.counted)
            or self.counts[at].measures
            or people.counted
            or people.noun.form not in _PLURALS
        ):
            return False
        return _MOST.search(self.text, told.people.stop, people.start) is not None

    def drop_after(self, at: int) -> None:
        """Forgets the people behind a place of this sentence: they only say more of one who is counted now («من أفراد القوة»)."""
        while len(self.counts) > self.first and self.counts[-1].people.start > at:
            self.counts.pop()
        self.part = None

    def before(self, at: int, length: int) -> str:
        """So many characters before a place, within the sentence."""
        return self.text[max(self.start, at - length) : at]

    def done_by(self, at: int) -> bool:
        """Whether those who begin at a place did what is told of before: «القنبلة التي أطلقها أحد الجنود»."""
        before = self.before(at, 16)
        return before.rstrip()[-1:] in _THEIRS and _DOER.search(before) is not None

    def negated(self, at: int) -> bool:
        """Whether a word of negation, of threat or of doubt reaches this place."""
        if any(0 <= at - stop <= _DOUBT_REACH and not _TOLD_OF.search(self.text, stop, at) for stop in self.doubts[-1:]):
            return True
        near = [stop for stop in self.negations[-3:] if 0 <= at - stop <= _NO_REACH]
        if self.threats and not _IN_IT.match(self.text, at):
            near += [stop for stop in self.threats[-3:] if 0 <= at - stop <= _THREAT_REACH]
        return any(not _TURN.search(self.text, stop, at) for stop in near)

    def replaced(self, count: Count) -> bool:
        """«بعد أن كانت 9»: a newer figure stands beside it."""
        at = count.harm.start if count.harm else count.people.start
        near = 0 <= at - self.old_stop <= _OLD_REACH or 0 <= count.people.start - self.old_stop <= _OLD_REACH // 3
        return near and not _NEWER.search(self.text, max(self.old_stop, self.start), count.people.start)

"""A text's words of time in a row, and what may be asked of them: which stand side by side, and what stands between."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from agents.extract.days.datewords import Word, between
from agents.extract.days.days import Days

_SENTENCE = re.compile(r"[.؟!\n]")
_HEADING = re.compile(r"\n[^\w\n]{0,4}((?:19|20)\d\d)[^\w\n]{0,4}(?=\n)")
_AHEAD = 60  # characters from a word for what is yet to come to its day
DEEP = 4  # parts of days may stand in a row: «late in the evening of the night of Sunday»


LATEST = 9  # «الأخير»: neither last, this nor next

ROUGHLY = frozenset(  # words between a preposition and a length of time
    [
        "",
        "نحو",
        "حوالي",
        "قرابه",
        "زهاء",
        "ال",
        "ما يقارب",
        "ما يقرب من",
        "اكثر من",
        "اقل من",
        "ما يزيد علي",
        "ما يزيد عن",
        "هذه",
        "مده",
        "فتره",
    ]
)


class Read(NamedTuple):
    """A point in time that was read. after: index of the word after it; rule: the id of the rule that read it."""

    days: Days
    after: int
    rule: str


class Length(NamedTuple):
    """A length of time. after: index of the word after it."""

    units: int
    unit: str
    after: int
    is_vague: bool


class Phrase(NamedTuple):
    """A phrase read. after: index of the word after it; kind "" where it says nothing of the day (it is passed over)."""

    days: Days
    after: int
    kind: str
    rule: str


class Line:
    """The words of one text. rules: what reads a point that begins with a word of that kind. late: see dates."""

    def __init__(self, text: str, published: date, words: list[Word], rules: "Mapping[str, Rule]", *, late: bool) -> None:
        self.text, self.published, self.words, self.late = text, published, words, late
        self.said: tuple[Days, int] | None = None  # the day or period named last, and where it ends
        self._rules = rules
        self._headings: list[tuple[int, int]] | None = None

    def read(self, at: int, depth: int = 0) -> Read | None:
        """The point that begins at this word; None where none does."""
        rule = self._rules.get(self.words[at].kind) if at < len(self.words) else None
        return rule(self, at, depth) if rule else None

    def gap(self, left: int, right: int) -> str | None:
        """The words between two words of time; None where one is missing or they are far apart."""
        return between(self.text, self.words[left], self.words[right]) if right < len(self.words) else None

    def has(self, at: int, *kinds: str) -> bool:
        """Whether there is a word of one of these kinds."""
        return at < len(self.words) and self.words[at].kind in kinds

    def which(self, at: int) -> tuple[int, int | None]:
        """«الماضي» (-1), «الجاري» (0), «المقبل» (1), «الأخير» (LATEST) at this word, and the word after it; None where it is not said."""
        if self.has(at, "rel") and self.gap(at - 1, at) == "":
            return at + 1, int(self.words[at].value)
        return at, None

    def year_above(self, at: int) -> int | None:
        """The year that stands alone in the last such line above a word («- 2013 -», over days without a year); None where none does."""
        if self._headings is None:
            self._headings = [(one.end(), int(one[1])) for one in _HEADING.finditer(self.text)]
        if not self._headings:
            return None
        found = bisect_right(self._headings, (self.words[at].start, 0))
        year = self._headings[found - 1][1] if found else None
        return year if year is not None and year <= self.published.year else None

    def is_planned(self, at: int, reach: int = _AHEAD) -> bool:
        """Whether a word just before, in the same sentence, says that this is yet to come. reach: characters in which it stands."""
        start = self.words[at].start
        for back in range(at - 1, max(at - 5, -1), -1):
            word = self.words[back]
            if start - word.stop > reach:
                return False
            if word.kind == "plan":
                return not _SENTENCE.search(self.text, word.stop, start)
        return False


Rule = Callable[[Line, int, int], Read | None]

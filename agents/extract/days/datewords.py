"""The words of time in a text: what dates are read from, in order and apart from each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import seeds
from agents.extract.days.days import Days, hijri_day, on_day
from agents.extract.words.letters import spots
from agents.extract.words.lexicon import Entry, Hit, Matcher
from agents.extract.words.numbers import Number
from agents.extract.words.wordlists import any_of

KIND = "time"
_NUMERIC = re.compile(r"([0-9]{1,4})( ?[/\-.] ?)([0-9]{1,2})\2([0-9]{1,4})(?![0-9/])[هم]?")
_SIGNED = re.compile(r"[0-9] ?[/\-.] ?[0-9]")  # every such date has it, and is sought slower
WEEKDAY = "|".join(any_of("time-words", f"weekday:{day}") for day in range(7))  # alternatives of a regular expression, with their «ال»
_JUNK = " ،,()\"«»/-–—'"


@dataclass(slots=True)
class Word:
    """A word of time, a number or a written-out date. kind and value: see lexicon/time-words.csv; ``num`` and ``date`` beside those.

    low, high: the bounds of a number; days: what a date says; definite: written with «ال»; joined: written with «و».
    """

    start: int
    stop: int
    kind: str
    value: str
    low: int = 0
    high: int = 0
    days: Days | None = None
    definite: bool = False
    joined: bool = False


def entries() -> Iterator[Entry]:
    """The surfaces of the lexicon of time words, for the one matcher."""
    for row in seeds.rows("lexicon/time-words.csv"):
        yield Entry(row["surface"], KIND, row["value"], row["source"])


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    """A matcher of these words alone, for texts that come without hits."""
    return Matcher(entries())


def words(text: str, published: date, hits: Sequence[Hit], numbers: Sequence[Number]) -> list[Word]:
    """All words of time of a folded text by their place; a number inside a word of time or a date is not repeated."""
    found: list[Word] = []
    for hit in hits:
        kind, value = _split(hit.value)
        found.append(Word(hit.start, hit.stop, kind, value, 0, 0, None, hit.proclitic[-1:] == "ل", hit.proclitic[:1] == "و"))
    found += _numeric(text, published)
    for one in numbers:
        low, high = one.low if one.low is not None else one.high, one.high if one.high is not None else one.low
        if low is not None and high is not None:
            vague = "vague" if one.form == "vague" else one.form
            before = text[one.start - 1 : one.start] == "و" or text[one.start : one.start + 1] == "و"
            found.append(Word(one.start, one.stop, "num", vague, low, high, None, False, before))
    found.sort(key=lambda word: (word.start, -word.stop, word.kind == "num"))
    apart: list[Word] = []
    for word in found:
        if not apart or word.start >= apart[-1].stop:
            apart.append(word)
        elif word.kind == "date" and apart[-1].kind == "num":
            apart[-1] = word
    return [word for word in apart if word.kind != "none"]


def between(text: str, left: Word, right: Word) -> str | None:
    """The words that stand between two words of time, without quotes and commas; None where they are far apart."""
    if right.start - left.stop > 24:
        return None
    return " ".join(part for word in text[left.stop : right.start].split(" ") if (part := word.strip(_JUNK)))


@lru_cache(maxsize=1024)  # the values of one lexicon
def _split(value: str) -> tuple[str, str]:
    kind, _, rest = value.partition(":")
    return kind, rest


def _numeric(text: str, published: date) -> Iterator[Word]:
    signs = spots(text, "/-.")
    if not any(_SIGNED.match(text, at - 1) or (text[at - 1] == " " and _SIGNED.match(text, max(at - 2, 0))) for at in signs if at):
        return
    for found in _NUMERIC.finditer(text):
        start = found.start()
        if start and text[start - 1] in "0123456789/.-":
            continue
        if days := _read(published, found[1], found[3], found[4]):
            yield Word(start, found.end(), "date", "numeric", days=days)


def _read(published: date, first: str, second: str, third: str) -> Days | None:
    """12/3/2019, 2019-03-12, 12/3/19; Hijri where the year says so. Day before month, unless the month would be over 12."""
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4 and len(third) <= 2:
        one, three = three, one
    elif len(third) == 2 and len(first) <= 2:
        three += 2000
        if abs(three - published.year) > 10:
            return None
    elif len(third) != 4 or len(first) > 2:
        return None
    if two > 12 >= one:
        one, two = two, one
    if 1340 <= three <= 1500:
        return hijri_day(published, one, two, three)
    return on_day(published, one, two, three, which=None, ahead=False) if 1900 <= three <= 2100 else None

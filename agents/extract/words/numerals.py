"""Numerals: digits and words of number put together into one value («ثلاثة وعشرين», «2 مليون و300 ألف», «عشرات الآلاف»)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import seeds
from agents.extract.words.fold import fold_word
from agents.extract.words.letters import spots
from agents.extract.words.lexicon import Hit

_DIGITS = re.compile(r"[0-9]+(?:[.,\u066b][0-9]+|،[0-9]{1,2}(?=\sملي))*(?: [0-9]{3}(?![0-9.,/:])){0,3}")  # «2،6 مليون»; not «5،6»
_PARTICLES = re.compile(r"(?<![0-9A-Za-z\u0621-\u063a\u0641-\u064a])(?P<and>[وف]?)[بلك]?(?P<the>ال|لل)?$")
_ARTICLE = re.compile(r"(?<![0-9A-Za-z\u0621-\u063a\u0641-\u064a])(?P<and>[وف]?)[بك]?ال\s$")
_REACH = 6  # characters of it, with what stands before
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*")
_LETTER = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_LONG = 12  # more digits than that count nothing
_THREE, _TEN = 3, 10


def _few() -> list[str]:
    """The words for three to ten, by which a plural is counted, folded and longer ones first: «ثلاثة», «ثلاث»."""
    rows = (row for row in seeds.rows("lexicon/numbers.csv") if row["kind"] in ("unit", "ten") and _THREE <= float(row["value"]) <= _TEN)
    return sorted({fold_word(row["surface"]) for row in rows}, key=lambda word: (-len(word), word))


def _counting() -> list[str]:
    """All words of number that stand alone before what they count, folded and longer ones first."""
    rows = (row for row in seeds.rows("lexicon/numbers.csv") if row["kind"] not in ("few", "ordinal"))
    return sorted({fold_word(row["surface"]) for row in rows}, key=lambda word: (-len(word), word))


FEW = "|".join(_few())  # alternatives of a regular expression, as are the next
FEW_BEGIN = "|".join(one for one in _few() if not any(one != other and one.startswith(other) for other in _few()))  # «ثلاثا», «ثلاثون» too
NUMBERS = "|".join(_counting())


@dataclass(slots=True)
class Token:
    """A word of number. kind: as in lexicon/numbers.csv, or digits, odd (fractions and the like: no whole number).

    joined: written with «و»; definite: with «ال»; at: where the number itself begins, after particles.
    """

    start: int
    stop: int
    kind: str
    value: float
    joined: bool
    definite: bool
    at: int


class Numeral(NamedTuple):
    """Words of number read as one value. form: digits, words, vague, one-of, ordinal, odd. after: index of the token after it.

    scale: the last word that multiplied (1 where none), so that «5 to 7 thousand» can be understood.
    """

    value: float
    form: str
    after: int
    scale: float = 1


def tokens(text: str, hits: Sequence[Hit]) -> list[Token]:
    """Digits and words of number, in order and apart. hits: those of kind ``number``."""
    found = [token for hit in hits if (token := _word(hit))]
    found += _digits(text)
    found.sort(key=lambda token: (token.start, -token.stop))
    apart: list[Token] = []
    for token in found:
        if not apart or token.start >= apart[-1].stop:
            apart.append(token)
    return apart


def _word(hit: Hit) -> Token | None:
    kind, _, value = hit.value.partition(":")
    definite = hit.proclitic.endswith(("ال", "لل"))
    if definite and (kind in ("one-of", "few") or (value == "2" and kind == "unit")):
        return None  # Sunday, Monday, «the number of»
    if kind == "hundred" and hit.proclitic.endswith("ك"):
        return None  # «كمية من الذخائر»
    return Token(hit.start, hit.stop, kind, float(value), hit.proclitic[:1] == "و", definite, hit.entry_start)


def _digits(text: str) -> Iterator[Token]:
    stop = 0
    for at in spots(text, "0123456789"):
        if at < stop or (found := _DIGITS.match(text, at)) is None:
            continue
        start, stop = at, found.end()
        joined = definite = False
        if at and _LETTER.match(text, at - 1) and (before := _PARTICLES.search(text, max(at - 5, 0), at)):
            start = before.start()  # else the letters belong to a longer word: «في17»
            joined, definite = bool(before["and"] == "و"), bool(before["the"])
        elif at and "A" <= text[at - 1] <= "z":
            continue
        elif apart := _ARTICLE.search(text, max(at - _REACH, 0), at):  # «الـ 15 شهيدا»: the article by itself
            start, joined, definite = apart.start(), bool(apart["and"] == "و"), True
        kind, value = _value(found.group())
        yield Token(start, stop, kind, value, joined, definite, at)


def _value(digits: str) -> tuple[str, float]:
    if len(digits) > _LONG:
        return "odd", 0.0
    if digits.isdecimal():
        return "digits", float(digits)
    if grouped := _GROUPED.fullmatch(digits):
        return "digits", float(digits.replace(grouped[1], ""))
    plain = re.sub(r"[,،\u066b]", ".", digits)
    return ("decimal", float(plain)) if plain.count(".") == 1 and " " not in plain else ("odd", 0.0)


class Numerals:
    """Reads the numerals of one text."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self._text, self._tokens = text, found

    def read(self, at: int) -> Numeral:
        """The numeral that begins with this token."""
        token = self._tokens[at]
        if token.kind == "odd":
            return Numeral(0, "odd", at + 1)
        if token.kind == "ordinal":
            return self._ordinal(at)
        if token.kind in ("vague", "few", "scales"):
            return self._vague(at)
        if token.kind == "half":
            return self._fraction(at)
        return self._sum(at)

    def _next(self, at: int, *kinds: str) -> bool:
        """Whether the token is of such a kind and stands right beside the one before it."""
        return at < len(self._tokens) and self._tokens[at].kind in kinds and self._beside(at)

    def _beside(self, at: int) -> bool:
        before, token = self._tokens[at - 1], self._tokens[at]
        return token.start - before.stop <= 2 and not self._text[before.stop : token.start].strip(' "')

    def _sum(self, at: int) -> Numeral:
        """Groups under a thousand with their scales, from the greatest down, each joined with «و»."""
        first = self._tokens[at]
        total, limit, scale = 0.0, float("inf"), 1.0
        while True:
            value, after, unit = self._scaled(at)
            if value >= limit or unit >= limit:
                break
            total, limit, scale, at = total + value, unit, unit, after
            if self._next(at, "half") and self._tokens[at].joined and unit > 1:
                total, at = total + self._tokens[at].value * unit, at + 1
                at += self._next(at, "scale", "scales")
                break
            if limit <= 1 or not self._next(at, "unit", "ten", "hundred", "scale", "dual", "digits") or not self._tokens[at].joined:
                break
        if first.kind == "one-of" and total == 1:
            return Numeral(1, "one-of", at)
        return Numeral(total, "digits" if first.kind in ("digits", "decimal") else "words", at, scale)

    def _scaled(self, at: int) -> tuple[float, int, float]:
        """A group with the scale after it: (value, next token, scale); a bare scale is one of it."""
        token = self._tokens[at]
        if token.kind == "scale":
            return token.value, at + 1, token.value
        if token.kind == "dual":
            return token.value, at + 1, token.value / 2
        value, after = self._group(at)
        scale = 1.0
        while self._next(after, "scale", "scales") and not self._tokens[after].joined:  # «مئة ألف مليون»
            scale *= self._tokens[after].value
            after += 1
            if self._tokens[after - 1].value <= 1000 and not self._next(after, "scale"):
                break
        return value * scale, after, scale

    def _group(self, at: int) -> tuple[float, int]:
        token = self._tokens[at]
        if token.kind in ("digits", "decimal"):
            return token.value, at + 1
        if token.kind == "hundred":
            return self._rest(token.value, at + 1)
        if token.kind == "unit" and 3 <= token.value <= 9 and self._next(at + 1, "hundred") and not self._tokens[at + 1].joined:
            return self._rest(token.value * 100, at + 2)
        return self._small(at)

    def _rest(self, value: float, at: int) -> tuple[float, int]:
        """What «و» adds to hundreds."""
        if self._next(at, "unit", "ten", "one-of") and self._tokens[at].joined:
            small, after = self._small(at)
            if not (self._next(after, "scale", "scales") and not self._tokens[after].joined and value < 100):
                return value + small, after
        elif self._next(at, "digits") and self._tokens[at].joined and self._tokens[at].value < 100:
            return value + self._tokens[at].value, at + 1
        return value, at

    def _small(self, at: int) -> tuple[float, int]:
        """Under a hundred: «ثلاثة», «ثلاثة عشر», «ثلاثة وعشرين»."""
        token = self._tokens[at]
        if token.kind in ("unit", "one-of") and self._next(at + 1, "ten"):
            ten = self._tokens[at + 1]
            if (ten.value == 10 and not ten.joined) or (ten.value >= 20 and ten.joined and token.kind == "unit"):
                return token.value + ten.value, at + 2
        return token.value, at + 1

    def _vague(self, at: int) -> Numeral:
        """Dozens, hundreds, thousands, several of them: what they are at least."""
        token = self._tokens[at]
        if token.kind == "scales":
            return Numeral(2 * token.value, "vague", at + 1)
        value, after = token.value, at + 1
        if token.kind == "few" and self._next(after, "ten"):  # «بضعة عشر», «بضع وعشرون»
            ten = self._tokens[after].value
            return Numeral(ten + (3 if ten == 10 else 1), "vague", after + 1)
        if token.kind == "few" and self._next(after, "vague") and not self._tokens[after].joined:
            value, after = self._tokens[after].value, after + 1
        while self._next(after, "scale", "scales") and not self._tokens[after].joined and value < 1e9:
            value, after = value * self._tokens[after].value, after + 1
        return Numeral(value, "vague", after)

    def _fraction(self, at: int) -> Numeral:
        """«نصف مليون»; half of anything else is no number."""
        if self._next(at + 1, "scale") and not self._tokens[at + 1].joined:
            return Numeral(self._tokens[at].value * self._tokens[at + 1].value, "words", at + 2)
        return Numeral(0, "", at + 1)

    def _ordinal(self, at: int) -> Numeral:
        """«الثالث عشر», «الخامس والعشرين»: passed over whole, with the tens."""
        after = at + 1
        if self._next(after, "ten"):
            after += 1
        return Numeral(0, "ordinal" if after > at + 1 else "", after)

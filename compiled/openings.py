"""How what a pattern finds may begin: rows of sets of letters, by which C passes over most of a text before the pattern is asked.

A set is a whole number with a bit for each letter of ``_LETTERS``; letters that are not there may stand anywhere. A row holds the sets of
the first letters, one after another, and each finding begins as one of the rows says. Shipped beside ``rasad__short``, which asks it, with
what is known of all patterns that there were when the libraries were made: to look into them takes half a second.
"""

import marshal
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_LETTERS = [chr(one) for one in (*range(0x100), *range(0x600, 0x700))]
_DEPTH = 7  # letters of a row
_BITS = 64  # of all rows together
_MOST = 300  # ways that are told apart
_ALL = (1 << len(_LETTERS)) - 1
_PLACES = {ord(letter): at for at, letter in enumerate(_LETTERS)}
_REFUSED = re.IGNORECASE | re.LOCALE | re.ASCII

Row = tuple[int, ...]
Ways = dict[Row, bool]  # how something may begin; whether what comes behind is known
Rows = tuple[int, int, int, tuple[bytes, ...]]  # bits where rows begin, bits where they end, letters of the longest, the set of each bit
Packed = tuple[int, int, int, bytes]  # the same, the sets as one
Both = tuple[Packed | None, Packed | None]  # of what is found at the begin of a text, and of what is found behind it

_KEPT = Path(__file__).with_suffix(".kept")
_known: dict[tuple[str | bytes, int], tuple[Rows | None, Rows | None]] = marshal.loads(_KEPT.read_bytes()) if _KEPT.exists() else {}
_sets: dict[bytes, bytes] = {}  # each once: patterns have most of theirs in common


class Unknown(Exception):
    """A pattern holds what is not looked into."""


def openings(pattern: re.Pattern[str]) -> Both:
    """Of what is found at the begin of a text, and of what is found behind it; None where nothing is known."""
    key = pattern.pattern, pattern.flags
    if key not in _known:
        _known[key] = _looked_into(pattern)
    begin, behind = _known[key]
    return _packed(begin), _packed(behind)


def keep(patterns: Iterable[re.Pattern[str]]) -> None:
    """Looks into patterns and writes down what it finds, for those who ask later."""
    for one in patterns:
        openings(one)
    _KEPT.write_bytes(marshal.dumps(_known))


def _looked_into(pattern: re.Pattern[str]) -> tuple[Rows | None, Rows | None]:
    try:
        if pattern.flags & _REFUSED or not isinstance(pattern.pattern, str):
            return None, None
        parsed = _parser.parse(pattern.pattern, pattern.flags)
        begin, behind = (_rows(_chained(parsed, at_begin=one)) for one in (True, bool(pattern.flags & re.MULTILINE)))
        return begin, begin if begin == behind else behind
    except (Unknown, RecursionError):
        return None, None


def _chained(items: Iterable[Any], *, at_begin: bool) -> Ways:
    """The ways of items that follow one another. at_begin: whether the begin of a text may stand there."""
    ways: Ways = {(): True}
    for item in items:
        if not any(ways.values()):
            break
        ways = _joined(ways, _of(item, at_begin=at_begin))
    return ways


def _joined(ways: Ways, more: Ways) -> Ways:
    """Ways, and behind each that is known to its end further ones."""
    found: Ways = {}
    more = _fewer(more, max(_MOST // len(ways), 1)) if ways else more
    for row, is_open in ways.items():
        if not is_open or len(row) >= _DEPTH:
            found[row] = False
            continue
        for other, goes_on in more.items():
            both = (row + other)[:_DEPTH]
            found[both] = found.get(both, True) and goes_on and len(both) < _DEPTH
    return found


def _fewer(ways: Ways, most: int) -> Ways:
    """Ways put together, those that begin alike, until there are no more than so many; as long as the shortest of those."""
    rows = sorted(ways, key=lambda row: (len(row), row))
    if len(rows) <= most:
        return ways
    found: Ways = {}
    for alike in _groups(rows, -(-len(rows) // most)):
        is_open = len(alike[0]) == len(alike[-1]) and all(ways[row] for row in alike)
        row = _together(alike)
        found[row] = found.get(row, True) and is_open
    return found


def _groups(rows: Sequence[Row], many: int) -> list[Sequence[Row]]:
    return [rows[at : at + many] for at in range(0, len(rows), many)]


def _together(rows: Sequence[Row]) -> Row:
    """One row for several: as long as the shortest."""
    sets = list(rows[0])
    for row in rows[1:]:
        sets = [one | other for one, other in zip(sets, row, strict=False)]
    return tuple(sets)


def _of(item: tuple[Any, Any], *, at_begin: bool) -> Ways:
    """The ways of one item of a pattern."""
    kind, said = item
    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return {(_set(kind, said),): True}
    if kind is op.BRANCH:
        found: Ways = {}
        for branch in said[1]:
            for row, is_open in _chained(branch, at_begin=at_begin).items():
                found[row] = found.get(row, True) and is_open
        return found
    if kind is op.ATOMIC_GROUP or (kind is op.SUBPATTERN and not (said[1] or said[2])):
        return _chained(said if kind is op.ATOMIC_GROUP else said[3], at_begin=at_begin)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeated(*said, at_begin=at_begin)
    if kind not in (op.AT, op.ASSERT, op.ASSERT_NOT):
        raise Unknown
    return {} if said in (op.AT_BEGINNING, op.AT_BEGINNING_STRING) and not at_begin else {(): True}


def _repeated(least: int, most: int, items: Sequence[Any], *, at_begin: bool) -> Ways:
    once = _chained(items, at_begin=at_begin)
    ways: Ways = {(): True}
    for _ in range(min(least, _DEPTH)):
        ways = _joined(ways, once)
    if most == least:
        return ways
    more = _joined(ways, once)
    if most > least + 1:  # how often is not told apart
        more = dict.fromkeys(more, False)
    return {row: more.get(row, True) and ways.get(row, True) for row in (*ways, *more)}


def _set(kind: Any, said: Any) -> int:
    """The letters that one item may be."""
    if kind is op.ANY:
        return _ALL
    if kind is op.LITERAL:
        return _one(said)
    if kind is op.NOT_LITERAL:
        return _ALL ^ _one(said)
    found, negated = 0, False
    for part, value in said:
        if part is op.NEGATE:
            negated = True
        elif part is op.LITERAL:
            found |= _one(value)
        elif part is op.RANGE:
            found |= sum(_one(letter) for letter in range(value[0], min(value[1], 0x6FF) + 1))
        elif part is op.CATEGORY and value in _CATEGORIES:
            found |= _CATEGORIES[value]
        else:
            raise Unknown
    return _ALL ^ found if negated else found


def _one(letter: int) -> int:
    return 1 << _PLACES[letter] if letter in _PLACES else 0


def _packed(rows: Rows | None) -> Packed | None:
    return rows and (*rows[:3], b"".join(rows[3]))


def _rows(ways: Ways) -> Rows | None:
    """Rows as bits, those that begin alike put together as far as there are too many."""
    if () in ways:
        return None
    longest = max(map(len, ways), default=1)
    begins = ends = 0
    sets: list[int] = []
    for row in _fewer(ways, _BITS // longest):
        begins |= 1 << len(sets)
        sets += row
        ends |= 1 << (len(sets) - 1)
    packed = (one.to_bytes(len(_LETTERS) // 8, "little") for one in sets)
    return begins, ends, longest, tuple(_sets.setdefault(one, one) for one in packed)


def _category(pattern: str) -> int:
    return sum(1 << at for at, letter in enumerate(_LETTERS) if re.match(pattern, letter))


_CATEGORIES = {
    op.CATEGORY_SPACE: _category(r"\s"),
    op.CATEGORY_NOT_SPACE: _category(r"\S"),
    op.CATEGORY_WORD: _category(r"\w"),
    op.CATEGORY_NOT_WORD: _category(r"\W"),
    op.CATEGORY_DIGIT: _category(r"\d"),
    op.CATEGORY_NOT_DIGIT: _category(r"\D"),
}

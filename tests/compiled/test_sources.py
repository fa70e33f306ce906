"""What a source is given before it is translated stands on the lines that are there, and says what plain Python does."""

import ast
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from compiled.modules import chosen
from compiled.sources import prepared
from compiled.tuples import declared

ROOT = Path(__file__).parents[2]
SOURCE = '''"""A module."""

import re
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int, int]
_WORD = re.compile("[أ-ي]")  # «كلمة»
LENGTHS: dict[str, int] = {"كلمة": 4}
count = 0
for count in range(3):
    pass


@dataclass(slots=True)
class Token:
    """A token."""

    start: int
    kind: str = "كلمة"
    rules: list[str] = field(default_factory=list)


def first(tokens: list[Token]) -> int | None:
    starts = (one.start for one in tokens)
    return next(starts, None)
'''


def test_constants_are_final_and_types_and_what_is_set_anew_are_not() -> None:
    lines = prepared(SOURCE).splitlines()
    assert lines[8] == '_WORD: _Final = re.compile("[أ-ي]")  # «كلمة»'
    assert lines[9] == 'LENGTHS: _Final[dict[str, int]] = {"كلمة": 4}'
    assert [lines[at] for at in (6, 7, 10)] == [SOURCE.splitlines()[at] for at in (6, 7, 10)]


def test_tuples_of_strings_are_held_whole() -> None:
    lines = prepared('"""A module."""\nNAMES = ("a", "b")\nPAIRS = (("a", 1), "b")\n').splitlines()
    assert lines[1:3] == ['NAMES: _Final[tuple[str, ...]] = ("a", "b")', 'PAIRS: _Final = (("a", 1), "b")']


def test_dataclasses_are_made_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rasad__short", ModuleType("rasad__short"))  # no named tuple is made here
    spaces: list[dict[str, Any]] = [{"__name__": "module"}, {"__name__": "module"}]
    for source, space in zip((SOURCE, prepared(SOURCE)), spaces, strict=True):
        exec(compile(source, "module", "exec"), space)
    for space in spaces:
        token = space["Token"]
        assert repr(token(3)) == "Token(start=3, kind='كلمة', rules=[])"
        assert token(3).rules is not token(3).rules
        assert token(start=1, kind="", rules=["a"]) == token(1, "", ["a"])
        assert space["first"]([token(5), token(6)]) == 5


TUPLES = '''"""A module."""
from typing import NamedTuple
from words import Hit


class Span(NamedTuple):
    start: int
    stop: int
    kind: str = ""


def spans(hits: list[Hit]) -> list[Span]:
    return [Span(one.start, Span(1, one.stop).stop) for one in hits] + [Span(start=1, stop=2), Span(*(3, 4)), Hit(1, 2)]
'''


def test_named_tuples_are_made_without_their_class_being_called() -> None:
    kinds = declared(ast.parse(TUPLES), "module") | declared(ast.parse(TUPLES.replace("Span(", "Hit(")), "words")
    assert sorted(kinds) == ["module.Span", "words.Hit"]
    lines = prepared(TUPLES, "module", kinds, {"words": set()}).splitlines()
    assert lines[2] == "from words import Hit; _m_Hit: _Final = _s_maker(Hit)"
    assert "_m_Span: _Final = _s_maker(Span)" in lines
    assert "[_m_Span(one.start, _m_Span(1, one.stop, '').stop, '') for one in hits]" in lines[-1]
    assert lines[-1].endswith("[Span(start=1, stop=2), Span(*(3, 4)), _m_Hit(1, 2, '')]")


def test_what_mypyc_cannot_read_is_written_otherwise() -> None:
    source = '"""A module."""\n\n\ndef told(one: int, more: list[int]) -> bool:\n    return one in (1, *more) or one in (2, 3)\n'
    assert prepared(source).splitlines()[-1] == "    return one in tuple((1, *more)) or one in (2, 3)"


NAMES = '''"""A module."""
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from words import folded


@lru_cache(maxsize=8)
def pair(left: str, right: str) -> int:
    return len(left) + len(right)


def place(items: list[int], words: list[str]) -> int:
    return bisect_left(items, pair("", words[0])) + bisect_left(items, 1, key=abs) + Counter(words).total() + len(map(folded, words))
'''


def test_names_of_other_libraries_and_kept_results_are_not_sought_by_name() -> None:
    lines = prepared(NAMES, "module", {}, {"module": {"pair"}, "words": {"folded"}}).splitlines()
    assert lines[1] == "from bisect import bisect_left"
    assert lines[2] == "from collections import Counter; _n_Counter: _Final = Counter"
    assert lines[4] == "from words import folded; from words import _n_folded"
    assert (
        "def _n_pair(left: str, right: str) -> int: found = _t_pair.get((left, right)); return found if found is not None else "
        in lines[11]
    )
    asked = '_short.bisect_left(items, _n_pair("", words[0])) + bisect_left(items, 1, key=abs) + _n_Counter(words).total()'
    assert asked + " + len(map(_n_folded, words))" in lines[-1]


@pytest.mark.parametrize("path", chosen(ROOT), ids=str)
def test_each_statement_stays_on_its_line(path: Path) -> None:
    before, after = (ROOT / path).read_text(), prepared((ROOT / path).read_text())
    assert len(before.splitlines()) == len(after.splitlines())
    lines = [{node.lineno for node in ast.walk(ast.parse(one)) if isinstance(node, ast.stmt)} for one in (before, after)]
    assert lines[0] <= lines[1]

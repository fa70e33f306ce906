"""What a source is given before it is translated stands on the lines that are there, and says what plain Python does."""

import ast
from pathlib import Path
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


def test_dataclasses_are_made_as_before() -> None:
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
    last = prepared(TUPLES, "module", kinds).splitlines()[-1]
    assert "[_made(Span, (one.start, _made(Span, (1, one.stop, '')).stop, '')) for one in hits]" in last
    assert last.endswith("[Span(start=1, stop=2), Span(*(3, 4)), _made(Hit, (1, 2, ''))]")


@pytest.mark.parametrize("path", chosen(ROOT), ids=str)
def test_each_statement_stays_on_its_line(path: Path) -> None:
    before, after = (ROOT / path).read_text(), prepared((ROOT / path).read_text())
    assert len(before.splitlines()) == len(after.splitlines())
    lines = [{node.lineno for node in ast.walk(ast.parse(one)) if isinstance(node, ast.stmt)} for one in (before, after)]
    assert lines[0] <= lines[1]

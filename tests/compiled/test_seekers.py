"""Patterns that are asked only where what they find may begin find what they find else. Skipped where nothing can be compiled."""

import ctypes
import re
import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiled import openings
from compiled.direct import METHODS
from tests.compiled.test_short import short  # noqa: F401

_WAYS = ("search", "match", "fullmatch", "finditer")
_PIECES = [
    *(
        "ا",
        "ب",
        "ال",
        "علي",
        " ",
        "1",
        r"\w",
        r"\s",
        r"\S+",
        r"\s+",
        r"\w*",
        r"\d{1,3}",
        ".",
        "–",
        "[اب]",
        r"[^\sا]",
        r"[\u0621-\u064a]{2,}",
    ),
    *('(?:^|[\\s"«(])', r"^", "$", r"\b", r"[وف]?", "(?:ال)?", "(?:اب|تا|علي|a)", r"(?:ا\w|ب|ت{0,2})", "(?P<one>ا|بت)", "(?:ا|(?:بت)*)"),
    *("(?!ب)", "(?=ا)", "(?<=ا)", "(?<!ب)", "ب{2,3}", "ا*?", "ب++", "(?>ا|اب)", "(?i:a)", r"(ا)\1", "(?:ابتىعلي|يلعىتبا)", "[^ا]"),
]
PATTERNS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join)
TEXTS = st.text(alphabet=st.sampled_from('اابتىعلي13 aA.\n"«(–ﷺé\U0001f600  '), max_size=24)


def _compiled(pattern: str, flags: int) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern, flags)
    except re.error:  # what names a group twice
        return None


class _Common(ctypes.Structure):
    _fields_ = [("sought", ctypes.c_void_p), ("among", ctypes.c_void_p), ("numbers", ctypes.c_void_p), ("record", ctypes.c_void_p)]


@pytest.fixture(scope="module")
def sought(short: Any) -> Any:  # noqa: F811
    """What translated sources ask: by way, pattern, text, start, stop, and how many of these are given."""
    sys.modules["rasad__openings"] = openings
    kind = ctypes.PYFUNCTYPE(
        ctypes.py_object, ctypes.c_int, ctypes.py_object, ctypes.py_object, ctypes.c_ssize_t, ctypes.c_ssize_t, ctypes.c_int
    )
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return kind(_Common.from_address(pointer(short.common, b"rasad__short.common")).sought)


@given(pattern=PATTERNS, flags=st.sampled_from([0, 0, re.MULTILINE, re.DOTALL]), texts=st.lists(TEXTS, max_size=4), data=st.data())
def test_patterns_find_alike(sought: Any, pattern: str, flags: int, texts: list[str], data: st.DataObject) -> None:
    asked = _compiled(pattern, flags)
    if asked is None:
        return
    for _ in range(30):  # it is looked into when it was asked often
        sought(1, asked, "", 0, sys.maxsize, 1)
    for text in texts:
        start, stop = data.draw(st.integers(-2, 26)), data.draw(st.integers(-2, 26))
        for way, name in enumerate(_WAYS):
            for many, limits in (1, (0, sys.maxsize)), (2, (start, sys.maxsize)), (3, (start, stop)):
                expected = getattr(asked, name)(text, *limits[: many - 1])
                found = sought(way, asked, text, *limits, many)
                assert _told(found) == _told(expected)


def _told(found: Any) -> Any:
    """Where each match is, and what its groups hold; of one, of many or of none."""
    if found is None or isinstance(found, re.Match):
        return found and (found.span(), found.groups())
    return [_told(one) for one in found]


def test_what_is_no_pattern_is_asked_as_it_is(sought: Any) -> None:
    class Other:
        def search(self, text: str, start: int) -> str:
            return text[start:]

    assert sought(0, Other(), "abc", 1, sys.maxsize, 2) == "bc"
    with pytest.raises(AttributeError):
        sought(1, Other(), "abc", 1, sys.maxsize, 2)


def test_patterns_of_which_nothing_is_known_or_nothing_is_found() -> None:
    assert openings.openings(re.compile("a*")) == (None, None)
    assert openings.openings(re.compile("a", re.IGNORECASE)) == (None, None)
    begin, behind = openings.openings(re.compile("^ab"))
    assert begin is not None
    assert begin[:3] == (1, 2, 2)
    assert behind is not None
    assert behind[1] == 0  # not found behind the begin


def test_many_ways_to_begin_share_rows() -> None:
    words = "|".join(f"{one}{two}{three}xyzxyz" for one in "abcdefgh" for two in "abcdefgh" for three in "abcdefgh")
    begin, _ = openings.openings(re.compile(rf"(?:^|\s)[وف]?(?:{words})"))
    assert begin is not None
    begins, ends, longest, sets = begin
    assert begins.bit_count() == ends.bit_count() <= 64 // longest
    assert len(sets) // 64 <= 64


@pytest.mark.parametrize("name", _WAYS)
def test_every_way_is_told_to_mypyc(name: str) -> None:
    assert [len(taken) for taken, _, _ in METHODS[name]] == [2, 3, 4]


def _loaded(path: Path) -> Any:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_was_looked_into_is_kept(tmp_path: Path) -> None:
    shutil.copy(openings.__file__, tmp_path / "asked.py")
    first = _loaded(tmp_path / "asked.py")
    seen = [re.compile(text, flags) for text in ("^ab", "a*", r"(?:اب|تا)\w") for flags in (0, re.MULTILINE)]
    told = [first.openings(pattern) for pattern in seen]
    asked = re.compile("ef")
    first.keep([asked])
    later = _loaded(tmp_path / "asked.py")
    later._looked_into = None  # is not called for what was kept
    assert [later.openings(pattern) for pattern in seen] == told
    assert told[0] != told[1]  # of one pattern, by its flags
    assert later.openings(asked) == first.openings(asked)  # though nobody had asked for it
    with pytest.raises(TypeError):
        later.openings(re.compile("cd"))

"""What is sought only around strings is what a pattern finds in the whole text."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agents.extract.words.letters import around

PATTERNS = [(r"a?b+c", "b", (3, 9)), (r"\bbab\b", "bab", (1, 4)), (r"(?:a )?(?:b|bc)(?= |$)", "b", (3, 4)), (r"b{1,3}", "b", (3, 4))]


@pytest.mark.parametrize(("pattern", "string", "reach"), PATTERNS)
@given(text=st.text(alphabet="abc ", max_size=24))
def test_what_is_found_around_a_string_is_what_is_found_in_all(pattern: str, string: str, reach: tuple[int, int], text: str) -> None:
    sought = re.compile(pattern)
    whole = [one.span() for one in sought.finditer(text)]
    assume(all(stop - start <= min(reach) for start, stop in whole))  # no longer than it is told to look
    assert [one.span() for one in around(sought, (string,), text, reach)] == whole


def test_a_text_without_the_strings_holds_nothing() -> None:
    assert list(around(re.compile("b*"), ("b",), "aaa", (1, 1))) == []


def test_two_strings_of_one_match_are_found_once() -> None:
    assert [one.group() for one in around(re.compile("bab"), ("b",), "a bab bab", (3, 4))] == ["bab", "bab"]

"""The words of a text for its signature are the same, whether the lexicons' own parts of it are used or not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.reports.batches import signature, words_of
from agents.extract.words.lexicon import cut

LETTERS = ["قتل", "غاره", "abc", "é", "ж", "_", "15", "٣", "½", "中", " ", "  ", "،", ".", "\n", "-", "«", "ـ"]


@given(st.lists(st.sampled_from(LETTERS)).map("".join))
def test_words_are_those_of_the_text_in_every_script(text: str) -> None:
    assert words_of(text, cut(text)) == re.findall(r"\w+", text)


@pytest.mark.parametrize("text", ["", " ", "قتل", "قتل 15جنديا", "عام_2014", "café"])
def test_words_go_on_over_gaps_of_other_letters(text: str) -> None:
    assert words_of(text, cut(text)) == re.findall(r"\w+", text)


def test_a_text_without_words_has_no_signature() -> None:
    assert signature([]) == ()
    assert len(signature(["قتل"])) == len(signature(["قتل", "خمسه", "جنود", "في", "دمشق"])) == 32

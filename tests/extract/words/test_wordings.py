"""Words of one meaning are put as the rules know them, and every place of them lies where the other word was written."""

import csv
from pathlib import Path

import pytest

import seeds
from agents.extract.words.fold import fold, fold_word

with Path(__file__).with_name("wordings.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("text", "usual", "note"), CASES)
def test_a_text_is_read_in_the_usual_words(text: str, usual: str, note: str) -> None:
    assert fold(text).text == usual, note


@pytest.mark.parametrize(("text", "usual", "note"), CASES)
def test_each_letter_lies_in_what_was_written(text: str, usual: str, note: str) -> None:
    folded = fold(text)
    spans = [folded.raw_span(at, at + 1) for at in range(len(usual))]
    assert all(0 <= start < stop <= len(text) for start, stop in spans), note
    assert [start for start, _ in spans] == sorted(start for start, _ in spans), note
    assert folded.raw_span(0, len(usual)) == (0, len(text)), note


def test_a_word_lies_where_the_other_was_written() -> None:
    text = "قتل ثلاثة في وقت متأخر من مساء يوم الأحد بـ5 رصاصات"
    folded = fold(text)
    for word, written in (("مساء", "في وقت متأخر من مساء"), ("الاحد", "يوم الأحد"), ("رصاصات", "رصاصات"), ("5", "5")):
        at = folded.text.index(word)
        start, stop = folded.raw_span(at, at + len(word))
        assert text[start:stop] == written


def test_surfaces_of_lexicons_are_put_so_too() -> None:
    assert fold_word("أثناء محاولته") == fold_word("خلال محاولته")


def test_what_is_usual_is_in_no_other_words_itself() -> None:
    for row in seeds.rows("lexicon/wordings.csv"):
        assert fold(row["usual"]).text == fold(fold(row["usual"]).text).text, row

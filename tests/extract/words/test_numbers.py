"""Numbers as read from short texts. Notation: 5, 5+ (at least), ..5 (up to), 5..7 (range), 1of («one of»), or what it counts instead."""

import csv
import re
from pathlib import Path

import pytest

from agents.extract.words.fold import fold
from agents.extract.words.numbers import PEOPLE, Number, find_numbers
from agents.extract.words.numerals import FEW, FEW_BEGIN

with Path(__file__).with_name("numbers.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(one: Number) -> str:
    if one.form not in PEOPLE:
        return one.form
    if one.form == "one-of":
        return f"{one.low}of"
    if one.low == one.high:
        return str(one.low)
    return f"{one.low}+" if one.high is None else f"..{one.high}" if one.low is None else f"{one.low}..{one.high}"


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_numbers_are_read_as_a_careful_reader_reads_them(text: str, expected: str, note: str) -> None:
    found = [written(one) for one in find_numbers(fold(text).text)]
    assert (" | ".join(found) or "-") == expected, note


def test_words_for_three_to_ten_are_few_and_no_others() -> None:
    few = ("ثلاث", "ثلاثه", "اربعه", "ست", "ثمان", "ثماني", "ثمانيه", "تسعه", "عشر", "عشره")
    assert [one for one in few if not (re.fullmatch(FEW, one) and re.match(FEW_BEGIN, one))] == []
    assert [one for one in ("واحد", "اثنين", "ثالث", "عشرين", "مئه", "ثلاثون") if re.fullmatch(FEW, one)] == []
    assert re.match(FEW_BEGIN, "ثلاثون") and not re.match(FEW_BEGIN, "اثنين")

"""The same news in other words of when, where and by whom gives the same reports."""

import csv
from pathlib import Path

import pytest

from tests.extract.test_core import READER, article, written

with Path(__file__).with_name("words.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("text", "other"), CASES)
def test_the_same_news_in_other_words_is_read_the_same(text: str, other: str) -> None:
    told, again = ([written(one, 9) for one in READER.read(article(words)).reports] for words in (text, other))
    assert told
    assert again == told

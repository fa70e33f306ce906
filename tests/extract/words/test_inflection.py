"""Forms of verbs and nouns."""

from pathlib import Path

import pytest

from agents.extract.words.fold import fold_word
from agents.extract.words.inflection import noun_forms, past_forms, present_forms

TABLE = Path(__file__).with_name("inflection.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
MAKE = {"past": past_forms, "present": present_forms, "noun": noun_forms}


@pytest.mark.parametrize(("row", "kind", "form", "made", "note"), CASES)
def test_a_row_makes_the_forms_news_writes(row: str, kind: str, form: str, made: str, note: str) -> None:
    assert (fold_word(form) in MAKE[kind](row)) == (made == "yes"), note

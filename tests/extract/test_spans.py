"""Laws of numbers and dates, whatever words stand side by side."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from agents.extract.days.dates import find_dates
from agents.extract.words.fold import fold
from agents.extract.words.numbers import find_numbers

TABLES = ("numbers", "bounds", "labels", "time-words")
WORDS = [row["surface"] for name in TABLES for row in seeds.rows(f"lexicon/{name}.csv")]
SIGNS = [
    "1",
    "12",
    "2015",
    "31/2/2018",
    "12/3/2019",
    "1436",
    "1.500",
    "3.5",
    "9" * 30,
    "و",
    "ال",
    "،",
    ".",
    "\n",
    "-",
    "/",
    ":",
    "%",
    "(",
    ")",
    '"',
    "متر",
    "قتيلا",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *SIGNS, *SIGNS * 8]), max_size=25).flatmap(
    lambda words: st.sampled_from([" ", "", " و"]).map(lambda joint: fold(joint.join(words)).text)
)


@settings(deadline=None)
@given(TEXTS)
def test_numbers_are_apart_and_their_bounds_in_order(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= one.start < one.stop <= len(text) for one in found)
    assert all(one.stop <= two.start for one, two in pairwise(found))
    assert all(one.low is None or one.high is None or one.low <= one.high for one in found)


@settings(deadline=None)
@given(TEXTS, st.dates())
def test_dates_are_apart_and_their_days_in_order(text: str, published: date) -> None:
    found = find_dates(text, published)
    assert all(0 <= one.start < one.stop <= len(text) for one in found)
    assert all(one.stop <= two.start for one, two in pairwise(found))
    assert all(one.first is None or one.last is None or one.first <= one.last for one in found)


@settings(deadline=None)
@given(TEXTS, st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_what_is_read_as_past_does_not_begin_after_publication(text: str, published: date) -> None:
    found = [one for one in find_dates(text, published) if one.kind in ("point", "since", "ago")]
    assert all(one.first is None or one.first <= published for one in found)

"""Words that tell of events, and words that take them back."""

from pathlib import Path

import pytest

from agents.extract.frames import clauses, quantity, split, triggers
from agents.extract.knowledge import load_entries
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher
from agents.extract.words.sentences import split as sentences

TABLE = Path(__file__).with_name("triggers.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
MATCHER = Matcher(load_entries())


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_trigger_stands_or_is_taken_back(text: str, expected: str, note: str) -> None:
    folded = fold(text).text
    hits = MATCHER.hits(folded)
    hits["event"] = split.joined(folded, hits.get("event", []), hits.get("split", []))
    parts = clauses.cut(folded, sentences(folded), hits)
    found = [one for part in parts for one in triggers.find(folded, part, hits["event"], hits.get("reject", []), hits.get("doing", []))]
    said = [f"!{one.rejected}" if one.rejected else one.code for one in found if one.part != "means"]
    assert " ".join(said) == expected, note


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("شن التحالف عشرات الغارات على المدينة", True),
        ("شن التحالف عشرات الغارات التي استهدفت المدينة", True),
        ("شن التحالف حربا على الجماعة، وكانت عشرات الغارات التي تلت ذلك", False),
        ("شن التحالف هجوما، لكن عشرات الغارات", False),
    ],
)
def test_dozens_of_raids_are_news_unless_they_only_came_of_an_act(text: str, opens: bool) -> None:
    folded = fold(text).text
    start = folded.index("الغارات")
    assert quantity.opens(folded, folded.index(" "), start, start + len("الغارات")) is opens

"""Words that tell of events, and words that take them back."""

from pathlib import Path

import pytest

from agents.extract.acts import epithets, lightverbs, split, triggers
from agents.extract.clauses import clauses
from agents.extract.knowledge import load_entries
from agents.extract.lockstep import alone
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
    hits["event"] = lightverbs.told(folded, epithets.joined(folded, hits.get("event", ())), hits.get(lightverbs.KIND, []))
    hits["event"] = split.joined(folded, hits["event"], hits.get("split", []))
    parts = alone(clauses.cut(folded, sentences(folded), hits))
    found = [one for part in parts for one in triggers.find(folded, part, hits["event"], hits.get("reject", []), hits.get("doing", []))]
    said = [f"!{one.rejected}" if one.rejected else one.code for one in found if one.part != "means"]
    assert " ".join(said) == expected, note


@pytest.mark.parametrize(
    ("text", "placed", "known"),
    [
        ("أطلق المسلحون عددا من الصواريخ على البلدة", True, False),
        ("أطلق المسلحون عددا من الصواريخ", False, True),
        ("نفذت القوات سلسلة من الغارات على البلدة", True, False),
        ("نفذت القوات منذ ذلك الحين سلسلة من الغارات على البلدة", True, True),
        ("شن التحالف عشرات الغارات التي استهدفت المدينة", True, False),
        ("شن التحالف عشرات الغارات التي تلت ذلك على المدينة", True, True),
        ("قصف التحالف البلدة، لكن عشرات الغارات على المدينة", True, True),
        ("نفذ المسلحون عددا من الهجمات على البلدة", True, True),
        ("نفذت القوات الغارات على البلدة", True, True),
    ],
)
def test_a_word_of_quantity_makes_strikes_somewhere_news(text: str, placed: bool, known: bool) -> None:
    folded = fold(text).text
    hits = MATCHER.hits(folded)
    parts = alone(clauses.cut(folded, sentences(folded), hits))
    found = triggers.find(folded, parts[0], hits.get("event", []), hits.get("reject", []), hits.get("doing", []), placed=placed)
    assert [one.definite for one in found if one.part == "noun"] == [known]

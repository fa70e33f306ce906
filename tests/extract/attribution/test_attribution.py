"""Who says so, and how sure."""

import re
from datetime import date
from pathlib import Path

import pytest

from agents.extract.acts import speech
from agents.extract.acts.layers import Clause, Layers
from agents.extract.attribution import sayings
from agents.extract.attribution.attribution import Attribution, of
from agents.extract.knowledge import load_entries
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher
from tests.extract.test_core import READER, article

TABLE = Path(__file__).with_name("attribution.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
MATCHER = Matcher(load_entries())


def _said(text: str, start: int = 0) -> Attribution:
    """The attribution of what stands behind ``start``, as if it were one sentence."""
    folded = fold(text)
    stop = len(folded.text)
    hits = MATCHER.hits(folded.text)
    hits["attribution"] = speech.told(folded.text, hits.get("attribution", []))
    hits[sayings.KIND] = sayings.joined(folded.text, hits["attribution"], hits.get(sayings.KIND, []))
    sentences = [(0, start), (start, stop)] if start else [(0, stop)]
    layers = Layers(folded.text, folded.clean, date(2020, 1, 2), 0, sentences, [], hits, [], [], [], [])
    return of(layers, Clause(len(sentences) - 1, start, stop, ""), stop, stop, stop)


@pytest.mark.parametrize(("text", "source", "hedge", "note"), CASES)
def test_the_source_and_the_hedge_are_read(text: str, source: str, hedge: str, note: str) -> None:
    said = _said(text)
    assert (said.source, said.hedge) == (source, hedge), note


@pytest.mark.parametrize(
    ("text", "source", "note"),
    [
        ("قال مصدر أمني عراقي إن عبوة انفجرت. وأضاف أن خمسة قتلوا", "مصدر أمني عراقي", "nobody named: whoever spoke before"),
        ("قال مصدر أمني عراقي إن عبوة انفجرت. وأضاف المصدر أن خمسة قتلوا", "مصدر أمني عراقي", "«the source» is the one named before"),
        ("قال المرصد السوري لحقوق الإنسان إن قرية قصفت. وقال المرصد إن خمسة قتلوا", "المرصد السوري لحقوق الإنسان", "a short name"),
        ("قالت وزارة الصحة إن قرية قصفت. وقالت الشرطة إن خمسة قتلوا", "الشرطة", "a name of its own"),
        ("قالت وزارة الصحة إن قرية قصفت. وقال الرئيس إن خمسة قتلوا", "الرئيس", "a title that nobody bore before"),
        ("انفجرت عبوة في السوق. وأضاف أن خمسة قتلوا", "", "nobody spoke before"),
    ],
)
def test_who_spoke_before_is_meant(text: str, source: str, note: str) -> None:
    assert _said(text, text.index(".") + 1).source == source, note


TOLD = Path(__file__).with_name("told.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in TOLD if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("text", "told", "way", "note"), ROWS)
def test_every_number_has_its_account(text: str, told: str, way: str, note: str) -> None:
    reading = READER.read(article(text))
    figures = [one for report in reading.reports for one in report.figures if one.low]
    assert [f"{one.low}={one.attributed_to}/{one.hedge}" for one in figures] == re.split(r"\s(?=\d+=)", told), note
    ways = [frame.attribution.rule for frame in reading.frames if frame.figures]
    assert f"attribution.{way}" in ways[:1], note

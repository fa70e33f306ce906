"""Who says so, and how sure."""

from datetime import date
from pathlib import Path

import pytest

from agents.extract.frames.attribution import of
from agents.extract.frames.layers import Clause, Layers, by_kind
from agents.extract.knowledge import load_entries
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher

TABLE = Path(__file__).with_name("attribution.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
MATCHER = Matcher(load_entries())


@pytest.mark.parametrize(("text", "source", "hedge", "note"), CASES)
def test_the_source_and_the_hedge_are_read(text: str, source: str, hedge: str, note: str) -> None:
    folded = fold(text)
    stop = len(folded.text)
    hits = by_kind(MATCHER.find(folded.text))
    layers = Layers(folded.text, folded.clean, date(2020, 1, 2), 0, [(0, stop)], [], hits, [], [], [], [])
    said = of(layers, Clause(0, 0, stop, ""), stop)
    assert (said.source, said.hedge) == (source, hedge), note

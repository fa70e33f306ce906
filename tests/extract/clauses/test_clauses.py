"""Where clauses begin, and how they join."""

from itertools import pairwise
from pathlib import Path

import pytest

from agents.extract.clauses.clauses import cut
from agents.extract.knowledge import load_entries
from agents.extract.lockstep import alone
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher
from agents.extract.words.sentences import split

TABLE = Path(__file__).with_name("clauses.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]
MATCHER = Matcher(load_entries())


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_clauses_part_where_another_act_is_told(text: str, expected: str, note: str) -> None:
    folded = fold(text)
    hits = MATCHER.hits(folded.text)
    found = alone(cut(folded.text, split(folded.text), hits))
    assert " ⟂ ".join(f"{one.link}:{folded.clean[one.start : one.stop].strip()}" for one in found) == expected, note


def test_clauses_cover_the_sentences_without_gaps() -> None:
    text = fold("قصف الجيش البلدة كما شنت الطائرات غارة ردا على هجوم. ثم هدأت المدينة.").text
    hits = MATCHER.hits(text)
    sentences = split(text)
    found = alone(cut(text, sentences, hits))
    for number, (start, stop) in enumerate(sentences):
        mine = [one for one in found if one.sentence == number]
        assert (mine[0].start, mine[-1].stop) == (start, stop)
        assert all(one.stop == two.start for one, two in pairwise(mine))

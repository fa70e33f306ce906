"""Figures of single sentences: what is counted, of whom, and what is none."""

from pathlib import Path

import pytest

from agents.extract.actors.actors import find_actors
from agents.extract.figures.figures import find_figures
from agents.extract.figures.mention import FigureMention
from agents.extract.knowledge import load_entries
from agents.extract.lockstep import alone
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher
from agents.extract.words.numbers import find_numbers
from agents.extract.words.sentences import split

HERE = Path(__file__).parent
MATCHER = Matcher(load_entries())


def cases(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read(raw: str, country: str = "IQ") -> list[FigureMention]:
    text = fold(raw).text
    hits = MATCHER.hits(text)
    return alone(find_figures(text, split(text), hits, find_numbers(text, hits), actors=find_actors(hits, country), country=country))


def written(one: FigureMention) -> str:
    low, high = one.low, one.high
    number = str(low) if low == high else f"{low}+" if high is None else f"-{high}" if low is None else f"{low}-{high}"
    party = one.party.partition(":")[0] if one.party.startswith("rebel:") else one.party
    return " ".join(filter(None, [one.measure, party, "*" * one.cumulative + number, one.subset or ""]))


@pytest.mark.parametrize(("text", "expected", "note"), cases("figures.tsv"))
def test_a_sentence_says_how_many_of_whom(text: str, expected: str, note: str) -> None:
    assert [written(one) for one in read(text)] == [one.strip() for one in expected.split(";") if one.strip()], note


@pytest.mark.parametrize(("text", "hasty", "note"), cases("figures-none.tsv"))
def test_a_sentence_that_harms_nobody_has_no_figure(text: str, hasty: str, note: str) -> None:
    assert [written(one) for one in read(text)] == [], f"{note}: {hasty}"

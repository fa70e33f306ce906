"""On real articles reading does not fall below what it has reached; each floor is a little below what was measured last."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from agents.evaluate.measure import Chance, Label, measure
from agents.evaluate.results import Measured
from streams.inputs.files import read, versions
from streams.reading import evaluation
from streams.reading.extraction import extracted

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("RASAD_SHARED", HERE.parents[2] / "shared"))
DEV = SHARED / "evaluation" / "dev"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real articles belong to their publishers and are not here"),
]


class Floor(NamedTuple):
    """incident, template, figure: least F1. exact: least share of articles with the killed exact. killed, leak: most."""

    incident: float
    template: float
    figure: float
    exact: float
    killed: float
    leak: float


SETS = {
    "development articles": (DEV / "articles.jsonl", DEV / "gold.jsonl", Floor(0.885, 0.78, 0.785, 0.745, 0.14, 0.002)),
    "source articles": (SHARED / "seeds", SHARED / "evaluation" / "seeds-gold.json", Floor(0.94, 0.85, 0.87, 0.60, 0.03, 0.0)),
    "our gold, open": (SHARED / "corpus" / "pool.jsonl", HERE / "open.jsonl", Floor(0.88, 0.785, 0.775, 0.715, 0.43, 0.003)),
    "our gold, held back": (SHARED / "corpus" / "pool.jsonl", HERE / "held-back.jsonl", Floor(0.845, 0.73, 0.735, 0.62, 0.31, 0.005)),
    "our gold, newer": (SHARED / "corpus" / "pool.jsonl", HERE / "newer.jsonl", Floor(0.82, 0.665, 0.715, 0.67, 0.14, 0.003)),
    "our gold, newer, held back": (
        SHARED / "corpus" / "pool.jsonl",
        HERE / "newer-held-back.jsonl",
        Floor(0.795, 0.60, 0.655, 0.52, 0.27, 0.003),
    ),
    "our gold, latest, held back": (
        SHARED / "corpus" / "pool.jsonl",
        HERE / "latest-held-back.jsonl",
        Floor(0.83, 0.735, 0.725, 0.70, 0.21, 0.003),
    ),
    "our gold, corrected": (SHARED / "corpus" / "pool.jsonl", HERE / "corrected.jsonl", Floor(0.87, 0.76, 0.78, 0.765, 0.17, 0.003)),
}


def measured(articles: Path, gold: Path) -> Measured:
    wanted = evaluation.gold([str(gold)])
    scored = evaluation.scored(versions(read([str(articles)])), wanted, lambda some: extracted(some, 1), link=False)  # type: ignore[arg-type]
    return measure(scored, Label("real", date(2026, 1, 1)), Chance(0, 1, lambda many: [0] * many))


@pytest.mark.parametrize("name", SETS)
def test_reading_of_real_articles_stays_above_its_floors(name: str) -> None:
    articles, gold, floor = SETS[name]
    found = measured(articles, gold)
    reached = {"incident": found.incident.f1.value, "template": found.template.f1.value, "figure": found.figure.f1.value}
    assert {key: value for key, value in reached.items() if (value or 0) < getattr(floor, key)} == {}
    assert (found.killed.exact.value or 0) >= floor.exact
    assert (found.killed.error.value or 0) <= floor.killed
    assert (found.toll_leak.value or 0) <= floor.leak

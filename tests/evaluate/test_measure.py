"""A set of articles measured; and the same numbers as the scorer that defines them, where that is at hand."""

import importlib.util
import json
import os
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

import seeds
from agents.evaluate.measure import FEW, Chance, Label, Scored, errors, measure
from agents.evaluate.results import Found, Linked, Measured
from streams.inputs.files import read, versions
from streams.reading import evaluation
from streams.reading.extraction import extracted
from tests.evaluate.reports import article, other, report

SHARED = Path(os.environ.get("RASAD_SHARED", Path(__file__).parents[3] / "shared")) / "evaluation"
LABEL = Label("test", date(2026, 1, 1))
DAY = date(2019, 3, 11)


def chance(n: int = 0, seed: int = 1) -> Chance:
    draw = Random(seed)
    return Chance(n, seed, lambda many: draw.choices(range(many), k=many))


def scored(name: str, gold: list[dict[str, Any]], found: list[dict[str, Any]], outlet: str = "one") -> Scored:
    return Scored(article(gold, found, name), outlet, DAY)


RIGHT = [scored(f"right{n}", [report()], [report()]) for n in range(FEW)]
WRONG = [scored(f"wrong{n}", [report()], [other()], "two") for n in range(FEW)]


def test_a_set_is_the_sum_of_its_articles() -> None:
    found = measure([*RIGHT, *WRONG], LABEL, chance())
    assert (found.incident.tp, found.incident.fp, found.incident.fn) == (FEW, FEW, FEW)
    assert (found.incident.f1.value, found.killed.error.value, found.killed.exact.value) == (0.5, 0.5, 0.5)
    assert (found.articles, found.outlets, found.first, found.linking) == (2 * FEW, {"one": FEW, "two": FEW}, DAY, None)


def test_groups_have_the_scores_of_their_articles_or_reports() -> None:
    groups = measure([*RIGHT, *WRONG], LABEL, chance()).groups
    assert [(one.name, one.reports, one.incident.f1.value) for one in groups["outlet"]] == [("one", FEW, 1.0), ("two", FEW, 0.0)]
    assert [(one.name, one.reports, one.incident.p.value) for one in groups["country"]] == [("SY", 2 * FEW, 1.0), ("IQ", 0, 0.0)]
    assert [(one.name, one.articles, one.killed_error and one.killed_error.value) for one in groups["year"]] == [("2019", 2 * FEW, 0.5)]


def test_groups_with_few_reports_are_told_together() -> None:
    few = [scored("f1", [report()], [report()], "three"), scored("f2", [report()], [], "four")]
    groups = measure([*RIGHT, *few], LABEL, chance()).groups["outlet"]
    assert [(one.name, one.articles, one.incident.r.value) for one in groups] == [("one", FEW, 1.0), ("others (2)", 2, 0.5)]


def test_intervals_hold_the_score_and_are_those_of_the_seed() -> None:
    one, two = (measure([*RIGHT, *WRONG], LABEL, chance(200)) for _ in range(2))
    assert one == two
    assert (one.incident.f1.low or 0) < 0.5 < (one.incident.f1.high or 0)
    assert measure(RIGHT, LABEL, chance(200)).incident.f1.low == 1.0


def test_errors_name_article_and_cause() -> None:
    found = [(one.error, one.why, one.article_id, one.sub_event_type) for one in errors(WRONG[:1])]
    assert found == [("missed", "unlike", "wrong0", "Air/drone strike"), ("extra", "unlike", "wrong0", "Arrests")]


def definition() -> Any:
    """The scorer that belongs to the annotation guide."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_defined(found: Measured) -> dict[str, Any]:
    """The same in the form of that scorer, in which what was not there scores 0."""

    def prf(one: Found) -> dict[str, Any]:
        return {"p": one.p.value or 0.0, "r": one.r.value or 0.0, "f1": one.f1.value or 0.0, "tp": one.tp, "fp": one.fp, "fn": one.fn}

    def linked(one: Linked | None) -> dict[str, Any]:
        assert one
        return {"p": one.p.value or 0.0, "r": one.r.value or 0.0, "f1": one.f1.value or 0.0, "n": one.n, "in_gold": one.gold}

    accuracies = {one.name: one.accuracy for one in found.slots if one.accuracy is not None} | {"event_type": found.event_type}
    killed = {"gold": found.killed.gold, "pred": found.killed.read, "error": found.killed.error.value}
    return {
        "articles": found.articles,
        "incident": prf(found.incident),
        "template": prf(found.template),
        "figure": prf(found.figure),
        "slots_on_matched": accuracies,
        "toll_leak": found.toll_leak.value or 0.0,
        "killed": {**killed, "articles_with": found.killed.articles, "exact": found.killed.exact.value or 0.0},
        "linking": linked(found.linking),
        "linking_in_clusters": linked(found.linking_in_clusters),
    }


SETS = {
    "shipped": (evaluation.shipped("articles"), evaluation.shipped("gold"), str(seeds.path("gold/clusters.json"))),
    "dev": ([str(SHARED / "dev/articles.jsonl")], [str(SHARED / "dev/gold.jsonl")], str(SHARED / "dev/clusters.json")),
}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotation guide's scorer and the real articles are not here")
@pytest.mark.parametrize("name", SETS)
def test_the_numbers_are_those_of_the_scorer_that_defines_them(name: str) -> None:
    articles, gold, clusters = SETS[name]
    found = evaluation.scored(versions(read(articles)), evaluation.gold(gold), lambda some: extracted(some, 1), link=True)  # type: ignore[arg-type]
    ours, theirs = ({one.article.article_id: deepcopy(list(getattr(one.article, side))) for one in found} for side in ("gold", "read"))
    expected = definition().score(ours, theirs, json.loads(Path(clusters).read_text(encoding="utf-8")))
    assert expected["incident"]["tp"] > 0
    assert as_defined(measure(found, LABEL, chance(), evaluation.clusters(clusters))) == expected

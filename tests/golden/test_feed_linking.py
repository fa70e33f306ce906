"""Reports of the shipped feed, as a careful reader writes them, become the incidents that they tell of."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import seeds
from streams.reading.linking import Given, given_or_article, linked

HERE = Path(__file__).parent
CLUSTERS: list[list[list[str]]] = json.loads(seeds.path("gold/clusters.json").read_text(encoding="utf-8"))
APART = [line.split("\t") for line in (HERE / "apart.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]


@cache
def incident_of() -> dict[str, str]:
    given = [
        found
        for file in sorted(seeds.path("gold").glob("*.jsonl"))
        for line in file.open(encoding="utf-8")
        if isinstance(found := given_or_article(json.loads(line) | {"outlet": file.stem}, file.name), Given)
    ]
    rows = linked(given, lambda articles: iter(()))
    return {f"{row['article_id']}/{report['id']}": report["incident_id"] for row in rows for report in row["reports"]}


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: "/".join(cluster[0]))
def test_reports_of_one_occurrence_are_one_incident(cluster: list[list[str]]) -> None:
    for left, right in pairwise("/".join(member) for member in cluster):
        assert incident_of()[left] is not None
        assert incident_of()[left] == incident_of()[right]


@pytest.mark.parametrize(("left", "right", "why"), APART, ids=[row[2] for row in APART])
def test_two_occurrences_stay_two_incidents(left: str, right: str, why: str) -> None:
    assert incident_of()[left] != incident_of()[right], why

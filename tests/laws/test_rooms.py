"""The rooms' end is a function of the set of reports: not of their order, of repeats, or of batches."""

import json
from datetime import datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from agents.aggregate.contributions import contribution_of
from agents.aggregate.core import Aggregator
from agents.alert.core import AlertRoom
from agents.alert.rules import load, problems
from agents.deduplicate.core import Linker
from agents.deduplicate.doubts import Doubts
from streams.reading.linking import Given, given_or_article
from streams.records import Incident, ReportBatch


@cache
def batches() -> tuple[ReportBatch, ...]:
    """The gold reports of the shipped feed, with the outlet of each article."""
    outlets, found = {}, []
    for path in sorted(seeds.path("articles").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            outlets[row["article_id"]] = (row["outlet"], row["published_at"])
    for path in sorted(seeds.path("gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("version", 1) == 1:
                outlet, published = outlets[row["article_id"]]
                one = given_or_article(row | {"outlet": outlet, "published_at": published}, "gold:1")
                assert isinstance(one, Given)
                found += one.batches
    return tuple(found)


class Ended:
    """What the three rooms hold after these batches."""

    def __init__(self, given_batches: list[ReportBatch]) -> None:
        linker, aggregator, room = Linker(), Aggregator(Doubts()), AlertRoom(load())
        latest: dict[str, Incident] = {}
        cells = {}
        watermark = given_batches[0].published_at
        for batch in given_batches:
            watermark = max(watermark, batch.published_at)
            for incident in linker.apply(batch):
                latest[incident.incident_id] = incident
                cells.update({cell.cell_id: cell for cell in aggregator.apply(incident, watermark)})
                room.apply_incident(incident)
            cells.update({cell.cell_id: cell for cell in aggregator.advance(watermark)})
        self.watermark: datetime = watermark
        self.incidents = {name: one for name, one in latest.items() if one.status != "superseded"}
        self.cells = {name: cell for name, cell in cells.items() if cell.incidents}


@cache
def in_order() -> Ended:
    return Ended(sorted(batches(), key=lambda batch: (batch.published_at, batch.article_id)))


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 40))
def test_order_and_repeats_do_not_change_incidents_and_cells(random: object, repeats: int) -> None:
    shuffled = list(batches()) + list(batches()[:repeats])
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ended = Ended(shuffled)
    assert ended.incidents == in_order().incidents
    assert ended.cells == in_order().cells


def test_cells_are_a_recount_of_incidents() -> None:
    ended = in_order()
    for cell in ended.cells.values():
        wanted = incidents = 0
        for incident in ended.incidents.values():
            contribution = contribution_of(incident)
            if contribution and 0 <= (ended.watermark.date() - contribution.day).days < cell.window_days:
                for (country, dimension, value), persons in contribution.rows:
                    if (country, dimension, value) == (cell.country, cell.dimension, cell.value):
                        wanted, incidents = wanted + persons[0], incidents + 1
        assert (cell.killed, cell.incidents) == (wanted, incidents), cell.cell_id


def test_entering_and_leaving_leaves_nothing() -> None:
    aggregator = Aggregator()
    watermark = in_order().watermark
    for incident in in_order().incidents.values():
        aggregator.apply(incident, watermark)
    left = [
        cell
        for one in in_order().incidents.values()
        for cell in aggregator.apply(one.model_copy(update={"status": "withdrawn"}), watermark)
    ]
    last = {cell.cell_id: cell for cell in left}
    assert not [cell for cell in last.values() if cell.incidents or cell.killed or cell.outlets]


def test_a_newer_version_without_the_report_withdraws_the_incident() -> None:
    first = next(batch for batch in batches() if batch.reports)
    later = first.model_copy(update={"published_at": first.published_at.replace(year=2020), "reports": (), "country": "", "version": 2})
    linker = Linker()
    raised = linker.apply(first)
    assert {incident.status for incident in raised} == {"standing"}
    assert {incident.status for incident in linker.apply(later)} == {"withdrawn"}
    backwards = Linker()
    backwards.apply(later)
    assert {incident.status for incident in backwards.apply(first)} == {"withdrawn"}


def test_tolls_and_sums_enter_no_cell() -> None:
    sums = [one for one in in_order().incidents.values() if one.scope != "incident"]
    assert sums
    assert not [one for one in sums if contribution_of(one)]


def test_the_shipped_alert_rules_are_sound() -> None:
    assert problems(load()) == []


@pytest.mark.parametrize("field", ["killed", "severity"])
def test_a_rule_without_a_needed_value_is_reported(field: str) -> None:
    rule = load()[0]
    broken = rule._replace(values={}) if field == "killed" else rule._replace(severity=9)
    assert field in problems((broken,))[0]

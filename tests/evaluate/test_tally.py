"""What is counted in an article, each number counted by hand here."""

from collections import Counter
from typing import Any

import pytest

from agents.evaluate.matching import match
from agents.evaluate.tally import OUTCOMES, SLOTS, by_report, tally
from tests.evaluate.reports import ALEPPO, article, figure, other, report


def counts(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> Counter[str]:
    return tally(match(article(gold, read)))


def prf(found: Counter[str], name: str) -> tuple[int, int, int]:
    return found[f"{name}.tp"], found[f"{name}.fp"], found[f"{name}.fn"]


def test_a_report_read_as_it_is_has_every_slot_right() -> None:
    found = counts([report()], [report()])
    assert [prf(found, name) for name in ("incident", "template", "figure")] == [(1, 0, 0), (6, 0, 0), (1, 0, 0)]
    assert (found["killed.gold"], found["killed.read"], found["killed.off"], found["killed.exact"]) == (5, 5, 0, 1)


def test_a_report_that_was_missed_misses_all_its_slots() -> None:
    found = counts([report()], [])
    assert [prf(found, name) for name in ("incident", "template", "figure")] == [(0, 0, 1), (0, 0, 6), (0, 0, 1)]
    assert [found[f"{slot}.unread"] for slot in SLOTS] == [1] * 6
    assert (found["killed.off"], found["killed.articles"], found["killed.exact"], found["missed.nothing"]) == (5, 1, 0, 1)


def test_a_report_that_is_none_invents_all_its_slots() -> None:
    found = counts([], [report(actor1="unknown", figures=[figure(), figure("wounded")])])
    assert [prf(found, name) for name in ("incident", "template", "figure")] == [(0, 1, 0), (0, 6, 0), (0, 2, 0)]
    assert [found[f"{slot}.surplus"] for slot in SLOTS] == [1, 1, 1, 0, 1, 2]
    assert found["extra.nothing"] == 1


def test_a_slot_is_wrong_left_out_or_said_of_nothing() -> None:
    gold = report(actor2=None)
    found = counts([gold], [report(place=ALEPPO, date_start=None, date_end=None)])
    assert [found[f"place.{why}"] for why in OUTCOMES] == [0, 1, 0, 0, 0]
    assert [found[f"date.{why}"] for why in OUTCOMES] == [0, 0, 1, 0, 0]
    assert [found[f"actor2.{why}"] for why in OUTCOMES] == [0, 0, 0, 0, 1]
    assert [prf(found, slot) for slot in ("place", "date", "actor2")] == [(0, 1, 1), (0, 0, 1), (0, 1, 0)]
    assert (found["matched.place"], found["matched.date"], found["matched.actor2"], found["matched.actor1"]) == (0, 0, 0, 1)


def test_figures_of_one_measure_are_wrong_and_the_rest_left_out_or_unsaid() -> None:
    gold = report(figures=[figure(n=5), figure(n=2, party="is"), figure("wounded", n=7)])
    found = counts([gold], [report(figures=[figure(n=5), figure(n=3, party="is"), figure("captured", n=1)])])
    assert prf(found, "figures") == (1, 2, 2)
    assert [found[f"figures.{why}"] for why in OUTCOMES] == [0, 1, 1, 0, 1]
    assert [prf(found, name) for name in ("killed", "wounded", "captured")] == [(1, 1, 1), (0, 0, 1), (0, 1, 0)]
    assert [prf(found, name) for name in ("number", "party")] == [(1, 2, 2), (2, 1, 1)]


def test_what_need_not_be_found_costs_nothing_found_or_missed() -> None:
    free = report(core=False)
    for read in ([], [report()]):
        found = counts([free], read)
        assert [prf(found, name) for name in ("incident", "template", "figure")] == [(0, 0, 0)] * 3
        assert (found["killed.off"], found["killed.articles"]) == (0, 0)


def test_figures_of_tolls_are_compared_among_themselves_and_leak_into_incidents() -> None:
    toll = other(scope="toll")
    assert prf(counts([toll], [toll]), "figure") == (1, 0, 0)
    found = counts([toll], [other()])
    assert prf(found, "figure") == (0, 1, 1)
    assert (found["leak"], found["leak.of"], found["extra.scope"]) == (40, 40, 1)


@pytest.mark.parametrize("read", [[], [report()], [report(place=ALEPPO, actor1=None), other()], [report(figures=[]), report("c")]])
def test_the_template_is_the_sum_of_its_slots(read: list[dict[str, Any]]) -> None:
    found = counts([report(), other()], read)
    for side in ("tp", "fp", "fn"):
        assert found[f"template.{side}"] == sum(found[f"{slot}.{side}"] for slot in SLOTS)
    for slot in SLOTS:
        assert found[f"{slot}.fn"] == sum(found[f"{slot}.{why}"] for why in ("unread", "wrong", "silent"))
        assert found[f"{slot}.fp"] == sum(found[f"{slot}.{why}"] for why in ("surplus", "wrong", "unsaid"))


def test_reports_are_counted_under_golds_type_and_country_and_those_that_are_none_under_their_own() -> None:
    found = by_report(match(article([report()], [report(sub_event_type="Grenade"), other()])))
    assert {group: prf(counts, "incident") for group, counts in found.items()} == {
        ("type", "Air/drone strike"): (1, 0, 0),
        ("country", "SY"): (1, 0, 0),
        ("type", "Arrests"): (0, 1, 0),
        ("country", "IQ"): (0, 1, 0),
    }

"""From counts to scores."""

import pytest

from agents.evaluate.results import Share
from agents.evaluate.scores import Sums, causes, found, killed, linked, measures, slots


def test_precision_recall_and_f1_are_of_the_counts_and_their_intervals_of_the_draws() -> None:
    counts = {"figure.tp": 6, "figure.fp": 2, "figure.fn": 4}
    drawn = [{"figure.tp": n, "figure.fp": 10 - n, "figure.fn": 0} for n in (2, 9)]
    one = found(Sums(counts, drawn), "figure")
    assert (one.tp, one.fp, one.fn) == (6, 2, 4)
    assert one.p == Share(value=0.75, low=0.2, high=0.9)
    assert one.r == Share(value=0.6, low=1.0, high=1.0)
    assert one.f1.value == pytest.approx(2 * 0.75 * 0.6 / 1.35, abs=5e-5)


def test_what_was_never_there_has_no_score_and_what_was_only_missed_has_none_of_precision() -> None:
    nothing = found(Sums({}, []), "figure")
    assert (nothing.p, nothing.r, nothing.f1) == (Share(), Share(), Share())
    missed = found(Sums({"figure.fn": 3}, []), "figure")
    assert (missed.p.value, missed.r.value, missed.f1.value) == (None, 0.0, 0.0)


def test_a_group_is_read_by_its_prefix() -> None:
    assert found(Sums({"figure.tp": 9, "year=2019:figure.tp": 4}, [], "year=2019:"), "figure").tp == 4


def test_killed_are_off_by_the_sum_of_differences() -> None:
    one = killed(Sums({"killed.gold": 50, "killed.read": 50, "killed.off": 10, "killed.articles": 4, "killed.exact": 3}, []))
    assert (one.gold, one.read, one.articles, one.error.value, one.exact.value) == (50, 50, 4, 0.2, 0.75)


def test_linking_is_a_mean_over_reports() -> None:
    one = linked(Sums({"linking.p": 4, "linking.r": 2, "linking.n": 4, "linking.gold": 5}, []), "linking")
    assert (one.n, one.gold, one.p.value, one.r.value, one.f1.value) == (4, 5, 1.0, 0.5, 0.6667)


def test_slots_tell_why_they_fail_and_figures_come_by_measure_where_there_are_any() -> None:
    sums = Sums({"place.tp": 3, "place.fn": 2, "place.unread": 2, "matched": 4, "matched.place": 3, "killed.tp": 1, "number.fn": 1}, [])
    place = {one.name: one for one in slots(sums)}["place"]
    assert (place.tp, place.fn, place.unread, place.wrong, place.accuracy) == (3, 2, 2, 0, 0.75)
    assert [one.name for one in measures(sums)] == ["killed", "number"]


def test_every_cause_is_told_those_that_did_not_happen_too() -> None:
    missed, extra = causes(Sums({"missed.scope": 2, "extra.split": 1}, []))
    assert missed == {"nothing": 0, "scope": 2, "joined": 0, "unlike": 0}
    assert extra == {"nothing": 0, "scope": 0, "split": 1, "unlike": 0}

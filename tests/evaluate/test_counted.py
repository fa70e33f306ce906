"""Figures paired and people added up."""

from agents.evaluate.counted import exact, killed, leaked, number, paired, party, persons
from tests.evaluate.reports import figure, report


def test_a_figure_is_paired_once() -> None:
    assert paired([figure(), figure()], [figure()], exact) == 1
    assert paired([figure()], [figure(), figure()], exact) == 1


def test_a_figure_can_be_right_in_number_or_in_party_alone() -> None:
    gold, read = [figure(party="is", n=5)], [figure(party="sdf", n=5), figure(party="is", n=6)]
    assert [paired(gold, [one], same) for one in read for same in (exact, number, party)] == [0, 1, 0, 0, 0, 1]


def test_a_part_is_another_figure_than_a_whole() -> None:
    assert paired([figure(subset="children")], [figure()], exact) == 0
    assert paired([figure(subset="children")], [figure(subset="children")], exact) == 1


def test_persons_are_the_lower_bound_or_the_upper() -> None:
    assert [persons(figure(low=3, high=None)), persons(figure(low=None, high=9)), persons(figure(low=None, high=None))] == [3, 9, 0]


def test_killed_are_added_over_incidents_without_parts_and_of_rival_figures_the_lowest() -> None:
    rivals = [figure(n=7, source="وزارة"), figure(n=4, source="مرصد")]
    reports = [
        report(figures=[figure(n=5), figure(n=2, subset="children"), figure("wounded", n=9), figure(party="is", n=1)]),
        report(figures=rivals),
        report(scope="toll", figures=[figure(n=500)]),
    ]
    assert killed(reports) == 5 + 1 + 4


def test_people_of_a_toll_leak_where_its_number_is_read_as_an_incident_that_gold_has_not() -> None:
    toll = [figure(n=500)]
    assert leaked([], [figure("wounded", n=500)], toll) == 500
    assert leaked([], [figure(n=501)], toll) == 0
    assert leaked([figure(n=500)], [figure(n=500)], toll) == 0
    assert leaked([], [figure(n=500)], [*toll, *toll]) == 500

"""A governorate's weeks by hand: baseline, thresholds, edges of a week."""

from datetime import timedelta

import pytest

from agents.alert.rules import load
from agents.alert.surge import Surges
from streams.records import Alert, Incident
from tests.notation import BEGIN, at, incident, rows

(RULE,) = (rule for rule in load() if rule.kind == "surge")
MONDAY, NAME = 4, "SY/Idlib/2019-03-04"  # of March
LONG_AGO = BEGIN - timedelta(days=365)


def deadly(name: str, day: int, killed: str, **fields: str) -> Incident:
    """An incident of a day of March, which may be below 1; killed: counts with commas between."""
    told = "; ".join(f"{key}={value}" for key, value in ({"history": killed.replace(",", " ")} | fields).items())
    one = incident(told, name)
    last = one.history[-1].status
    moved = (BEGIN.replace(month=2, day=28) + timedelta(days=day)).date()
    return one.model_copy(update={"date_start": moved, "date_end": moved, "status": last if one.status == "standing" else one.status})


def ended(*incidents: Incident, since: object = LONG_AGO) -> dict[str, Alert]:
    """Each week's alert as it was last told."""
    surges, told = Surges(), dict[str, Alert | None]()
    for one in incidents:
        told.update(surges.apply(one, RULE, since))  # type: ignore[arg-type]
    return {name: alert for name, alert in told.items() if alert}


def weeks_before(counts: str) -> list[Incident]:
    return [deadly(f"before-{n}", MONDAY + 2 - 7 * n, killed) for n, killed in enumerate(counts.split(" "), 1)]


@pytest.mark.parametrize(("before", "now", "expected", "threshold", "note"), rows(__file__, "surges.tsv"))
def test_a_week_far_above_the_five_before_is_a_surge(before: str, now: str, expected: str, threshold: str, note: str) -> None:
    this = [deadly(f"now-{n}", MONDAY + n, killed) for n, killed in enumerate(now.split(" "))]
    for order in ([*weeks_before(before), *this], [*this[::-1], *weeks_before(before)]):
        found = ended(*order).get(NAME)
        assert (f"{found.status} {found.version}" if found else "-") == expected, note
        assert not found or found.facts["threshold"] == threshold, note


THREE = [deadly(name, MONDAY + n, "5") for n, name in enumerate("abc")]
EDGES = [(MONDAY, True), (MONDAY + 6, True), (MONDAY - 1, False), (MONDAY + 7, False)]


@pytest.mark.parametrize(("day", "counts"), EDGES)
def test_a_week_is_from_monday_to_sunday(day: int, counts: bool) -> None:
    assert (NAME in ended(*THREE[:2], deadly("c", day, "5"))) is counts


@pytest.mark.parametrize(("days", "judged"), [(36, True), (35, True), (34, False), (0, False)])
def test_a_week_is_judged_where_the_feed_covers_its_baseline(days: int, judged: bool) -> None:
    since = BEGIN.replace(day=MONDAY) - timedelta(days=days)
    assert (NAME in ended(*THREE, since=since)) is judged


def test_without_any_beginning_no_week_is_judged() -> None:
    assert ended(*THREE, since=None) == {}


OTHERS = ["place=homs", "place=none", "place=syria", "scope=toll", "scope=summary", "status=superseded"]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_of_no_or_another_governorate_or_no_occurrence_does_not_count(other: str) -> None:
    key, value = other.split("=")
    assert NAME not in ended(*THREE[:2], deadly("c", MONDAY, "5", **{key: value}))


def test_an_incident_without_a_day_is_in_no_week() -> None:
    assert NAME not in ended(*THREE[:2], THREE[2].model_copy(update={"date_start": None, "date_end": None}))


def test_a_surge_names_its_incidents_and_numbers() -> None:
    found = ended(*weeks_before("1 2 3 4 5"), *THREE)[NAME]
    assert found.facts == {"killed": "15", "incidents": "3", "baseline": "3.0", "threshold": "15.0"}
    assert (found.incidents, found.country, found.event_day) == (("inc-a", "inc-b", "inc-c"), "SY", THREE[0].date_start)
    assert found.raised_at == at(0)


def test_a_week_that_was_worse_than_known_takes_the_surge_after_it_back() -> None:
    surges = Surges()
    for one in (*weeks_before("0 0 9 9 9")[2:], *THREE):
        before = surges.apply(one, RULE, LONG_AGO)
    assert before[NAME] is None  # 9 + 3 · 3 = 18
    surges.apply(deadly("before-3", MONDAY + 2 - 21, "9,x"), RULE, LONG_AGO)
    assert surges.apply(deadly("before-4", MONDAY + 2 - 28, "9,x"), RULE, LONG_AGO)[NAME] is not None
    assert surges.apply(deadly("before-4", MONDAY + 2 - 28, "9"), RULE, LONG_AGO)[NAME] is not None  # 0 0 0 9 9
    assert surges.apply(deadly("before-3", MONDAY + 2 - 21, "9"), RULE, LONG_AGO)[NAME] is None


@pytest.mark.parametrize("place", ["homs", "idlib"])
def test_an_incident_that_moves_leaves_its_week(place: str) -> None:
    surges = Surges()
    for one in THREE:
        first = surges.apply(one, RULE, LONG_AGO)
    moved = surges.apply(deadly("c", MONDAY + 2, "5", place=place), RULE, LONG_AGO, again=True)
    assert first[NAME] is not None
    assert (moved[NAME] is None) is (place == "homs")


def test_an_incident_that_says_of_the_dead_what_it_said_touches_no_week_again() -> None:
    surges = Surges()
    assert surges.apply(deadly("a", MONDAY, "5"), RULE, LONG_AGO)
    assert surges.apply(deadly("a", MONDAY, "5"), RULE, LONG_AGO) == {}
    assert surges.apply(deadly("a", MONDAY, "5 6"), RULE, LONG_AGO)


def test_what_is_not_deadly_touches_no_week() -> None:
    assert Surges().apply(deadly("a", MONDAY, "0"), RULE, LONG_AGO) == {}


WEEKS = [f"SY/Idlib/2019-{day}" for day in ("03-04", "03-11", "03-18", "03-25", "04-01", "04-08")]


def test_a_week_touches_itself_and_those_whose_baseline_it_is_in() -> None:
    surges = Surges()
    for week in range(1, 7):
        for number in range(RULE.values["incidents"]):
            surges.apply(deadly(f"{week}/{number}", MONDAY + 7 * week, "5"), RULE, LONG_AGO)
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, LONG_AGO)) == WEEKS


def test_weeks_with_too_few_incidents_of_their_own_are_touched_where_what_was_told_may_be_lost() -> None:
    surges = Surges()
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, LONG_AGO)) == WEEKS[:1]
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, LONG_AGO, again=True)) == WEEKS

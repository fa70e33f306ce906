"""A governorate's weeks by hand: baseline, thresholds, edges of a week."""

from datetime import timedelta
from itertools import permutations

import pytest

from agents.alert.flow import Flow
from agents.alert.rules import Rule, load
from agents.alert.surge import Surges
from agents.stretches import parsed
from streams.records import Alert, Incident
from tests.alert.feeds import flow, since
from tests.notation import BEGIN, at, incident, rows

(SHIPPED,) = (rule for rule in load() if rule.kind == "surge")
RULE = SHIPPED._replace(values={name: value for name, value in SHIPPED.values.items() if name != "besides"})  # which has its own tests
MONDAY, NAME = 4, "SY/Idlib/2019-03-04"  # of March
DAILY = flow(RULE)


def deadly(name: str, day: int, killed: str, **fields: str) -> Incident:
    """An incident of a day of March, which may be below 1; killed: counts with commas between."""
    told = "; ".join(f"{key}={value}" for key, value in ({"history": killed.replace(",", " ")} | fields).items())
    one = incident(told, name)
    last = one.history[-1].status
    moved = (BEGIN.replace(month=2, day=28) + timedelta(days=day)).date()
    return one.model_copy(update={"date_start": moved, "date_end": moved, "status": last if one.status == "standing" else one.status})


def ended(*incidents: Incident, feed: Flow = DAILY, rule: Rule = RULE) -> dict[str, Alert]:
    """Each week's alert as it was last told."""
    surges, told = Surges(), dict[str, Alert | None]()
    for one in incidents:
        told.update(surges.apply(one, rule, feed))
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
    assert (NAME in ended(*THREE[:2], deadly("c", day, "5", place="maarra"))) is counts


@pytest.mark.parametrize(("days", "judged"), [(36, True), (35, True), (34, False), (0, False)])
def test_a_week_is_judged_where_the_feed_covers_its_baseline(days: int, judged: bool) -> None:
    feed = flow(RULE, since(BEGIN.date().replace(day=MONDAY) - timedelta(days=days)))
    assert (NAME in ended(*THREE, feed=feed)) is judged


HOLES = [
    ("2018-12-01/2019-01-21,2019-01-31/2019-03-20", True),  # ten days from one article to the next
    ("2018-12-01/2019-01-21,2019-02-01/2019-03-20", False),  # eleven: the baseline begins on 28 January
    ("2018-12-01/2019-01-17,2019-01-28/2019-03-20", True),  # the gap ends as the baseline begins
    ("2018-12-01/2019-02-25", True),  # until seven days before the week
    ("2018-12-01/2019-02-22", True),
    ("2018-12-01/2019-02-21", False),  # eleven days before it
    ("2018-12-01/2019-03-03,2019-05-01/2019-05-02", True),  # what comes after the week does not matter
    ("2019-03-05/2019-03-20", False),
]


@pytest.mark.parametrize(("days", "judged"), HOLES)
def test_weeks_of_which_nobody_told_are_no_weeks_of_peace(days: str, judged: bool) -> None:
    assert (NAME in ended(*THREE, feed=flow(RULE, days))) is judged


def test_a_rule_may_allow_longer_gaps_of_the_feed() -> None:
    patient = RULE._replace(values=RULE.values | {"gap_days": 30})
    assert NAME in ended(*THREE, feed=flow(patient, "2018-12-01/2019-01-25,2019-02-20/2019-03-20"))


def test_late_articles_that_fill_a_gap_make_the_week_a_surge() -> None:
    surges, feed = Surges(), flow(RULE, "2018-12-01/2019-01-25,2019-02-20/2019-03-20")
    assert all(surges.apply(one, RULE, feed) == {NAME: None} for one in THREE)
    (days,) = parsed("2019-02-02/2019-02-15")
    assert surges.judged(RULE, feed, feed.add(days))[NAME]
    assert surges.judged(RULE, feed, feed.add(days)) == {}


def test_without_any_beginning_no_week_is_judged() -> None:
    assert ended(*THREE, feed=flow(RULE, "")) == {}


OTHERS = ["place=homs", "place=none", "place=syria", "scope=toll", "scope=summary", "status=superseded"]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_of_no_or_another_governorate_or_no_occurrence_does_not_count(other: str) -> None:
    key, value = other.split("=")
    assert NAME not in ended(*THREE[:2], deadly("c", MONDAY, "5", **{key: value}))


def test_an_incident_without_a_day_is_in_no_week() -> None:
    assert NAME not in ended(*THREE[:2], THREE[2].model_copy(update={"date_start": None, "date_end": None}))


def test_a_surge_names_its_incidents_and_numbers() -> None:
    found = ended(*weeks_before("1 2 3 4 5"), *THREE)[NAME]
    assert found.facts == {"killed": "15", "incidents": "3", "baseline": "3.0", "threshold": "15.0", "weeks_before": "5, 4, 3, 2, 1"}
    assert (found.incidents, found.country, found.event_day) == (("inc-a", "inc-b", "inc-c"), "SY", THREE[0].date_start)
    assert found.raised_at == at(0)


def test_a_week_that_was_worse_than_known_takes_the_surge_after_it_back() -> None:
    surges = Surges()
    for one in (*weeks_before("0 0 9 9 9")[2:], *THREE):
        before = surges.apply(one, RULE, DAILY)
    assert before[NAME] is None  # 9 + 3 · 3 = 18
    surges.apply(deadly("before-3", MONDAY + 2 - 21, "9,x"), RULE, DAILY)
    assert surges.apply(deadly("before-4", MONDAY + 2 - 28, "9,x"), RULE, DAILY)[NAME] is not None
    assert surges.apply(deadly("before-4", MONDAY + 2 - 28, "9"), RULE, DAILY)[NAME] is not None  # 0 0 0 9 9
    assert surges.apply(deadly("before-3", MONDAY + 2 - 21, "9"), RULE, DAILY)[NAME] is None


@pytest.mark.parametrize("place", ["homs", "idlib"])
def test_an_incident_that_moves_leaves_its_week(place: str) -> None:
    surges = Surges()
    for one in THREE:
        first = surges.apply(one, RULE, DAILY)
    moved = surges.apply(deadly("c", MONDAY + 2, "5", place=place), RULE, DAILY, again=True)
    assert first[NAME] is not None
    assert (moved[NAME] is None) is (place == "homs")


def test_an_incident_that_says_of_the_dead_what_it_said_touches_no_week_again() -> None:
    surges = Surges()
    assert surges.apply(deadly("a", MONDAY, "5"), RULE, DAILY)
    assert surges.apply(deadly("a", MONDAY, "5"), RULE, DAILY) == {}
    assert surges.apply(deadly("a", MONDAY, "5 6"), RULE, DAILY)


def test_what_is_not_deadly_touches_no_week() -> None:
    assert Surges().apply(deadly("a", MONDAY, "0"), RULE, DAILY) == {}


WEEKS = [f"SY/Idlib/2019-{day}" for day in ("03-04", "03-11", "03-18", "03-25", "04-01", "04-08")]


def test_a_week_touches_itself_and_those_whose_baseline_it_is_in() -> None:
    surges = Surges()
    for week in range(1, 7):
        for number in range(RULE.values["incidents"]):
            surges.apply(deadly(f"{week}/{number}", MONDAY + 7 * week, "5"), RULE, DAILY)
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, DAILY)) == WEEKS


def test_weeks_with_too_few_incidents_of_their_own_are_touched_where_what_was_told_may_be_lost() -> None:
    surges = Surges()
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, DAILY)) == WEEKS[:1]
    assert sorted(surges.apply(deadly("a", MONDAY, "5"), RULE, DAILY, again=True)) == WEEKS


OTHER_HALF = deadly("c", MONDAY + 1, "9")
APART = [
    ({}, MONDAY + 1, False),  # of one place and day: the nine count, and not fifteen
    ({}, MONDAY + 2, True),  # another day
    ({"place": "sarmin"}, MONDAY + 1, False),  # 8 km beside
    ({"place": "maarra"}, MONDAY + 1, True),  # 28 km beside
    ({"place": "idlib"}, MONDAY + 1, False),  # somewhere in the governorate
]


@pytest.mark.parametrize(("fields", "day", "counts"), APART)
def test_what_may_be_one_act_counts_once(fields: dict[str, str], day: int, counts: bool) -> None:
    other = deadly("d", day, "6", **fields)
    for order in permutations([deadly("a", MONDAY, "2"), deadly("b", MONDAY + 3, "2"), OTHER_HALF, other]):
        found = ended(*order).get(NAME)
        assert bool(found) is counts
        assert not found or (found.facts["killed"], found.facts["incidents"]) == ("19", "4")


def test_of_one_act_the_most_killed_count_at_each_moment() -> None:
    twice = deadly("c", MONDAY + 1, "9"), deadly("d", MONDAY + 1, "6,14")
    found = ended(deadly("a", MONDAY, "3"), deadly("b", MONDAY + 3, "3"), *twice)[NAME]
    assert (found.status, found.version, found.facts["killed"], found.facts["incidents"]) == ("amended", 2, "20", "3")


def test_an_incident_that_comes_to_lie_beside_another_makes_them_one() -> None:
    surges, far = Surges(), deadly("d", MONDAY + 1, "6", place="maarra")
    for one in (deadly("a", MONDAY, "2"), deadly("b", MONDAY + 3, "2"), OTHER_HALF, far):
        found = surges.apply(one, RULE, DAILY)
    assert found[NAME]
    assert surges.apply(deadly("d", MONDAY + 1, "6", place="sarmin"), RULE, DAILY) == {NAME: None}


def test_without_kilometres_only_one_place_is_one() -> None:
    exact = RULE._replace(values={name: value for name, value in RULE.values.items() if name != "same_km"})
    for place, expected in (("sarmin", True), ("saraqib", False)):
        surges, found = Surges(), dict[str, Alert | None]()
        for one in (deadly("a", MONDAY, "2"), deadly("b", MONDAY + 3, "2"), OTHER_HALF, deadly("d", MONDAY + 1, "6", place=place)):
            found.update(surges.apply(one, exact, DAILY))
        assert bool(found[NAME]) is expected


BESIDE_THE_DEADLIEST = [
    ("13 1 1", "-"),  # one massacre
    ("20 5 4", "-"),  # nine in the others
    ("20 5 5", "raised 1"),  # ten
    ("5 5 5", "raised 1"),
    ("6 6 5,7", "amended 2"),  # another one is the deadliest now: twelve besides
    ("30 5 5,4", "withdrawn 2"),
    ("6 5 4,30", "raised 1"),  # eleven besides from then on, when they are 41
]


CAPPED = [("900 5 5", False), ("900 10 9", False), ("900 11 9", True), ("20 10 9", False), ("20 11 9", True)]  # 25 + 3 · 5 = 40


@pytest.mark.parametrize(("killed", "found"), CAPPED)
def test_the_deadliest_act_counts_for_no_more_than_all_others(killed: str, found: bool) -> None:
    this = [deadly(f"now-{n}", MONDAY + n, count) for n, count in enumerate(killed.split(" "))]
    assert (NAME in ended(*weeks_before("25 25 25 25 25"), *this, rule=SHIPPED)) is found


@pytest.mark.parametrize(("killed", "expected"), BESIDE_THE_DEADLIEST)
def test_one_massacre_is_no_surge(killed: str, expected: str) -> None:
    this = [deadly(f"now-{n}", MONDAY + n, count) for n, count in enumerate(killed.split(" "))]
    for order in permutations(this):
        found = ended(*order, rule=SHIPPED).get(NAME)
        assert (f"{found.status} {found.version}" if found else "-") == expected


def late(one: Incident, days: int) -> Incident:
    """The same, first told so many days after its day."""
    first = one.history[0].published_at
    by = timedelta(days=days + (one.date_start - first.date()).days) if one.date_start else timedelta()
    return one.model_copy(update={"history": tuple(r.model_copy(update={"published_at": r.published_at + by}) for r in one.history)})


@pytest.mark.parametrize(("days", "counts"), [(0, True), (30, True), (31, False), (700, False)])
def test_what_is_recalled_long_after_makes_no_surge(days: int, counts: bool) -> None:
    assert (NAME in ended(*THREE[:2], late(THREE[2], days))) is counts


def test_what_is_recalled_long_after_counts_in_the_weeks_before() -> None:
    assert NAME not in ended(*[late(one, 60) for one in weeks_before("0 0 9 9 9")], *THREE)
    assert NAME in ended(*[late(one, 60) for one in weeks_before("0 0 0 9 9")], *THREE)


@pytest.mark.parametrize(("before", "found"), [("0", True), ("14", True), ("15", False)])
def test_of_a_single_week_before_none_may_have_been_as_deadly(before: str, found: bool) -> None:
    single = RULE._replace(values=RULE.values | {"baseline_weeks": 1, "deviations": 0.01})
    told = ended(*weeks_before(before), *THREE, feed=flow(single), rule=single)
    assert (NAME in told) is found

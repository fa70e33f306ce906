"""Fronts by hand: so many days and kilometres, just within and just beyond."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import permutations

import pytest

from agents.alert.flow import Flow
from agents.alert.fronts import Fronts
from agents.alert.rules import load
from agents.stretches import parsed
from streams.records import Alert, Incident, Place
from tests.alert.feeds import flow, since
from tests.notation import BEGIN, at, claim, incident, places, rows

(RULE,) = (rule for rule in load() if rule.kind == "new-front")
DAILY = flow(RULE)


def located(cell: str) -> Incident:
    name, _, told = cell.partition(": ")
    day, place, killed, *others = told.split(", ")
    one = incident("; ".join([f"day={day}", f"history={killed}", *others]), name)
    if "/" in place:
        lat, lon = map(float, place.split("/"))
        where: Place | None = Place(name=f"{lat} {lon}", country="SY", lat=lat, lon=lon)
    else:
        where = places().get(place)
    status = one.history[-1].status if one.status == "standing" and one.history else one.status
    return one.model_copy(update={"place": where, "status": status})


def ended(incidents: Iterable[Incident], feed: Flow = DAILY) -> dict[str, Alert]:
    """By name, the fronts that stand after all."""
    fronts, told = Fronts(RULE), dict[str, Alert | None]()
    for one in incidents:
        told.update(fronts.apply(one, feed))
    return {name.removeprefix("inc-"): alert for name, alert in told.items() if alert and alert.status != "withdrawn"}


@pytest.mark.parametrize(("cell", "expected", "note"), rows(__file__, "fronts.tsv"))
def test_a_front_is_opened_where_nothing_was_before_in_any_order(cell: str, expected: str, note: str) -> None:
    known = [located(one) for one in cell.split(" | ")]
    for order in permutations(known):
        assert sorted(ended(order)) == ([] if expected == "-" else expected.split(" ")), note


@pytest.mark.parametrize(("days", "judged"), [(46, True), (45, True), (44, False), (0, False)])
def test_a_front_is_judged_where_the_feed_covers_the_days_before(days: int, judged: bool) -> None:
    one = located("a: 9, saraqib, 1")
    feed = flow(RULE, since((one.date_start or BEGIN.date()) - timedelta(days=days)))
    assert bool(ended([one], feed)) is judged


HOLES = [
    ("2018-12-01/2019-02-01,2019-02-11/2019-03-20", True),  # ten days from one article to the next
    ("2018-12-01/2019-02-01,2019-02-12/2019-03-20", False),  # eleven: the 45 days before 9 March begin on 23 January
    ("2018-12-01/2019-01-10,2019-01-23/2019-03-20", True),  # the gap ends as they begin
    ("2018-12-01/2019-02-27", True),  # until ten days before
    ("2018-12-01/2019-02-26", False),  # the incident lies in a longer gap
    ("2018-12-01/2019-03-08,2019-06-01/2019-06-02", True),  # what comes after does not matter
    ("2019-03-09/2019-03-20", False),
]


@pytest.mark.parametrize(("days", "judged"), HOLES)
def test_days_of_which_nobody_told_are_no_days_of_peace(days: str, judged: bool) -> None:
    assert bool(ended([located("a: 9, saraqib, 1")], flow(RULE, days))) is judged


def test_late_articles_that_fill_a_gap_open_the_front() -> None:
    fronts, feed = Fronts(RULE), flow(RULE, "2018-12-01/2019-02-01,2019-02-20/2019-03-20")
    assert fronts.apply(located("a: 9, saraqib, 1"), feed) == {"inc-a": None}
    assert fronts.apply(located("b: 9, homs, 0"), feed) == {"inc-b": None}
    (days,) = parsed("2019-02-10/2019-02-11")
    assert [name for name, alert in fronts.judged(feed, feed.add(days)).items() if alert] == ["inc-a"]


def test_without_any_beginning_no_front_is_judged() -> None:
    assert ended([located("a: 9, saraqib, 1")], flow(RULE, "")) == {}


HISTORIES = [("1", "raised 1", 0), ("0 1", "raised 1", 4), ("1 5", "raised 1", 0), ("1 0", "withdrawn 2", 0), ("1 x 2", "amended 3", 0)]


@pytest.mark.parametrize(("killed", "expected", "hour"), HISTORIES)
def test_a_front_follows_the_count_of_its_incident(killed: str, expected: str, hour: int) -> None:
    found = Fronts(RULE).apply(located(f"a: 9, saraqib, {killed}"), DAILY)["inc-a"]
    assert found is not None
    assert (f"{found.status} {found.version}", found.raised_at, found.facts) == (expected, at(hour), {"days": "45", "km": "50"})


LATER, EARLIER = "a: 9, saraqib, 1", "b: 5, sarmin, 1"
MOVED = ["b: 5, homs, 1", "b: 10, sarmin, 1", "b: 5, none, 1"]
AWAY = [*MOVED, "b: 5, sarmin, 1 x", "b: 5, sarmin, 1, status=superseded", "b: 5, sarmin, 1, scope=toll"]


@pytest.mark.parametrize("away", AWAY)
def test_a_front_opens_where_the_earlier_incident_goes_away(away: str) -> None:
    fronts = Fronts(RULE)
    told = [fronts.apply(located(cell), DAILY) for cell in (LATER, EARLIER, away, EARLIER)]
    assert [bool(one["inc-a"]) for one in told] == [True, False, True, False]


def test_another_earlier_one_takes_its_place() -> None:
    fronts = Fronts(RULE)
    for cell in (LATER, EARLIER, "c: 6, saraqib, 1"):
        fronts.apply(located(cell), DAILY)
    assert not fronts.apply(located("b: 5, homs, 1"), DAILY)["inc-a"]
    assert fronts.apply(located("c: 6, homs, 1"), DAILY)["inc-a"]


def test_an_incident_far_away_touches_only_itself() -> None:
    fronts = Fronts(RULE)
    fronts.apply(located(LATER), DAILY)
    assert set(fronts.apply(located("b: 5, homs, 1"), DAILY)) == {"inc-b"}


LEADS = [
    ("killed civilians 3 start=799", "raised", 0),  # in the head of an article
    ("killed civilians 3 start=800", "-", 0),  # just behind it
    ("killed civilians 3 start=2000", "-", 0),
    ("killed civilians 3 start=2000 | killed civilians 3 outlet=two start=5", "raised", 0),  # one of two articles leads with them
    ("killed civilians 3 start=2000 | killed civilians 3 outlet=two hours=6 start=5", "raised", 6),  # later
    ("killed civilians 3 start=2000 | wounded civilians 3 start=5", "-", 0),  # with the wounded alone
    ("killed civilians 3 start=2000 | killed civilians 3 outlet=two start=5 hedge=denied", "-", 0),  # with a denial
    ("killed civilians 3 start=2000 | killed civilians/children 1 start=5", "raised", 0),  # a part of them stands in the headline
]


@pytest.mark.parametrize(("claims", "expected", "hour"), LEADS)
def test_a_front_is_told_at_the_head_of_an_article(claims: str, expected: str, hour: int) -> None:
    one = located("a: 9, saraqib, 1").model_copy(update={"claims": tuple(map(claim, claims.split(" | ")))})
    found = Fronts(RULE).apply(one, DAILY)["inc-a"]
    assert (found.status if found else "-") == expected
    assert not found or found.raised_at == at(hour)


def test_what_no_article_leads_with_was_still_there_before() -> None:
    told = located("b: 5, sarmin, 1").model_copy(update={"claims": (claim("killed civilians 3 start=2000"),)})
    assert ended([located(LATER), told]) == {}


def test_a_rule_without_a_lead_asks_for_none() -> None:
    free = RULE._replace(values={name: value for name, value in RULE.values.items() if name != "lead"})
    one = located("a: 9, saraqib, 1").model_copy(update={"claims": (claim("killed civilians 3 start=2000"),)})
    assert Fronts(free).apply(one, DAILY)["inc-a"]
    assert not Fronts(RULE).apply(one, DAILY)["inc-a"]

"""Alerts on one incident under the shipped rules, thresholds just below and just at."""

from datetime import date

import pytest

from agents.alert.rules import Rule, load
from agents.alert.single import alerts_of, subject_of
from streams.records import Alert, Incident
from tests.notation import at, claim, incident, rows

RULES = {rule.kind: rule for rule in load()}


def alerts(one: Incident, *kinds: str) -> list[Alert]:
    return alerts_of(one, tuple(RULES[kind] for kind in kinds))  # type: ignore[index]


@pytest.mark.parametrize(("kind", "cell", "expected", "hours", "note"), rows(__file__, "single.tsv"))
def test_an_alert_follows_the_count_of_its_incident(kind: str, cell: str, expected: str, hours: str, note: str) -> None:
    found = alerts(incident(cell), kind)
    assert [f"{one.status} {one.version}" for one in found] == ([] if expected == "-" else [expected]), note
    moments = [(one.raised_at, one.changed_at) for one in found]
    assert moments == ([] if hours == "-" else [tuple(at(int(hour)) for hour in hours.split(" "))]), note


BOUNDS = [
    ("killed civilians 12", "12-12"),  # just so many
    ("killed civilians 12+", "12-"),  # at least
    ("killed civilians 12+ | killed civilians 12 outlet=two", "12-12"),  # for one at least, for another just so many
    ("killed civilians 12 | killed civilians 15+ outlet=two", "12-"),  # the most that is told is at least so many
    ("killed civilians 12+ | killed civilians 15 outlet=two", "12-12"),  # somebody says the most
    ("killed civilians 12 | killed civilians 15+ outlet=two hedge=denied", "12-12"),  # denied
    ("killed civilians 12 | killed civilians/children 15+", "12-12"),  # of a part
    ("killed civilians 12 | wounded civilians 15+", "12-12"),  # of the wounded
    ("killed civilians 12 | killed is 15+", "12-12"),  # of a side of which nobody is counted in the end
    ("killed civilians 12 | killed civilians 15+ outlet=two hours=4", "12-12"),  # told later
]


@pytest.mark.parametrize(("claims", "bounds"), BOUNDS)
def test_bounds_are_open_where_nobody_says_how_many_more(claims: str, bounds: str) -> None:
    (found,) = alerts(incident("history=12", claims=tuple(map(claim, claims.split(" | ")))), "mass-casualty")
    assert found.facts == {"killed": "12", "bounds": bounds}


@pytest.mark.parametrize("change", [{"status": "withdrawn"}, {"status": "superseded"}, {"scope": "toll"}])
def test_an_incident_that_does_not_stand_contradicts_nobody(change: dict[str, str]) -> None:
    claims = (claim("killed civilians 5"), claim("killed civilians 12 outlet=two"))
    assert alerts(incident("history=5", claims=claims, **change), "contradiction") == []


def test_an_alert_falls_when_a_later_article_says_that_it_was_long_ago() -> None:
    one = incident("history=12 12; day=9")
    later = one.history[1].model_copy(update={"day": date(2017, 10, 14)})
    (found,) = alerts(one.model_copy(update={"history": (one.history[0], later), "date_start": later.day}), "mass-casualty")
    assert (found.status, found.version, found.changed_at) == ("withdrawn", 2, at(4))


def test_each_rule_tells_its_own_alert() -> None:
    found = alerts(incident("history=10~chemical 20~chemical"), "mass-casualty", "weapon", "revision", "contradiction")
    assert {one.kind: (one.status, one.severity) for one in found} == {
        "mass-casualty": ("amended", 3),
        "weapon": ("raised", 3),
        "revision": ("raised", 1),
    }
    assert len({one.alert_id for one in found}) == 3


def test_rules_on_many_incidents_tell_nothing_of_one() -> None:
    assert alerts(incident("history=100~chemical"), "surge", "new-front", "silence") == []


SUBJECTS = [
    ("-", "Attack, 2019-03-09, سراقب"),
    ("place=none", "Attack, 2019-03-09, SY"),
    ("day=none", "Attack, day unknown, سراقب"),
    ("status=withdrawn; place=none; day=none; history=12 x", "No article tells of it any more, day unknown, SY"),
]


@pytest.mark.parametrize(("cell", "title"), SUBJECTS)
def test_a_subject_says_what_when_and_where(cell: str, title: str) -> None:
    subject = subject_of(incident(cell))
    assert (subject.title, subject.name, subject.incidents) == (title, "inc-one", ("inc-one",))


def test_an_incident_that_says_nothing_any_more_is_titled_by_the_day_that_it_last_gave() -> None:
    taken_back = incident("status=withdrawn; place=none; history=12 x", date_start=None, date_end=None, sub_event_type="Other")
    assert subject_of(taken_back).title == "No article tells of it any more, 2019-03-09, SY"


def test_a_stricter_rule_raises_later() -> None:
    strict = Rule("mass-casualty.20", "mass-casualty", 3, {"killed": 20})
    assert [one.raised_at for one in alerts_of(incident("history=10 19 20"), (strict,))] == [at(8)]


SIDES = [
    ([{"gov:SY": 35}, {"gov:SY": 35, "is": 43}], None, "another side counted later"),
    ([{"gov:SY": 35}, {"gov:SY": 55, "is": 43}], ("35", "55", "gov:SY"), "more of the first side"),
    ([{"gov:SY": 35, "is": 10}, {"gov:SY": 50, "is": 43}], ("10", "43", "is"), "the side whose count changed most"),
    ([{}, {"civilians": 25}], None, "«some», then the first number"),
    ([{}, {"civilians": 25}, {"civilians": 40}], ("25", "40", "civilians"), "counted from the first number"),
    ([{"unknown": 5}, {"civilians": 12}], ("5", "12", "civilians"), "one side, named later"),
    ([{"gov:SA": 3, "unknown": 11}, {"gov:SA": 4, "unknown": 1}], None, "fewer whose side is open"),
    ([{"unknown": 5}, {"civilians": 5}, {"civilians": 12}], ("5", "12", "civilians"), "named first, then more"),
]


@pytest.mark.parametrize(("dead", "expected", "note"), SIDES)
def test_a_revision_holds_the_dead_of_one_side_against_its_own(
    dead: list[dict[str, int]], expected: tuple[str, str, str] | None, note: str
) -> None:
    one = incident(f"history={' '.join(str(sum(now.values()) or 2) for now in dead)}")
    history = tuple(r.model_copy(update={"dead": now}) for r, now in zip(one.history, dead, strict=True))
    found = alerts(one.model_copy(update={"history": history}), "revision")
    assert [tuple(alert.facts[name] for name in ("first", "now", "party")) for alert in found] == ([expected] if expected else []), note


def test_what_is_first_said_long_after_raises_nothing() -> None:
    one = incident("history=9 1~air; day=9")
    late = one.history[1].model_copy(update={"published_at": at(24 * 31), "killed": 12, "weapon": "chemical"})
    assert alerts(one.model_copy(update={"history": (one.history[0], late)}), "mass-casualty", "weapon") == []


@pytest.mark.parametrize(("precision", "raised"), [(1, True), (4, True), (5, False), (None, False)])
def test_a_weapon_is_told_of_where_a_governorate_at_least_is_known(precision: int | None, raised: bool) -> None:
    one = incident("history=1~suicide")
    placed = one.history[0].model_copy(update={"geo_precision": precision})
    assert bool(alerts(one.model_copy(update={"history": (placed,)}), "weapon")) is raised


@pytest.mark.parametrize(("rules", "found"), [((), 1), (("figure.masdar", "number.digits"), 1), (("figure.alone", "people.named"), 0)])
def test_a_man_known_by_his_name_is_no_count_that_another_contradicts(rules: tuple[str, ...], found: int) -> None:
    named = claim("killed civilians 1").model_copy(update={"rules": rules})
    assert len(alerts(incident("history=5", claims=(named, claim("killed civilians 12 outlet=two"))), "contradiction")) == found


@pytest.mark.parametrize(("dead", "bounds"), [({"civilians": 20}, "20-20"), ({}, "20-")])
def test_dozens_have_no_upper_bound(dead: dict[str, int], bounds: str) -> None:
    one = incident("history=20")
    (found,) = alerts(one.model_copy(update={"history": (one.history[0].model_copy(update={"dead": dead}),)}), "mass-casualty")
    assert found.facts["bounds"] == bounds


def test_a_revision_that_is_taken_back_says_what_the_count_is_now() -> None:
    (found,) = alerts(incident("history=10 15 12"), "revision")
    assert (found.status, found.facts) == ("withdrawn", {"first": "10", "now": "12", "party": "civilians"})


FALLS = [
    ("killed civilians 20 | killed civilians 8 hours=4", False, "an outlet alone tells of another act as a rule"),
    (
        "killed civilians 20 | killed civilians 8 hours=4 | killed civilians 8 hours=2 outlet=two",
        True,
        "it corrects itself, another says likewise",
    ),
    ("killed civilians 20 | killed civilians 8 hours=4 outlet=two", False, "another outlet counts fewer"),
    ("killed civilians 20 | killed civilians 8 hours=4 outlet=two | killed civilians 8 hours=4 outlet=three", False, "two others do"),
    ("killed unknown 20 | killed civilians 8 hours=4 | killed civilians 8 hours=4 outlet=two", True, "whose side it had left open"),
    ("killed civilians 20 hours=4 | killed civilians 8 | killed civilians 8 outlet=two", False, "it counts more later"),
    ("killed civilians 20 | killed civilians 8 hours=9 | killed civilians 8 hours=9 outlet=two", False, "only later"),
]
RISES = [
    ("killed civilians 8 | killed civilians 20 hours=4", False, "an outlet alone counts twice as many"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed civilians 18 hours=3 outlet=two", True, "two count so many"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed civilians 20 hours=3 outlet=two origin=one", False, "two print one text"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed civilians 20+ hours=3 outlet=two", True, "at least so many"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed unknown 20 hours=3 outlet=two", True, "whose, one leaves open"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed is 20 hours=3 outlet=two", False, "of another side"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed civilians 20 hours=9 outlet=two", False, "the second only later"),
    ("killed civilians 8 | killed civilians 20 hours=4 | killed civilians 12 hours=3 outlet=two", False, "nearer to the first count"),
]


@pytest.mark.parametrize(("claims", "raised", "note"), FALLS)
def test_a_count_falls_where_an_outlet_corrects_its_own_and_another_agrees(claims: str, raised: bool, note: str) -> None:
    assert bool(alerts(incident("history=20 8", claims=tuple(map(claim, claims.split(" | ")))), "revision")) is raised, note


@pytest.mark.parametrize(("claims", "raised", "note"), RISES)
def test_a_count_doubles_where_a_second_origin_says_so(claims: str, raised: bool, note: str) -> None:
    assert bool(alerts(incident("history=8 20", claims=tuple(map(claim, claims.split(" | ")))), "revision")) is raised, note


def test_a_count_that_grew_by_less_is_believed_to_one() -> None:
    claims = claim("killed civilians 12"), claim("killed civilians 20 hours=4")
    assert alerts(incident("history=12 20", claims=claims), "revision")


@pytest.mark.parametrize(
    ("first", "now", "raised"), [("unknown", "civilians", True), ("civilians", "protesters", True), ("unknown", "is", False)]
)
def test_only_people_without_arms_are_one_side_under_two_names(first: str, now: str, raised: bool) -> None:
    one = incident("history=5 12")
    told = tuple(r.model_copy(update={"dead": {party: r.killed}}) for r, party in zip(one.history, (first, now), strict=True))
    assert bool(alerts(one.model_copy(update={"history": told}), "revision")) is raised


@pytest.mark.parametrize(("precision", "raised"), [(1, True), (5, True), (6, False), (None, False)])
def test_a_massacre_somewhere_in_a_country_raises_nothing(precision: int | None, raised: bool) -> None:
    one = incident("history=12")
    placed = one.history[0].model_copy(update={"geo_precision": precision})
    assert bool(alerts(one.model_copy(update={"history": (placed,)}), "mass-casualty")) is raised


@pytest.mark.parametrize(("because", "raised"), [(("a", "a"), True), (("a", "b"), False)])
def test_a_count_falls_where_a_new_version_of_an_article_says_so(because: tuple[str, str], raised: bool) -> None:
    one = incident("history=20 8", claims=(claim("killed civilians 8 hours=4"),))
    history = tuple(r.model_copy(update={"because": name}) for r, name in zip(one.history, because, strict=True))
    assert bool(alerts(one.model_copy(update={"history": history}), "revision")) is raised

"""The four laws of arithmetic: what breaks them, and the near misses that must stay silent."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agents.review.arithmetic import breaches
from agents.review.breaches import Breach
from streams.records import Claim, Incident, Place

MARCH = datetime(2019, 3, 10, 9, tzinfo=UTC)
TOWN = Place(name="town", country="SY", admin1="Homs", geo_precision=1)
PROVINCE = Place(name="Homs", country="SY", admin1="Homs", geo_precision=4)
ELSEWHERE = Place(name="port", country="SY", admin1="Latakia", geo_precision=1)


def claim(report: str, low: int | None, high: int | None = -1, *, hours: int = 0, **fields: Any) -> Claim:
    known = {"measure": "killed", "party": "civilians", "article_version": 1, "outlet": "one", "origin": report}
    return Claim.model_validate(
        known
        | {"report_id": report, "article_id": report.partition("/")[0], "published_at": MARCH + timedelta(hours=hours)}
        | {"low": low, "high": low if high == -1 else high}
        | fields
    )


def incident(name: str, *claims: Claim, day: int = 9, **fields: Any) -> Incident:
    known: dict[str, Any] = {"incident_id": f"inc-{name}", "version": 1, "country": "SY", "place": TOWN, "sub_event_type": "Attack"}
    times = {"first_published_at": claims[0].published_at, "last_published_at": claims[-1].published_at}
    days = {"date_start": date(2019, 3, day), "date_end": date(2019, 3, day)}
    return Incident.model_validate(known | times | days | {"claims": claims} | fields)


def toll(name: str, *claims: Claim, **fields: Any) -> Incident:
    period = {"scope": "toll", "date_start": date(2019, 3, 1), "date_end": date(2019, 3, 31)}
    return incident(name, *claims, **({"sub_event_type": "Other"} | period | fields))


def found(*incidents: Incident) -> list[Breach]:
    return breaches(incidents)


def test_more_children_than_dead_is_a_breach_with_both_claims() -> None:
    ten, twelve = claim("a/a", 10), claim("a/a", 12, subset="children")
    (breach,) = found(incident("a", ten, twelve))
    assert (breach.law, breach.least.persons, breach.most.persons) == ("subset", 12, 10)
    assert (breach.least.claims, breach.most.claims) == ((twelve,), (ten,))


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (claim("a/a", 10), claim("a/a", 10, subset="children")),
        (claim("a/a", 10, None), claim("a/a", 12, subset="children")),  # at least ten may be twelve
        (claim("a/a", 10, rules=("number.about",)), claim("a/a", 12, subset="children")),
        (claim("a/a", 10, hedge="denied"), claim("a/a", 12, subset="children")),
        (claim("a/a", 10, measure="wounded"), claim("a/a", 12, subset="children")),
        (claim("b/a", 10), claim("a/a", 12, subset="children")),  # another article may know of more dead
    ],
    ids=["all of them", "at least", "about", "denied", "another measure", "another article"],
)
def test_a_part_that_fits_is_none(whole: Claim, part: Claim) -> None:
    assert found(incident("a", whole, part)) == []


def test_a_part_is_held_against_all_sides_where_its_own_has_no_whole() -> None:
    sides = claim("a/a", 10, party="unknown"), claim("a/a", 5, party="is")
    assert found(incident("a", *sides, claim("a/a", 12, subset="children"))) == []
    assert found(incident("a", *sides, claim("a/a", 16, subset="children")))


SUM = ("a/a", "a/b")


@pytest.mark.parametrize(("whole", "breaks"), [(32, False), (31, True), (33, True)])
def test_parts_make_their_sum(whole: int, breaks: bool) -> None:
    one, two = incident("a", claim("a/a", 23)), incident("b", claim("a/b", 9), place=ELSEWHERE)
    told = found(one, two, incident("c", claim("a/c", whole, parts=SUM), scope="summary"))
    assert [breach.law for breach in told] == ["parts"] * breaks
    assert all({"inc-a", "inc-b", "inc-c"} == set(breach.incidents) for breach in told)


def test_a_sum_may_be_more_than_the_parts_of_which_one_is_open() -> None:
    one, two = incident("a", claim("a/a", 23)), incident("b", claim("a/b", 9, None), place=ELSEWHERE)
    assert found(one, two, incident("c", claim("a/c", 40, parts=SUM), scope="summary")) == []


def test_a_toll_of_one_period_never_falls() -> None:
    first, second = toll("a", claim("a/a", 120)), toll("b", claim("b/a", 90, hours=5))
    (breach,) = found(second, first)
    assert (breach.law, breach.subject, breach.least.persons, breach.most.persons) == ("toll-falls", "inc-b", 120, 90)
    assert found(toll("a", claim("a/a", 90)), toll("b", claim("b/a", 120, hours=5))) == []
    assert found(first, toll("b", claim("b/a", 90, hours=5), date_start=date(2019, 3, 5))) == []
    assert found(first, toll("b", claim("b/a", 90, hours=5), place=ELSEWHERE)) == []
    assert found(first, toll("b", claim("b/a", 90, None, hours=5))) == []  # more than 90 may be 120


def test_one_outlet_that_counts_fewer_dead_later_is_at_odds_with_itself() -> None:
    told = incident("a", claim("a/a", 16), claim("b/a", 11, hours=3))
    assert [breach.law for breach in found(told)] == ["toll-falls"]
    assert found(incident("a", claim("a/a", 16), claim("b/a", 11, hours=3, outlet="two"))) == []


def test_incidents_are_at_most_the_toll_over_them() -> None:
    days = [incident("a", claim("a/a", 23), day=3), incident("b", claim("b/a", 9), day=4)]
    (breach,) = found(*days, toll("t", claim("t/a", 30, hours=50)))
    assert (breach.law, breach.subject, breach.least.persons, breach.most.persons) == ("toll-exceeded", "inc-t", 32, 30)
    assert breach.incidents == ("inc-t", "inc-a", "inc-b")
    assert found(*days, toll("t", claim("t/a", 32, hours=50))) == []
    assert found(*days, toll("t", claim("t/a", 30, hours=50), place=ELSEWHERE)) == []
    assert found(*days, toll("t", claim("t/a", 30, hours=50, party="is"))) == []
    assert found(*days, toll("t", claim("t/a", 30, hours=50), sub_event_type="Mob violence")) == []
    assert found(*days, toll("t", claim("t/a", 30, hours=50), date_end=date(2019, 3, 3))) == []
    assert found(*days, toll("t", claim("t/a", 30, hours=50), place=PROVINCE))


def test_a_toll_does_not_know_what_was_told_later() -> None:
    days = [incident("a", claim("a/a", 23), day=3), incident("b", claim("b/a", 9, hours=90), day=4)]
    assert found(*days, toll("t", claim("t/a", 30, hours=50))) == []


def test_the_lowest_of_rival_counts_is_held_against_a_toll() -> None:
    days = [incident("a", claim("a/a", 23), claim("c/a", 20, outlet="two"), day=3), incident("b", claim("b/a", 9), day=4)]
    assert found(*days, toll("t", claim("t/a", 29, hours=50))) == []


def test_a_toll_over_more_than_a_year_is_held_against_no_incidents() -> None:
    days = [incident("a", claim("a/a", 23), day=3), incident("b", claim("b/a", 9), day=4)]
    for first, breaks in ((date(2018, 3, 31), True), (date(2018, 3, 30), False)):
        assert bool(found(*days, toll("t", claim("t/a", 30, hours=50), date_start=first))) is breaks


def test_what_was_withdrawn_breaks_nothing() -> None:
    assert found(incident("a", claim("a/a", 10), claim("a/a", 12, subset="children"), status="withdrawn")) == []

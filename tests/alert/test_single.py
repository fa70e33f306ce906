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


@pytest.mark.parametrize(("claims", "expected", "note"), rows(__file__, "contradictions.tsv"))
def test_two_exact_counts_that_exclude_each_other_are_a_contradiction(claims: str, expected: str, note: str) -> None:
    for ledger in (claims.split(" | "), claims.split(" | ")[::-1]):
        found = alerts(incident("history=5", claims=tuple(map(claim, ledger))), "contradiction")
        shown = [" ".join(one.facts[side].split(" ")[0] for side in ("lower", "higher")) for one in found]
        assert shown == ([] if expected == "-" else [expected]), note


def test_a_contradiction_begins_with_the_later_count_and_names_both() -> None:
    claims = claim("killed civilians 5"), claim("killed civilians 12 outlet=two hours=3 attributed_to=SOHR")
    (found,) = alerts(incident("history=5", claims=claims), "contradiction")
    assert (found.raised_at, found.facts) == (at(3), {"lower": "5 civilians (one)", "higher": "12 civilians (SOHR)"})


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


SUBJECTS = [("-", "Attack, 2019-03-09, سراقب"), ("place=none", "Attack, 2019-03-09, SY"), ("day=none", "Attack, day unknown, سراقب")]


@pytest.mark.parametrize(("cell", "title"), SUBJECTS)
def test_a_subject_says_what_when_and_where(cell: str, title: str) -> None:
    subject = subject_of(incident(cell))
    assert (subject.title, subject.name, subject.incidents) == (title, "inc-one", ("inc-one",))


def test_a_stricter_rule_raises_later() -> None:
    strict = Rule("mass-casualty.20", "mass-casualty", 3, {"killed": 20})
    assert [one.raised_at for one in alerts_of(incident("history=10 19 20"), (strict,))] == [at(8)]

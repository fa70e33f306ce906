"""What rules would have done: counted, timed against the moment from which the toll no longer changed."""

from datetime import UTC, datetime, timedelta

import pytest

from agents.alert.backtest import Backtest, Outcome, toll_known_at
from agents.alert.rules import Rule, load, parsed, problems
from streams.queries.moments import Moment
from streams.queries.queries import alerts
from streams.reading.backtesting import backtest
from streams.records import Incident, Revision
from tests.laws.test_rooms import batches

MARCH = datetime(2019, 3, 3, 9, tzinfo=UTC)
TEN = Rule("ten", "mass-casualty", 3, {"killed": 10})


def history(*killed: int) -> Incident:
    """An incident whose count was this every four hours."""
    made = [
        Revision(version=n + 1, published_at=MARCH + timedelta(hours=4 * n), status="standing", killed=count)
        for n, count in enumerate(killed)
    ]
    return Incident(incident_id="inc-1", version=len(killed), country="SY", history=tuple(made), first_published_at=MARCH)


def ran(*killed: int) -> Outcome:
    test = Backtest((TEN,))
    for number in range(1, len(killed) + 1):
        test.incident(history(*killed[:number]))
    (outcome,) = test.outcomes()
    return outcome


@pytest.mark.parametrize(
    ("killed", "fired", "withdrawn", "amended", "lead_h"),
    [
        ((9,), 0, 0, 0, None),
        ((12,), 1, 0, 0, 0.0),
        ((12, 16), 1, 0, 1, 4.0),
        ((12, 16, 16), 1, 0, 1, 4.0),
        ((9, 12, 16, 20), 1, 0, 1, 8.0),  # raised with the second count
        ((12, 5), 1, 1, 0, 4.0),
        ((12, 5, 13), 1, 0, 1, 8.0),
    ],
)
def test_an_alert_is_counted_once_with_its_end_and_its_lead(
    killed: tuple[int, ...], fired: int, withdrawn: int, amended: int, lead_h: float | None
) -> None:
    outcome = ran(*killed)
    assert (outcome.fired, outcome.withdrawn, outcome.standing, outcome.amended) == (fired, withdrawn, fired - withdrawn, amended)
    assert [one.lead_h for one in outcome.alerts] == ([] if lead_h is None else [lead_h])
    assert outcome.early == bool(lead_h) and outcome.median_lead_h == (lead_h or None)


def test_a_toll_that_returns_to_an_old_value_is_known_only_then() -> None:
    assert toll_known_at(("inc-1",), {"inc-1": history(12, 16, 12)}) == MARCH + timedelta(hours=8)
    assert toll_known_at(("inc-1",), {"inc-1": history(12).model_copy(update={"status": "withdrawn"})}) is None
    assert toll_known_at((), {}) is None


def test_on_the_feed_every_alert_that_stands_was_fired() -> None:
    outcomes = backtest({0: list(batches())}, load())
    assert [one.rule for one in outcomes] == [rule.id for rule in load()]
    fired = {alert.alert_id for one in outcomes for alert in one.alerts if alert.status != "withdrawn"}
    assert {alert.alert_id for alert in alerts(Moment({0: list(batches())}))} <= fired
    assert all(one.fired == len(one.alerts) == one.standing + one.withdrawn for one in outcomes)


@pytest.mark.parametrize("text", ["", "rule = 3", "rule = []", "this is no toml"])
def test_a_text_without_rules_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|Expected"):
        parsed(text)


def test_a_rule_without_id_and_kind_is_a_problem() -> None:
    (fault,) = problems(parsed("[[rule]]\nkilled = 10"))
    assert "unknown kind" in fault

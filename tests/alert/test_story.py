"""An alert from what held at each moment."""

import pytest

from agents.alert.rules import Rule
from agents.alert.story import Moment, Subject, alert_id, tell
from tests.notation import at, rows

RULE = Rule("ten", "mass-casualty", 2, {"killed": 10})
SUBJECT = Subject("inc-one", "title", "SY", incidents=("inc-one",), articles=("one",))


@pytest.mark.parametrize(("cell", "expected", "hours", "facts", "note"), rows(__file__, "stories.tsv"))
def test_an_alert_is_raised_amended_and_withdrawn_once_each_change(cell: str, expected: str, hours: str, facts: str, note: str) -> None:
    moments = [Moment(at(n), token[0] == "+", {"n": token[1:]}) for n, token in enumerate(cell.split(" "))]
    found = tell(RULE, SUBJECT, moments)
    assert (f"{found.status} {found.version}" if found else "-") == expected, note
    if found:
        raised, changed = map(int, hours.split(" "))
        assert (found.raised_at, found.changed_at, found.facts) == (at(raised), at(changed), {"n": facts}), note


def test_no_moment_tells_no_alert() -> None:
    assert tell(RULE, SUBJECT, []) is None


def test_an_alert_is_of_its_rule_and_subject() -> None:
    found = tell(RULE, SUBJECT, [Moment(at(0), True, {})])
    assert found is not None
    assert (found.rule, found.kind, found.severity, found.subject, found.country) == ("ten", "mass-casualty", 2, "inc-one", "SY")
    assert (found.incidents, found.articles, found.alert_id) == (("inc-one",), ("one",), alert_id(RULE, "inc-one"))


IDS = [("ten", "inc-one", True), ("ten", "inc-two", False), ("eleven", "inc-one", False)]


@pytest.mark.parametrize(("rule_id", "subject", "same"), IDS)
def test_an_alert_id_tells_rules_and_subjects_apart(rule_id: str, subject: str, same: bool) -> None:
    one, other = alert_id(RULE, "inc-one"), alert_id(RULE._replace(id=rule_id, severity=1), subject)
    assert one.startswith("alr-") and (one == other) is same

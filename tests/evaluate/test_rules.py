"""What each rule was worth."""

from agents.evaluate.matching import match
from agents.evaluate.results import Rule
from agents.evaluate.rules import by_rule, share
from tests.evaluate.reports import MOSUL, article, other, report


def read(*rules: str, **fields: object) -> dict[str, object]:
    return report("r", **fields) | {"evidence": {"rules": list(rules)}}


def rules(*pairs: tuple[list[dict[str, object]], list[dict[str, object]]]) -> dict[str, Rule]:
    return {one.name: one for one in by_rule([match(article(gold, found)) for gold, found in pairs])}


def test_a_rule_is_judged_by_the_reports_that_name_it() -> None:
    found = rules(([report()], [read("event.air", place=MOSUL)]), ([report()], [read("event.air", "roles.object")]))
    assert (found["event.air"].reports, found["event.air"].found) == (2, 2)
    assert (found["event.air"].slots["place"], found["event.air"].slots["date"]) == ((1, 2), (2, 2))
    assert found["roles.object"].slots["place"] == (1, 1)


def test_an_invented_report_counts_but_says_nothing_of_slots() -> None:
    found = rules(([report()], [other() | {"evidence": {"rules": ["event.arrest"]}}]))
    assert (found["event.arrest"].reports, found["event.arrest"].found) == (1, 0)
    assert set(found["event.arrest"].slots.values()) == {(0, 0)}


def test_what_is_left_empty_is_not_judged() -> None:
    assert rules(([report()], [read("event.air", actor1=None)]))["event.air"].slots["actor1"] == (0, 0)
    assert rules(([report(actor1=None)], [read("event.air")]))["event.air"].slots["actor1"] == (0, 1)


def test_background_and_reports_without_rules_are_left_out() -> None:
    assert not rules(([report(core=False)], [read("event.air")]))
    assert not rules(([report()], [report()]))


def test_rules_of_most_reports_come_first_and_a_rule_named_twice_counts_once() -> None:
    found = by_rule([match(article([report()], [read("b", "b")])), match(article([report()], [read("a", "b")]))])
    assert [(one.name, one.reports) for one in found] == [("b", 2), ("a", 1)]


def test_a_share_is_told_with_what_it_is_of() -> None:
    assert (share(3, 4), share(0, 2), share(0, 0)) == ("75% of 4", "0% of 2", "")

"""What is wrong with a rule, and what is not."""

import tomllib

import pytest

import seeds
from agents.alert.rules import NEEDS, load, parsed, problems
from streams.vocabulary import AlertKind
from tests.notation import rows


def text(cell: str) -> str:
    kind, _, lines = cell.partition(":")
    severity = "" if "severity" in lines else "severity = 2\n"
    return f'[[rule]]\nid = "one"\nkind = "{kind}"\n{severity}' + "\n".join(lines.strip().split("; "))


@pytest.mark.parametrize(("cell", "fault", "note"), rows(__file__, "rules.tsv"))
def test_a_rule_says_all_its_kind_needs_and_no_more(cell: str, fault: str, note: str) -> None:
    found = problems(parsed(text(cell)))
    assert (found == []) if fault == "-" else any(fault in line for line in found), (note, found)


def test_an_id_is_used_once() -> None:
    one = text("mass-casualty: killed = 10")
    assert problems(parsed(f"{one}\n{one}")) == ["one: id used twice"]
    assert problems(parsed(f"{one}\n{one.replace('one', 'two')}")) == []


def test_every_kind_has_its_needs() -> None:
    assert set(NEEDS) == set(AlertKind.__args__)  # type: ignore[attr-defined]


def test_the_shipped_rules_are_read_in_order_with_their_values() -> None:
    told = tomllib.loads(seeds.path("alert-rules.toml").read_text(encoding="utf-8"))["rule"]
    found = [{"id": rule.id, "kind": rule.kind, "severity": rule.severity} | rule.values for rule in load()]
    assert found == told
    assert {rule.kind for rule in load()} == set(NEEDS)

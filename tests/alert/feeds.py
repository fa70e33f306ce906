"""Feeds by their days with articles."""

from datetime import date

from agents.alert.flow import Flow
from agents.alert.rules import Rule
from agents.stretches import parsed

DAILY = "2018-03-10/2020-03-10"  # two years around the days of tests


def flow(rule: Rule, days: str = DAILY) -> Flow:
    """A feed as a rule sees it. days: ``first/last`` of stretches in which articles came daily, commas between."""
    found = Flow(rule, rule.values["days"] if "days" in rule.values else 7 * rule.values["baseline_weeks"])
    for stretch in parsed(days):
        found.add(stretch)
    return found


def since(first: date) -> str:
    """A feed that begins on a day and goes on daily."""
    return f"{first}/{date(2020, 3, 10)}"

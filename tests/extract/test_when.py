"""By which rule the days of a report were chosen: said in its rules, once."""

from pathlib import Path

import pytest

from tests.extract.test_core import READER, article

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("when.tsv").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_report_says_by_which_rule_its_days_were_chosen(text: str, expected: str, note: str) -> None:
    reports = READER.read(article(text)).reports
    told = [(*(rule.removeprefix("when.") for rule in one.rules if rule.startswith("when.")),) for one in reports]
    days = [f"{one.date_start or ''}..{one.date_end or ''}" for one in reports]
    assert [" ".join([*rules, day]) for rules, day in zip(told, days, strict=True)] == expected.split("; "), note

"""By which rule the place of a report was chosen."""

from pathlib import Path

import pytest

from streams.records import Report
from tests.extract.test_core import READER, article

LINES = Path(__file__).with_name("where.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")]


def placed(report: Report) -> str:
    return " ".join([report.place.name or "-" if report.place else "-", *(rule for rule in report.rules if rule.startswith("where."))])


@pytest.mark.parametrize(("text", "expected", "note"), CASES, ids=[note for *_, note in CASES])
def test_a_report_says_by_which_rule_its_place_was_chosen(text: str, expected: str, note: str) -> None:
    assert "; ".join(placed(one) for one in READER.read(article(text)).reports) == expected

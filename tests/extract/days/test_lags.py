"""How much older a mentioned occurrence is."""

from pathlib import Path

import pytest

from agents.extract.days.lags import find
from agents.extract.words.fold import fold

TABLE = Path(__file__).with_name("lags.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected", "note"), CASES)
def test_a_lag_is_counted_in_days(text: str, expected: str, note: str) -> None:
    found = find(fold(text).text)
    said = "-" if not found else "?" if found[0].days is None else str(found[0].days)
    assert said == expected, note

"""The sheet is made of its numbers, and keeps the sets that were not measured anew."""

from datetime import date
from pathlib import Path

import pytest

from agents.evaluate.measure import Label, measure
from streams.errors import InputError
from streams.reading.evaluation import SHIPPED
from streams.reading.methodology import GENERATED, keep, load, sheet
from tests.evaluate.test_measure import RIGHT, WRONG, chance

TODAY = date(2026, 1, 1)
FEED = measure([*RIGHT, *WRONG], Label(SHIPPED, TODAY), chance(50), [])
HERS = [measure(RIGHT, Label("her articles", TODAY, part), chance()) for part in ("all", "open")]


def test_a_sheet_tells_scores_fields_groups_and_failures_of_each_set() -> None:
    page = sheet([FEED, *HERS])
    assert GENERATED in page
    assert page.index("## Shipped feed") < page.index("## Her articles")
    assert "| incident F1 | .500 (" in page and "| incident F1 | 1.000 | 1.000 |" in page
    assert "The texts belong to their publishers and are not shipped." in page.split("## Her articles")[1]
    for part in ("By field", "By type", "By country", "By outlet", "By year", "Where it fails"):
        assert page.count(f"### {part}\n") == 2
    assert "|  | all (5) | open (5) |" in page


def test_a_table_has_as_many_cells_in_every_row() -> None:
    tables = [block.splitlines() for block in sheet([FEED, *HERS]).split("\n\n") if block.startswith("| ")]
    assert len(tables) > 10
    assert all(len({row.count("|") for row in rows}) == 1 for rows in tables)


def test_numbers_come_back_and_other_sets_stay(tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    keep(HERS, file)
    keep([FEED], file)
    assert list(load(tmp_path / "sheet.json")) == [FEED, *HERS]
    assert file.read_text(encoding="utf-8") == sheet([FEED, *HERS])
    keep(HERS[:1], file)
    assert list(load(tmp_path / "sheet.json")) == [FEED, HERS[0]]


def test_numbers_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "sheet.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(InputError, match="delete it to begin anew"):
        keep([FEED], tmp_path / "sheet.md")

"""Windows by hand: what enters, leaves, moves, comes late."""

from itertools import permutations

import pytest

from agents.aggregate.core import WINDOWS, Aggregator
from streams.records import Cell, Incident
from tests.notation import BEGIN, day, incident, rows

TABLE = rows(__file__, "windows.tsv")
OTHER = {"x": "status=withdrawn", "m": "status=superseded", "t": "scope=toll; n=killed civilians 100"}


def told(name: str, what: str) -> Incident:
    number, _, killed = what.partition("=")
    return incident(OTHER.get(what, f"day={number}; n=killed civilians {killed}"), name)


def played(steps: str, aggregator: Aggregator | None = None) -> dict[str, Cell]:
    """The cells as they were last told; empty ones left out."""
    aggregator, cells, now = aggregator or Aggregator(), dict[str, Cell](), BEGIN
    for step in steps.split(" "):
        if step.startswith("w"):
            reached = day(step[1:])
            now = BEGIN.replace(year=reached.year, month=reached.month, day=reached.day)
            changed = aggregator.advance(now)
        else:
            changed = aggregator.apply(told(*step.split("@")), now)
        cells.update({cell.cell_id: cell for cell in changed})
    return {name: cell for name, cell in cells.items() if cell.incidents}


def killed(cells: dict[str, Cell], row: str = "SY/country/SY") -> str:
    return " ".join(str(cells[name].killed) if (name := f"{row}/{window}d") in cells else "-" for window in WINDOWS)


@pytest.mark.parametrize(("steps", "expected", "note"), TABLE)
def test_a_window_sums_the_days_it_holds(steps: str, expected: str, note: str) -> None:
    cells = played(steps)
    assert killed(cells) == expected, note
    assert killed(cells, "SY/admin1/Idlib") == expected, note


@pytest.mark.parametrize("steps", [row[0] for row in TABLE if row[1] == "- - -" and "@10" not in row[0] and "@12" not in row[0]])
def test_what_left_leaves_nothing(steps: str) -> None:
    aggregator = Aggregator()
    played(steps, aggregator)
    last = max(aggregator.day, day("9"))
    after = f"w{(last - day('1')).days + 1} z@{(last - day('1')).days + 1}=7"
    assert played(after, aggregator) == played(after)


@pytest.mark.parametrize("final", ["a@9=10 b@9=5 c@3=2", "a@9=10 a2@9=5 b@8=1", "a@9=3 b@4=2 c@20=9"])
def test_the_order_in_which_incidents_come_does_not_matter(final: str) -> None:
    ends = [played("w9 " + " ".join(order)) for order in permutations(final.split(" "))]
    assert ends[0] and all(end == ends[0] for end in ends)


@pytest.mark.parametrize("cut", range(5))
def test_when_the_watermark_moves_does_not_matter(cut: int) -> None:
    incidents = ["a@9=10", "b@14=5", "c@15=2", "d@16=1"]
    assert played(" ".join(["w16", *incidents])) == played(" ".join(["w9", *incidents[:cut], "w16", *incidents[cut:]]))


@pytest.mark.parametrize("again", ["a@9=10", "w9", "w8", "b@x", "c@t"])
def test_what_changes_nothing_tells_no_cell(again: str) -> None:
    aggregator = Aggregator()
    played("w9 a@9=10", aggregator)
    assert played(again, aggregator) == {}


OUTLETS = [("one", "one", 1), ("one", "two", 2), ("one, two", "two, three", 3), ("one", "none", 1), ("none", "none", 0)]


@pytest.mark.parametrize(("left", "right", "expected"), OUTLETS)
def test_an_outlet_counts_once_a_cell(left: str, right: str, expected: int) -> None:
    aggregator = Aggregator()
    both = [incident(f"outlets={names}", str(n)) for n, names in enumerate((left, right))]
    cells = {cell.cell_id: cell for one in both for cell in aggregator.apply(one, BEGIN)}
    assert cells["SY/country/SY/7d"].outlets == expected
    gone = {cell.cell_id: cell for cell in aggregator.apply(incident("status=withdrawn", "1"), BEGIN)}
    assert gone["SY/country/SY/7d"].outlets == len([name for name in left.split(", ") if name != "none"])


def test_a_cell_names_the_newest_day_that_adds_to_it() -> None:
    cells = played("w9 a@8=10 b@5=3")
    assert {name[-2:]: cell.day.day for name, cell in cells.items() if "/country/" in name} == {"7d": 8, "0d": 8}
    assert played("w9 a@8=10 b@5=3 a@x")["SY/country/SY/7d"].day.day == 5


def test_an_empty_cell_is_told_once_more_as_empty() -> None:
    aggregator = Aggregator()
    aggregator.apply(told("a", "10=10"), BEGIN)
    gone = aggregator.apply(told("a", "x"), BEGIN)
    assert len(gone) == 4 * len(WINDOWS)  # country, kind, governorate, party
    assert not any(cell.incidents or cell.killed or cell.outlets for cell in gone)
    assert aggregator.apply(told("a", "x"), BEGIN) == []


def test_a_room_started_anew_tells_empty_cells_too() -> None:
    aggregator = Aggregator()
    for what in ("10=10", "x"):
        aggregator.take(told("a", what), BEGIN)
    found = aggregator.changed(again=True)
    assert {cell.incidents for cell in found} == {0} and len(found) == 4 * len(WINDOWS)


def test_taking_in_many_and_telling_once_is_telling_after_each() -> None:
    aggregator, steps = Aggregator(), ("9=10", "8=10", "10=12")
    for what in steps:
        aggregator.take(told("a", what), BEGIN)
    once = {cell.cell_id: cell for cell in aggregator.changed()}
    assert once == played("w10 " + " ".join(f"a@{what}" for what in steps))

"""How tables are laid out: in terminals of any width, in a pipe, and for spreadsheets."""

import csv
import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from streams.cli.screen import console, dead, incident_table, table, whose
from streams.errors import RasadError
from streams.records import Figure
from tests.cli.written import ALERT, incident, run


def test_a_narrow_terminal_shows_names_rather_than_bounds(log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.cli.screen.WIDTH", 80)
    tables, _, _ = run("watch", "--log", log, "--party", "gov:SY").partition("deadliest")
    assert "Deir" in tables and "(5–21)" not in tables


def on_a_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rows of a table of three incidents, as a terminal of so many columns shows them."""
    out = io.StringIO()
    console = Console(width=width, force_terminal=True, no_color=True, file=out)
    monkeypatch.setattr("streams.cli.screen.console", lambda: console)
    kind = "Non-state actor overtakes territory"
    found = [incident(f"inc-with-a-long-name-{n}/a", n, 1200 + n).model_copy(update={"sub_event_type": kind}) for n in (1, 2, 3)]
    console.print(incident_table(found))
    return re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()


@pytest.mark.parametrize("width", [40, 50, 60, 70, 80, 100, 120, 160, 250])
def test_a_terminal_of_any_width_shows_days_numbers_and_places_whole(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_a_terminal(width, monkeypatch)
    for n in (1, 2, 3):
        (row,) = [line for line in lines if f"2019-03-0{n}" in line]
        assert f" {1200 + n} ({1200 + n}–{1202 + n}) " in row and row.rstrip().endswith("البلدة")
    assert max(map(cell_len, lines)) <= width and "…" not in "".join(lines)


def test_a_narrow_terminal_says_what_a_wider_one_shows_and_a_wide_one_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow, wide = " ".join(on_a_terminal(80, monkeypatch)), " ".join(on_a_terminal(250, monkeypatch))
    assert "A wider terminal also shows" in narrow and "inc-with" not in narrow
    assert "A wider terminal" not in wide and "inc-with-a-long-name-3/a" in wide


def test_a_terminal_of_120_columns_shows_ids_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("inc-with-a-long-name-2/a" in line for line in on_a_terminal(120, monkeypatch))


def test_a_table_says_what_the_ids_of_parties_stand_for(log: str) -> None:
    shown = incident_table([incident("inc-1", 1, 5).model_copy(update={"actor1": "is", "actor2": "pmf"})])
    assert shown.caption == "is: Islamic State; pmf: Popular Mobilization Forces"
    assert incident_table([incident("inc-1", 1, 5)]).caption is None  # a state and civilians say it themselves


def test_a_spreadsheet_has_a_column_a_number_and_names_in_arabic(log: str) -> None:
    text = run("incidents", "--log", log, "--csv")
    assert text.startswith("\ufeffincident_id,")  # the mark by which Excel knows UTF-8
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    names = ("incident_id", "killed", "killed_low", "killed_high", "wounded", "place", "admin1")
    assert [first[name] for name in names] == ["inc-2", "12", "12", "14", "", "البلدة", "Deir ez-Zor"]
    assert [second[name] for name in names] == ["inc-1", "5", "5", "7", "", "البلدة", "Deir ez-Zor"]


def test_tables_and_alerts_are_spreadsheets_too(log: str) -> None:
    table = run("aggregates", "--log", log, "--by", "country", "--days", "7", "--csv").removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["country"], row["window"], row["killed"], row["killed_low"]) == ("SY", "7d", "17", "5")
    (alert,) = csv.DictReader(io.StringIO(run("alerts", "--log", log, "--csv").removeprefix("\ufeff")))
    assert (alert["alert_id"], alert["killed"], alert["incidents"]) == ("alr-1", "12", "inc-1")


def test_a_spreadsheet_of_nothing_has_its_header(log: str) -> None:
    assert len(run("incidents", "--log", log, "--country", "iq", "--csv").splitlines()) == 1


@pytest.mark.parametrize("options", [("incidents", "--json"), ("aggregates", "--json"), ("alerts", "--json"), ("alerts", "--follow")])
def test_two_forms_at_once_are_refused(log: str, options: tuple[str, ...]) -> None:
    with pytest.raises(RasadError, match="give"):
        run(*options, "--csv", "--log", log)


def test_in_a_pipe_a_row_is_a_line_without_blanks_at_its_end(log: str) -> None:
    lines = run("incidents", "--log", log).splitlines()
    assert len(lines) == 5 and [line for line in lines if line != line.rstrip()] == []


FACTS = [
    ("mass-casualty", {"killed": "19", "bounds": "11-19"}, "19 (11–19)"),
    ("mass-casualty", {"killed": "62", "bounds": "62-62"}, "62"),
    ("mass-casualty", {"killed": "20", "bounds": "20-"}, "20+"),
    ("mass-casualty", {"killed": "30", "bounds": "11-"}, "30+ (11–)"),
    ("mass-casualty", {"killed": "20", "bounds": "20-", "also": "31, 34"}, "20+, 31, 34"),
    ("mass-casualty", {"killed": "11", "bounds": "11-19", "also": "30"}, "11 (11–19), 30"),
    ("mass-casualty", {"killed": "0", "bounds": "0-"}, ""),
    ("surge", {"killed": "42", "baseline": "0.0"}, "42"),
    ("revision", {"first": "11", "now": "19"}, "11 → 19"),
    ("weapon", {"weapon": "suicide"}, ""),
]


@pytest.mark.parametrize(("kind", "facts", "expected"), FACTS)
def test_an_alert_shows_how_many_were_killed(kind: str, facts: dict[str, str], expected: str) -> None:
    assert dead(ALERT.model_copy(update={"kind": kind, "facts": facts})) == expected


def test_brackets_and_colons_of_a_text_are_shown_as_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    words = "[/b] [red]نص[/red] [url=x] :warning:"
    console().print(table(words, (words,), [(words,)], below=words))
    console().print(words)
    assert capsys.readouterr().out.count(words) == 5


def test_a_part_of_those_counted_is_told_as_a_part() -> None:
    part = Figure(measure="killed", party="civilians", low=2, high=2, subset="children")
    assert (whose(part), whose(part.model_copy(update={"subset": None}))) == ("civilians (children)", "civilians")

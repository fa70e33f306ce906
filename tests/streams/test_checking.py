"""What `rasad check` finds in a table."""

import re
from pathlib import Path

import pytest

import seeds
from seeds import lint
from streams.reading import checking

GOOD = "# what the columns mean\nsurface,value,kind,source\nقتل,killed,verb,rasad\nلـ,to,cue,rasad\n"
TABLES = {
    "no word on the columns": ("surface,value\nقتل,killed\n", ":1: expected a # line"),
    "a row too short": (GOOD + "جرح,wounded\n", ":5: found 2 cells, expected 4"),
    "a row twice": (GOOD + "قتل,killed,verb,rasad\n", ":5: the same row as line 3"),
    "tatweel": (GOOD + "قتـل,killed,verb,rasad\n", ":5: 'قتـل' holds"),
    "a presentation form": (GOOD + "ﻗﺘﻞ,killed,verb,rasad\n", ":5: 'ﻗﺘﻞ' holds"),
    "an invisible mark": (GOOD + "قتل\u200f,killed,verb,rasad\n", " holds a presentation form, tatweel or invisible mark"),
    "two spaces": (GOOD + "قتل  عمدا,killed,verb,rasad\n", ":5: 'قتل  عمدا' has spaces too many"),
    "no source": (GOOD + "جرح,wounded,verb,\n", ":5: source is empty"),
}


def test_a_sound_table_has_no_faults(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text(GOOD, encoding="utf-8")
    assert list(checking.table_faults(file)) == []


@pytest.mark.parametrize("what", TABLES)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, what: str) -> None:
    text, expected = TABLES[what]
    file = tmp_path / "words.csv"
    file.write_text(text, encoding="utf-8")
    (fault,) = checking.table_faults(file)
    assert "words.csv" in fault and expected in fault


@pytest.mark.parametrize(("name", "many"), [("events", 1), ("victims", 0)])
def test_one_or_other_is_told_where_the_lexicon_does_not_read_it(tmp_path: Path, name: str, many: int) -> None:
    file = tmp_path / "lexicon" / f"{name}.csv"
    file.parent.mkdir()
    file.write_text(GOOD + "(حرق|إحراق) رضيع,killed,verb,rasad\n", encoding="utf-8")
    faults = list(checking.table_faults(file))
    assert len(faults) == many
    assert all(":5:" in one and "a row for each" in one for one in faults)


@pytest.mark.parametrize(("surface", "many"), [("يقضي ب", 1), ("يتهيأ", 0), ("القبض على", 0)])
def test_a_row_that_ends_with_a_particle_alone_reads_nothing(tmp_path: Path, surface: str, many: int) -> None:
    file = tmp_path / "lexicon" / "reject.csv"
    file.parent.mkdir()
    file.write_text(GOOD + f"{surface},plan,clause,rasad\n", encoding="utf-8")
    faults = list(checking.table_faults(file))
    assert len(faults) == many
    assert all(":5:" in one and "ends with a particle" in one for one in faults)


def test_bytes_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_bytes("# قتل".encode("cp1256"))
    (fault,) = checking.table_faults(file)
    assert "not UTF-8" in fault


def test_a_row_that_names_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outlets.csv").write_text("# x\noutlet,country\none,XX\n", encoding="utf-8")
    (tmp_path / "countries.csv").write_text("# x\ncountry\nSY\n", encoding="utf-8")
    monkeypatch.setattr(seeds, "HERE", tmp_path)
    monkeypatch.setattr(checking, "REFERENCES", [("outlets.csv", "country", "countries.csv", "country")])
    assert list(checking.reference_faults()) == ["outlets.csv: country 'XX' (of 'one') is not in countries.csv"]


@pytest.mark.parametrize(
    ("surface", "ways"),
    [
        ("قسد", ["قسد"]),
        ("(قوات|فصائل) (معادية|معارضة) للأسد", ["قوات معادية للأسد", "قوات معارضة للأسد", "فصائل معادية للأسد", "فصائل معارضة للأسد"]),
    ],
)
def test_a_surface_with_alternatives_stands_for_each_of_them(surface: str, ways: list[str]) -> None:
    assert list(seeds.written(surface)) == ways


def test_a_surface_that_two_rows_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = '"(قوات|فصائل) الأسد",gov:SY,neutral,name,rasad\nقوات الأسد,gov:SY,neutral,name,rasad\n'
    for table in seeds.HERE.glob("*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    (tmp_path / "lexicon").symlink_to(seeds.HERE / "lexicon")
    (tmp_path / "actor-surfaces.csv").write_text(f"# x\nsurface,actor,stance,kind,source\n{rows}", encoding="utf-8")
    monkeypatch.setattr(seeds, "HERE", tmp_path)
    assert list(lint.faults()) == ["actor-surfaces.csv: 'قوات الأسد' stands there 2 times"]


@pytest.mark.parametrize(
    ("fact", "other", "expected"),
    [
        ("occupied-by", "XX", ["PS: occupied-by with 'XX', expected the id of a known country"]),
        ("armed-by", "nobody-known", ["PS: armed-by with 'nobody-known', expected the id of a known actor"]),
        ("one-sided", "IL", ["PS: one-sided with 'IL', expected nothing beside it"]),
        ("occupied-by", "IL", []),
    ],
)
def test_what_is_known_of_a_country_is_checked(fact: str, other: str, expected: list[str]) -> None:
    assert list(lint.fact_faults({"country": "PS", "fact": fact, "other": other}, lint.Tables.load())) == expected


def test_a_fact_that_no_rule_asks_is_told() -> None:
    (fault,) = lint.fact_faults({"country": "PS", "fact": "besieged", "other": ""}, lint.Tables.load())
    assert "'besieged', expected one of armed-by" in fault


def test_rules_ask_just_the_facts_that_there_are() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (seeds.HERE.parent / "agents").rglob("*.py"))
    asked = {fact for source in sources for fact in re.findall(r'\b(?:having|others)\("([a-z-]+)"\)(?!``)', source)}
    assert asked == lint.FACTS.keys()

"""Merging and splitting incidents from the command line, and taking it back."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import seeds
from streams.cli import app
from streams.errors import RasadError
from streams.logs.reader import LogReader
from streams.queries.moments import known
from streams.queries.queries import cells, incidents, watermark
from streams.queries.tables import opened

_DOUBTFUL = [  # as many dead, of two days, in a town and in the region around it: one shelling, or two acts
    {
        "article_id": "one",
        "outlet": "orontes-wire",
        "published_at": "2019-03-20T10:00:00+02:00",
        "body": "قُتل خمسة مدنيين بقصف مدفعي لقوات النظام على مدينة سراقب في ريف إدلب أمس الثلاثاء.",
    },
    {
        "article_id": "two",
        "outlet": "badia-news",
        "published_at": "2019-03-20T12:00:00+02:00",
        "body": "قُتل خمسة مدنيين بانفجار في ريف إدلب صباح اليوم الأربعاء.",
    },
]
WHO = ("--who", "sara", "--why", "the second text speaks of another street, not of this one")


def run(*arguments: str) -> str:
    found = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.output


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A log of some articles of the feed, and seeds of its own."""
    own = tmp_path / "seeds"
    shutil.copytree(seeds.HERE, own, ignore=shutil.ignore_patterns("__pycache__", "gold"))
    monkeypatch.setattr(seeds, "HERE", own)
    monkeypatch.setenv("RASAD_READERS", "0")
    path = str(tmp_path / "rasad.db")
    run("replay", str(own / "articles" / "orontes-wire.jsonl"), str(own / "articles" / "jazira-post.jsonl"), "--log", path)
    yield path


def standing(path: str) -> dict[str, tuple[str, ...]]:
    return {one.incident_id: one.report_ids for one in incidents(LogReader(f"embedded://{path}"), scope="")}


def test_a_row_is_written_to_a_file_of_its_own_and_no_other_name_of_the_old_one_sees_it(log: str) -> None:
    table, cached = seeds.path("overrides.csv"), seeds.path("overrides.csv").with_name("cached.csv")
    cached.hardlink_to(table)
    before = cached.read_text(encoding="utf-8")
    held = next(name for name, reports in standing(log).items() if len(reports) > 1)
    run("incidents", "split", held, standing(log)[held][1], *WHO, "--log", log)
    assert cached.read_text(encoding="utf-8") == before and table.read_text(encoding="utf-8").startswith(before)
    assert [path.name for path in table.parent.glob(".*.new")] == []


def test_a_split_and_a_merge_reach_the_log_and_leave_it_with_their_rows(log: str) -> None:
    before = standing(log)
    told = [report.rpartition("/")[0] for reports in before.values() for report in reports]
    held = next(
        name for name, reports in before.items() if len(reports) == 2 and all(told.count(one.rpartition("/")[0]) == 1 for one in reports)
    )  # a neighbour in the same article could take the place of what is split off
    alone = sorted(name for name, reports in before.items() if len(reports) == 1)
    one, other = next((a, b) for a in alone for b in alone if a < b and a.rpartition("/")[0] == b.rpartition("/")[0])

    run("incidents", "split", held, before[held][1], *WHO, "--log", log)
    run("incidents", "merge", one, other, *WHO, "--log", log)
    assert standing(log) == before
    assert "told anew" in run("incidents", "relink", "--log", log)
    after = standing(log)
    assert after[held] == before[held][:1] and after[f"inc-{before[held][1]}"] == before[held][1:]
    assert set(after.get(one, ()) or after[other]) == {*before[one], *before[other]} and len(after) == len(before)
    assert run("incidents", "relink", "--log", log).startswith("0 ")

    table = seeds.path("overrides.csv")
    table.write_text("\n".join(table.read_text(encoding="utf-8").splitlines()[:-2]) + "\n", encoding="utf-8")
    run("incidents", "relink", "--log", log)
    assert standing(log) == before
    reader = LogReader(f"embedded://{log}")
    assert cells(reader) == cells(known(reader))


def test_incidents_of_an_article_that_is_written_on_are_merged_by_the_reports_that_they_rest_on(log: str, tmp_path: Path) -> None:
    path, feed = f"{log}-live", tmp_path / "live.jsonl"
    strike = "قُتل أربعة مدنيين بغارة جوية على مدينة سراقب اليوم الأربعاء."
    earlier = "قُتل سبعة جنود بانفجار عبوة ناسفة في مدينة درعا أمس الثلاثاء."
    page = {"article_id": "live", "outlet": "orontes-wire", "published_at": "2019-03-20T10:00:00+02:00", "body": strike}
    later = {**page, "published_at": "2019-03-20T14:00:00+02:00", "body": f"{earlier} {strike}"}
    feed.write_text("\n".join(map(json.dumps, (page, later))), encoding="utf-8")
    run("replay", str(feed), "--log", path)
    assert standing(path) == {"inc-live/a": ("live/b",), "inc-live/a.2": ("live/a",)}
    run("incidents", "merge", "inc-live/a", "inc-live/a.2", *WHO, "--log", path)
    run("incidents", "relink", "--log", path)
    assert standing(path) == {"inc-live/a": ("live/a", "live/b")}


def test_a_doubt_that_a_reviewer_settles_leaves_the_cells(log: str, tmp_path: Path) -> None:
    path, feed = f"{log}-doubtful", tmp_path / "feed.jsonl"
    feed.write_text("\n".join(map(json.dumps, _DOUBTFUL)), encoding="utf-8")
    run("replay", str(feed), "--log", path)
    reader = LogReader(f"embedded://{path}")
    before = {cell.cell_id: cell for cell in cells(reader)}
    found = opened(reader, "SY/country/SY/30d", watermark(reader))
    assert found is not None and found.doubts
    with seeds.path("overrides.csv").open("a", encoding="utf-8") as table:
        table.writelines(f"{one.left},{one.right},different,sara,two streets\n" for one in found.doubts)
    assert run("incidents", "relink", "--log", path).startswith("0 ")
    after = {cell.cell_id: cell for cell in cells(reader)}
    assert after["SY/country/SY/30d"].incidents_low > before["SY/country/SY/30d"].incidents_low
    assert cells(reader) == cells(known(reader))


def test_what_cannot_be_meant_is_not_written(log: str) -> None:
    name, reports = next((name, reports) for name, reports in standing(log).items() if len(reports) == 2)
    before = seeds.path("overrides.csv").read_text(encoding="utf-8")
    for words in (("split", name, "nobody/a"), ("split", name, *reports), ("merge", name, "inc-nobody/a"), ("merge", name)):
        with pytest.raises(RasadError):
            run("incidents", *words, *WHO, "--log", log)
    assert seeds.path("overrides.csv").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("there", [None, "", "# what reviewers said"])
def test_reviewers_words_lie_where_the_user_wants_them(
    there: str | None, log: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, shipped = tmp_path / "ours.csv", seeds.path("overrides.csv").read_bytes()
    if there is not None:
        own.write_text(there, encoding="utf-8")
    monkeypatch.setenv("RASAD_OVERRIDES", str(own))
    one, other = sorted(name for name, reports in standing(log).items() if len(reports) == 1)[:2]
    countries = {found.incident_id: found.country for found in incidents(LogReader(f"embedded://{log}"), scope="")}
    assert countries[one] == countries[other]
    run("incidents", "merge", one, other, *WHO, "--log", log)
    assert [row["left"] for row in seeds.rows("overrides.csv")] == [one]
    assert (seeds.HERE / "overrides.csv").read_bytes() == shipped
    before = standing(log)
    run("incidents", "relink", "--log", log)
    assert len(standing(log)) == len(before) - 1


@pytest.mark.parametrize(
    ("variable", "text", "told"),
    [
        ("RASAD_OVERRIDES", None, "no such file"),
        ("RASAD_OVERRIDES", "left,right\na/b,c/d\n", "columns left, right, verdict, who, why"),
        ("RASAD_OVERRIDES", "left,right,verdict,who,why\na/b,c/d,equal,sara,so\n", "expected same or different"),
        ("RASAD_ALERT_RULES", None, "No such file"),
        ("RASAD_ALERT_RULES", "kind =", "Invalid value"),
        ("RASAD_ALERT_RULES", '[[rule]]\nid = "a"\nkind = "surge"\nseverity = 2\n', "killed is missing"),
    ],
)
def test_nothing_starts_with_a_file_of_the_users_that_cannot_be_used(
    variable: str, text: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    if text is not None:
        own.write_text(text, encoding="utf-8")
    monkeypatch.setenv(variable, str(own))
    monkeypatch.setenv("RASAD_READERS", "0")
    path = tmp_path / "rasad.db"
    found = CliRunner().invoke(app, ["replay", str(seeds.HERE / "articles" / "jazira-post.jsonl"), "--log", str(path)])
    assert isinstance(found.exception, RasadError) and told in str(found.exception) and str(own) in str(found.exception)
    checked = CliRunner().invoke(app, ["check"])
    assert checked.exit_code == 1

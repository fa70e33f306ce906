"""`rasad extract` on good and bad input."""

import json
from collections.abc import Sequence
from pathlib import Path

import orjson
import pytest

from streams.inputs.files import feed
from streams.reading.extraction import Extracted, extracted
from streams.records import Article
from tests.cli.test_arguments import rasad
from tests.cli.written import rows


def line(name: str, **fields: object) -> bytes:
    return orjson.dumps({"article_id": name, "published_at": "2019-03-03T09:00:00+03:00", "body": f"خبر {name}", **fields}) + b"\n"


def test_every_article_is_a_line_in_the_order_of_the_input(tmp_path: Path) -> None:
    names = [f"a{index}" for index in range(120)]
    (tmp_path / "many.jsonl").write_bytes(b"".join(map(line, names)))
    found = rasad("extract", str(tmp_path / "many.jsonl"), RASAD_READERS="2")
    rows = [json.loads(row) for row in found.stdout.splitlines()]
    assert (found.returncode, found.stderr) == (0, "")
    assert [row["article_id"] for row in rows] == names
    assert {tuple(row) for row in rows} == {("article_id", "published_at", "reports")}
    assert rows[0]["published_at"] == "2019-03-03T09:00:00+03:00"


def test_what_cannot_be_read_is_told_and_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line("a") + b"{}\n" + line("b"))
    found = rasad("extract", str(tmp_path / "a.jsonl"))
    assert found.returncode == 1
    assert [json.loads(row)["article_id"] for row in found.stdout.splitlines()] == ["a", "b"]
    assert found.stderr.startswith(f"rasad: not read: {tmp_path / 'a.jsonl'}:2: no-body")


def test_standard_input_is_read(tmp_path: Path) -> None:
    found = rasad("extract", "-", given=line("a").decode())
    assert [json.loads(row)["article_id"] for row in found.stdout.splitlines()] == ["a"]


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(b"".join(line(f"a{index}", body="خبر " * 2000) for index in range(30)))
    import subprocess
    import sys

    command = f"{sys.executable} -m streams extract {tmp_path / 'many.jsonl'} | head -c 10"
    found = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert "Traceback" not in found.stderr and "Error" not in found.stderr


def failing() -> object:
    def extract(articles: Sequence[Article]) -> list[Extracted]:
        return [Extracted(one.article_id, "", [], failure="no" if one.article_id == "a3" else "") for one in articles]

    return extract


@pytest.mark.parametrize("processes", [0, 2])
def test_in_one_process_or_many_the_same_comes_out(tmp_path: Path, processes: int) -> None:
    (tmp_path / "many.jsonl").write_bytes(b"".join(line(f"a{index}") for index in range(60)))
    articles = feed([str(tmp_path)]).articles
    found = list(extracted(articles, processes, failing))  # type: ignore[arg-type]
    assert [one.article_id for one in found] == [one.article_id for one in articles]
    assert [one.article_id for one in found if one.failure] == ["a3"]


def test_an_explanation_in_json_says_what_is_told_again(tmp_path: Path) -> None:
    dead, town = (
        "قتل ثلاثة من الحوثيين أمس في غارة شنتها طائرات التحالف العربي على مدينة صعدة",
        "بينما دمرت غارة للتحالف عربة تابعة للحوثيين في",
    )
    (tmp_path / "a.jsonl").write_bytes(line("one", body=f"{dead}، {town} صعدة.") + line("two", body=f"{dead}، {town} مأرب."))
    one, two = rows("explain", str(tmp_path / "a.jsonl"))
    (again,) = one["again"]
    assert (again["into"], again["rule"], again["report"]["sub_event_type"]) == ("a", "report.again", "Air/drone strike")
    assert (len(one["reports"]), len(two["reports"]), two.get("again", [])) == (1, 2, [])

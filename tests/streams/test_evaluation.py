"""Files of articles and gold to scored articles."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from streams.errors import InputError
from streams.inputs.files import read, versions
from streams.reading import evaluation
from streams.reading.extraction import Extracted
from streams.records import Article
from tests.evaluate.reports import article, report

ROW = {"article_id": "x", "reports": [report()]}


def written(folder: Path, text: str) -> str:
    file = folder / "gold.jsonl"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("text", [json.dumps(ROW) + "\n\n", json.dumps([ROW], indent=1)], ids=["lines", "list"])
def test_gold_is_json_lines_or_a_list(tmp_path: Path, text: str) -> None:
    assert evaluation.gold([written(tmp_path, text)]) == {"x": [report()]}


def test_of_two_versions_of_an_article_the_last_counts(tmp_path: Path) -> None:
    assert evaluation.gold([written(tmp_path, json.dumps(ROW) + "\n" + json.dumps({"article_id": "x", "reports": []}))]) == {"x": []}


WRONG = {
    "{": "gold.jsonl: not JSON",
    "\n[]": "holds no article",
    '{"article_id": "x"}': "gold.jsonl:1: expected an object with article_id and reports",
    '{"article_id": "x", "reports": [{"id": "a"}]}': "a report of x has no scope, sub_event_type",
    "\n": "holds no article",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_gold_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=WRONG[text]):
        evaluation.gold([written(tmp_path, text)])


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[["x"]]', "[[1, 2, 3]]"])
def test_what_are_no_clusters_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="expected a JSON list of clusters"):
        evaluation.clusters(written(tmp_path, text))


def silent(articles: Iterable[Article]) -> Iterator[Extracted]:
    return (Extracted(one.article_id, "", []) for one in articles)


def test_gold_without_its_article_is_told() -> None:
    with pytest.raises(InputError, match="the gold speaks of x, not among the articles: name their files with --articles"):
        evaluation.scored([], {"x": []}, silent, link=False)


def test_every_article_of_the_gold_is_scored_and_no_other() -> None:
    articles = list(versions(one for one in read(evaluation.shipped("articles")) if isinstance(one, Article)))
    wanted = {name: [report()] for name in (articles[3].article_id, articles[0].article_id)}
    found = evaluation.scored(articles, wanted, silent, link=False)
    assert [one.article for one in found] == [article([report()], [], name) for name in wanted]
    assert (found[1].outlet, found[1].day) == (articles[0].outlet, articles[0].published_at.date())


def test_a_third_is_held_back_by_a_hash_of_the_id() -> None:
    names = [f"a{n}" for n in range(300)]
    parts = [evaluation.part_of(name) for name in names]
    assert 80 < parts.count("held-back") < 120
    assert all((int(hashlib.sha256(n.encode()).hexdigest(), 16) % 3 == 0) == (p == "held-back") for n, p in zip(names, parts, strict=True))

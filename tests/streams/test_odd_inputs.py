"""Inputs of other kinds, and fields that are wrong: each is told by its name."""

import gzip
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from streams.inputs.files import feed, read
from streams.records import Article, DeadLetter
from tests.streams.test_inputs import BODY, line, only


def test_a_compressed_file_in_a_folder_is_told_and_others_are_left(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line())
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(line()))
    (tmp_path / "notes.md.gz").write_bytes(gzip.compress(b"x"))
    (tmp_path / "notes.md").write_bytes(b"x")
    first, dead = read([str(tmp_path)])
    assert isinstance(first, Article) and isinstance(dead, DeadLetter)
    assert dead.origin.endswith("b.jsonl.gz") and dead.reason == "packed" and dead.truncated


def test_a_pipe_is_read_by_its_path(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(line(),))
    writer.start()
    found = only(pipe)
    writer.join()
    assert isinstance(found, Article) and found.article_id == "a1"


def test_a_manifest_that_is_none_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "manifest.json").write_text("{bad")
    dead = only(tmp_path)
    assert isinstance(dead, DeadLetter) and dead.reason == "bad-manifest" and "manifest.json" in dead.detail


@pytest.mark.parametrize("given", ["garbage", "2099-01-01"])
def test_a_moment_of_receipt_that_is_none_is_told_by_its_name(tmp_path: Path, given: str) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line(received_at=given))
    (dead,) = feed([str(tmp_path)], now=datetime(2019, 3, 13, tzinfo=UTC)).dead
    assert dead.reason == "bad-date" and "received_at" in dead.detail and "published_at" not in dead.detail


def test_a_list_in_a_file_of_lines_is_told_what_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(b"[" + line().strip() + b"]")
    dead = only(tmp_path)
    assert isinstance(dead, DeadLetter) and ".json" in dead.detail

"""Inputs of other kinds, and fields that are wrong: each is told by its name."""

import gzip
import io
import json
import os
import threading
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inputs.decoding import lines
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


def twice(field: str, *values: str) -> bytes:
    """A line in which a field stands several times, with each of these JSON values."""
    body = "" if field == "body" else f'"body": {json.dumps(BODY)}, '
    return f'{{"published_at": "2019-02-01", {body}{", ".join(f"{json.dumps(field)}: {one}" for one in values)}}}\n'.encode()


@pytest.mark.parametrize("field", ["body", "title", "article_id"])
def test_a_field_that_stands_twice_with_two_values_is_told(tmp_path: Path, field: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(twice(field, '"قتل 3"', '"قتل 30"') + line())
    dead, read_well = read([str(file)])
    assert isinstance(dead, DeadLetter) and isinstance(read_well, Article)
    assert dead.reason == "repeated-field" and dead.detail.startswith(f"{field} stands twice")
    assert dead.payload == twice(field, '"قتل 3"', '"قتل 30"')


def test_a_field_that_stands_twice_with_one_value_or_whose_name_is_told_in_the_text_is_read(tmp_path: Path) -> None:
    deep = "[" * 1010 + "]" * 1010
    for text in (
        twice("title", '"قتل 3"', '"قتل 3"'),
        line(body=f'{BODY} "title" "body" "body"'),
        twice("note", "1" * 300, "1" * 300),
        twice("note", deep, deep),
    ):
        file = tmp_path / "a.jsonl"
        file.write_bytes(text)
        assert isinstance(only(file), Article)


def test_an_item_of_a_list_in_which_a_field_stands_twice_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"[" + b",".join((line(), twice("body", '"قتل 3"', '"قتل 30"'), line(article_id="a2"))) + b"]")
    first, dead, last = read([str(file)])
    assert isinstance(first, Article) and isinstance(last, Article) and last.article_id == "a2"
    assert isinstance(dead, DeadLetter) and dead.reason == "repeated-field" and dead.origin.endswith("a.json:2")


def test_an_entry_of_a_manifest_in_which_a_field_stands_twice_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "manifest.json").write_text('[{"file": "a.txt", "published_at": "2019-02-01", "published_at": "2015-02-01"}]')
    dead = only(tmp_path)
    assert isinstance(dead, DeadLetter) and dead.reason == "repeated-field" and dead.detail.startswith("published_at")


def test_of_a_line_that_is_far_too_long_little_is_held(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"body": "' + b"a" * 30_000_000 + b'"}\n' + line())
    tracemalloc.start()
    dead, read_well = read([str(file)])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000
    assert isinstance(dead, DeadLetter) and isinstance(read_well, Article)
    assert dead.reason == "too-large" and dead.detail.startswith("30,000,013 bytes") and dead.truncated
    assert len(dead.payload) == 65_536


@given(whole=st.binary(max_size=60), most=st.integers(1, 20))
def test_lines_of_any_length_are_those_of_the_stream(whole: bytes, most: int) -> None:
    told = list(lines(io.BytesIO(whole), most))
    by_python = io.BytesIO(whole).readlines()
    assert [one.length for one in told] == [len(one) for one in by_python]
    assert [one.raw for one in told] == [one[: most + 1] for one in by_python]

"""Files, folders and standard input: what is read, and what becomes a dead letter that names file, line and reason."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from streams.errors import InputError
from streams.inputs.files import feed, read
from streams.records import Article, DeadLetter

BODY = "قال سكان إن قذيفة سقطت على السوق صباح اليوم."
GOOD = {"article_id": "a1", "outlet": "o", "published_at": "2019-03-12T08:00:00+03:00", "title": "عنوان", "body": BODY}


def line(**changes: object) -> bytes:
    return orjson.dumps({key: value for key, value in {**GOOD, **changes}.items() if value != "absent"}) + b"\n"


def only(path: Path) -> Article | DeadLetter:
    found = list(read([str(path)]))
    assert len(found) == 1
    return found[0]


BAD_LINES = {
    "not-json": b"{not json\n",
    "not-an-article": b"[1, 2]\n",
    "no-body": line(body="absent"),
    "no-date": line(published_at="absent"),
    "bad-date": line(published_at="next week"),
    "bad-field": line(body=["a", "b"]),
    "too-large": line(body="ا" * 5_000_000),
    "encoding": b"\xff\xc3\x28\x80\x81 \x9d\x8f\n",
    "not-arabic": line(title="", body="Residents said a shell hit the market this morning."),
}


@pytest.mark.parametrize("reason", BAD_LINES)
def test_a_bad_line_is_a_dead_letter_and_the_others_are_read(tmp_path: Path, reason: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line() + BAD_LINES[reason] + line(article_id="a2"))
    first, dead, last = read([str(file)])
    assert isinstance(first, Article) and isinstance(last, Article) and isinstance(dead, DeadLetter)
    assert (first.article_id, last.article_id) == ("a1", "a2")
    assert (dead.origin, dead.reason, dead.room) == (f"{file}:2", reason, "read")
    assert dead.truncated or dead.payload == BAD_LINES[reason]


def test_a_line_that_is_too_large_is_kept_only_in_part(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(BAD_LINES["too-large"])
    dead = only(file)
    assert isinstance(dead, DeadLetter)
    assert dead.truncated and 0 < len(dead.payload) < 100_000 and "10,0" in dead.detail


@pytest.mark.parametrize(("encoding", "name"), [("cp1256", "Windows-1256"), ("latin-1", "Latin-1")])
def test_arabic_in_the_letters_of_another_encoding_is_refused_and_says_which(tmp_path: Path, encoding: str, name: str) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line(body=BODY.encode().decode(encoding, "replace")))
    dead = only(tmp_path / "feed.jsonl")
    assert isinstance(dead, DeadLetter)
    assert dead.reason == "encoding" and f"was read as {name}" in dead.detail


@pytest.mark.parametrize("body", ["اطط ظظ طط ط", "قال «Reuters»: Ø", "ط", BODY + " Ø Ù Ø Ù"])
def test_few_letters_of_another_encoding_are_no_reason(tmp_path: Path, body: str) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line(title=BODY, body=body))
    assert isinstance(only(tmp_path / "feed.jsonl"), Article)


def test_what_is_no_json_is_told_with_its_first_words(tmp_path: Path) -> None:
    (tmp_path / "page.jsonl").write_bytes(b"<!DOCTYPE html>\n" + line()[:-3] + b"\n")
    page, cut = read([str(tmp_path / "page.jsonl")])
    assert isinstance(page, DeadLetter) and isinstance(cut, DeadLetter)
    assert "«<!DOCTYPE html>»" in page.detail and "cut short" in cut.detail


NOW = datetime(2019, 3, 12, 6, tzinfo=UTC)


def test_what_is_dated_past_the_clock_is_refused_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line() + line(article_id="a2", published_at="2091-03-12T08:00:00Z"))
    assert [one.article_id for one in feed([str(tmp_path)]).articles] == ["a1", "a2"]
    found = feed([str(tmp_path)], now=NOW)
    assert [one.article_id for one in found.articles] == ["a1"]
    assert [(one.reason, "2091" in one.detail) for one in found.dead] == [("bad-date", True)]


def test_a_clock_that_is_a_day_behind_refuses_nothing(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line(published_at="2019-03-13T08:00:00Z"))
    assert len(feed([str(tmp_path)], now=NOW).articles) == 1


def test_an_id_of_two_outlets_is_told(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line() + line(outlet="p", body="نص آخر") + line(article_id="a2"))
    (note,) = feed([str(tmp_path)]).notes
    assert note.startswith("1 id(s) stand for articles of several outlets, a1 for o and p")


@pytest.mark.parametrize("outlet", ["o", ""])
def test_an_id_of_one_outlet_is_no_remark(tmp_path: Path, outlet: str) -> None:
    (tmp_path / "feed.jsonl").write_bytes(line() + line(outlet=outlet, body="نص آخر"))
    assert feed([str(tmp_path)]).notes == []


BAD_FILES = {
    "blank.jsonl": (b"\n \n", "empty-file"),
    "feed.jsonl.gz": (gzip.compress(line()), "packed"),
    "packed.jsonl": (gzip.compress(line()), "packed"),
    "packed.feed": (gzip.compress(line()), "packed"),
    "empty.jsonl": (b"", "empty-file"),
    "binary.jsonl": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "binary"),
    "shape.json": (b'{"rows": 3}', "no-body"),
    "broken.json": (b'[{"a": 1}, ', "not-json"),
    "lonely.txt": (BODY.encode(), "no-manifest"),
    "picture.png": (b"\x89PNG", "unknown-kind"),
    "binary.txt": (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08", "binary"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_a_dead_letter(tmp_path: Path, name: str) -> None:
    raw, reason = BAD_FILES[name]
    (tmp_path / name).write_bytes(raw)
    dead = only(tmp_path / name)
    assert isinstance(dead, DeadLetter)
    assert dead.reason == reason and dead.origin.startswith(str(tmp_path / name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes((line() + line(article_id="a2")).decode().encode(encoding))
    found = list(read([str(file)]))
    assert [(one.article_id, one.title, one.body) for one in found if isinstance(one, Article)] == [
        ("a1", "عنوان", BODY),
        ("a2", "عنوان", BODY),
    ]


BODIES = [
    ("<p>سقطت قذيفة.</p><p>أصيب رجلان &amp; طفل.</p>", "سقطت قذيفة.\nأصيب رجلان & طفل."),
    ("سقطت&nbsp;قذيفة<br/>على السوق", "سقطت قذيفة\nعلى السوق"),
    ("<div><script>var قتل = 5;</script><style>p{}</style>سقطت قذيفة</div>", "سقطت قذيفة"),
    ("<!-- قتل خمسون -->سقطت قذيفة", "سقطت قذيفة"),
    ("<section>سقطت قذيفة</section><SECTION>أصيب رجل<button>شارك</button></SECTION>", "سقطت قذيفة\nأصيب رجل"),
    ("سقطت <- قذيفة <!-- هنا", "سقطت <- قذيفة <!-- هنا"),
    ("الحرارة < 5 و > 3", "الحرارة < 5 و > 3"),
    ("سقطت\r\nقذيفة\u0000\u0007", "سقطت\nقذيفة"),
    ("سقطت  قذيفة ", "سقطت  قذيفة "),
]


@pytest.mark.parametrize(("given", "expected"), BODIES)
def test_markup_and_control_characters_leave_the_body(tmp_path: Path, given: str, expected: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(body=given))
    found = only(file)
    assert isinstance(found, Article)
    assert found.body == expected


DATES = [
    ("2019-03-12T08:00:00+03:00", "2019-03-12T08:00:00+03:00"),
    ("2019-03-12T08:00:00Z", "2019-03-12T08:00:00+00:00"),
    ("2019-03-12 08:00:00", "2019-03-12T08:00:00+00:00"),
    ("2019-03-12", "2019-03-12T00:00:00+00:00"),
    ("2019/03/12", "2019-03-12T00:00:00+00:00"),
    ("٢٠١٩-٠٣-١٢", "2019-03-12T00:00:00+00:00"),
    ("Tue, 12 Mar 2019 08:00:00 +0300", "2019-03-12T08:00:00+03:00"),
    (1552377600, "2019-03-12T08:00:00+00:00"),
    (1552377600000, "2019-03-12T08:00:00+00:00"),
]


@pytest.mark.parametrize(("given", "expected"), DATES)
def test_moments_of_publication_are_read(tmp_path: Path, given: object, expected: str) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(published_at=given))
    found = only(file)
    assert isinstance(found, Article)
    assert found.published_at.isoformat() == expected


@pytest.mark.parametrize("given", ["0001-01-01", "12", 7, True, "2019-02-30", "99999999999999999999"])
def test_what_is_no_moment_is_refused(tmp_path: Path, given: object) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(published_at=given))
    found = only(file)
    assert isinstance(found, DeadLetter)
    assert found.reason == "bad-date"


def test_an_id_is_made_from_outlet_and_url_wherever_the_line_stands(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(article_id="absent", url="https://example.org/1") + line(article_id=None, url="https://example.org/2"))
    ids = [one.article_id for one in feed([str(file)]).articles]
    file.write_bytes(line(article_id="absent", url="https://example.org/2"))
    assert len(set(ids)) == 2
    assert all(name.startswith("art-") for name in ids)
    assert feed([str(file)]).articles[0].article_id in ids


def test_an_id_is_made_from_file_and_line_where_there_is_no_url(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(article_id="absent") + line(article_id="absent"))
    first, second = (one.article_id for one in read([str(file)]) if isinstance(one, Article))
    assert first != second
    assert [one.article_id for one in read([str(file)]) if isinstance(one, Article)] == [first, second]


def test_the_same_id_with_another_text_is_a_new_version(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    later = "2019-03-13T08:00:00+03:00"
    file.write_bytes(line(published_at=later, body="نص مصحح") + line() + line())
    found = feed([str(file)])
    assert [(one.version, one.body) for one in found.articles] == [(1, BODY), (2, "نص مصحح")]
    assert found.notes == ["1 article(s) came twice with the same text and were left out"]


def test_a_feed_is_sorted_by_moment_then_id(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_bytes(line(article_id="b") + line(article_id="c", published_at="2019-03-12T04:00:00Z") + line(article_id="a"))
    assert [one.article_id for one in feed([str(file)]).articles] == ["c", "a", "b"]


def test_a_text_file_takes_its_fields_from_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("عنوان الخبر\n\nقال سكان.\nوأضافوا.", encoding="utf-8")
    (tmp_path / "manifest.json").write_bytes(orjson.dumps([{**GOOD, "article_id": "m1", "title": None, "body": None, "file": "one.txt"}]))
    for path in (tmp_path / "one.txt", tmp_path):
        found = only(path)
        assert isinstance(found, Article)
        assert (found.article_id, found.outlet, found.title, found.body) == ("m1", "o", "عنوان الخبر", "قال سكان.\nوأضافوا.")


def test_a_json_list_and_a_single_object_are_read(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_bytes(b"[" + line() + b"," + line(article_id="a2") + b"]")
    (tmp_path / "one.json").write_bytes(line(article_id="a3"))
    assert [one.article_id for one in read([str(tmp_path)]) if isinstance(one, Article)] == ["a1", "a2", "a3"]


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(line() + b"\n" + b"x\n")))  # type: ignore[arg-type]
    monkeypatch.setattr("sys.stdin", stream)
    article, dead = read(["-"])
    assert isinstance(article, Article) and isinstance(dead, DeadLetter)
    assert dead.origin == "-:3"


def test_keys_that_are_not_ours_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line(author="x", tags=["y"]))
    assert isinstance(only(tmp_path / "a.jsonl"), Article)


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read([str(tmp_path / "nothing.jsonl")]))


def test_a_line_of_windows_1256_is_read_behind_a_mark_of_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    rest = '{"article_id": "a2", "published_at": "2019-03-12", "body": "سقطت قذيفة على السوق"}'.encode("cp1256") + b"\n"
    file.write_bytes(b"\xef\xbb\xbf" + line() + rest + b"\xff\xfe\xfd\n")
    first, second, dead = read([str(file)])
    assert isinstance(first, Article) and first.article_id == "a1"
    assert isinstance(second, Article) and second.body == "سقطت قذيفة على السوق"
    assert isinstance(dead, DeadLetter) and dead.payload == b"\xff\xfe\xfd\n"

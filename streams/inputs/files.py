"""Articles from files, folders and standard input.

``.jsonl`` holds an article a line, ``.json`` a list of articles or one, ``.txt`` one article whose other fields are in the
``manifest.json`` beside it; a folder holds any of these; ``-``, or a pipe by its path, is JSON Lines. Whatever cannot be read comes out
as a DeadLetter that names file and line, and the rest goes on.
"""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import orjson

from streams.errors import InputError
from streams.inputs.article import article, digest
from streams.inputs.decoding import Line, lines, single, value
from streams.inputs.text import clean, decode, encoding_of, packed
from streams.records import Article, DeadLetter
from streams.storage.spool import Spool

KINDS = (".jsonl", ".ndjson", ".json", ".txt")
PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip")
KEPT_BYTES = 65_536  # of something too large to be kept whole
MAX_BYTES = 900_000
T = TypeVar("T")
Convert = Callable[[object, str], T]  # what a decoded JSON value at ``file:line`` is; InputError where it is nothing


class Feed(NamedTuple):
    """Articles by the moment at which they were delivered (then by id and version), what could not be read, and remarks for the user."""

    articles: Sequence[Article]
    dead: list[DeadLetter]
    notes: list[str]


def feed(paths: Iterable[str], max_bytes: int = MAX_BYTES, now: datetime | None = None) -> Feed:
    """Everything under these paths, in order of publication, each text once. now: as for an article.

    The second text under an id is its version 2, and so on, in order of publication; the same text again is left out with a note.
    """
    received: Spool[Article] = Spool()
    order: list[tuple[datetime, str, int]] = []
    dead: list[DeadLetter] = []
    for found in read_as(partial(article, now=now), paths, max_bytes):
        if isinstance(found, Article):
            order.append((found.due_at, found.article_id, len(received)))
            received.append(found)
        else:
            dead.append(found)
    kept, numbering = list[int](), _Numbering()
    for *_, number in sorted(order):
        version = numbering.of(one := received[number])
        if version not in {None, one.version}:
            received.append(one.model_copy(update={"version": version}))
        if version is not None:
            kept.append(number if version == one.version else len(received) - 1)
    received.keep(kept)
    same = len(order) - len(kept)
    notes = [f"{same} article(s) came twice with the same text and were left out"] if same else []
    return Feed(received, dead, notes + list(_shared(received)))


def _shared(articles: Iterable[Article]) -> Iterator[str]:
    """A remark where several outlets use one id: what one publishes then counts as a new version of what another did."""
    outlets: dict[str, set[str]] = {}
    for one in articles:
        outlets.setdefault(one.article_id, set()).add(one.outlet)
    shared = [(name, sorted(found - {""})) for name, found in outlets.items() if len(found - {""}) > 1]
    if shared:
        name, found = shared[0]
        yield (
            f"{len(shared)} id(s) stand for articles of several outlets, {name} for {' and '.join(found[:2])}: the later text replaces the "
            "earlier; give every article an article_id of its own, or none and its url"
        )


def versions(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles without repetitions; a further text under the same id gets the next version number."""
    numbering = _Numbering()
    for found in articles:
        version = numbering.of(found)
        if version is not None:
            yield found if version == found.version else found.model_copy(update={"version": version})


class _Numbering:
    """The texts that came under each id, and the number of the last."""

    def __init__(self) -> None:
        self._known: dict[str, set[str]] = {}
        self._newest: dict[str, int] = {}

    def of(self, found: Article) -> int | None:
        """The version number of the next article; None where its text came before."""
        texts, name = self._known.setdefault(found.article_id, set()), digest(found.text)
        if name in texts:
            return None
        texts.add(name)
        version = self._newest[found.article_id] = max(found.version, self._newest.get(found.article_id, 0) + 1)
        return version


def read(paths: Iterable[str], max_bytes: int = MAX_BYTES) -> Iterator[Article | DeadLetter]:
    """The articles under these paths as they come; InputError where a path does not exist or a folder holds none."""
    return read_as(article, paths, max_bytes)


def read_as(convert: Convert[T], paths: Iterable[str], max_bytes: int = MAX_BYTES) -> Iterator[T | DeadLetter]:
    """As read(), with another idea of what an object in a file is."""
    for path in paths:
        if path == "-":
            yield from _lines(sys.stdin.buffer, "-", convert, max_bytes)
        else:
            for file in files(Path(path)):
                yield from _file(file, convert, max_bytes)


def files(path: Path) -> list[Path]:
    """The article files at a path: itself, or those in the folder and its folders, by name; packed ones too, which are then refused."""
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if _kind(file) in KINDS and file.name != "manifest.json" and file.is_file())
    if not found:
        raise InputError(f"{path}: no {', '.join(KINDS)} files in this folder")
    return found


def _kind(file: Path) -> str:
    """The suffix that says what a file is, or would be once it is unpacked."""
    name = file.with_suffix("") if file.suffix.lower() in PACKED else file
    return name.suffix.lower()


def _file(file: Path, convert: Convert[T], max_bytes: int) -> Iterator[T | DeadLetter]:
    kind = file.suffix.lower()
    try:
        if not file.is_file() or file.is_relative_to("/dev"):  # a pipe, such as that of <(zcat feed.jsonl.gz), has no suffix and no size
            with file.open("rb") as stream:
                yield from _lines(stream, str(file), convert, max_bytes)
        elif kind not in KINDS:
            yield _unknown(file, kind)
        elif file.stat().st_size == 0:
            yield _dead(str(file), "empty-file", "found 0 bytes, expected articles", b"")
        elif kind == ".txt":
            yield _text_file(file, convert, max_bytes)
        elif kind == ".json":
            yield from _list(file, convert, max_bytes)
        else:
            with file.open("rb") as stream:
                yield from _lines(stream, str(file), convert, max_bytes)
    except OSError as error:
        yield _dead(str(file), "unreadable", error.strerror or str(error), b"")


def _unknown(file: Path, kind: str) -> DeadLetter:
    with file.open("rb") as stream:
        raw = stream.read(KEPT_BYTES)
    if kind in PACKED or packed(raw):
        return _packed(str(file), raw)
    detail = f"found {kind or 'no suffix'}, expected {', '.join(KINDS)}"
    return _dead(str(file), "unknown-kind", detail, raw, cut=len(raw) < file.stat().st_size)


def _packed(name: str, head: bytes) -> DeadLetter:
    detail = "is compressed: unpack it, or give what it unpacks to on standard input (zcat FILE | rasad replay -)"
    return _dead(name, "packed", detail, head, cut=True)


def _lines(stream: Any, name: str, convert: Convert[T], max_bytes: int) -> Iterator[T | DeadLetter]:
    head = stream.peek(4096) if hasattr(stream, "peek") else b""
    encoding = encoding_of(head)
    if packed(head):
        yield _packed(name, head)
        return
    if encoding and encoding != "utf-8-sig":  # whose lines are bytes like any others'
        decoded = (line.encode("utf-8", "surrogatepass") for line in io.TextIOWrapper(stream, encoding, errors="replace"))
        found: Iterable[Line] = (Line(line, len(line)) for line in decoded)
    elif b"\x00" in head:
        yield _dead(name, "binary", "holds NUL bytes, expected JSON Lines", head, cut=True)
        return
    else:
        found = lines(stream, max_bytes)
    blank = True
    for number, line in enumerate(found, 1):
        if line.raw.strip():
            blank = False
            yield _object(line, f"{name}:{number}", convert, max_bytes)
    if blank and name != "-":
        yield _dead(name, "empty-file", "found no line that holds anything, expected articles", b"")


def _object(line: Line, origin: str, convert: Convert[T], max_bytes: int) -> T | DeadLetter:
    try:
        _check_size(line.length, max_bytes)
        return convert(single(value(line.raw)), origin)
    except InputError as error:
        return _refused(origin, error, line.raw, cut=line.length > len(line.raw))


def _list(file: Path, convert: Convert[T], max_bytes: int) -> Iterator[T | DeadLetter]:
    raw = file.read_bytes()
    try:
        found = value(raw)
    except InputError as error:
        yield _refused(f"{file}:1", error, raw)
        return
    for number, item in enumerate(found if isinstance(found, list) else [found], 1):
        origin, own = f"{file}:{number}", orjson.dumps(item)
        try:
            single(item)
        except InputError as error:
            yield _refused(origin, error, raw)  # whole: what is made anew of the item holds one of the two values
        else:
            yield _object(Line(own, len(own)), origin, convert, max_bytes)


def _text_file(file: Path, convert: Convert[T], max_bytes: int) -> T | DeadLetter:
    raw = file.read_bytes()
    try:
        _check_size(len(raw), max_bytes)
        text = clean(decode(raw)).strip()
        entry = single(_manifest(file.parent).get(file.name))
        if entry is None:
            raise InputError(f"no-manifest: no entry with file {file.name} in a manifest.json beside it (needed for published_at)")
        title, _, body = text.partition("\n\n")
        if "\n" in title or not body.strip():  # a headline stands on a line of its own
            title, body = "", text
        stated = {key: value for key, value in entry.items() if value}
        known = {"article_id": file.stem, "title": title, **stated, "body": body.lstrip("\n")}
        return convert(known, str(file))
    except InputError as error:
        return _refused(str(file), error, raw)


@cache
def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    file = folder / "manifest.json"
    if not file.is_file():
        return {}
    try:
        entries = value(file.read_bytes())
    except InputError as error:
        raise InputError(f"bad-manifest: {file}: {str(error).partition(': ')[2]}") from error
    if not isinstance(entries, list):
        raise InputError(f"bad-manifest: {file} holds {type(entries).__name__}, expected a list of objects with file and published_at")
    return {str(entry.get("file") or f"{entry.get('article_id')}.txt"): entry for entry in entries if isinstance(entry, dict)}


def _check_size(length: int, max_bytes: int) -> None:
    if length > max_bytes:
        raise InputError(f"too-large: {length:,} bytes, expected at most {max_bytes:,} (RASAD_MAX_ARTICLE_BYTES)")


def _refused(origin: str, error: InputError, raw: bytes, *, cut: bool = False) -> DeadLetter:
    reason, _, detail = str(error).partition(": ")
    return _dead(origin, reason, detail, raw, cut=cut)


def _dead(origin: str, reason: str, detail: str, raw: bytes, *, cut: bool = False) -> DeadLetter:
    large = cut or len(raw) > MAX_BYTES
    return DeadLetter(origin=origin, room="read", reason=reason, detail=detail, payload=raw[:KEPT_BYTES] if large else raw, truncated=large)

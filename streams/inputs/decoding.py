"""JSON as feeds send it: lines of any length a bounded part at a time, and objects that name a field twice told from others."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import orjson

from streams.errors import InputError
from streams.inputs.text import SHOWN, clean, decode

CHUNK_BYTES = 1 << 20


class Line(NamedTuple):
    """A line, or the begin of one that is too long; length: bytes of the whole line."""

    raw: bytes
    length: int


class Repeated(dict[str, Any]):
    """An object in which a field stands twice with two values, of which a decoder silently takes the last."""

    def __init__(self, field: str, found: dict[str, Any]) -> None:
        super().__init__(found)
        self.field = field


def lines(stream: BinaryIO, max_bytes: int) -> Iterator[Line]:
    """The lines of a stream; of one longer than ``max_bytes`` a little more than so many bytes are held, however long it is."""
    while raw := stream.readline(max_bytes + 1):
        length = len(raw)
        while length > max_bytes and not raw.endswith(b"\n") and (more := stream.readline(CHUNK_BYTES)):
            length += len(more)
            if more.endswith(b"\n"):
                break
        yield Line(raw, length)


def value(raw: bytes) -> Any:
    """The JSON value in these bytes. InputError: ``not-json``, ``encoding``, ``binary``.

    It, or an item of a list, is Repeated where it is an object in which a field stands twice; farther inside the last of two values stands.
    """
    text = clean(decode(raw))
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        at = " ".join(text[error.pos :].split())[:SHOWN]
        where = f"before «{at}»" if at else "at the end: is it cut short?"
        raise InputError(f"not-json: {error.msg}, line {error.lineno} column {error.colno}, {where}") from error
    except UnicodeEncodeError as error:
        raise InputError(f"not-json: {error}") from error
    if isinstance(found, list) and any(isinstance(one, dict) for one in found):
        return [_marked(one, other) for one, other in zip(found, _by_pairs(text, found), strict=True)]
    if isinstance(found, dict) and any(text.count(f'"{name}"') > 1 for name in found):
        return _marked(found, _by_pairs(text, found))
    return found


def single(found: Any) -> Any:
    """The value itself; InputError (``repeated-field``) where it is an object in which a field stands twice."""
    if isinstance(found, Repeated):
        raise InputError(f"repeated-field: {found.field} stands twice with different values, of which none can be trusted")
    return found


def _by_pairs(text: str, found: Any) -> Any:
    """The same value, decoded by Python's own decoder, which is slower and shows every field of an object."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except RecursionError:  # nested deeper than it reads
        return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    last = dict(pairs)
    twice = [name for name, told in pairs if told != last[name]]
    return Repeated(twice[0], last) if twice else last


def _marked(found: Any, by_pairs: Any) -> Any:
    return Repeated(by_pairs.field, found) if isinstance(by_pairs, Repeated) else found

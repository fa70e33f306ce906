"""The one wire form: UTF-8 JSON with sorted keys, a schema number, the record's kind, and what only the log needs.

    {"kind": "Incident", "log": {"seq": 17, "watermark": "2019-03-22T00:00:00Z"}, "record": {…}, "schema": 1}

``log`` holds what depends on arrival (sequence numbers for idempotent upserts) and never reaches a reader.
"""

from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import orjson
from pydantic import ValidationError

from streams.errors import WireError
from streams.records import RECORDS, Record

SCHEMA = 1
HANDED_ON = 256  # records
R = TypeVar("R", bound=Record)


class Envelope(NamedTuple):
    """A decoded topic value: the record and the log's own fields (``{}`` where there are none)."""

    record: Record
    log: dict[str, Any]


_handed_on: dict[bytes, Envelope] = {}


def encode(record: Record, **log: Any) -> bytes:
    """The bytes of one record on a topic."""
    body = record.model_dump(mode="json", exclude_defaults=True)
    whole = {"kind": type(record).__name__, "record": body, "schema": SCHEMA}
    if log:
        whole["log"] = log
    return orjson.dumps(whole, option=orjson.OPT_SORT_KEYS)


def hand_on(value: bytes, record: Record, log: dict[str, Any]) -> None:
    """Saves decode() the work on bytes that this process has just encoded and that its rooms will read soon."""
    _handed_on[value] = Envelope(record, orjson.loads(orjson.dumps(log)))
    if len(_handed_on) > HANDED_ON:
        del _handed_on[next(iter(_handed_on))]


def decode(value: bytes) -> Envelope:
    """The record in these bytes; WireError says what is wrong with them. The same bytes may give the same object: do not change it."""
    return _handed_on.get(value) or _decoded(value)


@lru_cache(maxsize=128)  # several rooms read the same message, one after the other
def _decoded(value: bytes) -> Envelope:
    try:
        whole = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise WireError(f"not JSON: {error}") from error
    if not isinstance(whole, dict) or "record" not in whole:
        raise WireError(f"expected an object with kind, record and schema, found {type(whole).__name__}")
    if whole.get("schema") != SCHEMA:
        raise WireError(f"schema {whole.get('schema')!r}: this program reads schema {SCHEMA}")
    kind = RECORDS.get(str(whole.get("kind")))
    if kind is None:
        raise WireError(f"unknown kind of record {whole.get('kind')!r}")
    try:
        return Envelope(kind.model_validate_json(orjson.dumps(whole["record"])), whole.get("log") or {})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise WireError(f"{kind.__name__}.{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def decode_as(kind: type[R], value: bytes) -> R:
    """The record in these bytes, which must be of this kind."""
    record = decode(value).record
    if not isinstance(record, kind):
        raise WireError(f"expected {kind.__name__}, found {type(record).__name__}")
    return record

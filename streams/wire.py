"""The one wire form: UTF-8 JSON with sorted keys, a schema number, the record's kind, and what only the log needs.

    {"kind": "Incident", "log": {"seq": 17, "watermark": "2019-03-22T00:00:00Z"}, "record": {…}, "schema": 1}

``log`` holds what depends on arrival (sequence numbers for idempotent upserts) and never reaches a reader.
"""

from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import orjson
from pydantic import ValidationError

from streams.errors import WireError
from streams.records import RECORDS, Record, ReportBatch

SCHEMA = 1
HANDED_ON = 512  # records
R = TypeVar("R", bound=Record)


class Envelope(NamedTuple):
    """A decoded topic value: the record and the log's own fields (``{}`` where there are none)."""

    record: Record
    log: dict[str, Any]


_handed_on: dict[bytes, Envelope] = {}


def encode(record: Record, **log: Any) -> bytes:
    """The bytes of one record on a topic."""
    return _bytes(type(record).__name__, _body(record), log)


def encode_on(record: Record, **log: Any) -> bytes:
    """As encode(), for bytes that the rooms of this process will read soon: decode() then has nothing to do."""
    value = encode(record, **log)
    _keep(value, Envelope(record, orjson.loads(orjson.dumps(log))))
    return value


def _body(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_defaults=True)


def _bytes(kind: str, body: dict[str, Any] | orjson.Fragment, log: dict[str, Any]) -> bytes:
    whole = {"kind": kind, "record": body, "schema": SCHEMA}
    if log:
        whole["log"] = log
    return orjson.dumps(whole, option=orjson.OPT_SORT_KEYS)


def _keep(value: bytes, envelope: Envelope) -> None:
    _handed_on[value] = envelope
    if len(_handed_on) > HANDED_ON:
        del _handed_on[next(iter(_handed_on))]


def decode(value: bytes) -> Envelope:
    """The record in these bytes; WireError says what is wrong with them. The same bytes may give the same object: do not change it."""
    return _handed_on.get(value) or _decoded(value)


@lru_cache(maxsize=256)  # linking and listening read the same, one far ahead of the other
def decode_lean(value: bytes) -> tuple[ReportBatch, bytes]:
    """A batch without the mentions, which only readers want and memory would have to hold, and its bytes."""
    whole = _whole(value)
    if whole["kind"] != ReportBatch.__name__:
        raise WireError(f"expected ReportBatch, found {whole['kind']}")
    for report in whole["record"].get("reports", ()):
        report.pop("mentions", None)
    body = orjson.dumps(whole["record"], option=orjson.OPT_SORT_KEYS)
    return _record(ReportBatch, body), _bytes(whole["kind"], orjson.Fragment(body), whole.get("log") or {})


@lru_cache(maxsize=128)  # several rooms read the same message, one after the other
def _decoded(value: bytes) -> Envelope:
    whole = _whole(value)
    return Envelope(_record(RECORDS[whole["kind"]], orjson.dumps(whole["record"])), whole.get("log") or {})


def _whole(value: bytes) -> dict[str, Any]:
    """The JSON of a record of a kind and schema that are known."""
    try:
        whole = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise WireError(f"not JSON: {error}") from error
    if not isinstance(whole, dict) or "record" not in whole:
        raise WireError(f"expected an object with kind, record and schema, found {type(whole).__name__}")
    if whole.get("schema") != SCHEMA:
        raise WireError(f"schema {whole.get('schema')!r}: this program reads schema {SCHEMA}")
    if str(whole.get("kind")) not in RECORDS:
        raise WireError(f"unknown kind of record {whole.get('kind')!r}")
    return whole


def _record(kind: type[R], body: bytes) -> R:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise WireError(f"{kind.__name__}.{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def decode_as(kind: type[R], value: bytes) -> R:
    """The record in these bytes, which must be of this kind."""
    record = decode(value).record
    if not isinstance(record, kind):
        raise WireError(f"expected {kind.__name__}, found {type(record).__name__}")
    return record

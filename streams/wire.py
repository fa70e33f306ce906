"""The one wire form: UTF-8 JSON with the record's kind, what only the log needs, the record with all its fields, and a schema number.

    {"kind": "Incident", "log": {"seq": 17, "watermark": "2019-03-22T00:00:00Z"}, "record": {…}, "schema": 2}

``log`` holds what depends on arrival (sequence numbers for idempotent upserts) and never reaches a reader. Mentions, which only readers
want, stand behind the batch that they belong to, a list a report: ``"mentions": [[…], …]``. So whoever does not want them cuts them off.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar

import orjson
from pydantic import BaseModel, Field, ValidationError, create_model

from streams.errors import WireError
from streams.records import RECORDS, DeadLetter, Mention, Record, ReportBatch

SCHEMA: Literal[2] = 2  # since mentions stand behind their batch
HANDED_ON = 1024  # records
KIND, BEHIND = b'{"kind":"', b',"mentions":['  # what values begin with; what stands in none but before mentions
FIELDS = attrgetter("__dict__")  # of a record within another
R = TypeVar("R", bound=Record)


class Envelope(NamedTuple):
    """A decoded topic value: the record and the log's own fields (``{}`` where there are none)."""

    record: Record
    log: dict[str, Any]


_handed_on: dict[bytes, Envelope] = {}


def encode(record: Record, **log: Any) -> bytes:
    """The bytes of one record on a topic."""
    whole: dict[str, Any] = {"kind": type(record).__name__}
    if log:
        whole["log"] = log
    whole["record"], whole["schema"] = record.__dict__, SCHEMA
    if type(record) is ReportBatch and any(report.mentions for report in record.reports):
        whole["record"] = record.__dict__ | {"reports": [_without(report) for report in record.reports]}
        whole["mentions"] = [report.mentions for report in record.reports]
    elif type(record) is DeadLetter:
        whole["record"] = record.model_dump(mode="json")  # bytes of anything are no JSON
    return _json(whole)


def encode_on(record: Record, **log: Any) -> bytes:
    """As encode(), for bytes that the rooms of this process will read soon: decode() then has nothing to do."""
    value = encode(record, **log)
    _handed_on[value] = Envelope(record, orjson.loads(_json(log)))
    if len(_handed_on) > HANDED_ON:
        del _handed_on[next(iter(_handed_on))]
    return value


def forget(values: Iterable[bytes]) -> None:
    """Lets go of records that all rooms of this process have read, and of all batches without mentions, which are read at one go."""
    if _handed_on:
        for value in values:
            _handed_on.pop(value, None)
    decode_lean.cache_clear()


def _json(value: Any) -> bytes:
    """Bytes that take no more memory than they are long: those of orjson lie in a buffer that was made for more, and some are kept long."""
    return bytes(memoryview(orjson.dumps(value, default=FIELDS, option=orjson.OPT_UTC_Z)))


def _without(report: Record) -> dict[str, Any]:
    fields = report.__dict__.copy()
    del fields["mentions"]
    return fields


def decode(value: bytes) -> Envelope:
    """The record in these bytes; WireError says what is wrong with them. The same bytes may give the same object: do not change it."""
    return _handed_on.get(value) or _decoded(value)


@lru_cache(maxsize=256)  # linking and listening read the same, one far ahead of the other
def decode_lean(value: bytes) -> tuple[ReportBatch, bytes]:
    """A batch without the mentions, which only readers want and memory would have to hold, and its bytes."""
    at = value.find(BEHIND)
    lean = value if at < 0 else value[:at] + b"}"
    try:
        whole = _form(ReportBatch.__name__).validate_json(lean)
    except ValidationError:  # another program wrote it, in another order, or it is no batch
        batch = decode_as(ReportBatch, value)
        batch = batch.model_copy(update={"reports": tuple(one.model_copy(update={"mentions": ()}) for one in batch.reports)})
        return batch, encode(batch)
    return whole.record, lean


@lru_cache(maxsize=128)  # several rooms read the same message, one after the other
def _decoded(value: bytes) -> Envelope:
    try:
        whole = _form(value[len(KIND) : value.find(b'"', len(KIND))].decode() if value.startswith(KIND) else "").validate_json(value)
    except (ValidationError, LookupError, UnicodeDecodeError):
        whole = _whole(value)
    record = whole.record
    if whole.mentions and isinstance(record, ReportBatch):
        pairs = zip(record.reports, whole.mentions, strict=False)
        record = record.model_copy(update={"reports": tuple(one.model_copy(update={"mentions": tuple(told)}) for one, told in pairs)})
    return Envelope(record, whole.log or {})


class _Form(BaseModel):
    """What a value looks like, whatever its record."""

    log: dict[str, Any] | None = None
    mentions: list[list[Mention]] | None = None
    kind: str
    number: Literal[SCHEMA] = Field(alias="schema")  # type: ignore[valid-type]


@cache
def _form(kind: str) -> Any:
    """What a value of this kind of record looks like; KeyError where there is no such kind."""
    return create_model(f"{kind}Form", __base__=_Form, record=(RECORDS[kind], ...)).__pydantic_validator__


def _whole(value: bytes) -> Any:
    """As a form gives it; WireError says why a value has none."""
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
    try:
        return _form(str(whole["kind"])).validate_json(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise WireError(f"{whole['kind']}.{'.'.join(map(str, first['loc'][1:] or first['loc']))}: {first['msg']}") from error


def decode_as(kind: type[R], value: bytes) -> R:
    """The record in these bytes, which must be of this kind."""
    record = decode(value).record
    if not isinstance(record, kind):
        raise WireError(f"expected {kind.__name__}, found {type(record).__name__}")
    return record

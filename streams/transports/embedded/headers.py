"""Record headers as bytes: for each header the length and UTF-8 of its name, the length and bytes of its value.

Lengths are 4 bytes, big endian; the length of a value that is None is -1. No header at all is None, not empty bytes.
"""

import struct

from streams.errors import LogError
from streams.transports.embedded.record import Headers

_LENGTH = struct.Struct(">i")
_NONE = -1


def encode(headers: Headers) -> bytes | None:
    """The bytes of these headers, in their order; None where there are none."""
    if not headers:
        return None
    parts = []
    for name, value in headers:
        raw = name.encode()
        parts += [_LENGTH.pack(len(raw)), raw, _LENGTH.pack(_NONE if value is None else len(value)), value or b""]
    return b"".join(parts)


def decode(raw: bytes | None) -> Headers:
    """The headers in these bytes; LogError where the bytes are not headers."""
    found: Headers = []
    start = 0
    while raw and start < len(raw):
        name, start = _part(raw, start)
        value, start = _part(raw, start)
        found.append(((name or b"").decode(), value))
    return found


def _part(raw: bytes, start: int) -> tuple[bytes | None, int]:
    try:
        (length,) = _LENGTH.unpack_from(raw, start)
    except struct.error as error:
        raise LogError(f"damaged record headers: expected a length at byte {start} of {len(raw)}") from error
    start += _LENGTH.size
    if length == _NONE:
        return None, start
    if length < 0 or start + length > len(raw):
        raise LogError(f"damaged record headers: expected {length} bytes at byte {start} of {len(raw)}")
    return raw[start : start + length], start + length

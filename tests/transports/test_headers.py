import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.errors import LogError
from streams.transports.embedded.headers import decode, encode

HEADERS = st.lists(st.tuples(st.text(), st.none() | st.binary()))


@given(HEADERS)
def test_headers_come_back_as_they_were(headers: list[tuple[str, bytes | None]]) -> None:
    assert decode(encode(headers)) == headers


def test_no_headers_take_no_bytes() -> None:
    assert encode([]) is None
    assert decode(None) == []


def test_a_header_is_its_length_and_its_bytes() -> None:
    assert encode([("ab", b"c"), ("d", None)]) == b"\0\0\0\2ab" + b"\0\0\0\1c" + b"\0\0\0\1d" + b"\xff\xff\xff\xff"


@pytest.mark.parametrize("raw", [b"\0", b"\0\0\0\2a", b"\0\0\0\1a\0\0", b"\xff\xff\xff\xfea"], ids=repr)
def test_bytes_that_are_no_headers_are_an_error(raw: bytes) -> None:
    with pytest.raises(LogError, match="damaged record headers"):
        decode(raw)

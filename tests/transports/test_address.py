from pathlib import Path

import pytest

from streams.errors import LogError
from streams.transports.embedded.address import Address

GOOD = [
    ("embedded://", Address(None)),
    ("embedded:///", Address(None)),
    ("embedded://?name=other", Address(None, "other")),
    ("embedded:///var/lib/rasad.db", Address(Path("/var/lib/rasad.db"))),
    ("embedded:///tmp/a b/رصد.db", Address(Path("/tmp/a b/رصد.db"))),
    ("embedded:///x.db?fsync=always", Address(Path("/x.db"), fsync="always")),
    ("embedded:///x.db?fsync=never", Address(Path("/x.db"), fsync="never")),
]


@pytest.mark.parametrize(("url", "address"), GOOD)
def test_a_url_names_memory_or_a_file(url: str, address: Address) -> None:
    assert Address.parse(url) == address


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("embedded://rasad.db", "three slashes"),
        ("embedded:///x.db?fsync=sometimes", "fsync=always, commit or never"),
        ("embedded:///x.db?sync=always", "fsync=always, commit or never"),
        ("kafka://localhost:9092", "expected embedded://"),
    ],
)
def test_a_wrong_url_is_told_what_was_expected(url: str, says: str) -> None:
    with pytest.raises(LogError, match=says):
        Address.parse(url)

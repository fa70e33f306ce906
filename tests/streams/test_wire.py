"""A record that rooms of one process hand on without decoding it is the one that its bytes hold."""

from agents.deduplicate.core import Linker
from streams import wire
from streams.packing import SMALL, Packed
from streams.wire import decode, encode, encode_on
from tests.laws.test_rooms import batches


def test_what_is_handed_on_is_what_the_bytes_say() -> None:
    linker = Linker()
    incidents = [incident for batch in batches() for incident in linker.apply(batch)]
    assert incidents
    for number, incident in enumerate(incidents):
        log = {"seq": number, "watermark": incident.last_published_at}
        value = encode(incident, **log)
        decoded = decode(value)
        assert encode_on(incident, **log) == value
        handed = decode(value)
        assert handed.record is incident and (handed.record, handed.log) == (decoded.record, decoded.log)
        assert encode(handed.record, **handed.log) == value


def test_only_so_many_are_kept() -> None:
    (incident, *_) = Linker().apply(batches()[0])
    for number in range(wire.HANDED_ON + 20):
        encode_on(incident, seq=number)
    assert len(wire._handed_on) == wire.HANDED_ON


def test_small_and_large_values_come_back_from_a_packed_table() -> None:
    rows: dict[bytes, bytes] = {}
    packed = Packed(rows)
    small, large = b"{}", b"{" + b"1" * SMALL + b"}"
    packed[b"small"], packed[b"large"] = small, large
    assert (packed.get(b"small"), packed.get(b"large"), packed.get(b"none")) == (small, large, None)
    assert dict(packed.items()) == {b"small": small, b"large": large} and len(rows[b"large"]) < SMALL

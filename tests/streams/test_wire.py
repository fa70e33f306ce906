"""A record that rooms of one process hand on without decoding it is the one that its bytes hold."""

from datetime import UTC, timedelta

from agents.deduplicate.core import Linker
from streams import wire
from streams.records import ReportBatch
from streams.storage.packing import SMALL, Packed
from streams.wire import decode, encode, encode_on, forget
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


def test_moments_of_one_offset_share_their_zone_and_stay_as_printed() -> None:
    said = ["2019-03-06T10:00:00Z", "2019-03-06T11:00:00+00:00", "2019-03-06T12:00:00+03:00", "2019-03-06T13:00:00+03:00"]
    utc, also_utc, three, also_three = (
        ReportBatch.model_validate({"article_id": "a", "published_at": one, "country": "SY"}).published_at for one in said
    )
    assert utc.tzinfo is also_utc.tzinfo is UTC and three.tzinfo is also_three.tzinfo
    assert [one.isoformat() for one in (also_utc, three)] == said[1:3] and also_utc - utc == also_three - three == timedelta(hours=1)


def test_only_so_many_are_kept() -> None:
    (incident, *_) = Linker().apply(batches()[0])
    for number in range(wire.HANDED_ON + 20):
        encode_on(incident, seq=number)
    assert len(wire._handed_on) == wire.HANDED_ON


def test_what_all_have_read_is_let_go() -> None:
    (incident, *_) = Linker().apply(batches()[0])
    one, other = encode_on(incident, seq=1), encode_on(incident, seq=2)
    forget([one, b"never handed on"])
    assert one not in wire._handed_on and decode(other).record is incident
    assert decode(one).record == incident, "it is read from its bytes then"


def test_small_and_large_values_come_back_from_a_packed_table() -> None:
    rows: dict[bytes, bytes] = {}
    packed = Packed(rows)
    small, large = b"{}", b"{" + b"1" * SMALL + b"}"
    packed[b"small"], packed[b"large"] = small, large
    assert (packed.get(b"small"), packed.get(b"large"), packed.get(b"none")) == (small, large, None)
    assert dict(packed.items()) == {b"small": small, b"large": large} and len(rows[b"large"]) < SMALL

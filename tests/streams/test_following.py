"""What a subscriber is told of, and what after a break."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from streams.logs.reader import LogReader
from streams.queries.filters import Wanted
from streams.queries.following import Following, read, written
from streams.records import Alert, Change, Incident, Reconciled, Record
from streams.topics import TOPICS
from streams.transports.embedded.address import Address
from streams.transports.embedded.log import Log
from streams.transports.embedded.opened import hold, release
from streams.wire import encode
from tests.notation import BEGIN, incident

IS = "by=is; on=sdf; type=Armed clash; n=killed sdf 12"


def alert(version: int, status: str = "raised", severity: int = 3, name: str = "one", **fields: Any) -> Alert:
    known = {"rule": "r", "kind": "mass-casualty", "subject": f"inc-{name}", "country": "SY", "title": name, "incidents": [f"inc-{name}"]}
    moments = {"raised_at": BEGIN, "changed_at": BEGIN}
    said = {"alert_id": f"alr-{name}", "version": version, "status": status, "severity": severity}
    return Alert.model_validate(known | moments | said | fields)


def withdrawn(name: str) -> Incident:
    """An incident that said IS until it was taken back."""
    said = {"actor1": "is", "actor2": "sdf", "sub_event_type": "Armed clash", "figures": "killed sdf 12-12-12; wounded sdf/officers 3-3-3"}
    changes = [Change(version=2, published_at=BEGIN, field=field, before=was, after=None, because="x") for field, was in said.items()]
    return Incident(incident_id=f"inc-{name}", version=2, country="SY", status="withdrawn", changes=tuple(changes))


class Writer:
    """Writes records to a log."""

    def __init__(self, log: Log, url: str) -> None:
        self.log, self.url = log, url

    def write(self, *records: Record) -> None:
        for record in records:
            topic = f"alerts.{record.kind}" if isinstance(record, Alert) else "incidents"
            key = record.alert_id if isinstance(record, Alert) else getattr(record, "incident_id", "")
            self.log.append((topic, 0), 0.0, key.encode(), encode(record), [])
        self.log.flush()

    def following(self, wanted: Wanted, severity: int = 1, position: str = "") -> Following:
        return Following(LogReader(self.url), wanted, severity, read(position))


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    address = Address(tmp_path / "rasad.db")
    log = hold(address)
    for row in TOPICS:
        log.create_topic(row.name, 1)
    yield Writer(log, f"embedded://{address.path}")
    release(address)


def told(following: Following) -> list[tuple[str, int, str]]:
    return [(one.alert_id, one.version, one.status) for one in following.new()]


def test_each_version_is_told_once(writer: Writer) -> None:
    writer.write(incident(IS), alert(1))
    following = writer.following(Wanted())
    assert told(following) == [("alr-one", 1, "raised")]
    assert told(following) == []
    writer.write(alert(1, articles=("a", "b")), alert(2, "amended"))
    assert told(following) == [("alr-one", 2, "amended")]


@pytest.mark.parametrize(
    ("wanted", "severity", "number"),
    [
        (Wanted(country="SY"), 1, 1),
        (Wanted(country="IQ"), 1, 0),
        (Wanted(party="is"), 3, 1),
        (Wanted(party="gov"), 1, 0),
        (Wanted(kind="mass-casualty"), 1, 1),
        (Wanted(kind="surge"), 1, 0),
        (Wanted(kind="Armed clash"), 1, 1),
        (Wanted(kind="Attack"), 1, 0),
    ],
)
def test_only_what_was_asked_for_is_told(writer: Writer, wanted: Wanted, severity: int, number: int) -> None:
    writer.write(incident(IS), alert(1))
    assert len(told(writer.following(wanted, severity))) == number
    writer.write(alert(1, severity=severity - 1 or 1, name="two"), incident(IS, "two"))
    assert len(told(writer.following(wanted, severity))) == number * (2 if severity == 1 else 1)


def test_what_was_told_is_told_of_to_the_end(writer: Writer) -> None:
    writer.write(incident(IS), alert(1))
    following = writer.following(Wanted(party="is"), 3)
    assert told(following) == [("alr-one", 1, "raised")]
    writer.write(incident(IS.replace("by=is", "by=houthis")), alert(2, "amended", severity=1))
    assert told(following) == [("alr-one", 2, "amended")]


GONE = [
    (withdrawn("one"),),
    (
        Incident(incident_id="inc-one", version=1, country="SY", status="superseded", superseded_by=("inc-two",)),
        incident(IS, "two", event_type="Battles"),
    ),
    (
        Incident(incident_id="inc-one", version=1, country="SY", status="superseded", superseded_by=("inc-two",)),
        Incident(incident_id="inc-two", version=1, country="SY", status="superseded", superseded_by=("inc-one", "inc-three")),
        withdrawn("three"),
    ),
]


@pytest.mark.parametrize("gone", GONE, ids=["taken back", "merged away", "merged away, then taken back"])
@pytest.mark.parametrize(
    ("wanted", "hears"), [(Wanted(party="is"), True), (Wanted(kind="Battles"), True), (Wanted(party="houthis"), False)]
)
def test_who_comes_back_hears_that_an_alert_fell(writer: Writer, gone: tuple[Incident, ...], wanted: Wanted, hears: bool) -> None:
    writer.write(incident(IS), alert(1))
    following = writer.following(wanted)
    following.new()
    writer.write(*gone, alert(2, "withdrawn"))
    again = writer.following(wanted, position=written(following.position))
    assert told(again) == ([("alr-one", 2, "withdrawn")] if hears else [])


def test_a_part_of_a_figure_names_its_party() -> None:
    assert Wanted(party="sdf").incident(incident("by=none; on=none", figures=(Reconciled(measure="wounded", party="sdf", best=3),)))


def test_a_position_is_text_and_back(writer: Writer) -> None:
    writer.write(incident(IS), alert(1), alert(1, name="two", kind="new-front"))
    following = writer.following(Wanted())
    following.new()
    text = written(following.position)
    assert text == "mass-casualty.0.1,new-front.0.1"
    assert written(read(text)) == text and read("") == {}


@pytest.mark.parametrize("text", ["surge", "surge.0.x", "articles.0.1", "a.b.c"])
def test_a_position_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(text)

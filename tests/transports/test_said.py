"""What topics of a log say is what a table would have kept, also after the log was compacted and opened again."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from streams.transports.embedded.log import Log
from streams.transports.embedded.policy import DIRTY, Policy
from streams.transports.embedded.retention import tidy
from streams.transports.embedded.said import Noted, Said
from streams.transports.embedded.store import Store


def app(log: Log) -> Any:
    return SimpleNamespace(transport=SimpleNamespace(log=log))


def opened(path: Path) -> Log:
    return Log(Store.create(path, "off"))


def written(log: Log, topic: str, partition: int, *rows: tuple[bytes, bytes | None]) -> None:
    for key, value in rows:
        log.append((topic, partition), 0.0, key, value, [])


def test_the_newest_value_of_each_key_in_the_order_of_writing(tmp_path: Path) -> None:
    log = opened(tmp_path / "rasad.db")
    log.create_topic("incidents", 2, Policy(compact=True))
    log.create_topic("others", 1)
    said = Said(app(log), ("incidents",))
    written(log, "incidents", 0, (b"a", b"1"), (b"b", b"2"), (b"a", b"3"), (b"c", b"4"), (b"c", None))
    written(log, "incidents", 1, (b"a", b"5"))
    written(log, "others", 0, (b"a", b"6"))
    said[b"0/d"] = b"7"
    expected = [(b"0/b", b"2"), (b"0/a", b"3"), (b"1/a", b"5")]
    assert list(said.items()) == expected  # before anything is in the file
    log.flush()
    assert list(said.items()) == expected
    log.close()
    again = opened(tmp_path / "rasad.db")
    assert list(Said(app(again), ("incidents",)).items()) == expected


def test_of_more_than_fits_into_memory_nothing_is_lost(tmp_path: Path) -> None:
    log = opened(tmp_path / "rasad.db")
    log.create_topic("incidents", 1, Policy(compact=True))
    for number in range(2 * DIRTY):
        written(log, "incidents", 0, (b"%d" % (number % 1200), b"%d" % number + b" " * 200))
        if not number % 500:
            tidy(log, 1.0)
    tidy(log, 1.0)
    found = {key: int(value) for key, value in Said(app(log), ("incidents",)).items()}
    assert found == {b"0/%d" % (number % 1200): number for number in range(2 * DIRTY - 1200, 2 * DIRTY)}


def test_only_what_was_noted_is_said_and_it_is_known_again(tmp_path: Path) -> None:
    log, table = opened(tmp_path / "rasad.db"), dict[bytes, bytes]()
    log.create_topic("reports", 1, Policy(compact=True))
    noted = Noted(app(log), ("reports",), table)
    written(log, "reports", 0, (b"a", b"1"), (b"b", b"2"))
    noted[b"0/a"] = b"1"
    assert list(noted.items()) == [(b"0/a", b"1")] and list(noted.values()) == [b"1"]
    assert noted.holds(b"0/a", b"1") and not noted.holds(b"0/a", b"2") and not noted.holds(b"0/b", b"2")
    assert len(table[b"0/a"]) == 8

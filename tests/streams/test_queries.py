"""What a log knows: the newest state of each key, filtered and in a fixed order."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from streams.queries import queries
from streams.records import Alert, Cell, DeadLetter, Incident, Reconciled, Record
from streams.wire import encode

MARCH = datetime(2019, 3, 1, tzinfo=UTC)


class Row(NamedTuple):
    partition: int
    offset: int
    key: bytes
    value: bytes | None


class Log:
    """A log in a dictionary."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}

    def add(self, topic: str, key: str, record: Record | bytes | None, **beside: Any) -> None:
        rows = self.rows.setdefault(topic, [])
        rows.append(Row(0, len(rows), key.encode(), encode(record, **beside) if isinstance(record, Record) else record))

    def records(self, topic: str, start: dict[int, int] | None = None) -> Iterator[Row]:
        yield from self.rows.get(topic, [])[(start or {}).get(0, 0) :]

    def last_said(self, topic: str) -> list[tuple[bytes, bytes]]:
        found = {row.key: row.value for row in self.rows.get(topic, [])}
        return [(key, value) for key, value in found.items() if value is not None]


def incident(name: str, day: int, killed: int | None = None, **fields: object) -> Incident:
    figures = () if killed is None else (Reconciled(measure="killed", party="civilians", best=killed),)
    known = {"incident_id": name, "version": 1, "country": "SY", "date_start": date(2019, 3, day), "figures": figures}
    return Incident.model_validate({**known, **fields})


def ids(found: list[Incident]) -> list[str]:
    return [one.incident_id for one in found]


def test_incidents_come_newest_day_first_then_by_killed_then_by_id() -> None:
    log = Log()
    for one in (incident("b", 2, 1), incident("a", 2, 1), incident("c", 2, 5), incident("d", 3)):
        log.add("incidents", one.incident_id, one)
    assert ids(queries.incidents(log)) == ["d", "c", "a", "b"]


def test_the_gravest_come_first_where_that_is_asked_for() -> None:
    log = Log()
    wounded = (Reconciled(measure="killed", party="civilians", best=2), Reconciled(measure="wounded", party="sdf", best=30))
    among = Reconciled(measure="killed", party="civilians", subset="children", best=40)
    log.add("incidents", "a", incident("a", 2, 9, outlets=("one", "two")))
    log.add("incidents", "b", incident("b", 3, figures=(*wounded, among)))  # the children are of the two
    log.add("incidents", "c", incident("c", 4))
    assert ids(queries.incidents(log)) == ["c", "b", "a"]
    assert ids(queries.incidents(log, order="killed")) == ["a", "b", "c"]
    assert ids(queries.incidents(log, order="wounded")) == ["b", "c", "a"]
    assert ids(queries.incidents(log, order="outlets")) == ["a", "c", "b"]


def test_only_the_newest_state_of_an_incident_counts() -> None:
    log = Log()
    log.add("incidents", "a", incident("a", 2, 1))
    log.add("incidents", "a", incident("a", 2, 7, version=2))
    log.add("incidents", "b", incident("b", 2))
    log.add("incidents", "b", incident("b", 2, status="superseded"))
    log.add("incidents", "c", incident("c", 2))
    log.add("incidents", "c", None)
    (found,) = queries.incidents(log)
    assert (found.incident_id, found.version, queries.killed(found)) == ("a", 2, 7)


def test_tolls_are_not_incidents_unless_asked_for() -> None:
    log = Log()
    log.add("incidents", "a", incident("a", 2, scope="toll"))
    assert ids(queries.incidents(log)) == []
    assert ids(queries.incidents(log, scope="toll")) == ids(queries.incidents(log, scope="")) == ["a"]


def test_incidents_are_chosen_by_country_kind_and_day() -> None:
    log = Log()
    log.add("incidents", "a", incident("a", 2, country="IQ", event_type="Battles"))
    log.add("incidents", "b", incident("b", 3, sub_event_type="Attack"))
    log.add("incidents", "c", incident("c", 4, date_end=date(2019, 3, 6)))
    assert ids(queries.incidents(log, country="IQ")) == ids(queries.incidents(log, kind="Battles")) == ["a"]
    assert ids(queries.incidents(log, kind="Attack")) == ["b"]
    assert ids(queries.incidents(log, first=date(2019, 3, 5))) == ["c"]
    assert ids(queries.incidents(log, last=date(2019, 3, 2))) == ["a"]


def test_a_subset_is_never_added_to_what_it_is_part_of() -> None:
    both = (
        Reconciled(measure="killed", party="civilians", best=11),
        Reconciled(measure="killed", party="civilians", subset="children", best=6),
        Reconciled(measure="killed", party="isis", best=2),
    )
    assert queries.killed(incident("a", 2, figures=both)) == 13


def test_a_record_of_another_program_is_passed_over() -> None:
    log = Log()
    log.add("incidents", "x", b"{}")
    log.add("incidents", "y", b"\xff")
    log.add("incidents", "a", incident("a", 2))
    assert ids(queries.incidents(log)) == ["a"]


def test_an_emptied_cell_is_gone() -> None:
    log = Log()
    for value in ("SY", "IQ"):
        cell = Cell(country=value, dimension="country", value=value, window_days=7, day=MARCH.date(), incidents=1, incidents_low=1)
        log.add("aggregates", cell.cell_id, cell)
    log.add("aggregates", "SY/country/SY/7d", None)
    assert [cell.value for cell in queries.cells(log)] == ["IQ"]
    assert queries.cells(log, window_days=30) == []


def alert(version: int, status: str, hours: int, kind: str = "surge") -> Alert:
    return Alert(
        alert_id=f"alr-{kind}",
        rule=kind,
        kind=kind,  # type: ignore[arg-type]
        version=version,
        status=status,  # type: ignore[arg-type]
        severity=1,
        subject="SY",
        raised_at=MARCH,
        changed_at=MARCH + timedelta(hours=hours),
        title="",
    )


def test_an_alert_that_was_withdrawn_does_not_stand_but_is_in_the_history() -> None:
    log = Log()
    for one in (alert(1, "raised", 0), alert(2, "amended", 1), alert(3, "withdrawn", 2), alert(1, "raised", 1, "weapon")):
        log.add(f"alerts.{one.kind}", one.alert_id, one)
    assert [one.kind for one in queries.alerts(log)] == ["weapon"]
    assert [(one.kind, one.version) for one in queries.alerts(log, standing=False)] == [("surge", 3), ("weapon", 1)]
    assert [one.status for one in queries.alert_history(log) if one.kind == "surge"] == ["raised", "amended", "withdrawn"]


def test_a_version_that_was_sent_again_is_told_once() -> None:
    log = Log()
    for one in (alert(1, "raised", 0), alert(1, "raised", 0).model_copy(update={"articles": ("a1", "a2")}), alert(2, "amended", 1)):
        log.add("alerts.surge", one.alert_id, one)
    assert [(one.version, one.articles) for one in queries.alert_history(log)] == [(1, ("a1", "a2")), (2, ())]


def test_an_alert_that_no_article_supports_any_more_is_in_the_history_alone() -> None:
    log = Log()
    log.add("alerts.surge", "a", alert(1, "raised", 0))
    log.add("alerts.surge", "a", alert(2, "withdrawn", 0), version=0)
    assert queries.alerts(log, standing=False) == []
    assert [(one.version, one.status) for one in queries.alert_history(log)] == [(1, "raised"), (2, "withdrawn")]


def test_an_alert_stands_under_the_number_that_its_articles_give_it() -> None:
    log = Log()
    log.add("alerts.surge", "a", alert(1, "raised", 2))
    log.add("alerts.surge", "a", alert(2, "withdrawn", 2), version=0)
    log.add("alerts.surge", "a", alert(3, "amended", 0), version=1, status="raised")
    assert queries.alerts(log) == [alert(1, "raised", 0)]
    assert [one.version for one in queries.alert_history(log)] == [1, 2, 3]


def test_alerts_can_be_followed() -> None:
    log, position = Log(), dict[str, dict[int, int]]()
    log.add("alerts.surge", "a", alert(1, "raised", 0))
    assert len(queries.alert_history(log, position)) == 1
    assert queries.alert_history(log, position) == []
    log.add("alerts.surge", "a", alert(2, "amended", 1))
    assert [one.version for one in queries.alert_history(log, position)] == [2]


def test_the_newest_dead_letter_of_each_origin_is_listed() -> None:
    log = Log()
    for origin, reason in (("f:2", "no-date"), ("f:1", "no-body"), ("f:2", "not-json")):
        log.add("dead-letters", origin, DeadLetter(origin=origin, room="read", reason=reason, detail="", payload=b"\xff\x00"))
    assert [(row.dead.origin, row.dead.reason, row.offset) for row in queries.dead_letters(log)] == [
        ("f:1", "no-body", 1),
        ("f:2", "not-json", 2),
    ]
    assert queries.dead_letters(log)[0].dead.payload == b"\xff\x00"

"""Versions as they are sent: they only rise, whatever comes in whatever order, and a start of the room changes nothing."""

import random

import pytest

from agents.alert.core import AlertRoom
from agents.alert.held import Held
from agents.alert.rules import Rule, load
from agents.alert.telling import Told, told_next, told_of
from agents.shelved import in_memory
from streams.records import Alert, Incident
from streams.wire import Envelope, decode, encode
from tests.alert.feeds import DAILY
from tests.notation import incident

RULES = load()
FEED = incident("history=0; day=2018-12-01; place=mosul; since=-2400", "feed")
STATES = (
    "history=12; day=5",
    "history=12 16; day=5",
    "history=12 9; day=5",
    "history=12; day=4",
    "history=12; status=superseded",
    "history=12; scope=toll; day=5",
    "history=4~chemical; day=6",
    "history=5; day=3; place=homs",
    "history=5 x; day=3; status=withdrawn",
)


def states(seed: int, n: int = 40) -> list[Incident]:
    choice = random.Random(seed)
    return [FEED, *[incident(choice.choice(STATES), choice.choice("abcd")) for _ in range(n)]]


class Logged:
    """A room as its agent keeps it: what it has in its tables, and what it sent."""

    def __init__(self, flow: str = DAILY) -> None:
        self.held, self.seq, self.flow = Held(RULES, in_memory), 0, flow
        self.known: dict[bytes, bytes] = {}
        self.told: dict[bytes, bytes] = {}
        self.sent: list[Alert] = []

    def take(self, one: Incident) -> None:
        self.seq += 1
        self._do(one)

    def take_again(self, one: Incident) -> None:
        self._do(one)

    def _do(self, one: Incident) -> None:
        key, row = self._write(one, self.seq)
        for alert in self.held.take(key, decode(row)):
            self.told[f"0/{alert.alert_id}".encode()] = encode(alert, **self.held.room.beside(alert))
            self.sent.append(alert)

    def _write(self, one: Incident, seq: int) -> tuple[bytes, bytes]:
        key, row = f"0/{one.incident_id}".encode(), encode(one, seq=seq, flow=self.flow)
        if key not in self.known or decode(self.known[key]).log["seq"] <= seq:
            self.known.pop(key, None)
            self.known[key] = row
        return key, row

    def written_ahead(self, states: list[Incident]) -> None:
        """Another room, which writes the table, has taken these in."""
        for seq, one in enumerate(states, self.seq + 1):
            self._write(one, seq)

    def start(self, rules: tuple[Rule, ...] = RULES) -> None:
        self.held = Held(rules, in_memory)
        for table in (self.told, self.known):
            for key, row in table.items():
                self.held.restore(key, decode(row))

    def stands(self) -> list[Alert]:
        rows: list[Envelope] = [decode(row) for row in self.told.values()]
        found = [told_of(row.record, row.log).stands for row in rows if isinstance(row.record, Alert)]
        return sorted((one for one in found if one), key=lambda one: one.alert_id)


def seen_by_a_subscriber(sent: list[Alert]) -> dict[str, Alert]:
    """What one who keeps the highest version of each alert has in the end."""
    last: dict[str, Alert] = {}
    for one in sent:
        if one.alert_id not in last or one.version >= last[one.alert_id].version:
            last[one.alert_id] = one
    return last


@pytest.mark.parametrize("seed", range(40))
def test_versions_only_rise_and_the_last_one_is_what_holds(seed: int) -> None:
    room = Logged()
    for one in states(seed):
        room.take(one)
    last: dict[str, Alert] = {}
    for alert in room.sent:
        before = last.get(alert.alert_id)
        assert before is None or alert.version >= before.version
        if before is not None and alert.version == before.version:
            assert (alert.status, alert.facts) == (before.status, before.facts)
        last[alert.alert_id] = alert
    holding = {one.alert_id: one.facts for one in room.stands() if one.status != "withdrawn"}
    assert holding == {name: one.facts for name, one in seen_by_a_subscriber(room.sent).items() if one.status != "withdrawn"}


@pytest.mark.parametrize("seed", range(40))
def test_a_room_that_is_started_again_sends_what_one_that_goes_on_does(seed: int) -> None:
    choice = random.Random(seed)
    room, again = Logged(), Logged()
    for one in states(seed):
        room.take(one)
        if choice.random() < 0.3:
            again.start()
        again.take(one)
    assert again.sent == room.sent
    assert again.stands() == room.stands()


@pytest.mark.parametrize("seed", range(40))
def test_a_room_that_starts_from_a_table_ahead_of_it_ends_as_one_that_goes_on(seed: int) -> None:
    choice = random.Random(seed)
    room, behind, left = Logged(), Logged(), states(seed)
    for one in left:
        room.take(one)
    while left:
        ahead, left = left[: (n := choice.randint(1, 6))], left[n:]
        if choice.random() < 0.5:
            behind.written_ahead(ahead)
            behind.start()
        for one in ahead:
            behind.take(one)
    assert behind.stands() == room.stands()
    holding = {one.alert_id: one.facts for one in room.stands() if one.status != "withdrawn"}
    assert holding == {name: one.facts for name, one in seen_by_a_subscriber(behind.sent).items() if one.status != "withdrawn"}


@pytest.mark.parametrize("seed", range(20))
def test_what_stands_depends_on_the_last_states_alone(seed: int) -> None:
    room, last = Logged(), {one.incident_id: one for one in states(seed)}
    for one in states(seed):
        room.take(one)
    for order in range(4):
        shuffled = list(last.values())
        random.Random(order).shuffle(shuffled)
        fresh = AlertRoom(RULES)
        fresh.flows(DAILY)
        for one in shuffled:
            fresh.apply_incident(one)
        assert fresh.standing() == room.stands() == room.held.room.standing()


def test_the_alert_of_an_incident_merged_away_after_a_start_is_withdrawn() -> None:
    room = Logged(flow="")
    room.take(incident("history=12"))
    room.start()
    room.take(incident("history=12; status=superseded"))
    assert [(one.kind, one.status, one.version) for one in room.sent] == [("mass-casualty", "raised", 1), ("mass-casualty", "withdrawn", 2)]
    assert room.stands() == []


def test_what_was_not_sent_before_a_start_is_sent_after_it() -> None:
    room = Logged()
    room.take(FEED)
    room.take(incident("history=5; day=5", "later"))
    told = dict(room.told)
    room.take(incident("history=5; day=4", "earlier"))
    room.told, room.sent = told, []
    room.start()
    room.take_again(incident("history=5; day=4", "earlier"))
    assert [(one.subject, one.status, one.version) for one in sorted(room.sent, key=lambda one: one.subject)] == [
        ("inc-earlier", "raised", 1),
        ("inc-later", "withdrawn", 2),
    ]
    room.sent = []
    room.take_again(incident("history=5; day=4", "earlier"))
    assert {(one.subject, one.status, one.version) for one in room.sent} == {("inc-earlier", "raised", 1), ("inc-later", "withdrawn", 2)}


def test_alerts_of_a_rule_that_is_no_more_are_withdrawn() -> None:
    room = Logged(flow="")
    room.take(incident("history=12"))
    room.start(tuple(rule for rule in RULES if rule.kind != "mass-casualty"))
    room.take(incident("history=0", "other"))
    assert [(one.status, one.version) for one in room.sent] == [("raised", 1), ("withdrawn", 2)]


def test_nothing_is_told_where_nothing_is_known_or_new() -> None:
    (alert,) = AlertRoom(RULES).apply_incident(incident("history=12"))
    assert told_next(None, None) is None
    assert told_next(Told(alert, alert), alert) is None
    assert told_next(Told(alert, None), None) is None
    assert told_next(Told(alert, None), alert) == Told(alert, alert)

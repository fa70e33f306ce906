"""What the alert room sends, incident by incident."""

import random
from datetime import timedelta
from itertools import permutations

import pytest

from agents.alert.core import AlertRoom
from agents.alert.rules import load
from streams.records import Alert, Incident
from tests.alert.feeds import DAILY
from tests.notation import at, incident, rows

SINGLE = tuple(rule for rule in load() if rule.kind in {"mass-casualty", "weapon", "revision", "contradiction"})


def shown(alerts: list[Alert]) -> str:
    return ", ".join(sorted(f"{one.kind} {one.status} {one.version}" for one in alerts)) or "-"


@pytest.mark.parametrize(("states", "expected", "note"), rows(__file__, "sent.tsv"))
def test_only_what_changed_is_sent(states: str, expected: str, note: str) -> None:
    room = AlertRoom(SINGLE)
    assert " | ".join(shown(room.apply_incident(incident(state))) for state in states.split(" | ")) == expected, note


MONDAY = [incident(f"history=5; day={4 + n}", name) for n, name in enumerate("abc")]


def told(*incidents: Incident) -> tuple[AlertRoom, dict[str, Alert]]:
    room, last = AlertRoom(load()), dict[str, Alert]()
    room.flows(DAILY)
    for one in incidents:
        last.update({f"{alert.kind} {alert.subject}": alert for alert in room.apply_incident(one)})
    return room, last


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_stands_does_not_depend_on_the_order_of_incidents(order: tuple[int, ...]) -> None:
    room, last = told(*(MONDAY[n] for n in order))
    standing = {f"{one.kind} {one.subject}": one for one in room.standing() if one.status != "withdrawn"}
    assert set(standing) == {"new-front inc-a", "surge SY/Idlib/2019-03-04"}
    assert standing == {name: one for name, one in last.items() if one.status != "withdrawn"} == told(*MONDAY)[1]


def test_an_earlier_incident_takes_a_front_back() -> None:
    room, last = told(MONDAY[1])
    assert last["new-front inc-b"].status == "raised"
    found = room.apply_incident(MONDAY[0])
    assert {one.subject: (one.status, one.version) for one in found} == {"inc-a": ("raised", 1), "inc-b": ("withdrawn", 2)}


def test_a_surge_falls_with_one_of_its_incidents() -> None:
    room, _ = told(*MONDAY)
    found = room.apply_incident(incident("history=5 1; day=6", "c"))
    assert [(one.kind, one.status, one.version, one.facts["killed"]) for one in found] == [("surge", "withdrawn", 2, "11")]


def test_without_days_before_it_the_feed_tells_no_front_and_no_surge() -> None:
    room = AlertRoom(load())
    assert [room.apply_incident(one) for one in MONDAY] == [[], [], []]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 2, 3, 0), (1, 0, 2, 3)])
def test_where_the_feed_begins_any_article_says_and_when_it_comes_does_not_matter(order: tuple[int, ...]) -> None:
    room, last = AlertRoom(load()), dict[str, Alert]()
    for number in order:
        if number == 0:
            room.flows(DAILY)
        else:
            last.update({f"{alert.kind} {alert.subject}": alert for alert in room.apply_incident(MONDAY[number - 1])})
    last.update({f"{alert.kind} {alert.subject}": alert for alert in room.tell()})
    assert {name: one for name, one in last.items() if one.status != "withdrawn"} == told(*MONDAY)[1]
    assert room.tell() == []


def test_a_feed_that_hardly_flowed_tells_no_front_and_no_surge_until_late_articles_say_that_it_did() -> None:
    room = AlertRoom(load())
    room.flows("2018-12-01/2019-01-20,2019-02-20/2019-03-20")
    assert [room.apply_incident(one) for one in MONDAY] == [[], [], []]
    room.flowed(at(-24 * 40))  # 29 January
    assert room.tell() == []
    for day in (-30, -24):  # 8 and 14 February
        room.flowed(at(24 * day))
    assert {f"{alert.kind} {alert.subject}": alert for alert in room.tell()} == told(*MONDAY)[1]


def test_a_feed_that_begins_later_than_known_changes_nothing() -> None:
    room, _ = told(*MONDAY)
    room.flowed(at(0))
    assert room.tell() == []


AGAIN = [("history=12", "mass-casualty raised 1"), ("history=12 9", "mass-casualty withdrawn 2"), ("history=9", "-")]


@pytest.mark.parametrize(("state", "expected"), AGAIN)
def test_a_state_taken_in_before_has_its_alerts_sent_again(state: str, expected: str) -> None:
    room = AlertRoom(SINGLE)
    assert shown(room.apply_incident(incident(state))) == expected
    assert shown(room.apply_incident(incident(state), again=True)) == expected


def test_alerts_of_other_incidents_are_not_sent_again() -> None:
    room = AlertRoom(SINGLE)
    room.apply_incident(incident("history=12; place=homs", "other"))
    room.apply_incident(incident("history=12"))
    assert [one.subject for one in room.apply_incident(incident("history=12"), again=True)] == ["inc-one"]


def pulsed(room: AlertRoom, *days: float) -> list[str]:
    return [shown(room.apply_pulse("one", at(24 * day))) for day in days]


def others(room: AlertRoom, *days: float) -> list[str]:
    return [shown(room.apply_pulse("two", at(24 * day))) for day in days]


def test_silence_is_seen_when_the_watermark_reaches_the_day() -> None:
    room = AlertRoom(load())
    assert pulsed(room, *[0] * 8) == ["-"] * 8
    assert others(room, 5, 6, 7, 9, 10, 11) == ["-"] * 4 + ["silence raised 1", "-"]
    assert pulsed(room, 12, 13) == ["silence amended 2", "-"]


def test_an_article_without_an_outlet_moves_the_watermark_alone() -> None:
    room = AlertRoom(load())
    pulsed(room, *[0] * 8)
    assert [shown(room.apply_pulse("", at(24 * day))) for day in (5, 6, 7, 9, 10, 19)] == ["-"] * 4 + ["silence raised 1", "-"]
    assert [one.subject for one in room.standing()] == ["one/2019-03-10"]


def test_a_late_article_that_breaks_the_silence_withdraws_it_once() -> None:
    room = AlertRoom(load())
    pulsed(room, *[0] * 8)
    others(room, 5, 6, 7, 10)
    assert pulsed(room, 5, 5) == ["silence withdrawn 2", "-"]


def test_the_watermark_never_goes_back() -> None:
    room = AlertRoom(load())
    others(room, 10, 5, 6, 7)
    assert pulsed(room, *[0] * 8) == ["-"] * 7 + ["silence raised 1"]
    (alert,) = room.standing()
    assert (alert.raised_at, alert.changed_at) == (at(240), at(0) + timedelta(days=10))


def test_standing_alerts_come_by_id() -> None:
    room, _ = told(*MONDAY, incident("history=12~chemical", "d"))
    ids = [one.alert_id for one in room.standing()]
    assert ids == sorted(set(ids)) and len(ids) >= 4


@pytest.mark.parametrize("seed", range(60))
def test_silence_does_not_depend_on_the_order_of_articles(seed: int) -> None:
    choice = random.Random(seed)
    pulses = [(outlet, at(choice.uniform(0, 24 * days))) for outlet, days in (("a", 8), ("b", 45), ("b", 30), ("c", 45)) for _ in range(20)]
    ends = []
    for order in range(5):
        room = AlertRoom(load())
        for outlet, moment in sorted(pulses, key=lambda one: one[1]) if not order else pulses:
            room.apply_pulse(outlet, moment)
        ends.append(room.standing())
        choice.shuffle(pulses)
    assert ends[0] and all(end == ends[0] for end in ends)


@pytest.mark.parametrize("hours", [(-8, 0), (-8, -1, 5), (5, -8), (0, -1)])
def test_silence_is_told_at_the_hour_it_is_reached_not_the_next_day(hours: tuple[int, ...]) -> None:
    room = AlertRoom(load())
    pulsed(room, *[0] * 8)
    others(room, 3, 4, 5)
    sent = [shown(room.apply_pulse("two", at(240 + hour))) for hour in hours]
    assert sent == ["silence raised 1" if hour >= 0 else "-" for hour in hours]

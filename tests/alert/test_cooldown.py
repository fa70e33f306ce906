"""Which alerts a cooldown lets through: a function of all that there are, in whatever order they are found."""

import random
from itertools import permutations

import pytest

from agents.alert.backtest import Backtest
from agents.alert.cooldown import Cooldown, place_of
from agents.alert.core import AlertRoom
from agents.alert.rules import Rule, load
from agents.alert.story import alert_id
from streams.records import Alert, Place
from streams.storage.scratch import Scratch
from tests.notation import at, batch, day, incident, rows

RULE = Rule("deadly", "mass-casualty", 2, {"killed": 5, "cooldown_days": 7})


def alert(cell: str, rule: Rule = RULE) -> Alert:
    where, when = cell.split(" ")
    name = f"{where}{when.removesuffix('x')}"
    return Alert(
        alert_id=alert_id(rule, name),
        rule=rule.id,
        kind=rule.kind,
        version=1,
        status="withdrawn" if when.endswith("x") else "raised",
        severity=2,
        subject=name,
        country="SY",
        place=None if where == "none" else Place(name=where, country="SY"),
        event_day=None if when == "none" else day(when.removesuffix("x")),
        raised_at=at(0),
        changed_at=at(0),
        title=name,
    )


def ended(alerts: list[Alert], cooldown: Cooldown | None = None) -> list[str]:
    cooldown, last = cooldown or Cooldown(RULE), dict[str, Alert | None]()
    for one in alerts:
        last.update(cooldown.apply({one.subject: one}))
        cooldown.rest()
    return [one.subject for one in last.values() if one]


@pytest.mark.parametrize(("cell", "expected", "note"), rows(__file__, "cooldowns.tsv"))
def test_one_alert_of_a_place_within_so_many_days_in_any_order(cell: str, expected: str, note: str) -> None:
    for order in permutations(map(alert, cell.split(" | "))):
        assert sorted(ended(list(order))) == sorted(expected.split(" ")), note


def brute(alerts: list[Alert]) -> list[str]:
    """A recount from nothing: day by day, is anything told of the place in the seven days before?"""
    told: list[Alert] = []
    for one in sorted(alerts, key=lambda one: (one.event_day, one.raised_at, one.subject)):
        near = [
            other
            for other in told
            if other.place == one.place
            and other.status != "withdrawn"
            and other.event_day is not None
            and one.event_day is not None
            and (one.event_day - other.event_day).days < 7
        ]
        if not near:
            told.append(one)
    return sorted(one.subject for one in told)


@pytest.mark.parametrize("shelved", [False, True])
@pytest.mark.parametrize("seed", range(30))
def test_what_is_told_is_a_recount_of_all_that_there_is(seed: int, shelved: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if shelved:
        monkeypatch.setattr("agents.alert.cooldown.PLACES", 1)
        monkeypatch.setattr("agents.alert.cooldown.SUBJECTS", 1)
    choice = random.Random(seed)
    cooldown = Cooldown(RULE, Scratch().shelf) if shelved else Cooldown(RULE)
    last, told = dict[str, Alert](), dict[str, Alert | None]()
    for _ in range(60):
        one = alert(f"{choice.choice('abc')} {choice.randint(1, 40)}{choice.choice(['', '', 'x'])}")
        if choice.random() < 0.2:
            last.pop(one.subject, None)
            told.update(cooldown.apply({one.subject: None}))
        else:
            last[one.subject] = one
            told.update(cooldown.apply({one.subject: one}))
        cooldown.rest()
        assert sorted(name for name, now in told.items() if now) == brute(list(last.values()))


def test_an_alert_that_moves_to_another_place_frees_those_of_the_old_one() -> None:
    cooldown = Cooldown(RULE)
    one, two = alert("a 1"), alert("a 3")
    assert [cooldown.apply({two.subject: two}), cooldown.apply({one.subject: one})] == [{"a3": two}, {"a1": one, "a3": None}]
    moved = one.model_copy(update={"place": Place(name="b", country="SY")})
    assert cooldown.apply({"a1": moved}) == {"a1": moved, "a3": two}


@pytest.mark.parametrize(
    ("kind", "subject", "place"),
    [("silence", "one/2019-03-10", "one"), ("surge", "SY/Idlib/2019-03-04", "SY/Idlib"), ("weapon", "inc-a", "SY/a")],
)
def test_what_is_kept_quiet_is_an_outlet_a_governorate_or_a_place(kind: str, subject: str, place: str) -> None:
    assert place_of(alert("a 1").model_copy(update={"kind": kind, "subject": subject})) == place


def test_the_room_raises_what_was_kept_back_when_the_first_falls() -> None:
    room = AlertRoom((RULE,))
    sent = [
        [(one.subject, one.status, one.version) for one in room.apply_incident(incident(state, name))]
        for state, name in (
            ("history=6; day=12", "late"),
            ("history=6; day=9", "early"),
            ("history=6; day=14; place=homs", "elsewhere"),
            ("history=6 x; day=9; status=withdrawn", "early"),
        )
    ]
    assert sent == [
        [("inc-late", "raised", 1)],
        [("inc-late", "withdrawn", 2), ("inc-early", "raised", 1)]
        if alert_id(RULE, "inc-late") < alert_id(RULE, "inc-early")
        else [("inc-early", "raised", 1), ("inc-late", "withdrawn", 2)],
        [("inc-elsewhere", "raised", 1)],
        sorted([("inc-early", "withdrawn", 2), ("inc-late", "amended", 3)], key=lambda one: alert_id(RULE, one[0])),
    ]


def test_a_surge_of_two_weeks_is_told_once() -> None:
    (surge,) = (rule for rule in load() if rule.kind == "surge")
    weeks = [incident(f"history=9; day={4 + 7 * week + n}", f"{week}{n}") for week in range(2) for n in range(4)]
    fired = {}
    for rule in (surge._replace(values={k: v for k, v in surge.values.items() if k != "cooldown_days"}), surge):
        backtest = Backtest((rule,))
        for hours in range(-1440, 480, 120):
            backtest.article(batch(f"day {hours}", hours))
        for one in weeks:
            backtest.incident(one)
        (outcome,) = backtest.outcomes()
        fired[rule.values.get("cooldown_days")] = (outcome.fired, outcome.standing)
    assert fired == {None: (2, 2), 14: (1, 1)}

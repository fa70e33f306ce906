"""One occurrence, one alert: what is told is a function of all that there is."""

import random
from itertools import permutations

import pytest

from agents.alert.core import AlertRoom
from agents.alert.once import Once
from agents.alert.rules import Rule
from agents.alert.single import alerts_of
from agents.alert.tales import are_one, tale_of
from streams.records import Alert, Incident
from streams.storage.scratch import Scratch
from tests.notation import claim, incident

RULE = Rule("deadly", "mass-casualty", 2, {"killed": 10, "same_km": 20})
TWICE = {"first": "history=12", "second": "history=12; since=4", "third": "history=12 15; since=8", "other": "history=13; since=2"}


def alert(one: Incident) -> Alert | None:
    return next(iter(alerts_of(one, (RULE,))), None)


def ended(incidents: list[Incident], once: Once | None = None) -> dict[str, Alert | None]:
    once, last = once or Once(RULE), dict[str, Alert | None]()
    for one in incidents:
        last.update(once.apply(one, alert(one)))
        once.rest()
    return last


@pytest.mark.parametrize("order", list(permutations(TWICE)))
def test_the_alert_raised_first_tells_of_all_that_are_one_in_any_order(order: tuple[str, ...]) -> None:
    last = ended([incident(TWICE[name], name, article_ids=(f"by {name}",)) for name in order])
    assert {name for name, one in last.items() if one} == {"inc-first", "inc-third", "inc-other"}, "15 are others"
    first = last["inc-first"]
    assert first is not None
    assert (first.incidents, first.articles) == (("inc-first", "inc-second"), ("by first", "by second"))
    assert (first.status, first.version, first.facts) == ("raised", 1, {"killed": "12", "bounds": "12-12"})


def claimed(cell: str, name: str, *numbers: int) -> Incident:
    return incident(cell, name, claims=tuple(claim(f"killed civilians {n}") for n in numbers))


def test_other_numbers_of_killed_stand_beside_the_first_and_amend_it() -> None:
    grown, second, third = (
        claimed("history=12 14", "a", 12, 14),
        claimed("history=12; since=6", "b", 12),
        claimed("history=30; since=9", "c", 14),
    )
    last = ended([grown, second, third])
    first = last.pop("inc-a")
    assert last == {"inc-b": None, "inc-c": None}
    assert first is not None
    assert (first.status, first.version, first.facts["killed"], first.facts["also"]) == ("amended", 4, "14", "12, 30")
    assert first.changed_at == third.history[-1].published_at


def test_an_alert_that_falls_frees_what_it_kept_back() -> None:
    once = Once(RULE)
    ended([incident(TWICE["first"], "first"), incident(TWICE["second"], "second")], once)
    found = once.apply(incident("history=12 x; status=withdrawn", "first"), alert(incident("history=12 x; status=withdrawn", "first")))
    assert {name: one and (one.status, one.incidents) for name, one in found.items()} == {
        "inc-first": ("withdrawn", ("inc-first",)),
        "inc-second": ("raised", ("inc-second",)),
    }


def brute(incidents: list[Incident]) -> dict[str, tuple[str, ...]]:
    """A recount from nothing: in the order of raising, may an alert that is told be of the same occurrence?"""
    found = {one.incident_id: (one, told) for one in incidents if (told := alert(one))}
    told: dict[str, tuple[str, ...]] = {}
    gone: dict[str, tuple[str, ...]] = {}
    for name in sorted(found, key=lambda name: (found[name][1].raised_at, -found[name][0].history[-1].killed, name)):
        one = tale_of(found[name][0], "mass-casualty")
        assert one is not None
        by = [other for other in told if (tale := tale_of(found[other][0], "mass-casualty")) and are_one(one, tale, 20)]
        if found[name][1].status == "withdrawn":
            gone |= {} if by else {name: (name,)}
        elif by:
            told[by[0]] += (name,)
        else:
            told[name] = (name,)
    return told | gone


@pytest.mark.parametrize("shelved", [False, True])
@pytest.mark.parametrize("seed", range(30))
def test_what_is_told_is_a_recount_of_all_that_there_is(seed: int, shelved: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if shelved:
        monkeypatch.setattr("agents.alert.once.ALERTS", 1)
        monkeypatch.setattr("agents.alert.once.DAYS", 1)
    choice = random.Random(seed)
    once = Once(RULE, Scratch().shelf) if shelved else Once(RULE)
    last, told = dict[str, Incident](), dict[str, Alert | None]()
    for _ in range(60):
        history = choice.choice(["12", "12 13", "13", "9 12", "12 x", "40", "4"])
        place, day = choice.choice(["saraqib", "sarmin", "maarra", "idlib", "none"]), choice.choice(["8", "9", "10", "8..10", "none"])
        cell = f"history={history}; since={choice.randint(0, 20)}; place={place}; day={day}"
        one = incident(cell + ("; status=withdrawn" if history.endswith("x") else ""), choice.choice("abcdefgh"))
        if one.status == "withdrawn" and (place == "none" or day == "none"):
            continue
        last[one.incident_id] = one
        told.update(once.apply(one, alert(one)))
        once.rest()
        placed = [each for each in last.values() if each.place and each.date_end]
        stands = {name: now.incidents for name, now in told.items() if now}
        apart = {each.incident_id: (each.incident_id,) for each in last.values() if each not in placed and alert(each)}
        assert stands == brute(placed) | apart


def test_the_room_tells_an_occurrence_once_and_takes_back_what_a_late_article_joins() -> None:
    room = AlertRoom((RULE,))
    sent = [
        sorted((one.subject, one.status, one.version) for one in room.apply_incident(incident(state, name)))
        for state, name in (
            ("history=12; since=4", "late"),
            ("history=12; since=8", "later"),
            ("history=12", "early"),
            ("history=12 x; status=withdrawn", "early"),
        )
    ]
    assert sent == [
        [("inc-late", "raised", 1)],
        [("inc-late", "raised", 1)],
        [("inc-early", "raised", 1), ("inc-late", "withdrawn", 2)],
        [("inc-early", "withdrawn", 2), ("inc-late", "amended", 3)],
    ]


def test_a_rule_without_the_setting_tells_of_each_incident() -> None:
    room = AlertRoom((RULE._replace(values={"killed": 10}),))
    for name in ("first", "second"):
        room.apply_incident(incident(TWICE[name], name))
    assert {one.subject for one in room.standing()} == {"inc-first", "inc-second"}

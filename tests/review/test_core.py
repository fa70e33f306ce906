"""The review room: incident by incident it finds what the guard finds among all, and tells each finding once."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from agents.review import core
from agents.review.arithmetic import breaches
from agents.review.breaches import Breach
from agents.review.core import Guard, finding_id, told_next
from agents.shelved import Shelves, in_memory
from streams.records import Claim, Finding, Incident
from streams.storage.scratch import Scratch
from tests.review.test_arithmetic import ELSEWHERE, PROVINCE, TOWN, claim, incident, toll

PLACES = (TOWN, PROVINCE, ELSEWHERE)


def claims_of(choice: random.Random) -> list[Claim]:
    """Counts of one article or two, some of a part, some of a report that adds up others."""
    found = []
    for article in choice.sample("abc", choice.choice([1, 1, 2])):
        report, hours, outlet = choice.choice("xyz"), choice.randint(0, 200), choice.choice(["one", "two"])
        parts = tuple(f"{article}/{other}" for other in "xyz" if other != report) if choice.random() < 0.4 else ()
        said: dict[str, Any] = {"hours": hours, "outlet": outlet, "parts": parts}
        subsets = (None, *choice.sample(["children", "women"], choice.choice([0, 0, 1])))
        found += [claim(f"{article}/{report}", choice.randint(1, 30), subset=subset, **said) for subset in subsets]
    return sorted(found, key=lambda one: one.published_at)


def state(choice: random.Random) -> Incident:
    """Some state of one of a few incidents and tolls."""
    name, place = choice.choice("abcdefgh"), choice.choice(PLACES)
    status = choice.choice(["standing"] * 4 + ["withdrawn", "superseded"])
    made: Callable[..., Incident] = toll if choice.random() < 0.35 else incident
    return made(name, *claims_of(choice), place=place, status=status, **({} if made is toll else {"day": choice.randint(1, 28)}))


def brute(states: dict[str, Incident]) -> dict[str, Breach]:
    found: dict[str, Breach] = {}
    for breach in breaches(states.values()):
        found.setdefault(finding_id(breach), breach)
    return found


def contents(findings: dict[str, Finding]) -> dict[str, tuple[object, ...]]:
    return {name: (one.law, one.subject, one.least, one.most, one.incidents) for name, one in findings.items() if one.status != "withdrawn"}


def shown(found: dict[str, Breach]) -> dict[str, tuple[object, ...]]:
    return {name: (one.law, one.subject, one.least.persons, one.most.persons, one.incidents) for name, one in found.items()}


@pytest.mark.parametrize("shelved", [False, True])
@pytest.mark.parametrize("seed", range(25))
def test_what_is_found_step_by_step_is_what_is_found_among_all(seed: int, shelved: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    shelves: Shelves = Scratch().shelf if shelved else in_memory
    monkeypatch.setattr(core, "HELD", 1 if shelved else 4096)
    choice, guard, states = random.Random(seed), Guard(shelves), dict[str, Incident]()
    told, versions = dict[str, Finding](), dict[str, int]()
    for _ in range(60):
        one = state(choice)
        states[one.incident_id] = one
        guard.apply(one)
        if choice.random() < 0.5:
            for finding in guard.changed():
                assert finding.version == versions.get(finding.finding_id, 0) + 1
                versions[finding.finding_id] = finding.version
                told[finding.finding_id] = finding
            assert contents(told) == shown(brute(states))
    assert [finding_id(one) for one in guard.standing()] == sorted(brute(states))
    assert guard.changed() is not None and guard.changed() == []


def test_the_worlds_break_every_law() -> None:
    laws = set()
    for seed in range(25):
        choice, states = random.Random(seed), dict[str, Incident]()
        for _ in range(60):
            one = state(choice)
            states[one.incident_id] = one
            laws.update(breach.law for breach in breaches(states.values()))
    assert laws == {"subset", "parts", "toll-falls", "toll-exceeded"}


@pytest.mark.parametrize("seed", range(25))
def test_a_room_that_is_started_again_tells_what_one_that_goes_on_does(seed: int) -> None:
    choice, whole, again = random.Random(seed), Guard(), Guard()
    rows, told = dict[str, Incident](), dict[str, Finding]()
    for _ in range(40):
        one = state(choice)
        old = rows.pop(one.incident_id, None)
        rows[one.incident_id] = one
        if choice.random() < 0.3:
            again = Guard()
            for row in (*told.values(), *list(rows.values())[:-1]):
                again.restore(row)
            if old is not None and one.incident_id in whole._incidents:
                again.restore(old)
        whole.apply(one)
        again.apply(one)
        found = whole.changed()
        assert again.changed() == found
        told.update({finding.finding_id: finding for finding in found})


TEN, TWELVE = claim("a/a", 10), claim("a/a", 12, subset="children")


def test_a_finding_is_told_once_amended_and_withdrawn_when_it_is_mended() -> None:
    guard, sent = Guard(), list[tuple[str, int, int, int]]()
    for claims in ((TEN, TWELVE), (TEN, TWELVE), (TEN, claim("a/a", 14, subset="children")), (TEN,), (TEN, TWELVE)):
        guard.apply(incident("a", *claims))
        sent += [(one.status, one.version, one.least, one.most) for one in guard.changed()]
    assert sent == [("raised", 1, 12, 10), ("amended", 2, 14, 10), ("withdrawn", 3, 14, 10), ("amended", 4, 12, 10)]


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
def test_an_incident_that_is_no_more_takes_its_findings_back(status: str) -> None:
    guard = Guard()
    guard.apply(incident("a", TEN, TWELVE))
    (raised,) = guard.changed()
    guard.apply(incident("a", TEN, TWELVE, status=status))
    assert [(one.finding_id, one.status) for one in guard.changed()] == [(raised.finding_id, "withdrawn")]


def test_what_may_not_have_been_sent_is_sent_again_with_its_number() -> None:
    guard, one = Guard(), incident("a", TEN, TWELVE)
    guard.apply(one)
    (raised,) = guard.changed()
    guard.apply(one, again=True)
    assert guard.changed() == [raised]
    guard.apply(incident("b", claim("b/a", 3)), again=True)
    assert guard.changed() == []


def test_nothing_is_told_of_what_never_was() -> None:
    assert told_next("fnd-1", None, None) is None

"""What left memory comes back: rooms that hold next to nothing say, step by step, what rooms that hold everything say."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.alert import core as alert
from agents.alert import fronts, rules, surge
from agents.deduplicate import core as deduplicate
from agents.deduplicate import origins
from agents.marks import Marks
from agents.shelved import Shelved
from streams.records import Alert, Incident, ReportBatch
from streams.storage.scratch import Scratch
from tests.laws.test_rooms import batches

SIZES: dict[ModuleType, tuple[str, ...]] = {
    deduplicate: ("HELD", "CLUSTERS", "STORIES", "TIED", "BLOCKS", "ROWS"),
    origins: ("ARTICLES", "PERIODS"),
    alert: ("TOLD",),
    fronts: ("INCIDENTS", "PERIODS"),
    surge: ("WEEKS", "INCIDENTS"),
}


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, names in SIZES.items():
        for name in names:
            monkeypatch.setattr(module, name, 1)


def steps(given_batches: list[ReportBatch], scratch: Scratch | None) -> Iterator[tuple[list[Incident], list[Alert]]]:
    shelves = scratch.shelf if scratch else (lambda _: None)
    linker, room = deduplicate.Linker(shelves=shelves), alert.AlertRoom(rules.load(), shelves)
    for batch in given_batches:
        changed = linker.apply(batch)
        yield changed, [one for incident in changed for one in room.apply_incident(incident)]


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("seed", range(3))
def test_late_reports_find_what_left_memory(seed: int) -> None:
    shuffled = list(batches())
    random.Random(seed).shuffle(shuffled)  # so that reports of every week come late
    for held, put_away in zip(steps(shuffled, None), steps(shuffled, Scratch()), strict=True):
        assert put_away == held


@pytest.mark.usefixtures("little_memory")
def test_near_copies_are_found_after_they_left_memory() -> None:
    def version(day: int) -> tuple[datetime, int, str]:
        return datetime(2019, 3, 1, tzinfo=UTC) + timedelta(days=day), 1, ""

    text, other = tuple(range(64)), tuple(range(100, 164))
    known = origins.Origins(Scratch().shelf)
    for number in range(40):  # one of another text a day, so that the first leaves memory
        known.add(f"other-{number}", version(number), tuple(part + 1000 * number for part in other))
        known.rest()
    assert known.add("first", version(9), text) == set()
    for number in range(40, 80):
        known.add(f"other-{number}", version(number), tuple(part + 1000 * number for part in other))
        known.rest()
    assert known.add("late", version(5), text) == {"first"}
    assert known.add("too-late", version(20), text) == set()
    assert (known.origin("first"), known.origin("too-late")) == ("late", "too-late")


ACTIONS = st.lists(
    st.tuples(st.sampled_from(("get", "put", "change", "delete", "rest")), st.integers(0, 1), st.integers(0, 9), st.integers())
)


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_shelved_mappings_are_mappings_though_they_share_their_marks(actions: list[tuple[str, int, int, int]]) -> None:
    scratch, away = Scratch(), Marks()
    both: list[Shelved[int, list[int]]] = [Shelved(scratch.shelf(name), str, 2, away) for name in ("numbers", "others")]
    plains: list[dict[int, list[int]]] = [{}, {}]
    for action, which, key, number in actions:
        shelved, plain = both[which], plains[which]
        if action == "get":
            assert shelved.get(key) == plain.get(key)
        elif action == "put":
            shelved[key], plain[key] = [number], [number]
        elif action == "change" and key in plain:
            shelved[key].append(number)
            plain[key].append(number)
        elif action == "delete":
            assert shelved.pop(key, None) == plain.pop(key, None)
        else:
            shelved.rest()
    assert [dict(shelved) for shelved in both] == plains and [len(shelved) for shelved in both] == [len(plain) for plain in plains]

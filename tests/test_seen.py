"""The newest state of each key."""

import pytest

from agents import seen as module
from agents.seen import Seen
from agents.shelved import in_memory
from streams.storage.scratch import Scratch


def test_what_was_never_seen_is_below_every_number() -> None:
    assert Seen(in_memory)[b"0/SY/inc-one"] == -1


@pytest.mark.parametrize(("numbers", "last"), [((0,), 0), ((5,), 5), ((5, 9), 9), ((0, 0), 0), ((2**40,), 2**40)])
def test_the_number_of_a_key_is_the_one_put_last(numbers: tuple[int, ...], last: int) -> None:
    seen = Seen(in_memory)
    for number in numbers:
        seen[b"one"] = number
    assert (seen[b"one"], seen[b"two"]) == (last, -1)


def test_numbers_come_back_after_they_left_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", 1)
    seen = Seen(Scratch().shelf)
    for number in range(50):
        seen[f"{number}/سراقب".encode()] = number
    assert [seen[f"{number}/سراقب".encode()] for number in range(50)] == list(range(50))
    assert seen[b"50/x"] == -1

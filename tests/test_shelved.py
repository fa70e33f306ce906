"""A mapping that puts away what was not used of late, on a shelf that can be looked at."""

from collections.abc import Iterator

import pytest

from agents.shelved import SLICES, Shelved


class Board:
    """A shelf in a dictionary, which counts how often it is asked."""

    def __init__(self) -> None:
        self.rows, self.asked = dict[bytes, bytes](), 0

    def get(self, key: bytes, /) -> bytes | None:
        self.asked += 1
        return self.rows.get(key)

    def put(self, rows: list[tuple[bytes, bytes]], /) -> None:
        self.rows.update(rows)

    def drop(self, keys: list[bytes], /) -> None:
        for key in keys:
            self.rows.pop(key, None)

    def values(self) -> Iterator[bytes]:
        return iter(list(self.rows.values()))


def rested(board: Board, most: int = 1, times: int = 12) -> Shelved[str, list[int]]:
    """A mapping of a, b and c, all of which have left memory for the shelf."""
    shelved: Shelved[str, list[int]] = Shelved(board, str, most)
    for number, key in enumerate("abc"):
        shelved[key] = [number]
    for other in range(times):  # something else is used, so that these grow old
        shelved[f"other-{other}"] = [other]
        shelved.rest()
    return shelved


@pytest.mark.parametrize(("key", "value"), [("a", [0]), ("b", [1]), ("c", [2])])
def test_what_left_memory_comes_back(key: str, value: list[int]) -> None:
    board = Board()
    shelved = rested(board)
    assert key.encode() in board.rows
    assert shelved[key] == value


def test_each_value_that_comes_back_is_told() -> None:
    board, told = Board(), list[int]()
    shelved: Shelved[int, int] = Shelved(board, str, 1, came=told.append)
    for number in range(9):
        shelved[number] = 10 * number
        shelved.rest()
    assert told == []
    assert (shelved[0], shelved[0], shelved.get(2), shelved.get(99)) == (0, 0, 20, None)
    assert told == [0, 20]


def test_nothing_leaves_memory_before_it_is_at_rest() -> None:
    board = Board()
    shelved: Shelved[str, int] = Shelved(board, str, 1)
    for number in range(100):
        shelved[str(number)] = number
    assert board.rows == {} and len(shelved) == 100


@pytest.mark.parametrize(("most", "held"), [(1, False), (1000, True)])
def test_memory_holds_as_many_as_it_may(most: int, held: bool) -> None:
    board = Board()
    rested(board, most)
    assert (board.rows == {}) is held


def test_without_a_shelf_everything_stays() -> None:
    shelved: Shelved[str, int] = Shelved(None, str, 1)
    for number in range(20):
        shelved[str(number)] = number
        shelved.rest()
    assert dict(shelved) == {str(number): number for number in range(20)}


def test_a_value_changed_after_it_came_back_stays_changed() -> None:
    shelved = rested(Board())
    shelved["a"].append(9)
    for other in range(12):
        shelved[f"more-{other}"] = []
        shelved.rest()
    assert shelved["a"] == [0, 9]


@pytest.mark.parametrize("rests", [0, 1, 2, 12])
def test_what_was_deleted_does_not_come_back(rests: int) -> None:
    shelved = rested(Board())
    del shelved["a"]
    for other in range(rests):
        shelved[f"more-{other}"] = []
        shelved.rest()
    assert "a" not in shelved and shelved.get("a") is None and "a" not in list(shelved)
    with pytest.raises(KeyError):
        shelved["a"]


@pytest.mark.parametrize("key", ["z", ""])
def test_what_was_never_there_is_not_found(key: str) -> None:
    shelved = rested(Board())
    assert shelved.get(key, [7]) == [7] and key not in shelved
    with pytest.raises(KeyError):
        del shelved[key]


def test_the_shelf_is_not_asked_for_what_was_never_put_away() -> None:
    board = Board()
    shelved = rested(board)
    before = board.asked
    assert [shelved.get(f"never-{n}") for n in range(50)] == [None] * 50
    assert board.asked - before <= 1  # marks may take one key for another, rarely


def test_every_key_is_there_once_wherever_it_is() -> None:
    shelved = rested(Board())
    shelved["a"].append(9)  # came back, and an older copy lies on the shelf
    keys = list(shelved)
    assert len(keys) == len(set(keys)) == len(shelved) == 15
    assert shelved["a"] == [0, 9]


def test_many_leave_a_few_at_a_time() -> None:
    board, most = Board(), 2 * SLICES
    shelved: Shelved[int, int] = Shelved(board, str, most)
    for number in range(2 * most):
        shelved[number] = number
        if number in {most - 1, 2 * most - 1}:
            shelved.rest()  # at first all grow old, then the first half begins to leave
    sizes = []
    for _ in range(SLICES + 1):
        shelved.rest()
        sizes.append(len(board.rows))
    assert sizes == [*range(2, most + 1, 2), most]
    assert dict(shelved) == {number: number for number in range(2 * most)}

"""Which state of each incident a room has taken in: what is replayed after a crash must not put an older one in its place."""

from agents.shelved import Shelved, Shelves

HELD = 4096  # incidents lately seen that stay in memory


class Seen:
    """The sequence number of the newest state of each key."""

    def __init__(self, shelves: Shelves) -> None:
        self._numbers: Shelved[bytes, int] = Shelved(shelves("seen"), bytes.decode, HELD)

    def __getitem__(self, key: bytes) -> int:
        return self._numbers.get(key, -1) or 0

    def __setitem__(self, key: bytes, number: int) -> None:
        self._numbers[key] = number
        self._numbers.rest()

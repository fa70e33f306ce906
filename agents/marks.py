"""Which keys may have been seen: a Bloom filter (B. Bloom, CACM 13, 1970) that grows with them, so that it never tells less than at first.

One of a fixed size fills up: after a million keys it would say of every new one that it may have been seen, and each would be looked for
where it is not. Parts that are full stay, and the next one holds twice as many keys.
"""

FIRST = 1 << 16  # bytes of the first part
SHORT = (1 << 61) - 1  # what translated code counts with most quickly
BITS = 10  # of a key, of which three are set: of those never seen one in sixty is taken for seen by each full part


class Marks:
    """Marks of hashes of keys. Ten bits a key; while the last part fills, twice as many at most."""

    def __init__(self, first: int = FIRST) -> None:
        self._parts: list[bytearray] = []
        self._next = first  # bytes of the part that comes next
        self._left = 0  # keys that the last part may still hold

    def add(self, number: int) -> None:
        """Marks the hash of a key. A key that is marked already takes no room."""
        if number in self:
            return
        number &= SHORT
        if not self._left:
            self._parts.append(bytearray(self._next))
            self._left, self._next = self._next * 8 // BITS, 2 * self._next
        self._left -= 1
        part = self._parts[-1]
        bits = 8 * len(part)
        for spot in (number % bits, number // 97 % bits, number // 8191 % bits):
            part[spot >> 3] |= 1 << (spot & 7)

    def __contains__(self, number: int) -> bool:
        number &= SHORT
        for part in self._parts:
            bits = 8 * len(part)
            spot, other = number % bits, number // 97 % bits
            if part[spot >> 3] >> (spot & 7) & 1 and part[other >> 3] >> (other & 7) & 1:
                third = number // 8191 % bits
                if part[third >> 3] >> (third & 7) & 1:
                    return True
        return False

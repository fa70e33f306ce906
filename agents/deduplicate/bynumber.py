"""Accounts that their numbers show to be of one occurrence, whatever else they say, and where they are found by them."""

from collections.abc import Iterator

from agents.deduplicate.accounts import Account
from agents.deduplicate.pairs import pair_of, share_a_pair
from agents.deduplicate.recalled import is_recalled, number_of
from agents.deduplicate.rows import Row
from agents.deduplicate.traits import Traits
from agents.shelved import Shelved, Shelves

CLOSE = 1.2  # how close these are: so that one of them is enough to join a great cluster, and two that are near otherwise are closer
HELD = 1024  # numbers lately told that stay in memory

Numbers = tuple[int, int, str, bool]  # killed and wounded; or killed alone, 0, in which land, and whether it is not said when


def known_by(left: Traits, right: Traits) -> str:
    """By which of their numbers two are known to be one; "" where by none. Symmetric."""
    if share_a_pair(left, right):
        return "figures.pair"
    return "figures.recalled" if is_recalled(left, right) else ""


def _numbers(one: Traits, *, sought: bool) -> Iterator[Numbers]:
    """By what an account is found; or, sought, by what it finds others: dated ones do not seek each other by the dead alone.

    Else each would go through all who ever counted as many in its country.
    """
    pair = pair_of(one)
    if pair is not None:
        yield (*pair, "", False)
    dead = number_of(one)
    if dead and one.spot is not None:
        lands = sorted({one.spot.bare, one.spot.admin1 or one.spot.bare})  # either is enough (see recalled.py)
        undated = ((True, False) if one.since else (True,)) if sought else (one.since,)
        yield from ((dead, 0, land, since) for land in lands for since in undated)


class ByNumber:
    """The accounts of a linker that tell of such numbers."""

    def __init__(self, shelves: Shelves) -> None:
        self._rows: Shelved[tuple[str, Numbers], list[Row]] = Shelved(shelves("numbers"), str, HELD)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._rows.rest()

    def add(self, account: Account, row: Row) -> None:
        """Puts an account where others will find it."""
        for numbers in _numbers(account.traits, sought=False):
            self._rows.setdefault((account.country, numbers), []).append(row)

    def shared(self, account: Account) -> list[Row]:
        """Those already put here that a number shows to be of the account's occurrence; each once."""
        mine = account.traits
        rows = {row.key: row for numbers in _numbers(mine, sought=True) for row in self._rows.get((account.country, numbers)) or ()}
        return [row for row in rows.values() if known_by(mine, row.traits)]

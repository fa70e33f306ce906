"""Two numbers that seldom come together: whoever counts as many dead and as many wounded tells of the same people.

Of a massacre one paper has a town, another its province; one the day, another that of its news; one a bomb, another an attack. So days,
places and kinds part what the two numbers show to be one occurrence.
"""

from collections.abc import Iterable, Iterator

from agents.deduplicate.accounts import Account
from agents.deduplicate.rows import Row
from agents.deduplicate.traits import WORDS, Traits
from agents.shelved import Shelved, Shelves

MANY = 10  # of each: fewer dead and fewer wounded come together in a country's every other week
DAYS = 7  # at most between the days of the two
CLOSE = 1.2  # how close these are: so that one of them is enough to join a great cluster, and two that are near otherwise are closer
HELD = 1024  # pairs lately told that stay in memory

Pair = tuple[int, int]  # killed, wounded


def pair_of(one: Traits) -> Pair | None:
    """The dead and the wounded of an occurrence, where one number of each is told, both of MANY and more, and one of them not round.

    «Dozens» is no number.
    """
    if one.scope != "incident":
        return None
    found: dict[str, int] = {}
    for measure, low, high in one.numbers:
        if measure in ("killed", "wounded"):
            if measure in found or (low in WORDS and high is None):
                return None
            found[measure] = low or high or 0
    killed, wounded = found.get("killed", 0), found.get("wounded", 0)
    return (killed, wounded) if killed >= MANY and wounded >= MANY and (killed % 10 or wounded % 10) else None


def share_a_pair(left: Traits, right: Traits) -> bool:
    """Whether two tell of as many dead and as many wounded, within DAYS of each other in one country. Symmetric."""
    one, other = left.spot, right.spot
    if one and other and one.country and other.country and one.country != other.country:
        return False
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    if left.first - right.last > DAYS or right.first - left.last > DAYS:
        return False
    pair = pair_of(left)
    return pair is not None and pair == pair_of(right)


class Pairs:
    """The accounts of a linker that tell of such a pair, where others find them by it."""

    def __init__(self, shelves: Shelves) -> None:
        self._rows: Shelved[tuple[str, Pair], list[Row]] = Shelved(shelves("pairs"), str, HELD)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._rows.rest()

    def add(self, account: Account, row: Row) -> None:
        """Puts an account where others will find it."""
        pair = pair_of(account.traits)
        if pair is not None:
            self._rows.setdefault((account.country, pair), []).append(row)

    def shared(self, account: Account) -> Iterator[Row]:
        """Those already put here that share the account's pair."""
        pair = pair_of(account.traits)
        rows: Iterable[Row] = () if pair is None else self._rows.get((account.country, pair)) or ()
        return (row for row in rows if share_a_pair(account.traits, row.traits))

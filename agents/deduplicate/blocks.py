"""Where an account finds those that it may be one occurrence with: by country and day, then governorate, then what settles most.

Accounts of one day, place, kind and scope make up a kin: how near two kins are at best is weighed once and not for each pair of theirs.
"""

from collections.abc import Iterable
from typing import Any

from agents.deduplicate.accounts import Account, days_of
from agents.deduplicate.bynumber import CLOSE, ByNumber
from agents.deduplicate.decide import COPY, NAMES, NEVER, alike, closeness, least_of
from agents.deduplicate.figures import twins
from agents.deduplicate.keys import Key, turn_of
from agents.deduplicate.rows import Row
from agents.deduplicate.traits import Kin, kin_of
from agents.shelved import Shelved, Shelves


class Kinfolk:
    """The accounts of one kin in one block: its first, whose traits stand for all, and whether they are of several days."""

    __slots__ = ("first", "rows", "spread", "traits")

    def __init__(self, rows: list[Row]) -> None:
        self.rows, self.first, self.traits = rows, rows[0].key, rows[0].traits
        self.spread = self.traits.first != self.traits.last

    def __reduce__(self) -> tuple[Any, tuple[list[Row]]]:
        return Kinfolk, (self.rows,)


Block = dict[tuple[str, str], dict[Kin, Kinfolk]]  # of one country and day, by scope and governorate


class Blocks:
    """All accounts of a linker, where others will find them."""

    def __init__(self, shelves: Shelves, most: int, rows: int) -> None:
        """most: blocks lately used that stay in memory; fewer where so many rows were put there, or came back, since some left it."""
        self._rows, self._most_rows = 0, rows
        self._blocks: Shelved[tuple[str, int], Block] = Shelved(shelves("blocks"), "{0[0]}/{0[1]}".format, most, came=self._came_back)
        self._numbers = ByNumber(shelves)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        if self._blocks.rest(full=self._rows >= self._most_rows):
            self._rows = 0
        self._numbers.rest()

    def _came_back(self, block: Block) -> None:
        self._rows += sum(len(kin.rows) for kins in block.values() for kin in kins.values())

    def add(self, account: Account) -> None:
        """Puts an account where others will find it."""
        row, kin = Row(account.key, account.article_id, account.traits), kin_of(account.traits)
        days = days_of(account)
        self._rows += len(days)
        self._numbers.add(account, row)
        for day in days:
            block = self._blocks.setdefault((account.country, day), {})
            kins = block.setdefault((kin[0], _area(account)), {})
            known = kins.get(kin)
            if known is None:
                kins[kin] = Kinfolk([row])
            else:
                known.rows.append(row)

    def same(self, account: Account, copies: Iterable[str], *, revised: bool = True) -> list[tuple[Key, float]]:
        """The accounts already put here that are judged the same as this one, with their score.

        copies: articles of which this account's is a near-copy. Accounts of one version of an article are the same only as twins. revised:
        whether accounts of another version of its article may be here.
        """
        found: list[tuple[Key, float]] = []
        mine, article_id, copied = account.traits, account.article_id, {account.article_id, *copies}
        names, may_be_copy = mine.names, revised or len(copied) > 1
        least = least_of(mine, copied=may_be_copy)
        plain = least + (COPY if may_be_copy else 0.0) + (NAMES if names else 0.0)  # where no name is shared and neither is a copy
        told: set[Key] = set()
        for kins in self._near(account):
            for kin in kins.values():
                if kin.spread:  # it lies in several blocks, with the same accounts in each
                    if kin.first in told:
                        continue
                    told.add(kin.first)
                base = alike(mine, kin.traits, least)
                if base == NEVER:
                    continue
                for row in kin.rows:
                    near_copy = row.article_id in copied
                    if base < plain and not near_copy and (not names or names.isdisjoint(row.traits.names)):
                        continue
                    if near_copy and row.article_id == article_id and turn_of(row.key) == turn_of(account.key):
                        score = twins(mine, row.traits, closeness(base, mine, row.traits, near_copy=False))
                    else:
                        score = closeness(base, mine, row.traits, near_copy)
                    if score:
                        found.append((row.key, score))
        return self._by_number(account, found)

    def _by_number(self, account: Account, found: list[tuple[Key, float]]) -> list[tuple[Key, float]]:
        """The same, with those whose numbers show them to be of its occurrence, whatever else they say."""
        mine = turn_of(account.key)
        shared = [row.key for row in self._numbers.shared(account) if turn_of(row.key) != mine]
        if not shared:
            return found
        scores = dict(found)
        scores.update({key: max(scores.get(key, 0.0), CLOSE) for key in shared})
        return list(scores.items())

    def _near(self, account: Account) -> list[dict[Kin, Kinfolk]]:
        """The kins of its scope and of days next to it, in its governorate and in none; in all where it names none."""
        scope, area, country = account.traits.scope, _area(account), account.country
        found: list[dict[Kin, Kinfolk]] = []
        days = days_of(account)
        here, nowhere = (scope, area), (scope, "")
        around = {day + n for day in days for n in (-1, 0, 1)} if len(days) > 1 else (days[0] - 1, days[0], days[0] + 1)
        for at in around:
            block = self._blocks.get((country, at))
            if not block:
                continue
            if area:
                found += [kins for where in (nowhere, here) if (kins := block.get(where))]
            else:
                found += [kins for where, kins in block.items() if where[0] == scope]
        return found


def _area(account: Account) -> str:
    return (account.traits.spot.admin1 if account.traits.spot else None) or ""

"""Where an account finds those that it may be one occurrence with: by country and day, then governorate, then what settles most.

Accounts of one day, place, kind and scope make up a kin: how near two kins are at best is weighed once and not for each pair of theirs.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from agents.deduplicate.accounts import Account, Version, days_of
from agents.deduplicate.decide import NEVER, PLAIN, SAME_AT, alike, closeness
from agents.deduplicate.traits import Kin, Traits, kin_of
from agents.shelved import Shelved, Shelves

Key = tuple[str, Version]


class Row(NamedTuple):
    """What comparing needs of an account."""

    key: Key
    article_id: str
    traits: Traits


Block = dict[tuple[str, str], dict[Kin, list[Row]]]  # of one country and day, by scope and governorate


class Blocks:
    """All accounts of a linker, where others will find them."""

    def __init__(self, shelves: Shelves, most: int, rows: int) -> None:
        """most: blocks lately used that stay in memory; fewer where so many rows were put there since some left it."""
        self._rows, self._most_rows = 0, rows
        self._blocks: Shelved[tuple[str, date], Block] = Shelved(shelves("blocks"), "{0[0]}/{0[1]}".format, most)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        if self._blocks.rest(full=self._rows >= self._most_rows):
            self._rows = 0

    def add(self, account: Account) -> None:
        """Puts an account where others will find it."""
        row, kin = Row(account.key, account.article_id, account.traits), kin_of(account.traits)
        days = days_of(account)
        self._rows += len(days)
        for day in days:
            block = self._blocks.setdefault((account.country, day), {})
            block.setdefault((kin[0], _area(account)), {}).setdefault(kin, []).append(row)

    def same(self, account: Account, copies: Iterable[str]) -> Iterator[tuple[Key, float]]:
        """The accounts already put here that are judged the same as this one, with their score.

        copies: articles of which this account's is a near-copy. Accounts of one version of an article are never the same.
        """
        mine, article_id, version, copied = account.traits, account.article_id, account.version, {account.article_id, *copies}
        for rows in self._kins(account):
            base = alike(mine, rows[0].traits)
            if base == NEVER:
                continue
            plain = base + PLAIN >= SAME_AT  # without shared names, and where neither is a copy
            for key, other_id, traits in rows:
                if not plain and other_id not in copied and mine.names.isdisjoint(traits.names):
                    continue
                if other_id == article_id and key[1] == version:
                    continue
                score = closeness(base, mine, traits, other_id in copied)
                if score:
                    yield key, score

    def _kins(self, account: Account) -> Iterator[list[Row]]:
        """The kins of its scope and of days next to it, each once, in its governorate and in none; in all where it names none."""
        scope, area = account.traits.scope, _area(account)
        told: set[Kin] = set()
        days = days_of(account)
        for day in {day + timedelta(days=n) for day in days for n in (-1, 0, 1)} if len(days) > 1 else _next_to(days[0]):
            block = self._blocks.get((account.country, day))
            if not block:
                continue
            for kins in (
                (block.get((scope, ""), {}), block.get((scope, area), {})) if area else [block[at] for at in block if at[0] == scope]
            ):
                for kin, rows in kins.items():
                    if kin[1] != kin[2]:  # of several days: it lies in several blocks
                        if kin in told:
                            continue
                        told.add(kin)
                    yield rows


def _next_to(day: date) -> tuple[date, date, date]:
    return day - timedelta(days=1), day, day + timedelta(days=1)


def _area(account: Account) -> str:
    return (account.traits.spot.admin1 if account.traits.spot else None) or ""

"""Clusters kept up as accounts come: those that come last join at the end; what one that comes late may change is placed again.

An account is placed by what it is near to among those before it, and by the clusters that these are in: where neither changed, it stays
where it is, and the end is that of clusters().
"""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush

from agents.deduplicate.clusters import JOIN_AT, PARTS, Bonds, homes_of
from agents.deduplicate.keys import Key, Turn, turn_of
from agents.shelved import Shelved

Changes = tuple[set[str], set[str]]  # names of clusters that changed, and of those that are no more


class Placing:
    """The clusters of a linker. cluster: of each account; members: of each cluster, in order of publication."""

    def __init__(
        self,
        cluster: Shelved[Key, str],
        members: Shelved[str, list[Key]],
        bonds: Bonds,
        together: Callable[[Turn], Iterable[Key]],
    ) -> None:
        """together: all accounts that are placed in one turn."""
        self._cluster, self._members, self._bonds, self._together = cluster, members, bonds, together
        self._before: dict[str, list[Key]] = {}  # clusters that were changed, as they were when moved() was last asked

    def settle(self, keys: list[Key]) -> None:
        """Places new accounts of one version of an article, and what that changes."""
        if not keys:
            return
        turn = turn_of(keys[0])
        near = {name for key in keys for other in self._bonds.near(key) if (name := self._cluster.get(other))}
        if any(turn_of(self._members[name][-1]) >= turn for name in near):
            self.again(keys)
            return
        homes = homes_of(keys, self._bonds, self._cluster.get, lambda name: self._members.get(name) or [])
        for key in keys:
            name = self._cluster[key] = homes[key]
            self._note(name)
            self._members.setdefault(name, []).append(key)

    def again(self, keys: Iterable[Key]) -> None:
        """Places these accounts again, and all that follow from them, in order of publication."""
        turns = list({turn_of(key) for key in keys})
        heapify(turns)
        waiting = set(turns)
        while turns:
            turn = heappop(turns)
            for later in self._turned(turn):
                if later > turn and later not in waiting:
                    waiting.add(later)
                    heappush(turns, later)

    def moved(self) -> Changes:
        """The clusters that are not as they were when this was last asked, and those that are no more."""
        before, self._before = self._before, {}
        changed = {name for name, held in before.items() if name in self._members and self._members[name] != held}
        return changed, {name for name, held in before.items() if held and name not in self._members}

    def _note(self, name: str) -> None:
        """Notes a cluster as it is before it is changed."""
        if name not in self._before:
            self._before[name] = list(self._members.get(name) or ())

    def _turned(self, turn: Turn) -> set[Turn]:
        """Places the accounts of one turn; the turns that this may change."""
        keys = sorted(self._together(turn))
        old = {key: name for key in keys if (name := self._cluster.get(key))}
        for key, name in old.items():
            self._note(name)
            del self._cluster[key]
            self._members[name].remove(key)
            if not self._members[name]:
                del self._members[name]
        homes = homes_of(
            keys,
            self._bonds,
            lambda key: self._cluster.get(key) if turn_of(key) < turn else None,
            lambda name: self._earlier(name, turn),
        )
        for key in keys:
            name = self._cluster[key] = homes[key]
            self._note(name)
            insort(self._members.setdefault(name, []), key)
        moved = [key for key in keys if old.get(key) != self._cluster[key]]
        found = {turn_of(other) for key in moved for other in self._by_joining(key)}
        found.update([turn_of(other) for key in moved if key in old for other in self._by_leaving(old[key])])
        return found

    def _earlier(self, name: str, turn: Turn) -> list[Key]:
        """The accounts of a cluster that are placed before a turn."""
        members = self._members.get(name) or []
        count = len(members)
        while count and turn_of(members[count - 1]) >= turn:
            count -= 1
        return members if count == len(members) else members[:count]

    def _by_joining(self, key: Key) -> Iterator[Key]:
        """Whom it may move that an account is in its cluster now: who is near to it and elsewhere; who is there and not near to it.

        To those near to it that are there the cluster became closer, to those elsewhere that are not near to it less close.
        """
        near, barred, name = self._bonds.near(key), self._bonds.barred, self._cluster[key]
        for other in near:
            if self._cluster.get(other) != name:
                yield other
        for other in self._members[name]:
            if near.get(other, 0.0) * PARTS < JOIN_AT or (barred is not None and barred(key, other)):
                yield other

    def _by_leaving(self, name: str) -> Iterator[Key]:
        """Whom it may move that an account is no more in a cluster: those in it, and all that are near to these."""
        for member in self._members.get(name) or ():
            yield member
            yield from self._bonds.near(member)

"""Clusters kept up as accounts come: those that come last join at the end; what one that comes late may change is placed again.

An account is placed by what it is near to among those before it, and by the clusters that these are in: where neither changed, it stays
where it is, and the end is that of clusters().
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from heapq import heapify, heappop, heappush

from agents.deduplicate.clusters import Barred, K, Turn, homes_of, rank_of, turn_of

LATEST = 64  # turns
Changes = tuple[set[str], set[str]]  # names of clusters that changed, and of those that are no more


class Placing:
    """The clusters of a linker. cluster: of each account; members: of each cluster, in order of publication."""

    def __init__(
        self,
        cluster: MutableMapping[K, str],
        members: MutableMapping[str, list[K]],
        near: Callable[[K], Mapping[K, float]],
        together: Callable[[Turn], Iterable[K]],
        barred: Barred,
    ) -> None:
        """near: by account, its scores with others. together: all accounts that are placed in one turn."""
        self._cluster, self._members, self._near, self._together, self._barred = cluster, members, near, together, barred
        self._latest: list[Turn] = []  # of all turns the last, in order
        self._known_from: Turn | None = None  # from where on these are all

    def settle(self, keys: list[K]) -> Changes:
        """Places new accounts of one batch, and what that changes."""
        if not keys:
            return set(), set()
        turn = turn_of(keys[0])
        self._note(turn)
        near = {name for key in keys for other in self._near(key) if (name := self._cluster.get(other))}
        if any(turn_of(self._members[name][-1]) >= turn for name in near):
            return self.again(keys)
        homes = homes_of(keys, self._near, self._cluster.get, self._members.__getitem__, self._barred)
        for key in keys:
            name = self._cluster[key] = homes.get(key) or key[0]
            self._members.setdefault(name, []).append(key)
        return {self._cluster[key] for key in keys}, set()

    def again(self, keys: Iterable[K]) -> Changes:
        """Places these accounts again, and all that follow from them, in order of publication."""
        turns = list({turn_of(key) for key in keys})
        heapify(turns)
        waiting, before = set(turns), dict[str, list[K]]()
        while turns:
            turn = heappop(turns)
            for name in self._turned(turn, before):
                for later in self._later(name, turn):
                    if later not in waiting:
                        waiting.add(later)
                        heappush(turns, later)
        changed = {name for name, held in before.items() if name in self._members and self._members[name] != held}
        return changed, {name for name, held in before.items() if held and name not in self._members}

    def _turned(self, turn: Turn, before: dict[str, list[K]]) -> set[str]:
        """Places the accounts of one turn; the clusters that one of them left or joined by it. before: clusters as they were."""
        keys = sorted(self._together(turn), key=rank_of)
        old = {key: name for key in keys if (name := self._cluster.get(key))}
        for key, name in old.items():
            before.setdefault(name, list(self._members[name]))
            del self._cluster[key]
            self._members[name].remove(key)
            if not self._members[name]:
                del self._members[name]
        homes = homes_of(
            keys,
            self._near,
            lambda key: self._cluster.get(key) if key[1][0] < turn[0] or turn_of(key) < turn else None,
            lambda name: self._before(name, turn),
            self._barred,
        )
        moved: set[str] = set()
        for key in keys:
            name = self._cluster[key] = homes.get(key) or key[0]
            before.setdefault(name, list(self._members.get(name) or ()))
            insort(self._members.setdefault(name, []), key, key=rank_of)  # a newer version's report of an id stays with the older one's
            if old.get(key) != name:
                moved.update({name, old.get(key) or name})
        return moved

    def _before(self, name: str, turn: Turn) -> list[K]:
        """The accounts of a cluster that are placed before a turn."""
        members = self._members[name]
        count = len(members)
        while count and turn_of(members[count - 1]) >= turn:
            count -= 1
        return members if count == len(members) else members[:count]

    def _later(self, name: str, turn: Turn) -> Iterator[Turn]:
        """The turns after one in which the accounts of a cluster, and those near to them, are placed."""
        members = self._members.get(name) or ()
        if self._known_from is not None and turn >= self._known_from:
            for later in self._latest[bisect_right(self._latest, turn) :]:
                for key in self._together(later):
                    if self._cluster.get(key) == name or not self._near(key).keys().isdisjoint(members):
                        yield later
                        break
            return
        for member in members:
            for key in (member, *self._near(member)):
                if key[1][0] >= turn[0] and (later := turn_of(key)) > turn:
                    yield later

    def _note(self, turn: Turn) -> None:
        """Keeps the last turns in mind: mostly what comes late is late by few."""
        index = bisect_left(self._latest, turn)
        if index < len(self._latest) and self._latest[index] == turn:
            return
        if self._known_from is None:
            self._known_from = turn
        if turn >= self._known_from:
            self._latest.insert(index, turn)
            if len(self._latest) > LATEST:
                del self._latest[0]
                self._known_from = self._latest[0]

"""Clusters that a reviewer's word unites: groups of clusters, each told as one incident."""

from collections.abc import Callable, Iterable

from agents.deduplicate.keys import Key, report_of
from agents.deduplicate.overrides import Overrides


class Groups:
    """The groups among the clusters that a linker holds, worked out where they are asked for: overrides are few."""

    def __init__(self, overrides: Overrides, members: Callable[[str], list[Key]], homes: Callable[[str], Iterable[str]]) -> None:
        """members: the accounts of each cluster; homes: the clusters in which a report (of any version of its article) now is."""
        self._overrides, self._members, self._homes = overrides, members, homes

    def around(self, name: str) -> dict[str, frozenset[str]]:
        """By cluster, its group, for every cluster that same-rows connect with this one; a cluster on its own is a group of one."""
        edges: set[tuple[int, str, str]] = set()
        found = {name}
        open_names = [name] if self._overrides else []
        while open_names:
            here = open_names.pop()
            for key in self._members(here):
                for other, (number, _) in self._overrides.same(report_of(key)).items():
                    for there in self._homes(other):
                        edges.add((number, min(here, there), max(here, there)))
                        if there not in found:
                            found.add(there)
                            open_names.append(there)
        groups = {one: frozenset({one}) for one in found}
        for _, left, right in sorted(edges):
            if not self._apart(groups[left], groups[right]):
                united = groups[left] | groups[right]
                groups.update(dict.fromkeys(united, united))
        return groups

    def of(self, name: str) -> frozenset[str]:
        """The group of one cluster."""
        return self.around(name)[name]

    def _apart(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether a report of the one and one of the other are declared different."""
        ones, others = ({report_of(key) for name in names for key in self._members(name)} for names in (left, right))
        return any(self._overrides.apart(one, other) for one in ones for other in others)

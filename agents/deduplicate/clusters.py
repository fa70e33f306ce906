"""Clusters of alike accounts: in order of publication, each joins the cluster that it is closest to, or founds one.

So a cluster is a function of the set of accounts alone, and what is published later never takes an account out of its cluster: ids hold.
The accounts of one version of an article are placed together, the closest first: they tell of different occurrences, and which of them is
told first says nothing of where each belongs. Twins, which tell of one occurrence twice, stay together: apart, each would draw to itself a
part of what others tell of it.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from agents.deduplicate.keys import Key, cluster_named, report_of, turn_of

Members = Callable[[str], list[Key]]
Barred = Callable[[Key, Key], bool] | None
PARTS = 10_000  # scores are added up as whole parts, so that the order of adding cannot matter
JOIN_AT = 4_500  # mean score over the members
ENOUGH = 6  # members of whom the mean is asked: who is alike to some of a great cluster need not be so to half of it
NO_EDGE = 3_000  # what a member counts that was not decided the same
REVISED = 0.3  # from so near on a report may be what an older version's of its id became; so near it counts as no edge


class Bonds(NamedTuple):
    """What accounts are to each other. near: by account, its scores with others; counts: whether it counts the dead of a front (see
    figures.counts_dead()); barred: whether a reviewer declared two different; None: no two; agree: whether two count as many dead, whom
    chance seldom makes as many (see figures.agree()).
    """

    near: Callable[[Key], Mapping[Key, float]]
    counts: Callable[[Key], bool]
    barred: Barred
    agree: Callable[[Key, Key], bool] = lambda _one, _other: False


def homes_of(keys: list[Key], bonds: Bonds, cluster: Callable[[Key], str | None], members: Members) -> dict[Key, str]:
    """The cluster of each account of one version of an article: one that stands, or its own.

    cluster, members: what stands before them; members of a name that no cluster has: none. No two of one version of an article share a
    cluster unless they are near each other, nor those that are barred. Among equally close clusters the first by id; before them, and
    before closer ones, those where its own dead are counted.
    """
    near, counts, barred, agree = bonds
    ranked: list[tuple[bool, int, str, Key]] = []
    for key in keys:
        ties = near(key)
        closest = _closest(ties, cluster, members)
        if closest and counts(key):
            closest = [one for one in closest if _counted_with(ties, members(one[1]), counts)]
        several = len(keys) > 1 or len(closest) > 1  # else there is nothing to put in order
        agreed = {cluster(other) for other in ties if agree(key, other)} if closest and several else ()
        ranked += [(name not in agreed, closeness, name, key) for closeness, name in closest]
    ranked.sort(key=lambda one: (one[0], one[1], one[3], one[2]))
    found: dict[Key, str] = {}
    taken: dict[str, list[Key]] = {}
    for _, _, name, key in ranked:
        there = taken.get(name)
        if key in found or (there and not _twin_of_all(near(key), there)):
            continue
        if barred is not None and any(barred(key, other) for other in members(name)):
            continue
        found[key] = name
        taken.setdefault(name, []).append(key)
    if len(found) == len(keys):
        return found
    own = {key: _own(key, near(key), cluster, members, taken) for key in keys if key not in found}
    if len(keys) > 1:
        _follow(sorted(keys), found, taken, own, bonds)
    return own | found


def _own(key: Key, ties: Mapping[Key, float], cluster: Callable[[Key], str | None], members: Members, taken: Iterable[str]) -> str:
    """The name of the cluster of an account that joins none: the id of its report.

    Where an older version's report of that id founded one, it stays there if it may be what that one became. Where another of its own
    version is there now, or it tells of another act, since one more is told before it, it founds a cluster of its own: ``one/a.2``.
    """
    name = report_of(key)
    older = [other for other in ties if other < key and report_of(other) == name]
    if not older or not members(name):
        return name
    if name not in taken and any(ties[other] >= REVISED and cluster(other) == name for other in older):
        return name
    return cluster_named(name, len(older) + 1)


def _follow(keys: list[Key], found: dict[Key, str], taken: dict[str, list[Key]], own: Mapping[Key, str], bonds: Bonds) -> None:
    """Twins of which one has a home or founds one share it, though the others would found their own; not those only beside each other."""
    for key in keys:
        if key in found:
            continue
        ties = bonds.near(key)
        for other in keys:
            name = found.get(other) or (own[other] if other < key else "")
            if ties.get(other, 0.0) * PARTS < JOIN_AT or not name or not _twin_of_all(ties, taken.get(name, [])):
                continue
            if bonds.barred is None or not bonds.barred(key, other):
                found[key] = name
                taken.setdefault(name, [other]).append(key)
                break


def _counted_with(ties: Mapping[Key, float], there: list[Key], counts: Callable[[Key], bool]) -> bool:
    """Whether one who counts the dead of a front is near to a member who does, if any member does.

    Else accounts that tell of the same front without a number would make one fight of several, each with its own dead.
    """
    counted = False
    for other in there:
        if counts(other):
            if other in ties:
                return True
            counted = True
    return not counted


def _twin_of_all(ties: Mapping[Key, float], others: list[Key]) -> bool:
    return all(other in ties for other in others)


def _closest(near: Mapping[Key, float], cluster: Callable[[Key], str | None], members: Members) -> list[tuple[int, str]]:
    """The clusters that are close enough, with how close they are (the less, the closer), the closest first.

    How close: by how much the scores exceed, all together, what it takes to join. So of two equally alike the one with more accounts is
    closer: what many tell of is the likelier to be told again. Of a massacre each paper tells another number, and later ones another
    day: in a cluster of any size it takes no more to vouch for an account than in one of ENOUGH members.
    """
    sums: dict[str, int] = {}
    for other, score in near.items():
        name = cluster(other)
        if name is not None:
            sums[name] = sums.get(name, 0) + round(score * PARTS) - NO_EDGE
    found = [((JOIN_AT - NO_EDGE) * min(len(members(name)), ENOUGH) - total, name) for name, total in sums.items()]
    return sorted([one for one in found if one[0] <= 0])


def clusters(keys: Iterable[Key], bonds: Bonds) -> dict[str, list[Key]]:
    """The clusters of these accounts, given in order of publication, by the name that their founders gave them (see homes_of());
    members in the same order.
    """
    cluster: dict[Key, str] = {}
    members: dict[str, list[Key]] = {}
    for _, group in groupby(keys, turn_of):
        together = list(group)
        homes = homes_of(together, bonds, cluster.get, lambda name: members.get(name, []))
        for key in together:
            name = cluster[key] = homes[key]
            members.setdefault(name, []).append(key)
    return members

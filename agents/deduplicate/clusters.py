"""Clusters of alike accounts: in order of publication, each joins the cluster that it is closest to, or founds one.

So a cluster is a function of the set of accounts alone, and what is published later never takes an account out of its cluster: ids hold.
The accounts of one version of an article are placed together, the closest first: they tell of different occurrences, and which of them is
told first says nothing of where each belongs.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import groupby

from agents.deduplicate.accounts import Version

K = tuple[str, Version]
Rank = tuple[datetime, str, Version, str]
Turn = tuple[datetime, str, Version]
Members = Callable[[str], list[K]]
Barred = Callable[[K, K], bool]  # whether two accounts may never share a cluster
PARTS = 10_000  # scores are added up as whole parts, so that the order of adding cannot matter
JOIN_AT = 4_500  # mean score over all members
NO_EDGE = 3_000  # what a member counts that was not decided the same


def rank_of(key: K) -> Rank:
    """Order of publication, ties by id; all accounts of one version of an article stand together."""
    report_id, version = key
    return version[0], report_id[: report_id.rfind("/") + 1], version, report_id


def turn_of(key: K) -> Turn:
    """When those accounts are placed that are of one version of an article with this one; its order is that of rank_of()."""
    report_id, version = key
    return version[0], report_id[: report_id.rfind("/") + 1], version


def homes_of(
    keys: list[K], near: Callable[[K], Mapping[K, float]], cluster: Callable[[K], str | None], members: Members, barred: Barred
) -> dict[K, str]:
    """The cluster that each account of one version of an article joins; one that founds its own is not in it.

    near: scores with others; cluster, members: what stands before them. Barred are two accounts of one version of an article, and what a
    reviewer declared different. Among equally close clusters the first by id.
    """
    ranked = [(closeness, name, key) for key in keys for closeness, name in _closest(near(key), cluster, members)]
    if len(keys) > 1:
        ranked.sort(key=lambda one: (one[0], rank_of(one[2]), one[1]))
    kept: dict[str, K] = {}  # by cluster that an older version's report of the same id founded: the one that must stay there
    while True:
        found: dict[K, str] = {}
        taken = set(kept)
        for _, name, key in ranked:
            if key in found or (name in taken and kept.get(name) != key) or any(barred(key, other) for other in members(name)):
                continue
            found[key] = name
            taken.add(name)
        homeless = {key[0]: key for key in keys if key not in found and key[0] in taken and kept.get(key[0]) != key}
        if not homeless:
            return found
        kept.update(homeless)


def _closest(near: Mapping[K, float], cluster: Callable[[K], str | None], members: Members) -> list[tuple[int, str]]:
    """The clusters that are close enough, with how close they are (the less, the closer), the closest first.

    How close: by how much the scores exceed, all together, what it takes to join. So of two equally alike the one with more accounts is
    closer: what many tell of is the likelier to be told again.
    """
    sums: dict[str, int] = {}
    for other, score in near.items():
        name = cluster(other)
        if name is not None:
            sums[name] = sums.get(name, 0) + round(score * PARTS) - NO_EDGE
    found = [((JOIN_AT - NO_EDGE) * len(members(name)) - total, name) for name, total in sums.items()]
    return sorted([one for one in found if one[0] <= 0])


def clusters(keys: Iterable[K], near: Mapping[K, Mapping[K, float]], barred: Barred) -> dict[str, list[K]]:
    """The clusters of these accounts, given in order of publication, by founder's report id; members in the same order."""
    cluster: dict[K, str] = {}
    members: dict[str, list[K]] = {}
    for _, group in groupby(keys, turn_of):
        together = list(group)
        homes = homes_of(together, lambda key: near.get(key) or {}, cluster.get, members.__getitem__, barred)
        for key in together:
            name = cluster[key] = homes.get(key) or key[0]
            members.setdefault(name, []).append(key)  # a newer version's report of the same id stays with the older one's
    return members

"""Clusters of alike accounts: in order of publication, each joins the cluster that it is closest to, or founds one.

So a cluster is a function of the set of accounts alone, and what is published later never takes an account out of its cluster: ids hold.
"""

from collections.abc import Callable, Iterable, Mapping

from agents.deduplicate.accounts import Version

K = tuple[str, Version]
Barred = Callable[[K, K], bool]  # whether two accounts may never share a cluster
PARTS = 10_000  # scores are added up as whole parts, so that the order of adding cannot matter
JOIN_AT = 4_500  # mean score over all members
NO_EDGE = 3_000  # what a member counts that was not decided the same


def home_of(key: K, near: Mapping[K, float], cluster: Mapping[K, str], members: Mapping[str, list[K]], barred: Barred) -> str | None:
    """The cluster that an account joins, None where it founds one. near: scores with others; cluster, members: what stands before it.

    Barred are two accounts of one version of an article, and what a reviewer declared different. Among equally close clusters the first
    by id.
    """
    sums: dict[str, int] = {}
    for other, score in near.items():
        name = cluster.get(other)
        if name is not None:
            sums[name] = sums.get(name, 0) + round(score * PARTS) - NO_EDGE
    ranked = sorted((-total / len(members[name]), name) for name, total in sums.items())
    for closeness, name in ranked:
        if NO_EDGE - closeness < JOIN_AT:
            return None
        if not any(barred(key, other) for other in members[name]):
            return name
    return None


def clusters(keys: Iterable[K], near: Mapping[K, Mapping[K, float]], barred: Barred) -> dict[str, list[K]]:
    """The clusters of these accounts, given in order of publication, by founder's report id; members in the same order."""
    cluster: dict[K, str] = {}
    members: dict[str, list[K]] = {}
    for key in keys:
        name = home_of(key, near.get(key, {}), cluster, members, barred) or key[0]
        cluster[key] = name
        members.setdefault(name, []).append(key)  # a newer version's report of the same id stays with the older one's
    return members

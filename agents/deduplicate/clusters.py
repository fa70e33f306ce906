"""Cutting a connected component of alike accounts into clusters: closest pairs first, and only where both sides agree on the whole."""

from collections.abc import Callable, Mapping

from agents.deduplicate.accounts import Version

K = tuple[str, Version]
JOIN_AT = 0.5  # mean score over all pairs of the two sides
NO_EDGE = 0.3  # what a pair counts that was not decided the same


def clusters(keys: set[K], edges: Mapping[K, Mapping[K, float]], article: Callable[[K], object]) -> list[list[K]]:
    """The clusters, each sorted, in order: a function of keys and edges alone. Two accounts of one article never share a cluster."""
    pairs = sorted((-score, min(a, b), max(a, b)) for a in keys for b, score in edges.get(a, {}).items() if b in keys and a < b)
    home = {key: [key] for key in keys}
    for _, a, b in pairs:
        one, two = home[a], home[b]
        if one is two or {article(key) for key in one} & {article(key) for key in two}:
            continue
        total = sum(edges.get(x, {}).get(y, NO_EDGE) for x in one for y in two)
        if total / (len(one) * len(two)) < JOIN_AT:
            continue
        joined = sorted(one + two)
        home.update(dict.fromkeys(joined, joined))
    unique = {id(members): members for members in home.values()}
    return sorted(unique.values())

"""Cutting a connected component of alike accounts into clusters: closest pairs first, and only where both sides agree on the whole."""

from collections.abc import Callable, Mapping

from agents.deduplicate.accounts import Version

K = tuple[str, Version]
JOIN_AT = 0.5  # mean score over all pairs of the two sides
NO_EDGE = 0.3  # what a pair counts that was not decided the same


class Group:
    """A cluster in the making. links: by other group, the sum of the scores above NO_EDGE between the two."""

    __slots__ = ("articles", "links", "members")

    def __init__(self, key: K, article: object) -> None:
        self.members = [key]
        self.articles = {article}
        self.links: dict[Group, float] = {}

    def mean(self, other: "Group") -> float:
        """The mean score over all pairs of the two."""
        return NO_EDGE + self.links.get(other, 0.0) / (len(self.members) * len(other.members))

    def absorb(self, other: "Group") -> None:
        """Takes in all of the other."""
        self.members += other.members
        self.articles |= other.articles
        for third, score in other.links.items():
            del third.links[other]
            if third is not self:
                self.links[third] = third.links[self] = self.links.get(third, 0.0) + score


def clusters(keys: set[K], edges: Mapping[K, Mapping[K, float]], article: Callable[[K], object]) -> list[list[K]]:
    """The clusters, each sorted, in order: a function of keys and edges alone. Two accounts of one article never share a cluster."""
    home = {key: Group(key, article(key)) for key in sorted(keys)}
    pairs = sorted((-score, a, b) for a in keys for b, score in edges.get(a, {}).items() if a < b and b in home)
    for score, a, b in pairs:
        home[a].links[home[b]] = home[b].links[home[a]] = -score - NO_EDGE
    for _, a, b in pairs:
        one, two = home[a], home[b]
        if one is two or one.mean(two) < JOIN_AT or not one.articles.isdisjoint(two.articles):
            continue
        if len(one.members) < len(two.members):
            one, two = two, one
        one.absorb(two)
        home.update(dict.fromkeys(two.members, one))
    return sorted(sorted(group.members) for group in {id(group): group for group in home.values()}.values())

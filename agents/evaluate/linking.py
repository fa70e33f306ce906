"""B³ of the incidents that reports were linked to, against the gold's clusters, article by article so that it can be added up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from agents.evaluate.matching import Matched, is_core, is_incident

Key = tuple[str, str]  # article id, report id in the gold
Clusters = Sequence[Sequence[Sequence[str]]]


def tallies(matched: Sequence[Matched], clusters: Clusters) -> list[Counter[str]]:
    """For each article ``linking.p``, ``.r`` (sums over its reports), ``.n``, ``.gold``; and ``clustered.…``, of those in clusters only."""
    joined = {(article, report): f"c{index}" for index, cluster in enumerate(clusters) for article, report in cluster}
    gold = dict(joined)
    for one in matched:
        for report in one.article.gold:
            if is_incident(report) and is_core(report):  # in no cluster: stands alone
                key = one.article.article_id, str(report["id"])
                gold.setdefault(key, f"s/{'/'.join(key)}")
    read = {
        (one.article.article_id, str(report["id"])): str(other["incident_id"])
        for one in matched
        for report, other in one.pairs
        if other.get("incident_id") is not None
    }
    found: dict[str, Counter[str]] = {one.article.article_id: Counter() for one in matched}
    for name, wanted in (("linking", gold), ("clustered", joined)):
        _add(found, name, wanted, read)
    return list(found.values())


def _add(found: Mapping[str, Counter[str]], name: str, gold: Mapping[Key, str], read: Mapping[Key, str]) -> None:
    items = [key for key in gold if key in read]
    ours, theirs = _groups(items, gold), _groups(items, read)
    for key in items:
        one, other = ours[gold[key]], theirs[read[key]]
        counts = found[key[0]]
        counts[f"{name}.p"] += len(one & other) / len(other)  # type: ignore[assignment] # a share
        counts[f"{name}.r"] += len(one & other) / len(one)  # type: ignore[assignment]
        counts[f"{name}.n"] += 1
    for article, _ in gold:
        if article in found:
            found[article][f"{name}.gold"] += 1


def _groups(items: Iterable[Key], name_of: Mapping[Key, str]) -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = defaultdict(set)
    for key in items:
        found[name_of[key]].add(key)
    return found

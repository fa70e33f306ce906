"""Scoring a set of articles: counts of each, sums, draws, scores."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from agents.evaluate import linking, scores
from agents.evaluate.bootstrap import Pick, draws
from agents.evaluate.likeness import Row
from agents.evaluate.matching import Article, Matched, is_core, match, why_extra, why_missed
from agents.evaluate.results import Group, Measured
from agents.evaluate.rules import by_rule
from agents.evaluate.scores import Sums
from agents.evaluate.tally import by_report, tally
from streams.records import Record

BY_REPORT = ("type", "country")
BY_ARTICLE = ("outlet", "year")
FEW = 5  # reports in gold: of fewer, an interval says nothing, and such groups are told together
IN_GROUPS = ("incident.", "template.", "figure.", "killed.off", "killed.gold")
Key = tuple[str, str]  # a kind of group, and a group
Parts = Mapping[Key, Counter[str]]
Watch = Callable[[Iterator[dict[str, float]]], Iterable[dict[str, float]]]  # hands on what passes, and shows that something moves


class Scored(NamedTuple):
    """One article of the set: its reports, its outlet and its day of publication."""

    article: Article
    outlet: str
    day: date


class Chance(NamedTuple):
    """The draws of the bootstrap: how many, and of what seed. watch: sees each of them pass."""

    n: int
    seed: int
    pick: Pick
    watch: Watch = iter


class Error(Record):
    """A report of gold that was missed, or one read that gold has not. why: a key of matching.MISSED or EXTRA. day: the first."""

    error: str
    why: str
    article_id: str
    sub_event_type: str
    day: str | None = None
    place: str | None = None
    actor1: str | None = None
    actor2: str | None = None
    figures: tuple[str, ...] = ()


class Label(NamedTuple):
    """What is measured, and the day of measuring."""

    name: str
    on: date
    part: str = "all"


def measure(articles: Sequence[Scored], label: Label, chance: Chance, clusters: linking.Clusters | None = None) -> Measured:
    """The scores of these articles (one at least). clusters: None where reports were not linked."""
    matched = [match(one.article) for one in articles]
    counted = [tally(one) for one in matched]
    if clusters is not None:
        for counts, more in zip(counted, linking.tallies(matched, clusters), strict=True):
            counts.update(more)
    parts = [_parts(counts, one, pair) for counts, one, pair in zip(counted, articles, matched, strict=True)]
    names = _names(parts)
    for counts, found in zip(counted, parts, strict=True):
        _add(counts, found, names)
    sums = Sums(_sum(counted), list(chance.watch(draws(counted, chance.n, chance.pick))))
    missed, extra = scores.causes(sums)
    days = sorted(one.day for one in articles)
    return Measured(
        name=label.name,
        part=label.part,
        on=label.on,
        articles=len(articles),
        first=days[0],
        last=days[-1],
        outlets=dict(Counter(one.outlet or "none" for one in articles).most_common()),
        draws=chance.n,
        seed=chance.seed,
        incident=scores.found(sums, "incident"),
        template=scores.found(sums, "template"),
        figure=scores.found(sums, "figure"),
        event_type=round(sums.n("matched.event_type") / max(sums.n("matched"), 1), scores.DIGITS),
        toll_leak=scores.leak(sums),
        killed=scores.killed(sums),
        linking=None if clusters is None else scores.linked(sums, "linking"),
        linking_in_clusters=None if clusters is None else scores.linked(sums, "clustered"),
        slots=scores.slots(sums),
        measures=scores.measures(sums),
        groups=dict(_groups(sums, sorted(set(names.values())))),
        rules=by_rule(matched),
        missed=missed,
        extra=extra,
    )


def _sum(counted: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for counts in counted:
        whole.update(counts)
    return whole


def _parts(counts: Counter[str], one: Scored, matched: Matched) -> Parts:
    """The counts of one article by each group that it has part in, of those names that are told of groups."""
    found = by_report(matched) | {("outlet", one.outlet or "none"): counts, ("year", str(one.day.year)): counts}
    return {group: Counter({name: n for name, n in own.items() if name.startswith(IN_GROUPS)}) for group, own in found.items()}


def _names(parts: Sequence[Parts]) -> dict[Key, Key]:
    """Under which name each group is told: its own, or with others that have few reports; those where nothing was counted are left out."""
    whole: dict[Key, Counter[str]] = {}
    for found in parts:
        for group, counts in found.items():
            whole.setdefault(group, Counter()).update(counts)
    told = {group: counts for group, counts in whole.items() if any(counts.values())}
    small = {group for group, counts in told.items() if counts["incident.tp"] + counts["incident.fn"] < FEW}
    many = Counter(by for by, _ in small)
    return {(by, value): (by, f"others ({many[by]})") if (by, value) in small and many[by] > 1 else (by, value) for by, value in told}


def _add(counts: Counter[str], parts: Parts, names: Mapping[Key, Key]) -> None:
    """Adds what is counted of groups to an article's counts, under names that begin with the group's."""
    for group in {names[one]: None for one in parts if one in names}:
        counts[_prefix(*group) + "articles"] += 1
        for one, own in parts.items():
            if names.get(one) == group:
                counts.update({_prefix(*group) + name: n for name, n in own.items()})


def _prefix(by: str, value: str) -> str:
    return f"{by}={value}:"


def _groups(sums: Sums, names: Sequence[Key]) -> Iterator[tuple[str, tuple[Group, ...]]]:
    """The groups of each kind, those with most reports first; years in their order."""
    for by in (*BY_REPORT, *BY_ARTICLE):
        made = [
            scores.group(sums._replace(prefix=_prefix(by, value)), value, of_articles=by in BY_ARTICLE)
            for kind, value in names
            if kind == by
        ]
        yield by, tuple(made if by == "year" else sorted(made, key=lambda one: (one.name.startswith("others ("), -one.reports, one.name)))


def errors(articles: Iterable[Scored]) -> Iterator[Error]:
    """Every report that was missed and every one that is none."""
    for one in articles:
        found = match(one.article)
        yield from (_error("missed", why_missed(row, one.article), one.article, row) for row in found.missed if is_core(row))
        yield from (_error("extra", why_extra(row, one.article), one.article, row) for row in found.extra)


def _error(kind: str, why: str, article: Article, row: Row) -> Error:
    return Error(
        error=kind,
        why=why,
        article_id=article.article_id,
        sub_event_type=row.get("sub_event_type") or "",
        day=row.get("date_start"),
        place=(row.get("place") or {}).get("name"),
        actor1=row.get("actor1"),
        actor2=row.get("actor2"),
        figures=tuple(
            f"{one.get('measure')} {one.get('party')} {one.get('low')}-{one.get('high')}"
            + (f" {one['subset']}" if one.get("subset") else "")
            for one in row.get("figures", [])
        ),
    )

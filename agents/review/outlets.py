"""What an outlet's accounts come to beside those of others: facts with their counts, no judgement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from streams.records import Claim, Incident, Record

HOUR = timedelta(hours=1)


class Named(Record):
    """A name of an actor as an outlet uses it. stance: neutral, partisan or self. articles: in which it stands; times: in all of them."""

    actor: str
    name: str
    stance: str
    articles: int
    times: int


class Outlet(Record):
    """One outlet. All medians are None where nothing was counted.

    articles; renewed: those published again with another text. reports: accounts of occurrences, of the newest version of each article.
    incidents: occurrences that it reports; dated: those whose day is known; delay_days: median of calendar days from it to its first
    report. shared: incidents that another outlet reports too; first: those of them that it had before all others (a tie counts for each);
    behind_h: of the rest, median hours behind the first. counted: incidents for which it gives a number of killed; changed: those for
    which it later gave another; revised: those that now stand at another number than its first. compared: those for which other outlets
    give one too; lower, equal, higher: than the others' median; rated: where that is above 0; ratio: median of its number over theirs.
    names: how it calls actors, most used first; named: uses of all; partisan: those that are a side's word for its enemy.
    """

    outlet: str
    articles: int = 0
    renewed: int = 0
    reports: int = 0
    incidents: int = 0
    dated: int = 0
    delay_days: float | None = None
    shared: int = 0
    first: int = 0
    behind_h: float | None = None
    counted: int = 0
    changed: int = 0
    revised: int = 0
    compared: int = 0
    lower: int = 0
    equal: int = 0
    higher: int = 0
    rated: int = 0
    ratio: float | None = None
    named: int = 0
    partisan: int = 0
    names: tuple[Named, ...] = ()


class Account(NamedTuple):
    """A report that stands: its outlet, its article, and when the article was first published."""

    report_id: str
    outlet: str
    article_id: str
    published_at: datetime


class Printed(NamedTuple):
    """An article: its outlet and how many texts were published under its id."""

    outlet: str
    versions: int


class Measures:
    """What is collected of one outlet."""

    def __init__(self) -> None:
        self.incidents = self.shared = self.first = self.counted = self.changed = self.revised = 0
        self.delays: list[int] = []
        self.behind: list[float] = []
        self.ratios: list[float] = []
        self.signs: list[int] = []


def outlets(
    incidents: Iterable[Incident], accounts: Sequence[Account], printed: Iterable[Printed], names: Mapping[str, Sequence[Named]]
) -> list[Outlet]:
    """The facts of each outlet, by id. incidents: those that stand, of scope incident; names: by outlet."""
    articles: dict[str, list[int]] = defaultdict(list)
    for one in printed:
        articles[one.outlet].append(one.versions)
    reports: dict[str, int] = defaultdict(int)
    for account in accounts:
        reports[account.outlet] += 1
    by_id = {account.report_id: account for account in accounts}
    measures: dict[str, Measures] = defaultdict(Measures)
    for incident in incidents:
        _measure(incident, [by_id[name] for name in incident.report_ids if name in by_id], measures)
    known = sorted({*articles, *reports, *names} - {""})
    return [_outlet(name, articles[name], reports[name], measures[name], names.get(name, ())) for name in known]


def _measure(incident: Incident, accounts: list[Account], measures: Mapping[str, Measures]) -> None:
    first: dict[str, datetime] = {}
    for account in sorted(accounts, key=lambda one: (one.published_at, one.report_id)):
        first.setdefault(account.outlet, account.published_at)
    first.pop("", None)
    earliest = min(first.values(), default=None)
    counts = counts_of(incident.claims)
    stands = sum(figure.best or 0 for figure in incident.figures if figure.measure == "killed" and not figure.subset)
    for name, moment in first.items():
        own = measures[name]
        own.incidents += 1
        if incident.date_start:
            own.delays.append((moment.date() - incident.date_start).days)
        if earliest is not None and len(first) > 1:
            own.shared += 1
            own.first += moment == earliest
            own.behind += [(moment - earliest) / HOUR] if moment > earliest else []
        if name in counts:
            own.counted += 1
            own.changed += len(set(counts[name])) > 1
            own.revised += counts[name][0] != stands
            others = [given[-1] for other, given in counts.items() if other not in {name, ""}]
            _compare(counts[name][-1], others, own)


def _compare(number: int, others: Sequence[int], own: Measures) -> None:
    if not others:
        return
    middle = median(others)
    own.signs.append((number > middle) - (number < middle))
    own.ratios += [number / middle] if middle else []


def counts_of(claims: Iterable[Claim]) -> dict[str, list[int]]:
    """By outlet, the killed of all sides that each of its accounts gives, in order of publication; denied and partial ones left out."""
    told: dict[tuple[str, datetime, str], int] = defaultdict(int)
    for claim in claims:
        value = claim.low if claim.low is not None else claim.high
        if claim.measure == "killed" and not claim.subset and claim.hedge != "denied" and not claim.source and value is not None:
            told[claim.outlet, claim.published_at, claim.report_id] += value
    found: dict[str, list[int]] = defaultdict(list)
    for (outlet, _, _), value in sorted(told.items(), key=lambda one: one[0]):
        found[outlet].append(value)
    return dict(found)


def _outlet(name: str, versions: Sequence[int], reports: int, own: Measures, names: Sequence[Named]) -> Outlet:
    return Outlet(
        outlet=name,
        articles=len(versions),
        renewed=sum(one > 1 for one in versions),
        reports=reports,
        incidents=own.incidents,
        dated=len(own.delays),
        delay_days=_middle(own.delays),
        shared=own.shared,
        first=own.first,
        behind_h=_middle(own.behind),
        counted=own.counted,
        changed=own.changed,
        revised=own.revised,
        compared=len(own.signs),
        lower=own.signs.count(-1),
        equal=own.signs.count(0),
        higher=own.signs.count(1),
        rated=len(own.ratios),
        ratio=_middle(own.ratios),
        named=sum(one.times for one in names),
        partisan=sum(one.times for one in names if one.stance == "partisan"),
        names=tuple(sorted(names, key=lambda one: (-one.times, one.actor, one.name))),
    )


def _middle(values: Sequence[float]) -> float | None:
    return round(median(values), 2) if values else None

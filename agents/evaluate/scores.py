"""From counts to scores, with their intervals."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from agents.evaluate.bootstrap import interval
from agents.evaluate.matching import EXTRA, MISSED
from agents.evaluate.results import Found, Group, Killed, Linked, Share, Slot
from agents.evaluate.tally import OUTCOMES, SLOTS
from streams.vocabulary import Measure

Counts = Mapping[str, float]
DIGITS = 4


class Named:
    """Counts whose names begin with a prefix, by the rest of their names; 0 where there is none."""

    def __init__(self, counts: Counts, prefix: str) -> None:
        self._counts, self._prefix = counts, prefix

    def __getitem__(self, name: str) -> float:
        return self._counts.get(self._prefix + name, 0)


Ratio = Callable[[Named], float | None]


class Sums(NamedTuple):
    """The counts of a set of articles, and of draws from it; prefix: what the names of a group begin with."""

    whole: Counts
    drawn: Sequence[Counts]
    prefix: str = ""

    def share(self, ratio: Ratio) -> Share:
        """A ratio with its interval."""
        value = ratio(Named(self.whole, self.prefix))
        if value is None:
            return Share()
        inside = interval(ratio(Named(counts, self.prefix)) for counts in self.drawn)
        low, high = inside or (None, None)
        return Share(value=_rounded(value), low=_rounded(low), high=_rounded(high))

    def n(self, name: str) -> int:
        """One count."""
        return round(self.whole.get(self.prefix + name, 0))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def ratio(above: str, *below: str) -> Ratio:
    """One count over the sum of others; None where that is nothing."""

    def found(counts: Named) -> float | None:
        whole = sum(counts[name] for name in below)
        return counts[above] / whole if whole else None

    return found


def harmonic(one: Ratio, other: Ratio) -> Ratio:
    """The harmonic mean of two ratios: 0 where one of them is 0 or has no sense, None where neither has."""

    def found(counts: Named) -> float | None:
        p, r = one(counts), other(counts)
        if p is None and r is None:
            return None
        return 2 * p * r / (p + r) if p and r else 0.0

    return found


def found(sums: Sums, name: str) -> Found:
    """Precision, recall and F1 of one family of counts."""
    p, r = ratio(f"{name}.tp", f"{name}.tp", f"{name}.fp"), ratio(f"{name}.tp", f"{name}.tp", f"{name}.fn")
    counts = {key: sums.n(f"{name}.{key}") for key in ("tp", "fp", "fn")}
    return Found(name=name, **counts, p=sums.share(p), r=sums.share(r), f1=sums.share(harmonic(p, r)))


def slots(sums: Sums) -> tuple[Slot, ...]:
    """The slots of the template, with why they fail."""
    rows = []
    for name in SLOTS:
        of_found = ratio(f"matched.{name}", "matched")(Named(sums.whole, sums.prefix)) if name != "figures" else None
        outcomes = {key: sums.n(f"{name}.{key}") for key in OUTCOMES}
        rows.append(Slot(**dict(found(sums, name)), **outcomes, accuracy=_rounded(of_found)))
    return tuple(rows)


def measures(sums: Sums) -> tuple[Found, ...]:
    """The figures by measure, where there are any; then numbers and parties by themselves."""
    rows = [found(sums, name) for name in (*get_args(Measure), "number", "party")]
    return tuple(row for row in rows if row.tp or row.fp or row.fn)


def killed(sums: Sums) -> Killed:
    """People killed."""
    return Killed(
        gold=sums.n("killed.gold"),
        read=sums.n("killed.read"),
        articles=sums.n("killed.articles"),
        error=sums.share(ratio("killed.off", "killed.gold")),
        exact=sums.share(ratio("killed.exact", "killed.articles")),
    )


def leak(sums: Sums) -> Share:
    """People of tolls, sums and estimates that were counted as incidents, as a share of these people."""
    return sums.share(ratio("leak", "leak.of"))


def linked(sums: Sums, name: str) -> Linked:
    """B³ by one name: linking, or clustered."""
    p, r = ratio(f"{name}.p", f"{name}.n"), ratio(f"{name}.r", f"{name}.n")
    n = {"n": sums.n(f"{name}.n"), "gold": sums.n(f"{name}.gold")}
    return Linked(**n, p=sums.share(p), r=sums.share(r), f1=sums.share(harmonic(p, r)))


def group(sums: Sums, name: str, *, of_articles: bool) -> Group:
    """One group; figures and killed are known of whole articles only."""
    incident = found(sums, "incident")
    return Group(
        name=name,
        articles=sums.n("articles"),
        reports=incident.tp + incident.fn,
        incident=incident,
        template=found(sums, "template"),
        figure=found(sums, "figure") if of_articles else None,
        killed_error=sums.share(ratio("killed.off", "killed.gold")) if of_articles else None,
    )


def causes(sums: Sums) -> tuple[dict[str, int], dict[str, int]]:
    """Why reports were missed and invented."""
    missed, extra = _counted(sums, "missed", MISSED), _counted(sums, "extra", EXTRA)
    return missed, extra


def _counted(sums: Sums, what: str, names: Iterable[str]) -> dict[str, int]:
    return {name: sums.n(f"{what}.{name}") for name in names}

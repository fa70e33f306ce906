"""How a ledger of claims becomes one figure with bounds: a policy, chosen when read.

Each policy takes the claims on one measure, party and subset, in order of publication, one claim an origin (its latest), and gives
(low, best, high) in persons.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter

from agents.deduplicate import naming
from agents.deduplicate.kinds import FORCE
from agents.deduplicate.naming import Group
from agents.deduplicate.traits import WORDS
from streams.records import Claim, Reconciled

# kinds in which one side alone is hit; of suicide bombs and attacks it is often told how many of those who came died too
ONE_SIDED = frozenset(
    {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Attack",
        FORCE,
    }
)
Bounds = tuple[int | None, int | None, int | None]
_order = attrgetter("published_at", "report_id", "start")


def _value(claim: Claim) -> int:
    return claim.low if claim.low is not None else claim.high or 0


def _told(claims: list[Claim]) -> tuple[list[int], int, int]:
    """The figure of each claim, and the bounds of all."""
    values = [_value(claim) for claim in claims]
    return values, min(values), max(values + [claim.high for claim in claims if claim.high])


def ucdp(claims: list[Claim]) -> Bounds:
    """The figure of most independent origins; among equals the later one, since early counts grow (UCDP GED codebook, "best")."""
    values, low, high = _told(claims)
    most = _most_often(values)
    if len(most) == 1:
        return low, most[0], high
    rivals = [(claim.published_at, -value) for claim, value in zip(claims, values, strict=True) if value in most]
    return low, -max(rivals)[1], high


def acled(claims: list[Claim]) -> Bounds:
    """The most conservative figure reported (ACLED codebook, fatalities)."""
    _, low, high = _told(claims)
    return low, low, high


def ibc(claims: list[Claim]) -> Bounds:
    """Lowest and highest reported stay side by side; sums use the minimum (Iraq Body Count, methods)."""
    _, low, high = _told(claims)
    return low, low, high


def majority(claims: list[Claim]) -> Bounds:
    """The figure of most origins; among equals the lower."""
    values, low, high = _told(claims)
    return low, min(_most_often(values)), high


def latest(claims: list[Claim]) -> Bounds:
    """The figure published last."""
    values, low, high = _told(claims)
    return low, values[-1], high


def _most_often(values: list[int]) -> list[int]:
    """Those that stand most often among these."""
    votes: dict[int, int] = {}
    for value in values:
        votes[value] = votes.get(value, 0) + 1
    if len(votes) == 1:
        return [values[0]]
    most = max(votes.values())
    return [value for value, count in votes.items() if count == most]


POLICIES: dict[str, Callable[[list[Claim]], Bounds]] = {p.__name__: p for p in (ucdp, acled, ibc, majority, latest)}


def reconcile(claims: Iterable[Claim], policy: str = "ucdp", by: str | None = None) -> tuple[Reconciled, ...]:
    """The figures of one incident under a policy, in order of measure, party, subset.

    Nobody is counted under two names: see naming. by: who hit, where nobody hit back (see hitter()).
    """
    claims = [c for c in claims if c.hedge != "denied"]
    if not claims:
        return ()
    if len(claims) == 1:
        return (_figure(claims[0], _alone(claims[0])),)
    groups: dict[Group, dict[str, Claim]] = {}
    for claim in sorted(claims, key=_order):
        key: Group = (claim.measure, claim.party, claim.subset or "")
        known, origin = groups.get(key), claim.origin
        if known is None:
            groups[key] = {origin: claim}
            continue
        rival = known.get(origin)
        if rival is None or rival.report_id != claim.report_id or rival.article_version != claim.article_version:
            known[origin] = claim
        elif claim.source and rival.source:  # one article gives two figures: sums take the lower
            known[origin] = min(rival, claim, key=_value)
        else:  # two groups of one side in one account: both died
            known[origin] = claim.model_copy(update=_added(rival, claim))
    found: dict[Group, Reconciled] = {}
    for key in sorted(groups):
        group = list(groups[key].values())
        found[key] = _figure(group[0], POLICIES[policy](_telling(group)) if len(group) > 1 else _alone(group[0]))
    return naming.settled(found, groups, by) if len(found) > 1 else tuple(found.values())


def _telling(claims: list[Claim]) -> list[Claim]:
    """The claims without those that say «some», «dozens» where others count as many or more: however many say so, they know no number."""
    words = [claim for claim in claims if _is_word(claim)]
    if not words or len(words) == len(claims):
        return claims
    most = max([_value(claim) for claim in claims if not _is_word(claim)])
    return [claim for claim in claims if _value(claim) > most or not _is_word(claim)]


def _is_word(claim: Claim) -> bool:
    """Whether a claim is no number, but a plural or a word such as «dozens»."""
    return claim.high is None and claim.low in WORDS and not claim.numbered


def dead(figures: Iterable[Reconciled], claims: Iterable[Claim]) -> dict[str, int]:
    """Persons killed by party, of those whom a claim counts: where it is only said that some or dozens were, that is no count."""
    found = {one.party: one.best for one in figures if one.measure == "killed" and not one.subset and one.best}
    if WORDS.isdisjoint(found.values()):
        return found
    counted = {_value(claim) for claim in claims if claim.measure == "killed" and not claim.subset and not _is_word(claim)}
    return {party: best for party, best in found.items() if best not in WORDS or best in counted}


def hitter(kind: str, actor1: str | None) -> str | None:
    """Who hit in an occurrence of this kind, where the dead are all of those who were hit; None where both sides may have lost people."""
    return (actor1 or "unknown") if kind in ONE_SIDED else None


def _figure(claim: Claim, bounds: Bounds) -> Reconciled:
    """What claims like this one come to."""
    low, best, high = bounds
    return Reconciled.whole(
        {"measure": claim.measure, "party": claim.party, "subset": claim.subset, "low": low, "best": best, "high": high}
    )


def _alone(claim: Claim) -> Bounds:
    """What every policy makes of a single claim."""
    value = _value(claim)
    return value, value, max(value, claim.high or 0)


def _added(one: Claim, two: Claim) -> dict[str, int | None]:
    high = None if one.high is None or two.high is None else one.high + two.high
    low = None if one.low is None and two.low is None else (one.low or 0) + (two.low or 0)
    return {"low": low, "high": high}

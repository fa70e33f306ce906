"""Contradictions: two exact numbers of one side's dead that cannot both be right, and who gives them.

Mostly two outlets give them, and then they have to be far apart: a count grows from hour to hour, and two papers seldom count just the same
people. Where one article sets two named sources beside each other it tells of a contradiction itself, however near they are.
"""

from datetime import timedelta
from typing import NamedTuple

from agents.alert.rules import GROWN, SOURCES, Rule
from agents.alert.sides import HELPLESS
from agents.alert.story import Moment
from streams.records import Claim, Incident


class Limits(NamedTuple):
    """A rule's thresholds. ratio: of two outlets' numbers; beside: of two sources' in one article."""

    change: int
    ratio: float
    beside: float
    within: timedelta
    grown: timedelta


def moments_of(incident: Incident, rule: Rule) -> list[Moment]:
    """When an incident's claims began to contradict each other, with the two that are furthest apart; nothing where none do."""
    if len(incident.claims) < 2:
        return []
    told = [c for c in incident.claims if c.measure == "killed" and not c.subset and c.hedge != "denied"]
    exact = [c for c in told if _is_exact(c)]
    if len(exact) < 2:
        return []
    limits = _limits(rule)
    lows = [c.low or 0 for c in exact]
    least, most = min(lows), max(lows)
    if most - least < limits.change or most < min(limits.ratio, limits.beside) * least:
        return []
    rivals = _furthest([c for c in exact if not _is_exceeded(c, incident.claims)], told, limits)
    if rivals is None:
        return []
    lower, higher = rivals
    facts = {"lower": _said(lower), "higher": _said(higher)}
    facts |= {f"{side}_at": f"{c.article_id} {c.start}-{c.stop}" for side, c in (("lower", lower), ("higher", higher)) if c.stop}
    return [Moment(max(lower.published_at, higher.published_at), incident.status == "standing", facts)]


def _limits(rule: Rule) -> Limits:
    values = rule.values
    within = timedelta(hours=values["hours"])
    grown = min(within, timedelta(hours=values.get(GROWN, values["hours"])))
    return Limits(values["change"], values["ratio"], values.get(SOURCES, values["ratio"]), within, grown)


def _said(claim: Claim) -> str:
    words = f" «{claim.wording}»" if claim.wording else ""
    return f"{claim.low} {claim.party}{words} ({claim.attributed_to or claim.outlet})"


def _furthest(claims: list[Claim], told: list[Claim], limits: Limits) -> tuple[Claim, Claim] | None:
    """The two that exclude each other and are furthest apart, among equals the last by their reports; None where no two do.

    claims: exact ones; told: every number of dead.
    """
    totals, closest = _totals(told), min(limits.ratio, limits.beside)
    counted = sorted([(claim.low or 0, claim.report_id, number) for number, claim in enumerate(claims)])
    found: tuple[int, str, str, int, int] | None = None
    for a, lower_id, one in counted:
        for b, higher_id, two in reversed(counted):
            gap = b - a
            if gap < limits.change or b < closest * a or (found is not None and gap < found[0]):
                break
            if _are_beside(claims[one], claims[two]):
                if b < limits.beside * a:
                    continue
            elif b < limits.ratio * totals[lower_id]:
                continue  # too near, or it counts one side of those whom the other counts together
            elif not _exclude(claims[one], claims[two], limits) or _has_grown(claims[one], claims[two], told):
                continue
            found = max(found or (0, "", "", 0, 0), (gap, lower_id, higher_id, -one, -two))
    return (claims[-found[3]], claims[-found[4]]) if found else None


def _totals(claims: list[Claim]) -> dict[str, int]:
    """The dead of all sides that each report counts."""
    sides: dict[str, dict[str, int]] = {}
    for claim in claims:
        said = sides.setdefault(claim.report_id, {})
        said[claim.party] = max(said.get(claim.party, 0), claim.low or 0)
    return {report_id: sum(said.values()) for report_id, said in sides.items()}


def _are_beside(lower: Claim, higher: Claim) -> bool:
    """Whether one account names two sources that count one side's dead: they contradict each other in its own words."""
    named = lower.attributed_to and higher.attributed_to and lower.attributed_to != higher.attributed_to
    return bool(named) and lower.report_id == higher.report_id and _are_of_one_side(lower, higher)


def _exclude(lower: Claim, higher: Claim, limits: Limits) -> bool:
    """Whether two exact counts so far apart are of one side's dead, from independent origins and of one time: both cannot be right.

    The higher may be the later one by the hours in which a count does not grow: after more, it is a count that grew.
    """
    later = higher.published_at - lower.published_at
    if lower.origin == higher.origin or lower.outlet == higher.outlet or not -limits.within <= later <= limits.grown:
        return False
    return _are_of_one_side(lower, higher)


def _are_of_one_side(lower: Claim, higher: Claim) -> bool:
    """A count that leaves the side open is held against one of people without arms: beside a side's own dead it may be of both sides."""
    sides = {lower.party, higher.party}
    return len(sides) == 1 or ("unknown" in sides and sides <= HELPLESS)


def _has_grown(lower: Claim, higher: Claim, told: list[Claim]) -> bool:
    """Whether the count grew from the one to the other: between them one that lies between them was published."""
    least, most = lower.low or 0, higher.low or 0
    return any(lower.published_at < c.published_at < higher.published_at and least < (c.low or 0) < most for c in told)


def _is_exact(claim: Claim) -> bool:
    """Whether a claim gives just so many, by a number: one man by his name and «the child» are no count of the dead."""
    return bool(claim.low) and claim.low == claim.high and (claim.numbered or not claim.rules)


def _is_exceeded(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether the same report counts more of them as a part: «five killed, among them nine reporters» is a slip of the pen."""
    parts = [c for c in claims if c.subset and c.measure == "killed" and c.hedge != "denied" and c.party == claim.party]
    return any(c.report_id == claim.report_id and (c.low or 0) > (claim.low or 0) for c in parts)

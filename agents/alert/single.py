"""Alerts on one incident: mass-casualty, weapon, revision, contradiction."""

from datetime import date, datetime, timedelta
from itertools import dropwhile

from agents.alert.rules import RECENT, Rule
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert, Claim, Incident, Revision


def alerts_of(incident: Incident, rules: tuple[Rule, ...]) -> list[Alert]:
    """The alerts that this incident raises, withdrawn ones included; none for sums and for what was merged away."""
    if incident.scope != "incident" or incident.status == "superseded":
        return []
    if len(incident.claims) < 2 and not [r for r in incident.history if r.killed or r.weapon]:
        return []  # nothing that any of these conditions asks for was ever said
    stories = [(rule, moments) for rule in rules if rule.kind in STORIES and (moments := STORIES[rule.kind](incident, rule))]
    return [alert for rule, moments in stories if (alert := tell(rule, subject_of(incident), moments))]


def subject_of(incident: Incident) -> Subject:
    """The incident as the subject of an alert."""
    where = incident.place.name if incident.place else incident.country
    day = incident.date_start or incident.date_end
    return Subject(
        incident.incident_id,
        f"{incident.sub_event_type}, {day or 'day unknown'}, {where}",
        incident.country,
        incident.place,
        day,
        (incident.incident_id,),
        incident.article_ids,
    )


def is_news(day: date | None, first: datetime, rule: Rule) -> bool:
    """Whether what was first published then happened lately, by the rule's ``recent_days``.

    Articles recall massacres of months and years ago, and acts of no day: true accounts, but nobody waits for an alert on them. A rule
    without the setting asks nothing. day: on which it happened, or began; None where no article says, or only by when it had happened.
    """
    most = rule.values.get(RECENT)
    return most is None or (day is not None and (first.date() - day).days <= most)


def _stands(revision: Revision) -> bool:
    return revision.status == "standing"


def _is_news(incident: Incident, revision: Revision, rule: Rule) -> bool:
    """By the day that was known at that moment."""
    return is_news(revision.day, incident.history[0].published_at, rule)


# Each gives the moments of its condition; none where it never held, as with most incidents.


def _mass_casualty(incident: Incident, rule: Rule) -> list[Moment]:
    least = rule.values["killed"]
    if max([r.killed for r in incident.history], default=0) < least:
        return []
    return [
        Moment(
            r.published_at,
            _stands(r) and r.killed >= least and _is_news(incident, r, rule),
            {"killed": str(r.killed), "bounds": f"{r.killed_low}-{r.killed_high}"},
        )
        for r in incident.history
    ]


def _weapon(incident: Incident, rule: Rule) -> list[Moment]:
    weapons = rule.values["weapons"]
    if not [r for r in incident.history if r.weapon in weapons]:
        return []
    return [
        Moment(r.published_at, _stands(r) and r.weapon in weapons and _is_news(incident, r, rule), {"weapon": str(r.weapon)})
        for r in incident.history
    ]


def _revision(incident: Incident, rule: Rule) -> list[Moment]:
    if len(incident.history) < 2:
        return []
    told = list(dropwhile(lambda r: not r.killed, incident.history))  # before the first count there is nothing to revise
    if len(told) < 2:
        return []
    first = told[0].killed
    least = max(rule.values["change"], rule.values["share"] * first)
    moments = []
    for r in told:
        now = r.killed if _stands(r) else 0
        holds = abs(now - first) >= least and _is_news(incident, r, rule)
        moments.append(Moment(r.published_at, holds, {"first": str(first), "now": str(now)}))
    return moments


def _contradiction(incident: Incident, rule: Rule) -> list[Moment]:
    if len(incident.claims) < 2:
        return []
    exact = [c for c in incident.claims if c.measure == "killed" and not c.subset and c.low and c.low == c.high and c.hedge != "denied"]
    if len(exact) < 2:
        return []
    lows = [c.low or 0 for c in exact]
    change, ratio, least, most = rule.values["change"], rule.values["ratio"], min(lows), max(lows)
    if most - least < change or most < ratio * least:
        return []
    rivals = _furthest(exact, rule)
    if rivals is None:
        return []
    lower, higher = rivals
    facts = {
        "lower": f"{lower.low} {lower.party} ({lower.attributed_to or lower.outlet})",
        "higher": f"{higher.low} {higher.party} ({higher.attributed_to or higher.outlet})",
    }
    return [Moment(max(lower.published_at, higher.published_at), incident.status == "standing", facts)]


def _furthest(claims: list[Claim], rule: Rule) -> tuple[Claim, Claim] | None:
    """The two that exclude each other and are furthest apart, among equals the last by their reports; None where no two do."""
    change, ratio, hours = rule.values["change"], rule.values["ratio"], timedelta(hours=rule.values["hours"])
    counted = sorted([(claim.low or 0, claim.report_id, number) for number, claim in enumerate(claims)])
    found: tuple[int, str, str, int, int] | None = None
    for a, lower_id, one in counted:
        for b, higher_id, two in reversed(counted):
            gap = b - a
            if gap < change or b < ratio * a or (found is not None and gap < found[0]):
                break
            if _exclude(claims[one], claims[two], hours):
                found = max(found or (0, "", "", 0, 0), (gap, lower_id, higher_id, -one, -two))
    return (claims[-found[3]], claims[-found[4]]) if found else None


def _exclude(lower: Claim, higher: Claim, hours: timedelta) -> bool:
    """Whether two exact counts so far apart are of one side's dead, from independent origins and of one time: both cannot be right."""
    if lower.origin == higher.origin or lower.outlet == higher.outlet:
        return False
    return (lower.party == higher.party or "unknown" in (lower.party, higher.party)) and abs(
        higher.published_at - lower.published_at
    ) <= hours


STORIES = {"mass-casualty": _mass_casualty, "weapon": _weapon, "revision": _revision, "contradiction": _contradiction}
